"""Wires everything, in one place: settings → store, content, services, delivery, Telegram. Owns what must be closed."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import structlog

from bot.clock import Clock
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.pacing import Pacing
from bot.delivery.tick import Tick
from bot.messages import Inbound
from bot.services import menu as menus
from bot.services.conversation import Conversations
from bot.services.drawing import Drawing
from bot.services.house import House
from bot.services.housekeeping import Housekeeping
from bot.services.intake import Intake
from bot.services.menu import Menu
from bot.services.occasions import Occasions
from bot.services.progress import Progress
from bot.services.settling import ACTS
from bot.services.talk import Talk
from bot.settings import Settings
from bot.stages import Stage, no_stage
from bot.telegram import receive
from bot.telegram.connect import RawBot, check, connect
from bot.telegram.edge import TelegramEdge
from bot.telegram.read import read
from bot.telegram.send import TelegramSender
from bot.telegram.setup import Introduction, MenuItem, introduce, prepare_polling
from dialogues.library import BASE, Library
from dialogues.load import SHIPPED, load
from dialogues.render import finish, render
from storage import inbox, outbox
from storage.inbox import InboxRow
from storage.store import Store

log = structlog.get_logger(__name__)


@dataclass
class App:
    """Everything at work. `run` in a task, `stop` to end in order."""

    settings: Settings
    clock: Clock
    store: Store
    house: House
    intake: Intake
    dispatcher: Dispatcher
    housekeeping: Housekeeping
    receiver: receive.Receiver
    bot: RawBot
    _stopping: bool = field(default=False, repr=False)

    async def run(self) -> None:
        """Work until `stop`. Raises what cannot be mended by waiting: a refused token, a fault of the program."""
        await self.dispatcher.resume()
        await self.intake.resume()
        if self._stopping:
            return
        tick = Tick(self._tick)
        tick.start()
        try:
            await _first_to_end(self.receiver.run(), self.dispatcher.run(), self.housekeeping.run())
        finally:
            tick.stop()

    async def stop(self, timeout: float = 10.0) -> None:  # noqa: ASYNC109  (the caller says how patient it is)
        """Take nothing new, let what is under way finish; what is left is on the disk.

        Turns get half of `timeout`, what is being sent all that they leave: cut off, it would come again.
        """
        self._stopping = True
        loop = asyncio.get_running_loop()
        ends = loop.time() + timeout
        await asyncio.sleep(0)  # loops that were just made have begun, and hear it
        await self.receiver.stop()
        await self.intake.stop(timeout / 2)
        await self.dispatcher.stop(max(ends - loop.time(), 0.0))
        self.housekeeping.stop()
        await self.house.quiet()

    def _tick(self) -> None:
        self.dispatcher.wake()
        self.housekeeping.wake()

    # --- for the settable clock of the demo and the tests

    async def settled(self) -> None:
        """Wait until nothing is due at this moment, nobody is being answered and nothing is under way."""
        while True:
            await self.intake.idle()
            await self.housekeeping.settle()
            await self.dispatcher.idle()
            await self.house.quiet()
            async with self.store.transaction() as tx:
                waiting = await inbox.senders_waiting(tx)
            due = await self.next_due()
            if not waiting and (due is None or due > self.clock.now()):
                return
            await asyncio.sleep(0.01)

    async def next_due(self) -> datetime | None:
        """The next moment at which something happens by itself."""
        async with self.store.transaction() as tx:
            moments = [await outbox.next_due(tx), await self.housekeeping.next_due(tx)]
        return min((moment for moment in moments if moment is not None), default=None)

    async def waiting(self) -> list[outbox.OutboxRow]:
        """What waits to be said, soonest first."""
        async with self.store.transaction() as tx:
            return await outbox.waiting(tx)


def directories(settings: Settings) -> list[Path]:
    """Where the content stands: the shipped one, and the organisation's own laid over it."""
    return [SHIPPED] if settings.content is None else [SHIPPED, settings.content]


def content(settings: Settings) -> Library:
    """The shipped content with the organisation's own laid over it. Raises `ContentError`."""
    return load(directories(settings), acts=ACTS, examples=settings.examples == "1")


async def renew(app: App) -> Library:
    """Use the content as it is on the disk now; talks under way keep their version.

    Raises: ContentError; then the old content stays in use.
    """
    library = await asyncio.to_thread(content, app.settings)
    app.house.library = library
    await _introduced(app.bot, library)
    return library


@asynccontextmanager
async def assembled(
    settings: Settings,
    clock: Clock,
    *,
    key: bytes,
    token: str,
    api_url: str | None = None,
    library: Library | None = None,
    stage: Stage = no_stage,
    on_sent: Callable[[], None] = lambda: None,
) -> AsyncIterator[App]:
    """Everything wired and open; closed again at the end.

    Raises: StorageError, ContentError, bot.telegram.errors.EdgeError.
    """
    known = library if library is not None else content(settings)
    url = api_url or settings.telegram_api_url
    bot = connect(token, url)
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(bot.shutdown)
        await check(bot, url)  # first: with a wrong token the data stay untouched
        store = await stack.enter_async_context(Store.open(settings.data_dir, key))
        await prepare_polling(bot)
        await _introduced(bot, known)
        pacing = Pacing(settings.limits)
        house = House(store, known, clock, settings, TelegramEdge(bot, pacing))
        talks = Conversations(ACTS)
        progress = Progress(house)
        dispatcher = Dispatcher(
            store,
            Drawing(house, TelegramSender(bot)),
            pacing,
            clock,
            Occasions(house, talks),
            on_delivered=progress.delivered,
            stage=stage,
        )
        house.wake, house.hand_over, house.take_back = dispatcher.wake, dispatcher.hand_over, dispatcher.take_back

        async def opened(row: InboxRow) -> Inbound | None:
            return read(await receive.opened(store, row), received_at=row.received_at)

        intake = Intake(
            Talk(house, talks, Menu(talks), opened, stage=stage), store, burst_seconds=settings.burst_seconds
        )
        receiver = receive.Receiver(bot, store, clock, intake.kept, stage=stage)
        receiver.hears = True  # `check` was answered; the first poll may take half a minute
        housekeeping = Housekeeping(house, progress, talks, intake.resume)
        yield App(settings, clock, store, house, intake, dispatcher, housekeeping, receiver, bot)


async def _introduced(bot: RawBot, library: Library) -> None:
    """Dutch for everybody, and the other languages there is content in for phones that speak them."""
    for language in (BASE, *(each for each in library.languages if len(each) == 2 and each != BASE)):
        await introduce(bot, introduction(library, language))


def introduction(library: Library, language: str = BASE) -> Introduction:
    """What Telegram shows around the conversation, in the words of the content."""
    words = library.phrases(language)

    def plain(name: str) -> str:
        return finish(render(words[name], {}))[0]

    return Introduction(
        menu=tuple(MenuItem(command=name, description=plain(f"command_{name}")) for name in menus.COMMANDS),
        about=plain("about"),
        before=plain("before"),
        language="" if language == BASE else language,
    )


async def _first_to_end(*work: object) -> None:
    """Run these side by side until one ends or fails; the others are ended too."""
    tasks = [asyncio.ensure_future(one) for one in work]  # type: ignore[call-overload]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
        await asyncio.wait(tasks, timeout=15)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
