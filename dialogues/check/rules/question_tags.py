"""E221: an open question cannot be answered yes or no, and takes own words; E222: an open question is not called closed."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.check.talk import Talk
from dialogues.check.wording import asked, form, invites
from dialogues.issue import Issue
from dialogues.model import Ask, Step


def check(talk: Talk) -> Iterator[Issue]:
    """Looks at every step with such a tag."""
    for step in talk.script.steps:
        ask = step.ask
        if ask is None and step.ruler is None:
            continue
        for path, text in _questions(step):
            forms = [form(question) for question in asked(text)]
            if "question_open" in step.mi:
                if (forms and forms[-1] == "closed") or (not forms and not invites(text)):
                    what = (
                        f"op '{asked(text)[-1]}' kan iemand ja of nee zeggen" if forms else "hier staat geen open vraag"
                    )
                    remedy = "begin de vraag met wat, hoe, waar of welke, of maak er question_closed van"
                    yield Issue(talk.where(step, *path), "E221", what, remedy)
                    break
                if ask is None or not _own_words(ask):
                    remedy = "geef ruimte om te typen (text, other of typed), of maak er question_closed van"
                    yield Issue(
                        talk.where(step, "mi"), "E221", "een open vraag met alleen knoppen is niet open", remedy
                    )
                    break
            closed = "question_closed" in step.mi and "question_open" not in step.mi
            if closed and ask is not None and ask.kind == "text" and forms and forms[-1] == "open":
                what = f"'{asked(text)[-1]}' is een open vraag"
                yield Issue(talk.where(step, "mi"), "E222", what, "maak er question_open van")
                break


def _questions(step: Step) -> Iterator[tuple[list[str | int], str]]:
    if step.say is not None:
        yield (["say"], step.say) if isinstance(step.say, str) else (["say", len(step.say) - 1], step.say[-1])
    for number, other in enumerate(step.instead):
        yield ["instead", number, "say"], other.say


def _own_words(ask: Ask) -> bool:
    return ask.kind in ("text", "moment") or ask.other is not None or ask.typed is not None
