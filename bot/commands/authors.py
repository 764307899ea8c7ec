"""What an author does with one conversation: `play` it, draw it (`graph`). Needs no token, key or data; its words are Dutch."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Event, Thread

from bot.commands.mishap import Refused, fault, written
from bot.remarks import remarks
from bot.services.acts import ACT_NAMES
from bot.watching import LOOK_SECONDS, Watch
from dialogues.drawing import svg
from dialogues.graph import mermaid as as_mermaid
from dialogues.issue import ContentError
from dialogues.library import BASE, Library
from dialogues.load import SHIPPED, load
from dialogues.model import Script
from dialogues.play import SIGN, Ask, Play
from dialogues.stage import ZONE, Stage, Unfit

Say = Callable[[str], None]


def library(own: Path | None) -> Library:
    """The shipped content with `own` laid over it. Raises ContentError."""
    return load(_directories(own), acts=ACT_NAMES)


def _directories(own: Path | None) -> list[Path]:
    return [SHIPPED] if own is None else [SHIPPED, own]


def _script(content: Library, name: str, own: Path | None) -> Script:
    """The conversation of this name. Raises Refused, with what comes near."""
    known = content.scripts[BASE]
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"Bedoel je {near[0]}?" if near else f"Kies uit: {', '.join(sorted(known))}."
    if own is None:
        hint += " Staat het in je eigen map? Noem die met --content MAP, of in AANZET_CONTENT."
    raise Refused(f"Er is geen gesprek {name}. {hint}")


def perform(
    own: Path | None,
    script: str,
    *,
    say: Say,
    ask: Ask,
    name: str = "",
    at: str | None = None,
    given: Sequence[str] = (),
    now: datetime | None = None,
    save: Path | None = None,
    watch: bool = False,
) -> None:
    """Play a conversation in the terminal. `save` keeps it as a transcript, ready to be a test; `given` are `name=answer`;
    `watch` goes on with the new words as soon as a file changes.

    Raises: Refused, ContentError.
    """
    seen = Watch(_directories(own))
    content = library(own)
    found = _script(content, script, own)
    if at is not None and at not in {step.id for step in found.steps}:
        raise Refused(f"{script} heeft geen stap {at}. Kies uit: {', '.join(step.id for step in found.steps)}.")
    stage = Stage(script=script, name=name, at=at, given=_given(given))
    if now is not None:
        stage.now = now if now.tzinfo else now.replace(tzinfo=ZONE)
    if own is None:
        say("(De meegeleverde gesprekken. Je eigen map noem je met --content MAP, of in AANZET_CONTENT.)")
    try:
        playing = Play(stage, content, say, stay=watch)
    except Unfit as error:
        raise Refused(f"{error.what}: {error.remedy}.") from None
    if watch:
        with _watching(own, seen, playing, say):
            playing.run(ask)
    else:
        playing.run(ask)
    if save is not None:
        written(save, playing.transcript)
        say(f"Bewaard in {save}. `aanzet test {save}` speelt het na.")


def _given(pairs: Sequence[str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise Refused(f"--given {pair}: schrijf NAAM=ANTWOORD, bijvoorbeeld --given wens='ik wil rust'.")
        found[name.strip()] = value.strip()
    return found


@contextmanager
def _watching(own: Path | None, seen: Watch, playing: Play, say: Say) -> Iterator[None]:
    """Renew the talk whenever a file changed, beside the waiting for what is typed."""
    ended = Event()

    def look() -> None:
        while not ended.wait(LOOK_SECONDS):
            changed = seen.changed()
            if not changed:
                continue
            say(f"\n--- Veranderd: {', '.join(path.name for path in changed)}")
            try:
                playing.renew(library(own))
                for issue in remarks(_directories(own), changed):
                    say(f"Let op: {issue.where}: {issue.what} ({issue.code})\n    → {issue.remedy}")
            except ContentError as error:
                for issue in error.issues:
                    say(str(issue))
                say("--- Je praat verder met de vorige tekst.")
            except Exception as error:  # noqa: BLE001 - told, and the talk goes on
                say(fault(error))
            say(SIGN.rstrip())

    looking = Thread(target=look, name="watch", daemon=True)
    looking.start()
    try:
        yield
    finally:
        ended.set()
        looking.join()


def draw(own: Path | None, script: str, say: Say, output: Path | None = None, *, mermaid: bool = False) -> None:
    """A conversation as a picture: into `output`, or told. Mermaid where asked, where the file is .mmd or .md, or without file.

    Raises: Refused, ContentError.
    """
    if output is not None and output.suffix not in (".svg", ".mmd", ".md"):
        raise Refused(
            f"{output} kan niet: een tekening eindigt op .svg, of op .mmd voor Mermaid."
            f" Schrijf -o {output.with_suffix('.svg')}; elke browser opent het en kan het afdrukken."
        )
    content = library(own)
    found = _script(content, script, own)
    as_text = mermaid or output is None or output.suffix in (".mmd", ".md")
    plans = [name for name, known in content.scripts[BASE].items() if any(step.plan for step in known.steps)]
    drawing = (as_mermaid if as_text else svg)(found, content.phrases(BASE), plans)
    if output is None:
        say(drawing.rstrip("\n"))
    else:
        written(output, drawing)
        say(f"Getekend in {output}. Open het in een browser.")
