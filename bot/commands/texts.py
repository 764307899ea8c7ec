"""The commands `texts export`, `import`, `status`: the texts of the content out to a translator and back, by stable ids.

They need no token, no key and no data. Nothing is written before everything was found right, and no file is left half.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from bot.commands.mishap import Refused
from bot.services.settling import ACTS
from dialogues import po
from dialogues.issue import ContentError, Issue
from dialogues.library import BASE
from dialogues.load import LANGUAGE, SHIPPED, Collected, collect
from dialogues.texts import Text, flaws
from dialogues.translation import FILE, Spoken, needed, spoken

Say = Callable[[str], None]


def export(own: Path | None, language: str, target: Path | None, say: Say) -> None:
    """Write every text for a translator; to the terminal without `target`. Raises Refused, ContentError."""
    now = _now(own, language)
    rows = []
    for text in now.texts.values():
        entry = now.entries.get(text.id)
        if entry is None and not needed(language, text):
            continue
        row = po.Row(text) if entry is None else po.Row(text, entry.words, entry.dutch, entry.note)
        rows.append(row)
    if target is None:
        say(po.written(language, rows).rstrip("\n"))
        return
    if target.exists():
        _nothing_lost(target, language, now)
    try:
        po.save(target, po.written(language, rows))
    except OSError as error:
        raise Refused(f"{target} kan niet geschreven worden: {error.strerror}. Kies een andere plek.") from error
    say(f"{target}: {len(rows)} teksten, waarvan {_open(now)} te vertalen.")


def bring(own: Path | None, language: str, file: Path, say: Say) -> None:
    """Take the translations of a file into the organisation's own directory.

    Raises: Refused, ContentError; then nothing was written.
    """
    if own is None:
        raise Refused("Waar moeten de vertalingen heen? Zet de eigen map in AANZET_CONTENT, of noem hem met --content.")
    now = _now(own, language, mended=True)
    try:
        given = po.read(file)
    except ContentError as error:
        raise Refused(f"{error}\nEr is niets overgenomen.") from error
    named = given.language.replace("-", "_").lower()
    if named and language not in (named, named.split("_")[0]):
        raise Refused(f"{file} is in de taal '{given.language}', niet in '{language}'. Er is niets overgenomen.")
    wrong = list(_wrong(given.entries, now))
    if wrong:
        told = f"Er is niets overgenomen vanwege {_many(len(wrong), 'fout', 'fouten')}."
        raise Refused("\n".join([*map(str, sorted(wrong)), told]))
    path = own / language / FILE
    kept = {entry.id: entry for entry in (po.read(path).entries if path.exists() else [])}
    taken = 0
    for entry in given.entries:
        there = now.entries.get(entry.id)
        if not entry.words or entry.unsure:
            continue
        if there is None or (there.dutch, there.words) != (entry.dutch, entry.words):
            kept[entry.id] = entry
            taken += 1
    if taken:
        order = {name: number for number, name in enumerate(now.texts)}
        rows = [
            po.Row(Text(entry.id, entry.dutch), entry.words, note=entry.note, unsure=entry.unsure)
            for entry in sorted(kept.values(), key=lambda entry: order.get(entry.id, len(order)))
        ]
        try:
            po.save(path, po.written(language, rows))
        except OSError as error:
            raise Refused(f"{path} kan niet geschreven worden: {error.strerror}. Kijk naar de rechten.") from error
    unsure = sum(entry.unsure and bool(entry.words) for entry in given.entries)
    say(f"{path}: {_many(taken, 'tekst', 'teksten')} overgenomen." if taken else "Er is niets nieuws.")
    if unsure:
        say(f"Overgeslagen: {_many(unsure, 'tekst', 'teksten')} met 'fuzzy' (nog nakijken).")
    say(_sum(_now(own, language)))


def status(own: Path | None, language: str, say: Say) -> None:
    """Tell what is missing, what is stale, and what belongs to nothing. Raises Refused, ContentError."""
    now = _now(own, language)
    for head, names in (
        ("Verouderd: het Nederlands is veranderd na het vertalen", [text.id for text, _ in now.stale]),
        ("Ontbreekt: hier staat nog Nederlands", [text.id for text in now.missing]),
        ("Hoort nergens meer bij", [f"{entry.id}  ({entry.where})" for entry in now.lost]),
    ):
        if names:
            say(f"{head} ({len(names)})")
            for name in names:
                say(f"  {name}")
    say(_sum(now))


def _now(own: Path | None, language: str, *, mended: bool = False) -> Spoken:
    """The content as it is in this language. `mended`: mistakes in the translations do not stand in the way."""
    if not LANGUAGE.fullmatch(language):
        what = "Nederlands is de taal waaruit vertaald wordt" if language == BASE else f"'{language}' is geen taal"
        raise Refused(f"{what}: noem een taal in twee letters, zoals en, de of pl.")
    found = collect([SHIPPED] if own is None else [SHIPPED, own], acts=ACTS)
    now = found.languages.get(language) or _silent(own, language, found)
    allowed = {id(issue) for issue in now.issues} if mended else set[int]()
    if issues := [issue for issue in found.issues if id(issue) not in allowed]:
        raise ContentError(issues)
    return now


def _silent(own: Path | None, language: str, found: Collected) -> Spoken:
    """A language of which there is nothing yet."""
    return spoken(language, [((own or SHIPPED) / language / FILE, [])], found.content)


def _wrong(entries: Iterable[po.Entry], now: Spoken) -> Iterable[Issue]:
    """What stands in the way of taking these in. What was made of older Dutch is measured by that Dutch."""
    for entry in entries:
        if not entry.words or entry.unsure:
            continue
        text = now.texts.get(entry.id)
        if text is None:
            what = f"er is geen tekst '{entry.id}'"
            remedy = "haal dit stuk weg uit het bestand: de tekst is er niet meer, of heet anders"
            yield Issue(entry.where, "W176", what, remedy)
            continue
        for flaw in flaws(replace(text, dutch=entry.dutch), entry.words):
            yield Issue(entry.where, flaw.code, flaw.what, flaw.remedy)


def _nothing_lost(target: Path, language: str, now: Spoken) -> None:
    """Refuse to write over translations that were not taken in yet."""
    try:
        there = po.read(target)
    except ContentError as error:
        raise Refused(f"{target} bestaat al, en is geen PO-bestand. Kies een andere naam.") from error
    new = 0
    for entry in there.entries:
        kept = now.entries.get(entry.id)
        new += bool(entry.words) and (kept is None or kept.words != entry.words)
    if new:
        told = _many(new, "vertaling die nog nergens anders staat", "vertalingen die nog nergens anders staan")
        raise Refused(
            f"{target} bestaat al, met {told}. Doe eerst:"
            f" aanzet texts import {language} {target}. Of kies een andere naam."
        )


def _open(now: Spoken) -> int:
    return len(now.missing) + len(now.stale)


def _sum(now: Spoken) -> str:
    total = now.done + _open(now)
    return (
        f"{now.language}: {now.done} van {total} teksten vertaald,"
        f" {len(now.missing)} {'ontbreekt' if len(now.missing) == 1 else 'ontbreken'}, {len(now.stale)} verouderd."
    )


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
