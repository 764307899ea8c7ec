"""The bot killed again and again while many people talk with it, and what is left of what they said."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.delivery.post import seal_message
from bot.messages import Message
from bot.services import joining
from bot.services.house import CHANNEL
from bot.services.person import ORGANISATION
from bot.settings import demo_key
from bot.simulator import Simulator, create_app, serving
from bot.stages import STAGES
from bot.telegram.receive import sender_hash
from storage import outbox, people, teams
from storage.outbox import NewRow
from storage.store import Store
from tests.torture.ledger import UNASKED, Ledger, left_on_disk, waits_on_disk
from tests.torture.life import Spec
from tests.torture.nursery import Life, Nursery
from tests.torture.people import Crowd
from tests.torture.troubles import Trouble

RANDOM = "random"
"""A kill from outside, at a moment nobody chose: also during the start."""
TERM = "asked to end"
"""SIGTERM at a moment nobody chose."""
LONGEST_LIFE_SECONDS = 20.0
LONGEST_END_SECONDS = 10.0
LONGEST_RANDOM_SECONDS = 0.6
MOST_PASSINGS = {"received": 6, "kept": 6, "acknowledged": 6}
"""A batch holds many messages, so these stages are passed less often."""
OTHERWISE_PASSINGS = 20
LOOK_SECONDS = 0.05
BETWEEN_SECONDS = 1.0
PROMISED_SECONDS = 3.0


@dataclass(frozen=True)
class Kill:
    """Where a life ends: at the passing number `nth` of a stage, or after some seconds."""

    stage: str
    nth: int = 1
    seconds: float = 0.0


@dataclass
class Report:
    """What happened."""

    kills: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    """How often the store refused, by the class of the error."""
    people: int = 0
    said: int = 0
    delivered: int = 0
    promised: int = 0
    doubled: int = 0
    seconds: float = 0.0
    findings: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        where = ", ".join(f"{stage} {self.kills[stage]}" for stage in (*STAGES, RANDOM, TERM) if self.kills[stage])
        lines = [
            f"{sum(self.kills.values())} kills in {self.seconds:.0f} s: {where}",
            f"{self.people} people said {self.said} things; {self.delivered} answers arrived",
            f"{self.promised} messages were to come by themselves; {self.doubled} of all came again after a kill",
        ]
        if not self.findings:
            return "\n".join(
                [
                    *lines,
                    "It balances: all that was said was handled once and answered once, and all that was to come came.",
                ]
            )
        return "\n".join(
            [*lines, f"It does not balance ({len(self.findings)}):", *(f"- {each}" for each in self.findings)]
        )


def plan(count: int, mind: random.Random, *, stages: Sequence[str] = (*STAGES, RANDOM)) -> list[Kill]:
    """`count` kills, spread over the stages, in any order."""
    kills = []
    for number in range(count):
        stage = stages[number % len(stages)]
        if stage not in STAGES:
            kills.append(Kill(stage, seconds=mind.uniform(0, LONGEST_RANDOM_SECONDS)))
        else:
            kills.append(Kill(stage, mind.randint(1, MOST_PASSINGS.get(stage, OTHERWISE_PASSINGS))))
    mind.shuffle(kills)
    return kills


async def ordeal(
    births: Nursery,
    directory: Path,
    kills: Sequence[Kill],
    *,
    seed: int,
    in_turn: int = 24,
    typing: int = 8,
    variant: str = "",
    troubles: Sequence[tuple[Trouble, float]] = (),
    patience_seconds: float = 20.0,
) -> Report:
    """Let people talk, kill the bot at each of `kills`, then make trouble for it, let it finish once, and balance.

    `patience_seconds`: how long without any news counts as nothing more to come.
    """
    mind = random.Random(seed)
    began = time.monotonic()
    data, log = directory / "data", directory / "bot.log"
    simulator = Simulator(SystemClock(), limits=None)
    ledger = Ledger(simulator)
    crowd = Crowd(simulator, ledger, mind)
    link = await _made(data)
    report = Report(people=in_turn + typing)
    async with serving(create_app(simulator), simulator) as url:
        spec = Spec(str(data), url, str(log), variant=variant)
        crowd.start(link, in_turn=in_turn, typing=typing)
        for number, kill in enumerate(kills):
            if number in (len(kills) // 3, 2 * len(kills) // 3):
                await _promise(data, ledger, simulator, mind)
            doomed = replace(spec, stage="" if kill.stage in (RANDOM, TERM) else kill.stage, nth=kill.nth)
            report.kills[await _killed(births, doomed, kill)] += 1
        before = len(simulator.ledger.calls)
        life = await births.born(spec)
        await _works(simulator, before)
        for make, seconds in troubles:
            await asyncio.sleep(BETWEEN_SECONDS)
            await make(life, data, seconds)
        await crowd.hush()
        await _drained(simulator, ledger, life, data, patience_seconds)
        ended = await _ended_in_order(life)
    ledger.look()
    report.said, report.delivered = ledger.said(), ledger.delivered()
    report.promised, report.doubled = ledger.promised(), ledger.doubles()
    report.findings = [*ledger.findings(), *left_on_disk(data, ledger, SystemClock().now()), *ended]
    for (event, error), count in _logged(log).items():
        if event == "store_refuses" and troubles:
            report.refused[error] += count
        else:
            report.findings.append(f"the bot logged {count} × {event} {error}")
    report.seconds = time.monotonic() - began
    return report


async def _works(simulator: Simulator, before: int) -> None:
    """Until this life polls: its files are open and what it found there is being answered."""
    await simulator.wait_until(
        lambda: any(call.method == "getUpdates" for call in simulator.ledger.calls[before:]), LONGEST_LIFE_SECONDS
    )


async def _made(data: Path) -> str:
    """The data, with a team in them; gives the payload of its link."""
    now = SystemClock().now()
    async with Store.open(data, demo_key(data)) as store, store.transaction() as tx:
        team = await teams.create(tx, "Nachtploeg", now)
        return await joining.invite(store, tx, team_id=team, role="employee", by="beheer", now=now)


async def _promise(data: Path, ledger: Ledger, simulator: Simulator, mind: random.Random) -> None:
    """Between two lives: a message in each of the later lanes for everybody who takes part, due in the next seconds."""
    now, bot = SystemClock().now(), str(simulator.world.bot.id)
    async with Store.open(data, demo_key(data)) as store, store.transaction() as tx:
        for account in ledger.accounts.values():
            hashed = sender_hash(store, bot, account.person.id)
            found = await people.find(tx, organisation=ORGANISATION, channel=CHANNEL, bot=bot, id_hash=hashed)
            if found is None:
                continue
            sealer = await store.vault.sealer(found.id)
            for lane in (outbox.ASKED, outbox.UNASKED):
                text = f"{UNASKED} {len(account.promised)} voor {account.person.first_name}"
                account.promised.append(text)
                due = now + timedelta(seconds=mind.uniform(0, PROMISED_SECONDS))
                body = seal_message(sealer, Message(text=text))
                row = NewRow(lane, "message", "reminder", due, now, person_id=found.id, sealed_body=body)
                await outbox.put(tx, row)


async def _killed(births: Nursery, spec: Spec, kill: Kill) -> str:
    """One life and its end; gives where it ended."""
    life = await births.born(spec)
    if kill.stage == TERM:
        await asyncio.sleep(kill.seconds)
        if trouble := await _ended_in_order(life):
            raise AssertionError(trouble)
        return kill.stage
    if kill.stage == RANDOM:
        await asyncio.sleep(kill.seconds)
        life.kill()
    try:
        async with asyncio.timeout(LONGEST_LIFE_SECONDS):
            end = await asyncio.shield(life.end)
    except TimeoutError:
        life.kill()
        await life.end
        raise AssertionError(f"the bot did not come to {kill.stage} ({kill.nth}) in {LONGEST_LIFE_SECONDS} s") from None
    if end.get("signal") != 9:
        raise AssertionError(f"the bot ended by itself: {end}; its log tells why")
    return kill.stage


async def _drained(simulator: Simulator, ledger: Ledger, life: Life, data: Path, patience_seconds: float) -> None:
    """Until everything said is answered and nothing waits on the disk, or nothing has come for a while."""
    with simulator.events.listen() as news:
        quiet = 0.0
        while not life.end.done() and quiet < patience_seconds:
            ledger.look()
            if not ledger.waiting and not ledger.unanswered() and not any(waits_on_disk(data, SystemClock().now())):
                return
            await asyncio.sleep(LOOK_SECONDS)
            quiet = quiet + LOOK_SECONDS if news.empty() else 0.0
            while not news.empty():
                news.get_nowait()


async def _ended_in_order(life: Life) -> list[str]:
    if not life.end.done():
        life.terminate()
    try:
        async with asyncio.timeout(LONGEST_END_SECONDS):
            end = await asyncio.shield(life.end)
    except TimeoutError:
        life.kill()
        return [f"a life did not end within {LONGEST_END_SECONDS:.0f} seconds of SIGTERM"]
    return [] if end.get("code") == 0 else [f"a life ended badly: {end}"]


def _logged(log: Path) -> Counter[tuple[str, str]]:
    """Errors the bot logged: what happened, and the class of the error."""
    found: Counter[tuple[str, str]] = Counter()
    for line in log.read_text().splitlines() if log.exists() else ():
        try:
            told = json.loads(line)
        except ValueError:
            found[line, ""] += 1
        else:
            if told["level"] in ("error", "critical"):
                found[told["event"], told.get("error", "")] += 1
    return found
