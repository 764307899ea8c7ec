"""The engine alone: one step, an answer in and effects out. No session is read or written."""

from __future__ import annotations

import random
import statistics
import time

from bot.services.settling import ACTS
from dialogues.bundle import Bundle
from dialogues.effects import Say
from dialogues.engine import advance, begin
from dialogues.events import Event, Pressed, Typed
from dialogues.load import load
from dialogues.transcript import Stage
from tests.bench.contest import REPETITIONS
from tests.bench.rows import Row, median_of, percentile

STEPS = 600
SCRIPT = "wat_wil_je"
MEDIAN_TARGET_MICROSECONDS = 100.0
WORDS = (
    "ik wil mijn heftruckcertificaat halen",
    "dan kan ik van de inpak af",
    "meer rust in het rooster",
    "ik weet het niet",
    "vrijdag na de dagstart",
    "7",
)


def engine() -> list[Row]:
    """Microseconds of a step anywhere in *Wat wil je?*, typed and pressed."""
    library = load(acts=ACTS)
    bundle = Bundle.read(library.bundle(SCRIPT).source())
    stage = Stage(script=SCRIPT, name="Sanne")
    world = stage.world(library)
    medians, tails = [], []
    for number in range(REPETITIONS):
        mind = random.Random(number)
        times: list[float] = []
        while len(times) < STEPS:
            turn = begin(bundle, world, given={}, language="nl", address="je", seed=number, at=None)
            while not turn.session.over and len(times) < STEPS:
                event = _answer(mind, [each for each in turn.effects if isinstance(each, Say)], turn.session.prompt)
                began = time.perf_counter()
                turn = advance(bundle, turn.session, event, world)
                times.append((time.perf_counter() - began) * 1e6)
        medians.append(statistics.median(times))
        tails.append(percentile(times, 0.99))
    return [
        median_of("engine: one step, p50", medians, "µs", MEDIAN_TARGET_MICROSECONDS),
        median_of("engine: one step, p99", tails, "µs"),
    ]


def _answer(mind: random.Random, said: list[Say], prompt: int | None) -> Event:
    options = next((say.options for say in reversed(said) if say.prompt is not None and say.prompt == prompt), ())
    if options and prompt is not None and mind.random() < 0.6:
        return Pressed(prompt, mind.choice(options).id)
    return Typed(mind.choice(WORDS))
