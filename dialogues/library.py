"""All content together: what can be said, by id, in every language. Made by `load`, immutable afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from dialogues.bundle import Bundle
from dialogues.model import Contact, Nudge, Script, Story

BASE = "nl"
"""The language that is complete; others fall back to it."""


class Library:
    """Scripts per language, nudges, stories, standing phrases and contacts."""

    def __init__(
        self,
        scripts: Mapping[str, Mapping[str, Script]],
        *,
        phrases: Mapping[str, Mapping[str, str]],
        nudges: Iterable[Nudge] = (),
        stories: Iterable[Story] = (),
        contacts: Iterable[Contact] = (),
        contacts_checked: str = "",
    ) -> None:
        self.scripts = {BASE: scripts[BASE], **{language: of for language, of in scripts.items() if language != BASE}}
        self._phrases = {language: {**phrases[BASE], **of} for language, of in phrases.items()}
        self.nudges = tuple(nudges)
        self.stories = {story.id: story for story in stories}
        self.contacts = {contact.id: contact for contact in contacts}
        self.contacts_checked = contacts_checked
        self._bundles: dict[str, Bundle] = {}

    def phrases(self, language: str) -> Mapping[str, str]:
        """The bot's standing words in a language, in the base language where they are not translated."""
        return self._phrases.get(language) or self._phrases[BASE]

    def bundle(self, root: str) -> Bundle:
        """A conversation with all it calls. Raises KeyError for an unknown id."""
        if root not in self._bundles:
            needed = self._called(root)
            scripts = {
                language: {name: of[name] for name in needed if name in of} for language, of in self.scripts.items()
            }
            self._bundles[root] = Bundle(root, {language: of for language, of in scripts.items() if of})
        return self._bundles[root]

    def _called(self, root: str) -> list[str]:
        found, waiting = [root], [root]
        while waiting:
            for step in self.scripts[BASE][waiting.pop()].steps:
                if step.call is not None and step.call.script not in found:
                    found.append(step.call.script)
                    waiting.append(step.call.script)
        return found

    @cached_property
    def menu(self) -> tuple[Script, ...]:
        """The conversations somebody can choose, in the order of their ids."""
        return tuple(script for _, script in sorted(self.scripts[BASE].items()) if script.menu)
