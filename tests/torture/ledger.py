"""What people said and what reached their phones, from the books of the simulated Telegram, and the balance of the two.

The bot counts nothing here. Every word said is unique, and the counting talk (content/) names the word it answers, so:

- *handled once*: of everything said there is exactly one distinct answer, and the talk stands as far as it should;
- *arrived*: that answer is on the phone, nothing that was due waits on the disk, nothing was dropped or set aside;
- *doubled*: the same message twice on a phone, which may only be the one in flight there when the bot was killed.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.simulator import Simulator
from bot.simulator.state import Person
from storage.columns import Instant
from storage.files import DATABASE

WORD = re.compile(r"p\d+w\d+")
ANSWERS = ("Gehoord:", "Dan hoorde ik:")
"""How the answer to a word begins."""
WELCOME = "Dag, ik ben"
"""How the only message begins that goes to somebody who takes no part yet. In the dispatcher's eyes that is another
recipient than the person they become with their yes, so in that moment two may be in flight to one chat."""
UNASKED = "Bericht"
"""How a message begins that is no answer, but was put in the outbox to be said at a moment of its own."""


@dataclass(frozen=True)
class Heard:
    """A message on a phone. `life` is the number of the bot's life that sent it, from 1."""

    id: int
    text: str
    life: int

    @property
    def words(self) -> list[str]:
        """The words it is the answer to; none where it is about a press, or about no word."""
        return WORD.findall(self.text) if self.text.startswith(ANSWERS) else []


@dataclass
class Account:
    """One person's side of the ledger. `acts`: a link, a press or a word each; `in_turn`: each after the last answer."""

    person: Person
    in_turn: bool
    acts: list[str] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    promised: list[str] = field(default_factory=list)
    """What is to come by itself."""

    @property
    def words(self) -> list[str]:
        """What was typed."""
        return [act for act in self.acts if WORD.fullmatch(act)]

    def distinct(self) -> list[Heard]:
        """The answers that were heard, each once."""
        answers = [heard for heard in self.heard if not heard.text.startswith(UNASKED)]
        return list({heard.text: heard for heard in reversed(answers)}.values())[::-1]

    def unanswered(self) -> list[str]:
        """What was said and has no answer, in words."""
        answered = {word for heard in self.heard for word in heard.words}
        missing = [word for word in self.words if word not in answered]
        presses = self.in_turn and len(self.distinct()) < len(self.acts) and not missing
        return [*missing, *(["a press"] if presses else [])]


class Ledger:
    """The accounts of everybody, kept up with what Telegram's books say. Call `look` before reading."""

    def __init__(self, simulator: Simulator) -> None:
        self.accounts: dict[int, Account] = {}
        self.lives = 0
        self._simulator = simulator
        self._read = 0

    def open(self, person: Person, *, in_turn: bool) -> Account:
        """An account for somebody new."""
        account = self.accounts[person.id] = Account(person, in_turn)
        return account

    def look(self) -> None:
        """Read on in the books, as far as it is sure what took effect."""
        for call in self._simulator.ledger.calls[self._read :]:
            if call.method == "getMe":
                self.lives += 1  # the first thing a new process does; what a dead one left in the line came before
            elif call.method == "sendMessage" and call.chat in self.accounts:
                if not call.effect and not call.outcome:
                    return  # under way: it may still take effect
                if call.effect and call.message:
                    text = str(call.parameters["text"])
                    self.accounts[call.chat].heard.append(Heard(call.message, text, self.lives))
            self._read += 1

    @property
    def updates(self) -> list[int]:
        """The ids of everything that was ever for the bot."""
        return [entry.update_id for entry in self._simulator.ledger.updates]

    @property
    def waiting(self) -> int:
        """How much Telegram still holds for the bot."""
        return self._simulator.world.updates.pending

    def unanswered(self) -> int:
        """How much was said that has no answer yet."""
        return sum(len(account.unanswered()) for account in self.accounts.values())

    def said(self) -> int:
        """How much was said."""
        return sum(len(account.acts) for account in self.accounts.values())

    def delivered(self) -> int:
        """How many different messages arrived."""
        return sum(len(account.distinct()) for account in self.accounts.values())

    def doubles(self) -> int:
        """How many arrived once more than they should."""
        return sum(
            len(account.heard) - len({heard.text for heard in account.heard}) for account in self.accounts.values()
        )

    def promised(self) -> int:
        """How many were to come by themselves."""
        return sum(len(account.promised) for account in self.accounts.values())

    def findings(self) -> list[str]:
        """What does not balance on the phones, a sentence each."""
        self.look()
        found = []
        if len(self.updates) != self.said():
            found.append(f"the ledger itself is wrong: {self.said()} acts, {len(self.updates)} updates")
        for account in self.accounts.values():
            name = account.person.first_name
            found += [f"{name}: {what}" for what in (*_lost(account), *_handled_twice(account), *_doubled(account))]
            stands = [message.id for message in self._simulator.chat(account.person) if message.from_bot]
            if stands != [heard.id for heard in account.heard]:
                found.append(f"{name}: the ledger itself is wrong: the phone shows other messages than were taken down")
        return found


def _lost(account: Account) -> list[str]:
    came = {heard.text for heard in account.heard}
    return [
        *(f"{what} was said and never answered" for what in account.unanswered()),
        *(f"{text!r} was to be said and never came" for text in account.promised if text not in came),
    ]


def _handled_twice(account: Account) -> list[str]:
    distinct = account.distinct()
    times = Counter(word for heard in distinct for word in heard.words)
    found = [f"{word} was answered {count} times, in different words" for word, count in times.items() if count > 1]
    noted = Counter(word for heard in distinct if not heard.words for word in WORD.findall(heard.text))
    found += [f"a press about {word} was taken {count} times" for word, count in noted.items() if count > 1]
    if account.in_turn and len(distinct) > len(account.acts):
        found.append(f"{len(account.acts)} things said, {len(distinct)} different answers")
    order = [word for heard in distinct for word in heard.words]
    if order != sorted(order):
        found.append(f"answers came out of order: {' '.join(order)}")
    return found


def _doubled(account: Account) -> list[str]:
    """Within one life nothing may come twice; across a kill one message a chat may."""
    lives: dict[str, list[int]] = {}
    for heard in account.heard:
        lives.setdefault(heard.text, []).append(heard.life)
    found = []
    again: Counter[int] = Counter()
    for text, came in lives.items():
        first_line = text.partition("\n")[0]
        found += [
            f"{first_line!r} came {count} times within life {life}"
            for life, count in Counter(came).items()
            if count > 1
        ]
        if not text.startswith(WELCOME):
            again.update(sorted(set(came))[:-1])
    found += [
        f"{count} messages that life {life} had sent came again after it" for life, count in again.items() if count > 1
    ]
    return found


def waits_on_disk(data: Path, now: datetime) -> tuple[int, int]:
    """How many updates and how many due messages the bot has not dealt with, read past its code."""
    due = Instant().process_bind_param(now, None)  # type: ignore[arg-type]
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        (updates,) = connection.execute("SELECT count(*) FROM inbox WHERE state = 'waiting'").fetchone()
        (messages,) = connection.execute(
            "SELECT count(*) FROM outbox WHERE state = 'waiting' AND (due_at <= ? OR form = 'message')", (due,)
        ).fetchone()
    return updates, messages


def left_on_disk(data: Path, ledger: Ledger, now: datetime) -> list[str]:
    """What the bot's own files say at the end: all is kept, nothing waits, nothing was set aside or dropped."""
    updates, messages = waits_on_disk(data, now)
    found = []
    if updates:
        found.append(f"{updates} updates still wait in the inbox")
    if messages:
        found.append(f"{messages} messages that are due still wait in the outbox")
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        (aside,) = connection.execute("SELECT count(*) FROM inbox WHERE state = 'aside'").fetchone()
        kept = Counter(number for (number,) in connection.execute("SELECT update_id FROM inbox"))
        dropped = connection.execute("SELECT kind, reason FROM outbox WHERE state = 'dropped'").fetchall()
        turns = Counter(revision for (revision,) in connection.execute("SELECT revision FROM session"))
    if sound != "ok":
        found.append(f"the database is damaged: {sound}")
    if aside:
        found.append(f"{aside} updates were set aside")
    found += [f"update {number} never came into the inbox" for number in ledger.updates if not kept[number]]
    found += [f"update {number} was kept {count} times" for number, count in kept.items() if count > 1]
    found += [f"a message was dropped: {kind}, {reason}" for kind, reason in dropped]
    # joining begins the talk with the second act, and every act is one step
    should = Counter(len(each.acts) for each in ledger.accounts.values() if each.in_turn and len(each.acts) > 1)
    if should - turns:
        found.append(f"talks do not stand where they should: after {dict(should - turns)} acts none has that revision")
    return found
