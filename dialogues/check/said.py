"""The words of one step, with the path where each stands."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.model import Step

Path = list[str | int]


def said_texts(step: Step) -> Iterator[tuple[Path, str]]:
    """Everything the bot says in a step; labels of buttons are the person's words and are not among them."""
    for number, text in enumerate((step.say,) if isinstance(step.say, str) else step.say or ()):
        yield ["say"] if isinstance(step.say, str) else ["say", number], text
    for number, other in enumerate(step.instead):
        yield ["instead", number, "say"], other.say
    if step.ask is not None:
        for name, choice in step.ask.buttons.items():
            if choice.say:
                yield ["ask", "buttons", name, "say"], choice.say
        if step.ask.other_prompt:
            yield ["ask", "other_prompt"], step.ask.other_prompt
    if step.ruler is not None:
        yield ["ruler", "why"], step.ruler.why
        for score, words in step.ruler.words.items():
            yield ["ruler", "words", score], words
        if step.ruler.higher:
            yield ["ruler", "higher"], step.ruler.higher


def labels(step: Step) -> Iterator[tuple[Path, str]]:
    """The words on the buttons of a step, on the ends of its scale, and before what it keeps."""
    if step.ask is not None:
        for name, choice in step.ask.buttons.items():
            yield ["ask", "buttons", name], choice.label
        for key in ("other", "low_label", "high_label"):
            if words := getattr(step.ask, key):
                yield ["ask", key], words
    if step.ruler is not None:
        for key in ("low_label", "high_label"):
            if words := getattr(step.ruler, key):
                yield ["ruler", key], words
    if step.note is not None:
        if step.note.title:
            yield ["note", "title"], step.note.title
        for name, words in step.note.lines.items():
            yield ["note", "lines", name], words
    if step.scan is not None:
        for name, words in step.scan.floors.items():
            yield ["scan", "floors", name], words
    if step.offer is not None:
        yield ["offer", "yes"], step.offer.yes
        yield ["offer", "no"], step.offer.no


def messages(step: Step) -> Iterator[tuple[Path, str]]:
    """What stands together in one message: a reply of a button is joined by what follows, so it counts as its own."""
    yield from said_texts(step)
