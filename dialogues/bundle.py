"""A conversation as it is pinned to a session: the script, the scripts it calls, all languages, and a hash over them.

Editing a file never touches a running talk, because the talk goes on with the bundle it began with, stored as source.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from dialogues.model import END, Ask, Choice, Script, SectorWord, Step

FORMAT = 1
"""Of the stored source. A change that old sources cannot be read under gets a new number and a reader for the old one."""

OFFER = "offer_"
"""Prefix of the variable that holds the answer to an offer."""

YES, NO = "ja", "nee"


_WORK = re.compile(r"\bwerk\.([a-z]\w*)")
"""A sector word in a text."""

Work = Mapping[str, Mapping[str, SectorWord]]
"""Sector words by language and name."""


def spoken_work(words: Mapping[str, SectorWord], sector: str) -> SimpleNamespace:
    """The words of a sector, as texts use them: `werk.overleg`."""
    return SimpleNamespace(**{name: word.of(sector) for name, word in words.items()})


class UnknownFormat(ValueError):
    """A stored conversation was written in a format this program does not know."""


def _expanded(step: Step) -> list[Step]:
    """A ruler is a scale and up to two questions; an offer is a question with yes and no. Everything else is itself."""
    if step.ruler is not None:
        ruler, shared = step.ruler, {"id": step.id, "say": step.say, "instead": step.instead, "when": step.when}
        scale = Ask(scale=ruler.score, low=ruler.low, low_label=ruler.low_label, high_label=ruler.high_label)
        why = {
            "id": f"{step.id}_waarom",
            "say": ruler.why,
            "instead": [{"when": f"{ruler.score} == {score}", "say": words} for score, words in ruler.words.items()],
            "when": f"{ruler.score}.number is not none",
            "mi": ["reflection_simple", "question_open"],  # it says the score back
            "ask": {"text": ruler.reason},
        }
        steps = [Step.model_validate({**shared, "mi": step.mi, "ask": scale}), Step.model_validate(why)]
        if ruler.higher and ruler.need:
            higher = {
                "id": f"{step.id}_hoger",
                "say": ruler.higher,
                "when": f"{ruler.score} < 10",
                "mi": ["question_open"],
                "ask": {"text": ruler.need},
            }
            steps.append(Step.model_validate(higher))
        return steps
    return [step]


def asked(step: Step) -> Ask | None:
    """The question a step asks, an offer's included."""
    if step.offer is not None:
        buttons = {YES: Choice(label=step.offer.yes), NO: Choice(label=step.offer.no)}
        return Ask(choice=OFFER + step.id, buttons=buttons)
    return step.ask


class Compiled:
    """A script made ready to run: expanded steps by id, their order, and every name it may use."""

    def __init__(self, script: Script) -> None:
        self.script = script
        expanded = [part for step in script.steps for part in _expanded(step)]
        self.steps = {step.id: step for step in expanded}
        self.order = [step.id for step in expanded]
        self.asks = {step.id: asked(step) for step in expanded}
        self._next = dict(zip(self.order, [*self.order[1:], END], strict=True))
        self.plan = next((step.plan for step in expanded if step.plan is not None), None)
        self.names = frozenset(self._names())

    def after(self, step_id: str) -> str:
        """The step written after this one, or END."""
        return self._next[step_id]

    def _names(self) -> set[str]:
        names = set(self.script.gives)
        for step in self.steps.values():
            ask = self.asks[step.id]
            if ask is not None:
                names.add(ask.name)
            if step.call is not None:
                names.update(step.call.keep)
        return names


class Bundle:
    """A root script with all it calls, in every language it has.

    `offers` says what it offers (`story`, `offering`) and `plans` whether it keeps plans: nobody looks those up for nothing.
    """

    def __init__(self, root: str, scripts: Mapping[str, Mapping[str, Script]], work: Work | None = None) -> None:
        """`scripts` is language → id → script; the first language is complete, others may miss scripts. `work` as well."""
        self.root = root
        self.languages = tuple(scripts)
        self._source = {
            language: {
                name: script.model_dump(mode="json", exclude_defaults=True) for name, script in sorted(of.items())
            }
            for language, of in scripts.items()
        }
        self._compiled = {
            language: {name: Compiled(script) for name, script in of.items()} for language, of in scripts.items()
        }
        steps = [step for script in scripts[self.languages[0]].values() for step in script.steps]
        self.offers = frozenset(step.offer.what for step in steps if step.offer)
        self.plans = any(step.plan for step in steps)
        self.theme = scripts[self.languages[0]][root].theme
        self._themes: dict[str, str] = {
            step.offer.what: step.offer.theme for step in reversed(steps) if step.offer and step.offer.theme
        }
        used = set(_WORK.findall(json.dumps(self._source)))
        self._work = {
            language: {name: word for name, word in sorted(words.items()) if name in used}
            for language, words in (work or {}).items()
        }
        self.version = hashlib.sha256(self.source().encode()).hexdigest()[:24]

    def theme_of(self, what: str) -> str | None:
        """The theme of what it offers: the first one written at such an offer, or the conversation's own."""
        return self._themes.get(what, self.theme)

    def source(self) -> str:
        """The whole bundle as text to store; `read` makes it again. Keys keep their order: it is the order of the buttons."""
        stored: dict[str, Any] = {"format": FORMAT, "root": self.root, "scripts": self._source}
        if any(self._work.values()):
            stored["work"] = {
                language: {name: word.model_dump(exclude_none=True) for name, word in words.items()}
                for language, words in self._work.items()
            }
        return json.dumps(stored, ensure_ascii=False)

    @classmethod
    def read(cls, source: str) -> Bundle:
        """A bundle from its stored source. Raises `UnknownFormat`."""
        stored: dict[str, Any] = json.loads(source)
        if stored.get("format") != FORMAT:
            raise UnknownFormat(
                f"this conversation was stored in format {stored.get('format')}, this program knows {FORMAT}"
            )
        scripts = {
            language: {name: Script.model_validate(script) for name, script in of.items()}
            for language, of in stored["scripts"].items()
        }
        work = {
            language: {name: SectorWord.model_validate(word) for name, word in words.items()}
            for language, words in stored.get("work", {}).items()
        }
        return cls(stored["root"], dict(sorted(scripts.items(), key=lambda item: item[0] != "nl")), work)

    def work(self, language: str, sector: str) -> SimpleNamespace:
        """The sector words its texts use, in a language; as they were when the conversation was pinned."""
        words = self._work.get(language) or self._work.get(self.languages[0]) or {}
        return spoken_work(words, sector)

    def script(self, name: str, language: str) -> Compiled:
        """A script in a language, or in the first language where it is not translated. Raises KeyError."""
        translated = self._compiled.get(language, {})
        return translated[name] if name in translated else self._compiled[self.languages[0]][name]
