"""Says what an author most likely did where YAML or the model only says where it got lost. It guesses from the lines; it reads no file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from dialogues.model import Ask, Call, Choice, Later, Note, Offer, PlanStep, Ruler, Scan, Script, Step

BRACES = ("een tekst die met {{ begint, heeft quotes nodig", 'schrijf "{{ … }} …", of zet de tekst onder een |')
_VALUE = re.compile(r"^(?P<indent>[ ]*(?:- +)*)(?P<key>\w+):[ ]+(?P<value>\S.*)$")
_BARE_BRACES = re.compile(r":[ ]+\{\{")
_NO_SPACE = re.compile(r"^[ ]*(?:- +)?\w+:[^\s:/]")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is the matter and the way out; line and column count from 1."""

    line: int
    column: int
    what: str
    remedy: str


def diagnosed(text: str, line: int, column: int, problem: str) -> Diagnosis | None:
    """Why the parser stopped here with this problem; None where the lines do not tell."""
    lines = text.splitlines()
    if not 0 < line <= len(lines):
        return None
    here = lines[line - 1]
    above = next((n for n in range(line - 1, 0, -1) if lines[n - 1].strip() and lines[n - 1].strip()[0] != "#"), 0)
    if hit := _BARE_BRACES.search(here):
        return Diagnosis(line, hit.end() - 1, *BRACES)
    if "mapping values" in problem:
        return _colon(here, line, column, lines[above - 1] if above else "", above)
    if "expected <block end>" in problem:
        value = _VALUE.match(here)
        opened = value["value"][0] if value else ""
        if value and opened in "'\"" and value.start("value") < column - 1:
            what = f"het teken {opened} staat ook midden in deze tekst, en sluit hem te vroeg"
            return Diagnosis(line, column, what, "haal het eerste en het laatste weg, en zet de tekst onder een |")
        if value and opened in "[{" and value.start("value") < column - 1:
            what = f"een tekst die met {opened} begint, heeft quotes nodig"
            return Diagnosis(line, value.start("value") + 1, what, "zet de hele tekst tussen quotes, of onder een |")
        what = "deze regel springt niet even ver in als de regels waar hij bij hoort"
        return Diagnosis(line, column, what, "tel de spaties: wat bij elkaar hoort, staat even ver naar rechts")
    return None


def _colon(here: str, line: int, column: int, before: str, above: int) -> Diagnosis | None:
    """A colon where no key can stand: in a text, on a line that goes in too far, or after a key without its space."""
    if ":" in here[: column - 1]:
        if _NO_SPACE.match(here):
            return Diagnosis(
                line, here.index(":") + 1, "na deze dubbele punt hoort een spatie", "zet er een spatie achter"
            )
        what = "een tekst met een dubbele punt heeft quotes nodig"
        return Diagnosis(line, column, what, "zet de tekst tussen quotes, of onder een |")
    if _NO_SPACE.match(before):
        at = before.index(":") + 1
        return Diagnosis(above, at, "na deze dubbele punt hoort een spatie", "zet er een spatie achter")
    value = _VALUE.match(before)
    if value and len(here) - len(here.lstrip()) > len(value["indent"]):
        what = "deze regel springt te ver in"
        remedy = f"zet hem even ver naar rechts als '{value['key']}' op regel {above}"
        return Diagnosis(line, len(here) - len(here.lstrip()) + 1, what, remedy)
    return None


_PARTS: tuple[tuple[str, type[BaseModel]], ...] = (
    ("ask", Ask), ("ruler", Ruler), ("call", Call), ("offer", Offer), ("plan", PlanStep), ("note", Note), ("scan", Scan),
    ("later", Later),
)  # fmt: skip


def home(loc: Sequence[int | str]) -> str | None:
    """Where a key belongs that stands at this place of a script and does not belong there; None: nowhere."""
    key, around = str(loc[-1]), loc[:-1]
    if not around or around[0] != "steps":
        return "bij een stap, onder steps" if key in Step.model_fields else None
    if len(around) == 2:
        under = [name for name, model in _PARTS if key in model.model_fields]
        if under:
            return f"onder {' of '.join(under)}"
        if key in Choice.model_fields:
            return "bij een knop, onder buttons"
    elif key in Step.model_fields:
        return f"bij de stap zelf, even ver naar rechts als {around[2]}"
    elif around[-1] != "ask" and around[2] == "ask" and key in Ask.model_fields:
        return "onder ask, even ver naar rechts als buttons"
    return "bovenaan het bestand" if key in Script.model_fields else None
