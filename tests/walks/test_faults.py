"""When something breaks: nothing is lost, nothing blocks the rest, and a running talk keeps the script it began with."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

import pytest

from bot.clock import SettableClock
from bot.services.housekeeping import LOOK_EVERY
from bot.services.settling import ACTS
from bot.services.talk import GIVE_UP
from bot.simulator import Call
from dialogues.library import Library
from dialogues.load import SHIPPED, load
from storage import inbox
from storage.errors import Conflict, DiskTrouble, ForeignDatabase, StorageError
from storage.inbox import NewInboxRow
from storage.transaction import Transaction
from tests.walks.phone import PLAN, START, Phone, Walk
from tests.walks.restarting import bot_at, telegram


async def poison(walk: Walk, phone: Phone) -> None:
    """Somebody's update stands unreadable in the inbox."""
    key_id, _sealer = await walk.store.vault.day_sealer(walk.now.date())
    sender = walk.rows("identity")[-1]["id_hash"]
    async with walk.store.transaction() as tx:
        row = NewInboxRow(
            bot=str(walk.simulator.world.bot.id),
            update_id=1,
            digest="0" * 64,
            sender_hash=sender,
            received_at=walk.now,
            key_id=key_id,
            sealed_body=b"\x01" * 80,
        )
        await inbox.keep_all(tx, [row])
    assert phone.person.started
    phone.look()
    walk.app.intake.kept(sender)
    await walk.demo.settled()


async def test_a_poisoned_update_is_set_aside_and_said_so(walk: Walk) -> None:
    """After three attempts it lies aside, the person hears it kindly, and nothing else was touched."""
    sanne = await walk.member()
    await poison(walk, sanne)
    assert "Er ging iets mis bij mij. Dat ligt niet aan jou." in sanne.says()
    assert len(sanne.news()) == 1
    assert [row["state"] for row in walk.rows("inbox")].count("aside") == 1
    assert "Wat wil jij in je werk?" in await sanne.press("Verder praten")


async def test_after_a_poisoned_update_the_next_message_is_handled(walk: Walk) -> None:
    """What came behind it waits for nothing, of this person and of others."""
    sanne, bo = await walk.member(), await walk.member("Bo")
    sanne_sender = walk.rows("identity")
    assert len(sanne_sender) == 2
    await poison(walk, bo)
    assert "Wat komt als eerste bij je op?" in await bo.press("Ik twijfel")
    assert "Wat komt als eerste bij je op?" in await sanne.press("Ik twijfel")


async def test_a_disk_that_cannot_be_read_for_a_moment_leaves_nobody_waiting(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it refuses the look at whether somebody still types: the answer comes without another word of them.

    Guard: the patience stands inside the `try` in `Intake._work`.
    """
    monkeypatch.setattr("bot.services.intake.RETRY_SECONDS", (0.01, 0.02))
    sanne = await walk.member()
    await sanne.press("Ik twijfel")
    real, refusals = inbox.waiting, 0

    async def refuses(tx: Transaction, sender_hash: str) -> list[inbox.InboxRow]:
        nonlocal refusals
        refusals += 1
        if refusals == 1:
            raise DiskTrouble("The disk reported an error.")
        return await real(tx, sender_hash)

    monkeypatch.setattr(inbox, "waiting", refuses)  # the disk's refusal, which a test cannot bring about itself
    sanne.look()
    walk.simulator.type(sanne.person, "de drukte")
    async with asyncio.timeout(20):
        await walk.demo.settled()
    assert refusals > 1
    assert len(sanne.news()) == 1, sanne.says()


async def test_a_database_that_broke_is_tried_again_with_pauses(walk: Walk) -> None:
    """Nothing of the inbox can be read: the turn says so to whoever called it, instead of beginning again at once, for ever.

    Guard: `Talk._failed` raises where no row was read.
    """
    await walk.member()
    sender = walk.rows("identity")[-1]["id_hash"]
    async with walk.store.transaction() as tx:
        await tx._database.execute_fetchall("ALTER TABLE inbox RENAME TO elsewhere")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        async with asyncio.timeout(20):
            await walk.app.intake._talk.handle(sender)
    async with walk.store.transaction() as tx:
        await tx._database.execute_fetchall("ALTER TABLE elsewhere RENAME TO inbox")


async def test_a_message_that_a_fault_left_behind_is_handled_without_a_restart(walk: Walk) -> None:
    """The turn broke before any row was read, so nobody was told to try again: within a minute it is found.

    Guard: `Housekeeping.settle` takes up whoever waits.
    """
    sanne = await walk.member()
    await sanne.press("Ik twijfel")
    sanne.look()
    async with walk.store.transaction() as tx:
        await tx._database.execute_fetchall("ALTER TABLE identity RENAME TO elsewhere")
    walk.simulator.type(sanne.person, "de drukte")
    await walk.simulator.wait_until(lambda: walk.simulator.world.updates.pending == 0)
    await walk.app.intake.idle()
    async with walk.store.transaction() as tx:
        await tx._database.execute_fetchall("ALTER TABLE elsewhere RENAME TO identity")
    await walk.app.housekeeping.settle()
    await walk.app.intake.idle()
    assert [row["state"] for row in walk.rows("inbox")].count("waiting") == 1
    walk.demo.settable.move_to(walk.now + LOOK_EVERY)
    async with asyncio.timeout(20):
        await walk.demo.settled()
    assert {row["state"] for row in walk.rows("inbox")} == {"handled"}
    assert len(sanne.news()) == 1, sanne.says()


@pytest.mark.parametrize("refusal", [ForeignDatabase("The database is damaged."), Conflict("Somebody else was first.")])
async def test_a_message_is_not_set_aside_for_what_is_no_fault_of_it(
    walk: Walk, monkeypatch: pytest.MonkeyPatch, refusal: StorageError
) -> None:
    """A damaged database, and a turn that was overtaken, more often than a thing may fail: it is answered all the same.

    Guard: `SURROUNDINGS` and `OVERTAKEN` in `talk`.
    """
    monkeypatch.setattr("bot.services.intake.RETRY_SECONDS", (0.01, 0.02))
    sanne = await walk.member()
    await sanne.press("Ik twijfel")
    real, refusals = inbox.handled, 0

    async def refuses(tx: Transaction, ids: Collection[int]) -> None:
        nonlocal refusals
        refusals += 1
        if refusals <= GIVE_UP + 1:
            raise refusal
        await real(tx, ids)

    monkeypatch.setattr(inbox, "handled", refuses)  # the refusal, which a test cannot bring about itself
    async with asyncio.timeout(20):
        await sanne.type("de drukte")
    assert refusals == GIVE_UP + 2
    assert {row["state"] for row in walk.rows("inbox")} == {"handled"}
    assert {row["attempts"] for row in walk.rows("inbox")} == {0}
    assert len(sanne.news()) == 1, sanne.says()


async def test_a_message_that_is_overtaken_for_ever_is_set_aside(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beginning again has an end: then it counts as a failure, as any other."""
    sanne = await walk.member()
    await sanne.press("Ik twijfel")

    async def refuses(tx: Transaction, ids: Collection[int]) -> None:
        raise Conflict("Somebody else was first.")

    monkeypatch.setattr(inbox, "handled", refuses)  # a fault of ours, which a test cannot bring about itself
    async with asyncio.timeout(20):
        assert "Er ging iets mis bij mij." in await sanne.type("de drukte")
    assert [row["state"] for row in walk.rows("inbox")].count("aside") == 1


async def test_a_restart_in_the_middle_loses_nothing(tmp_path: Path, library: Library) -> None:
    """Stopped in a talk, started again: the answer given meanwhile is taken, the plan reminds, nothing comes twice."""
    clock = SettableClock(START)
    async with telegram(clock) as (simulator, url):
        async with bot_at(tmp_path, simulator, url, clock, library) as walk:
            sanne = await walk.member()
            await sanne.do(*PLAN[:5])
        simulator.type(sanne.person, PLAN[5])
        async with bot_at(tmp_path, simulator, url, clock, library) as walk:
            sanne = Phone(walk, sanne.person)
            await walk.demo.settled()
            assert "Rijden kun je al." in sanne.transcript()
            await sanne.do(*PLAN[6:])
        async with bot_at(tmp_path, simulator, url, clock, library) as walk:
            sanne = Phone(walk, sanne.person)
            await walk.at("2026-11-27", "10:00")
            assert sanne.transcript().count("Je plan is nu") == 1
        said = [message.text for message in simulator.chat(sanne.person) if message.from_bot]
    assert len(said) == len(set(said))


async def test_torn_down_between_any_two_moments_nothing_is_lost(tmp_path: Path, library: Library) -> None:
    """Killed right after each act, before the reply is out: after the next start the talk stands where it should."""
    clock = SettableClock(START)
    async with telegram(clock) as (simulator, url):
        async with bot_at(tmp_path, simulator, url, clock, library) as walk:
            sanne = await walk.member()
        for act in ("Ik twijfel", "Iets leren"):
            async with bot_at(tmp_path, simulator, url, clock, library, patient=False) as walk:
                await walk.demo.settled()
                simulator.press(sanne.person, label=act)
                await asyncio.sleep(0)
        async with bot_at(tmp_path, simulator, url, clock, library) as walk:
            await walk.demo.settled()
            sanne = Phone(walk, sanne.person)
            assert "Denk aan een werkdag die goed ging." in sanne.transcript()
            assert sanne.transcript().count("Denk aan een werkdag die goed ging.") <= 2


def edited(tmp_path: Path, library: Library) -> Library:
    """The content with a choice inserted above the others in the first question, and other words."""
    own = tmp_path / "conversations"
    own.mkdir(parents=True)
    source = next(path for path in SHIPPED.rglob("wat_wil_je.yaml"))
    text = source.read_text()
    before = "        weet_het: {label: Ik weet het precies,"
    assert text.count(before) == 1
    text = text.replace(before, "        eerst: {label: Eerst iets anders, go: niks}\n" + before)
    text = text.replace("Wat komt als eerste bij je op?", "Wat komt er nu bij je op?")
    target = tmp_path / "nl" / "conversations"
    target.mkdir(parents=True)
    (target / "wat_wil_je.yaml").write_text(text)
    own.rmdir()
    return load([SHIPPED, tmp_path], acts=ACTS)


async def test_a_script_edited_under_a_running_talk_does_not_change_that_talk(
    walk: Walk, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A choice inserted above: the running talk keeps its words and ways; a new talk has the new ones."""
    sanne = await walk.member()
    walk.app.house.library = edited(tmp_path_factory.mktemp("content"), library)
    assert "Wat komt als eerste bij je op?" in await sanne.press("Ik twijfel")
    await sanne.type("/terug")
    assert sanne.labels() == ["Ik weet het precies", "Ik twijfel", "Eigenlijk niks"]
    bo = await walk.member("Bo")
    assert bo.labels()[0] == "Eerst iets anders"
    assert "Wat komt er nu bij je op?" in await bo.press("Ik twijfel")


async def test_a_pinned_talk_survives_a_restart_with_edited_scripts(
    tmp_path: Path, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """After a start with new content the old version is read from the database."""
    clock = SettableClock(START)
    newer = edited(tmp_path_factory.mktemp("content"), library)
    async with telegram(clock) as (simulator, url):
        async with bot_at(tmp_path, simulator, url, clock, library) as walk:
            sanne = await walk.member()
        async with bot_at(tmp_path, simulator, url, clock, newer) as walk:
            sanne = Phone(walk, sanne.person)
            assert "Wat komt als eerste bij je op?" in await sanne.press("Ik twijfel")


async def test_a_version_stays_while_a_talk_needs_it_and_then_goes(
    walk: Walk, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """On the disk and in memory: the sweep spares the version of an open talk for months, and takes it with the talk."""
    sanne, bo = await walk.member(), await walk.member("Bo")
    (old,) = {row["version"] for row in walk.rows("session")}
    assert old == library.bundle("kennismaking").version
    walk.app.house.library = edited(tmp_path_factory.mktemp("content"), library)
    talks = walk.app.housekeeping.talks
    await walk.by(days=60)
    await sanne.press("Verder")
    await sanne.do(*PLAN[:4])
    assert "Wat komt als eerste bij je op?" in await bo.press("Ik twijfel")
    assert talks.pinned == {old}
    await walk.by(days=60)
    assert old in {row["version"] for row in walk.rows("script_version")}
    assert talks.pinned == {old}
    await sanne.do(*PLAN[4:])
    assert len(walk.rows("intention")) == 1
    assert old in {row["version"] for row in walk.rows("session")}
    await walk.by(days=91)
    assert old not in {row["version"] for row in walk.rows("script_version")}
    assert old not in {row["version"] for row in walk.rows("session")}
    assert talks.pinned == set()
    await bo.type("/menu")
    await bo.talk("Wat wil je?")
    assert bo.labels()[0] == "Eerst iets anders"


async def test_an_update_given_twice_is_answered_once(walk: Walk) -> None:
    """Telegram may repeat: the same update is known."""
    sanne = await walk.member()
    sanne.look()
    simulator = walk.simulator
    simulator.press(sanne.person, label="Ik twijfel")
    update = simulator.world.updates.head()
    assert update is not None
    simulator.world.updates.insert(update)
    await walk.demo.settled()
    assert len(sanne.news()) == 1
    simulator.world.updates.insert(update)
    await walk.demo.settled()
    assert len(sanne.news()) == 1


class Unconfirmed:
    """A Telegram that delivers messages and keeps the bot waiting for the answer."""

    def __init__(self) -> None:
        self.confirmed = asyncio.Event()

    async def before(self, call: Call) -> None: ...

    async def after(self, call: Call) -> None:
        if call.method == "sendMessage":
            await self.confirmed.wait()


async def test_an_answer_to_a_question_counts_for_it_though_its_delivery_is_not_confirmed(walk: Walk) -> None:
    """The line hangs after the question arrived, and somebody is quicker: their words are not added to the answer before."""
    sanne = await walk.member()
    await sanne.press("Ik weet het precies")
    walk.simulator.interference = line = Unconfirmed()
    walk.simulator.type(sanne.person, "ik wil mijn certificaat halen")
    await walk.simulator.wait_for(sanne.person, "Wat verandert er voor jou als dat lukt?")
    walk.simulator.type(sanne.person, "dan kan ik van de inpak af")
    await walk.simulator.wait_until(lambda: walk.simulator.world.updates.pending == 0)
    await walk.app.intake.idle()
    walk.simulator.interference = None
    line.confirmed.set()
    await walk.demo.settled()
    assert "Wat heb je er al voor gedaan?" in sanne.chat()[-1].text
    assert sanne.transcript().count("Wat verandert er voor jou als dat lukt?") == 1


async def test_a_reply_that_is_tried_again_is_not_overtaken_by_the_next(walk: Walk) -> None:
    """Guard: only the first in line is handed to the dispatcher without being looked up."""
    sanne = await walk.member()
    await sanne.press("Ik weet het precies")
    trouble = walk.simulator.faults.error(502, method="sendMessage")
    walk.simulator.type(sanne.person, "ik wil mijn certificaat halen")
    await walk.simulator.wait_until(lambda: trouble.hits == 1)
    walk.simulator.type(sanne.person, "dan kan ik van de inpak af")
    await walk.simulator.wait_for(sanne.person, "Wat heb je er al voor gedaan?")
    await walk.demo.settled()
    said = sanne.transcript()
    assert said.index("Wat verandert er voor jou als dat lukt?") < said.index("Wat heb je er al voor gedaan?")
    assert said.count("Wat verandert er voor jou als dat lukt?") == 1


def test_the_start_is_a_monday_morning() -> None:
    """The dates in these walks rest on it."""
    assert START.astimezone(tz=None) == datetime.fromisoformat("2026-11-23T09:00:00+00:00")
    assert START.weekday() == 0


async def test_somebody_whose_key_was_lost_begins_again_with_a_link(walk: Walk) -> None:
    """An older keys.db was restored: typed words wait for the right one, a link begins anew."""
    sanne = await walk.finished("Sanne")
    (row,) = walk.rows("person")
    with sqlite3.connect(walk.app.store.path.parent / "keys.db") as keys:
        keys.execute("DELETE FROM person_key")
    walk.app.store.vault._people.clear()  # as after a restart: no key is remembered
    await sanne.type("hallo")
    assert [each["id"] for each in walk.rows("person")] == [row["id"]]
    await sanne.open(await walk.link())
    assert "Hoe mag ik je noemen?" in await sanne.press("Ja, ik doe mee")
