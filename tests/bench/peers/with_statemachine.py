"""python-statemachine: a little conversation like the beginning of *Wat wil je?*, one event after another.

python -m tests.bench.peers.with_statemachine

Typed words and pressed buttons come in; guards choose where it goes; entering a state makes the words of the reply. The
machine is alive from event to event, with its model in memory.
"""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field

from statemachine import State, StateMachine

from tests.bench.peers.protocol import Run, serve

DOUBT = frozenset({"geen idee", "weet ik niet", "ik weet het niet", "weet niet"})
NOTHING = frozenset({"niks", "niets", "nee", "ik wil niets"})
WORDS = (
    "ik wil mijn heftruckcertificaat halen",
    "dan kan ik van de inpak af",
    "meer rust in het rooster",
    "ik weet het niet",
    "vrijdag na de dagstart",
    "7",
)


@dataclass
class Person:
    """What was said so far, and the reply."""

    state: str | None = None
    answers: dict[str, str] = field(default_factory=dict)
    reply: str = ""
    buttons: tuple[str, ...] = ()


class WhatDoYouWant(StateMachine):
    """The conversation."""

    open = State(initial=True)
    doubt = State()
    nothing = State()
    why = State()
    done = State()
    score = State()
    because = State()
    helps = State()
    closing = State(final=True)

    answer = (
        open.to(doubt, cond="doubts")
        | open.to(nothing, cond="wants_nothing")
        | open.to(why)
        | doubt.to(why)
        | nothing.to(closing, cond="wants_nothing")
        | nothing.to(why)
        | why.to(done)
        | done.to(score)
        | score.to(because, cond="is_score")
        | score.to.itself()
        | because.to(helps)
        | helps.to(closing)
    )

    def doubts(self, text: str) -> bool:
        return text.lower() in DOUBT

    def wants_nothing(self, text: str) -> bool:
        return text.lower() in NOTHING

    def is_score(self, text: str) -> bool:
        return text.isdecimal() and int(text) <= 10

    def before_answer(self, text: str, source: State) -> None:
        self.model.answers[source.id] = text

    def _said(self, words: str, *buttons: str) -> None:
        self.model.reply, self.model.buttons = words, buttons

    def on_enter_doubt(self) -> None:
        self._said("Dat kan ook.\nWanneer had je een goede dag op je werk?", "Weet ik niet")

    def on_enter_nothing(self) -> None:
        self._said("Niks is ook een antwoord.\nMag ik nog één ding vragen?", "Ja", "Nee")

    def on_enter_why(self, text: str) -> None:
        self._said(f"Dus: {text}\nWat verandert er voor jou als dat lukt?")

    def on_enter_done(self, text: str) -> None:
        self._said(f"Dus: {text}\nWat heb je er al voor gedaan?", "Rondgevraagd", "Gezocht", "Nog niets")

    def on_enter_score(self, text: str) -> None:
        self._said(f"Dus: {text}\nHoe zeker ben je dat het lukt?", *map(str, range(11)))

    def on_enter_because(self, text: str) -> None:
        self._said(f"Een {text}.\nWaar komt dat door?")

    def on_enter_helps(self, text: str) -> None:
        self._said(f"Dus: {text}\nWat zou je nog helpen?", "Hulp van iemand", "Meer tijd", "Niets nodig")

    def on_enter_closing(self) -> None:
        self._said(f"Dit hoorde ik: {'; '.join(self.model.answers.values())}.")


async def main() -> None:
    number = 0

    async def steps(count: int, _at_once: int) -> Run:
        nonlocal number
        number += 1
        mind = random.Random(number)
        times: list[float] = []
        began = time.perf_counter()
        while len(times) < count:
            person = Person()
            machine = WhatDoYouWant(person)
            while not machine.is_terminated and len(times) < count:
                pressed = person.buttons and mind.random() < 0.6
                text = mind.choice(person.buttons if pressed else WORDS)
                before = time.perf_counter()
                machine.send("answer", text=text)
                times.append((time.perf_counter() - before) * 1e3)
        return Run(time.perf_counter() - began, times, person.reply)

    await serve(steps, "python-statemachine")


if __name__ == "__main__":
    asyncio.run(main())
