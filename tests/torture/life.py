"""One life of the bot: everything real, and with a stage to die at. Runs in a process of its own (see nursery.py)."""

from __future__ import annotations

import asyncio
import os
import signal
from dataclasses import dataclass
from pathlib import Path

from bot import logs
from bot.app import assembled
from bot.clock import SystemClock
from bot.commands.run import Signals, work
from bot.settings import Settings, demo_key
from bot.simulator import TOKEN
from bot.stages import Stage, no_stage
from dialogues.library import Library
from storage import store
from tests.torture.variants import VARIANTS

CHAT_SECONDS = 0.02
BURST_SECONDS = 0.02
BUSY_SECONDS = 0.3
"""How long a locked database is waited for; 5 in ordinary work, where it would make the proofs slow."""


@dataclass(frozen=True)
class Spec:
    """How this life goes. `log`: the file it logs to; `stage`: kill the own process at the passing number `nth` of it;
    `variant`: a guard taken out."""

    data: str
    url: str
    log: str
    stage: str = ""
    nth: int = 1
    variant: str = ""


def fatal(stage: str, nth: int) -> Stage:
    """Ends the process, as a pulled plug would, at the passing number `nth` of a stage."""
    if not stage:
        return no_stage
    left = nth

    def passed(name: str) -> None:
        nonlocal left
        left -= name == stage
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return passed


def live(spec: Spec, library: Library) -> None:
    """Work until killed, or until SIGTERM and then end in order, as `aanzet run` does."""
    logs.configure("WARNING", "json")
    store.BUSY_SECONDS = BUSY_SECONDS  # type: ignore[attr-defined]
    asyncio.run(_live(spec, library))


async def _live(spec: Spec, library: Library) -> None:
    data = Path(spec.data)
    settings = Settings(
        data_dir=data,
        organisation="Zorggroep Voorbeeld",
        chat_seconds=CHAT_SECONDS,
        burst_seconds=BURST_SECONDS,
        messages_per_second=1000,
    )
    signals = Signals()
    with signals.heard():
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
        try:
            async with assembled(
                settings,
                SystemClock(),
                key=demo_key(data),
                token=TOKEN,
                api_url=spec.url,
                library=library,
                stage=(stage := fatal(spec.stage, spec.nth)),
            ) as app:
                VARIANTS[spec.variant](app, stage)
                await work(app, signals)
        except asyncio.CancelledError:
            if not signals.stop.is_set():
                raise
