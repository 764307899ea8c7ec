"""Who talks in the bench, and what they type: the same updates for every contestant, as Telegram sends them.

Standard library only: peers run it in an environment without ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

PEOPLE = 200
"""So many people, one after another: nobody comes back before all others had their turn."""
ROUNDS = 3
"""So many text questions stand one after another at the beginning of *Wat wil je?*"""
TURNS = PEOPLE * ROUNDS
FIRST_CHAT = 1001
DATE = 1795000000

# Ordinary answers, which no `hears` and no button of the script takes for something else.
WORDS = (
    ("ik wil mijn heftruckcertificaat halen", "dan kan ik van de inpak af", "mijn teamleider gesproken"),
    (
        "Meer rust in het rooster, want nu weet ik het pas op vrijdag",
        "dan zie ik mijn kinderen vaker",
        "een lijstje gemaakt",
    ),
    ("iets met planning doen", "mijn hoofd blijft dan frisser", "een dag meegelopen bij de planning"),
    ("vaker in de vroege dienst werken", "ik slaap dan beter en ben er voor mijn moeder", "gekeken wie wil ruilen"),
    ("de nieuwe machine leren bedienen", "dan hoef ik niet steeds iemand te roepen", "het boekje gelezen"),
    ("mijn mbo-diploma afmaken", "dan kom ik in een hogere schaal", "een mail gestuurd naar het roc"),
    ("Minder tillen op een dag.", "Mijn rug wordt er beter van.", "Met de bedrijfsfysio om tafel gezeten."),
    ("leren hoe je een team aanstuurt", "ik wil later voorman worden", "een boek geleend"),
)


def said(update_id: int, chat: int, text: str) -> dict[str, Any]:
    """An update as Telegram sends it: typed words in a private chat."""
    person = {"id": chat, "first_name": "Sanne"}
    message: dict[str, Any] = {
        "message_id": update_id,
        "from": {**person, "is_bot": False, "language_code": "nl"},
        "chat": {**person, "type": "private"},
        "date": DATE,
        "text": text,
    }
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
    return {"update_id": update_id, "message": message}


def answers(first_update: int, turns: int) -> Iterator[dict[str, Any]]:
    """One free-text answer of one person after another, round after round."""
    for number in range(turns):
        person, round_ = number % PEOPLE, number // PEOPLE
        yield said(first_update + number, FIRST_CHAT + person, WORDS[person % len(WORDS)][round_ % ROUNDS])


def batches(updates: Iterator[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    """So many at once, as Telegram gives them when many wait."""
    while batch := list(islice(updates, size)):
        yield batch


def reply(text: str) -> str:
    """What a peer says back: the words once more and a question, about as long as ours."""
    return f"Dus: {text}\nWat verandert er voor jou als dat lukt?"
