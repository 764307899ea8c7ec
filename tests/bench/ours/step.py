"""One step of our engine alone: an answer in, effects out, anywhere in *Wat wil je?*. No session is read or written.

python -m tests.bench.ours.step
"""

from __future__ import annotations

import asyncio
import itertools
import random
import time

from bot.services.settling import ACTS
from dialogues.bundle import Bundle
from dialogues.effects import Say
from dialogues.engine import advance, begin
from dialogues.events import Event, Pressed, Typed
from dialogues.load import load
from dialogues.stage import Stage
from tests.bench.peers.protocol import Run, serve

SCRIPT = "wat_wil_je"
WORDS = (
    "ik wil mijn heftruckcertificaat halen",
    "dan kan ik van de inpak af",
    "meer rust in het rooster",
    "ik weet het niet",
    "vrijdag na de dagstart",
    "7",
)
PRESSES = 0.6
"""How often somebody presses a button where there are some."""


class Steps:
    """Somebody who answers, over and over; another seed is another course."""

    def __init__(self) -> None:
        library = load(acts=ACTS)
        self._bundle = Bundle.read(library.bundle(SCRIPT).source())
        self._world = Stage(script=SCRIPT, name="Sanne").world(library)

    def take(self, count: int, seed: int) -> Run:
        """So many steps; beginning a talk is not in their times."""
        mind, words = random.Random(seed), ""
        times: list[float] = []
        whole = time.perf_counter()
        while len(times) < count:
            turn = begin(self._bundle, self._world, given={}, language="nl", address="je", seed=seed, at=None)
            while not turn.session.over and len(times) < count:
                said = [effect for effect in turn.effects if isinstance(effect, Say)]
                event = _answer(mind, said, turn.session.prompt)
                began = time.perf_counter()
                turn = advance(self._bundle, turn.session, event, self._world)
                times.append((time.perf_counter() - began) * 1e3)
            words = "\n".join(effect.text for effect in turn.effects if isinstance(effect, Say))
        return Run(time.perf_counter() - whole, times, words)


async def main() -> None:
    steps, seeds = Steps(), itertools.count(1)

    async def turns(count: int, _at_once: int) -> Run:
        return steps.take(count, next(seeds))

    await serve(turns, "aanzet", "jinja2", "pydantic")


def _answer(mind: random.Random, said: list[Say], prompt: int | None) -> Event:
    options = next((say.options for say in reversed(said) if say.prompt is not None and say.prompt == prompt), ())
    if options and prompt is not None and mind.random() < PRESSES:
        return Pressed(prompt, mind.choice(options).id)
    return Typed(mind.choice(WORDS))


if __name__ == "__main__":
    asyncio.run(main())
