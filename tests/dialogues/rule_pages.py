"""Reads the rule pages of docs/regels: what each says about its code, and its examples, to be run as tests.

Under `## Fout` stand examples that must give exactly the code of the page, under `## Goed` examples that must give nothing.
A block is a conversation. Lines that begin so make it something else:

    # bestand: nl/nudges/duwtjes.yaml   from here on this file; a path that ends in / is a directory
    # codering: latin-1                 the file is written in this encoding
    # vertaal de rest                   the standing words the program needs are translated too
    # map: nergens                      a content directory that is not there comes after this one
    # herhaal 105: - {id: s{n}}         this line so many times, with a number in the place of {n}
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from dialogues.check.report import Report, examine
from dialogues.engine import PHRASES

FOLDER = Path(__file__).parents[2] / "docs" / "regels"
_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^# (bestand|codering|map): (.+)$")
REST = "# vertaal de rest"
_AGAIN = re.compile(r"^( *)# herhaal (\d+): (.*)$")
_ID = re.compile(r"^id: (\w+)$", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """A page with its examples."""

    file: Path
    title: str
    sections: dict[str, str]

    @property
    def code(self) -> str:
        return self.file.stem

    def examples(self, section: str) -> list[str]:
        return _BLOCK.findall(self.sections.get(section, ""))


def pages() -> list[Page]:
    return [read(file) for file in sorted(FOLDER.glob("[EW]*.md"))]


def read(file: Path) -> Page:
    title, *parts = re.split(r"^## ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    sections = {head: body for head, _, body in (part.partition("\n") for part in parts)}
    return Page(file, title, sections)


def run(example: str, home: Path) -> Report:
    """The report on an example, in a directory with the standing words the program needs."""
    phrases = home / "nl" / "phrases.yaml"
    phrases.parent.mkdir(parents=True)
    phrases.write_text(json.dumps({"phrases": dict.fromkeys(PHRASES, "Goed.")}), encoding="utf-8")
    directories, name, encoding = [home], "", "utf-8"
    files: dict[str, tuple[list[str], str]] = {}
    for line in example.splitlines():
        if line == REST:
            files[name][0].extend(f'\nmsgctxt "phrases:{phrase}"\nmsgid "Goed."\nmsgstr "Good."' for phrase in PHRASES)
            continue
        if said := _LINE.match(line):
            match said[1]:
                case "bestand":
                    name = said[2]
                    if name.endswith("/"):
                        (home / name).mkdir(parents=True)
                case "codering":
                    encoding = said[2]
                case "map":
                    directories.append(home / said[2])
            continue
        lines, _ = files.setdefault(name, ([], encoding))
        files[name] = (lines, encoding)
        if again := _AGAIN.match(line):
            lines += [again[1] + again[3].replace("{n}", str(n)) for n in range(int(again[2]))]
        else:
            lines.append(line)
    for path, (lines, written) in files.items():
        text = "\n".join(lines) + "\n"
        if path.endswith("/") or not text.strip():
            continue
        found = _ID.search(text)
        target = home / (path or f"nl/conversations/{found[1] if found else 'naamloos'}.yaml")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode(written))
    return examine(directories, acts=["iets_doen"])
