"""All content together: what can be said, by id, in every language. Made by `load`, immutable afterwards."""

from __future__ import annotations

from collections.abc import Mapping

from dialogues.bundle import Bundle, spoken_work
from dialogues.model import Contact, Nudge, Offering, Script, SectorWord, Story
from dialogues.render import finish, render
from dialogues.texts import Content

BASE = "nl"
"""The language that is complete; others fall back to it, text by text."""


FORMAL = "nl_u"
"""Dutch with *u*: an edition beside the languages, which falls back to *je* text by text."""


def edition(language: str, address: str) -> str:
    """Which texts somebody reads: those of a language, and in Dutch those of *je* or *u*."""
    return FORMAL if language == BASE and address == "u" else language


class Library:
    """Scripts, nudges, stories, offerings, standing phrases and contacts, in every language there is.

    What has a language as argument gives the words of that language, Dutch where there are none. The rest is structure, the
    same in all languages.
    """

    def __init__(self, base: Content, others: Mapping[str, Content] | None = None, *, checked: str = "") -> None:
        """`others`: by language; they may miss scripts, nothing else. `checked`: when the contacts were last looked up."""
        self._spoken = {BASE: base, **(others or {})}
        self.languages = tuple(self._spoken)
        self.scripts: dict[str, dict[str, Script]] = {name: of.scripts for name, of in self._spoken.items()}
        self.nudges = tuple(base.nudges.values())
        self.stories = base.stories
        self.offerings = base.offerings
        self.contacts = base.contacts
        self.contacts_checked = checked
        self._bundles: dict[str, Bundle] = {}

    def phrases(self, language: str) -> Mapping[str, str]:
        """The bot's standing words."""
        return self._in(language).phrases

    def script(self, name: str, language: str) -> Script:
        """A conversation. Raises KeyError."""
        return self._in(language).scripts.get(name) or self.scripts[BASE][name]

    def nudge(self, name: str, language: str, sector: str = "") -> Nudge:
        """A nudge, in the words of a sector ('': of none). Raises KeyError."""
        found = self._in(language).nudges[name]
        written = {"text": found.text, "button": found.button}
        if not any(words and "{{" in words for words in written.values()):
            return found
        values = {"werk": spoken_work(self._in(language).sectors, sector)}
        said = {key: finish(render(words, values))[0] for key, words in written.items() if words}
        return found.model_copy(update=said)

    def story(self, name: str, language: str) -> Story | None:
        """A story, None when it was withdrawn."""
        return self._in(language).stories.get(name)

    def offering(self, name: str, language: str) -> Offering | None:
        """Something the organisation has, None when it was withdrawn. Whether it has ended, its day `until` says."""
        return self._in(language).offerings.get(name)

    def contact(self, name: str, language: str) -> Contact | None:
        """Somebody to turn to, where the content has them."""
        return self._in(language).contacts.get(name)

    def sectors(self, language: str) -> Mapping[str, SectorWord]:
        """The words that differ by the kind of work."""
        return self._in(language).sectors

    def menu(self, language: str) -> tuple[Script, ...]:
        """The conversations somebody can choose, in the order of their ids."""
        return tuple(self.script(name, language) for name, script in sorted(self.scripts[BASE].items()) if script.menu)

    def _in(self, language: str) -> Content:
        return self._spoken.get(language) or self._spoken[BASE]

    def bundle(self, root: str) -> Bundle:
        """A conversation with all it calls. Raises KeyError for an unknown id."""
        if root not in self._bundles:
            needed = self._called(root)
            scripts = {
                language: {name: of[name] for name in needed if name in of} for language, of in self.scripts.items()
            }
            work = {language: self._spoken[language].sectors for language in self.languages}
            self._bundles[root] = Bundle(root, {language: of for language, of in scripts.items() if of}, work)
        return self._bundles[root]

    def _called(self, root: str) -> list[str]:
        found, waiting = [root], [root]
        while waiting:
            for step in self.scripts[BASE][waiting.pop()].steps:
                if step.call is not None and step.call.script not in found:
                    found.append(step.call.script)
                    waiting.append(step.call.script)
        return found
