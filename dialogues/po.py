"""Reads and writes translations as PO (gettext), which every translator's program opens. The only part that knows PO.

One file a language, `en/texts.po`, is both what the bot speaks from and what is exported: `msgctxt` holds the stable id, `msgid`
the Dutch that was translated, `msgstr` the translation. So each translation remembers what it is a translation of; when the Dutch
changes, both stand side by side and the difference is what is stale. `fuzzy` means: not sure, don't use.
Format: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polib

from dialogues.check.english import reason
from dialogues.issue import ContentError, Issue, Where
from dialogues.texts import Text

_LINE = re.compile(r"line (\d+)")
_WORDS = re.compile(r'(?:#~ )?(?:msg(?:ctxt|id|id_plural|str|str\[\d+\])\s*)?(".*)')
_ENDED = re.compile(r'"(?:[^"\\]|\\.)*"')

_REMEDY = "zet deze regel goed; een programma voor vertalers, zoals Poedit, maakt ze vanzelf goed"


@dataclass(frozen=True, slots=True)
class Entry:
    """A translation: of which text, of which Dutch, in which words (empty: not yet), and where it is written.

    `unsure`: marked `fuzzy`, so not to be used.
    """

    id: str
    dutch: str
    words: str
    where: Where
    unsure: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A text to be written: its words so far, the Dutch those were made of where that was another, the translator's own note."""

    text: Text
    words: str = ""
    made_of: str | None = None
    note: str = ""
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """What stands in a PO file."""

    language: str
    entries: list[Entry]


def read(path: Path) -> File:
    """Every entry of a file, each id once.

    Raises:
        ContentError: when it cannot be read (E101, E102), is no PO (E170), or holds an id twice (E141).
    """
    try:
        raw = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(path, 1, "E102", "dit bestand is geen UTF-8", "bewaar het als UTF-8") from error
    except OSError as error:
        what = f"dit bestand kan niet open: {reason(error)}"
        raise _refused(path, 1, "E101", what, "kijk naar het pad en de rechten") from error
    for number, line in enumerate(raw.splitlines(), 1):
        # polib takes the last character of a text whose quote is missing for the quote: nothing may be lost
        if (said := _WORDS.fullmatch(line.strip())) and not _ENDED.fullmatch(said[1]):
            what = "een aanhalingsteken ontbreekt, of er staat er een zonder \\ ervoor"
            raise _refused(path, number, "E170", what, _REMEDY)
    try:
        po = polib.pofile(raw + "\n")  # with a line end it is never taken for a path
    except OSError as error:
        place = _LINE.search(str(error))
        what = "dit is geen goed PO-bestand: deze regel hoort hier niet"
        raise _refused(path, int(place[1]) if place else 1, "E170", what, _REMEDY) from error
    entries: dict[str, Entry] = {}
    for found in po:
        if found.obsolete:
            continue
        where = Where(path, found.linenum or 1)
        if not found.msgctxt:
            what = "hier ontbreekt msgctxt: de naam van de tekst"
            raise ContentError([Issue(where, "E170", what, "exporteer opnieuw, en vertaal in dat bestand")])
        if found.msgctxt in entries:
            what = f"'{found.msgctxt}' staat ook al op regel {entries[found.msgctxt].where.line}"
            raise ContentError([Issue(where, "E141", what, "haal een van de twee weg")])
        words = found.msgstr.strip()
        entries[found.msgctxt] = Entry(found.msgctxt, found.msgid, words, where, found.fuzzy, found.tcomment)
    return File(po.metadata.get("Language", ""), list(entries.values()))


def written(language: str, rows: Iterable[Row]) -> str:
    """A whole file. What was made of other Dutch is marked `fuzzy`, with that Dutch beside it."""
    po = polib.POFile(wrapwidth=0)
    po.header = "De teksten van Aanzet, om te vertalen. Hoe dat gaat, staat in docs/vertalen.md."
    po.metadata = {
        "Project-Id-Version": "Aanzet",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for row in rows:
        stale = row.made_of is not None and row.made_of != row.text.dutch
        entry = polib.POEntry(
            msgctxt=row.text.id,
            msgid=row.text.dutch,
            msgstr=row.words,
            comment="\n".join(_advice(row.text)),
            tcomment=row.note,
            flags=["fuzzy"] if stale or row.unsure else [],
            previous_msgid=row.made_of if stale else None,
        )
        po.append(entry)
    return f"{po}\n"


def save(path: Path, text: str) -> None:
    """Replace a file whole: there is never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.new")
    half.write_text(text, encoding="utf-8")
    half.replace(path)


def _advice(text: Text) -> Iterable[str]:
    if text.limit < 200:
        yield f"Hooguit {text.limit} tekens."
    if text.kind == "messages":
        yield "Dit zijn losse berichten. Laat de regels met --- staan."
    if text.kind == "wordings":
        yield "Wat mensen ook typen. Elk woord of zinnetje op een eigen regel. Meer of minder mag."
    elif text.kept:
        yield f"Laat staan: {'  '.join(text.kept)}"


def _refused(path: Path, line: int, code: str, what: str, remedy: str) -> ContentError:
    return ContentError([Issue(Where(path, line), code, what, remedy)])
