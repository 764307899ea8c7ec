"""Turns an author's words and somebody's answers into text. Answers are data: nothing in them is ever interpreted.

Bold is written `**so**` by authors only. Before rendering, the author's stars become private marks that are stripped from every
answer; after rendering the marks become stretches. A line that held only an empty reflection disappears.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, meta, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from dialogues.answers import Value
from dialogues.language.fillers import lighter, short
from dialogues.language.known import written_plainly
from dialogues.language.matching import stance
from dialogues.language.reflect import as_sentence, reflect
from dialogues.language.remarks import remark

BOLD_ON, BOLD_OFF, NOTHING = "\ue000", "\ue001", "\ue002"
_BOLD = re.compile(f"([{BOLD_ON}{BOLD_OFF}])")
_DIRECTIONS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069"

_MARKS = ("{{", "{%", "{#", "**")

YOU_SAY, TURNS = "_you_say", "_turns"
"""Under these names a text finds the words before a quote in its language, and whether words can be turned in it."""

MAX_QUOTE, MOST_QUOTED = 160, 25
"""Characters up to which an author's quote is whole; of more, the first sentences or clauses of so many words."""


class Unrenderable(Exception):
    """A text or condition of an author failed. The message names the text and the cause."""


def clean(text: str) -> str:
    """Somebody's words without control characters, marks of ours or invisible direction tricks; line ends kept."""
    kept = (
        c for c in text if c == "\n" or (unicodedata.category(c) not in ("Cc", "Co", "Cs") and c not in _DIRECTIONS)
    )
    return "".join(kept).strip()


def _words(value: object) -> str:
    return str(value)


def _quote(value: object) -> str:
    words = " ".join(_words(value).split())
    if len(words) > MAX_QUOTE:
        words = short(words, MOST_QUOTED)[:MAX_QUOTE]
    return f"“{words}”" if words else NOTHING


def _own_words(words: str) -> str:
    """The quote that stands for a reflection: short, and none of words that say nothing."""
    return NOTHING if stance(words) == "unsure" else _quote(short(words))


@pass_context
def _reflect(context: Context, value: object, address: str = "") -> str:
    """The person's words turned to *je* or *u*, as sentences; quoted where the turning is unsure; nothing where there is nothing.

    What only colours them falls away first.
    What is spelled in somebody's own way is quoted: as a sentence of the bot's it would mock them.
    In another language than Dutch everything is quoted: only Dutch can be turned.
    """
    words = value.answer.text if isinstance(value, Value) else _words(value)
    if not words or remark(words) is not None:
        return NOTHING
    formal = (address or context.get("aanspreek")) == "u"
    turned = None
    for said in dict.fromkeys((lighter(words), words)) if context.get(TURNS, True) else ():
        if turned is None and written_plainly(said):
            turned = reflect(said.replace("\n", ". "), address="u" if formal else "je")
    if turned is None:
        own = _own_words(words)
        return own if own == NOTHING else f"{context.get(YOU_SAY) or 'Je zegt:'} {own}"
    return as_sentence(turned)


_STAYS = re.compile(r"I(?![\w-])|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")
"""What English writes with a capital anywhere."""


def _lower_first(value: object) -> str:
    """For use inside a sentence: first letter small, no full stop at the end. Names in capitals, English days and *I* stay."""
    words = _words(value).strip().rstrip(".")
    if (len(words) > 1 and words[1].isupper()) or _STAYS.match(words):
        return words
    return words[:1].lower() + words[1:]


def _cue(value: object) -> str:
    """The cue of a plan as it stands after **Als:** — without an *als* (or *if*) of its own."""
    return _lower_first(re.sub(r"(?i)^(?:als|if)\s+", "", _words(value).strip()))


def _as_sentence(value: object) -> str:
    words = _words(value)
    return as_sentence(words) if words else NOTHING


def _capital(value: object) -> str:
    words = _words(value).strip()
    return words[:1].upper() + words[1:]


def _without_full_stop(value: object) -> str:
    return _words(value).strip().rstrip(".!")


_environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
_environment.globals.clear()
_environment.filters = {
    "reflectie": _reflect,
    "citaat": _quote,
    "klein": _lower_first,
    "groot": _capital,
    "cue": _cue,
    "zin": _as_sentence,
    "kaal": _without_full_stop,
}


@lru_cache(maxsize=4096)
def _template(text: str) -> Template:
    pieces = text.split("**")
    source = pieces[0]
    for number, piece in enumerate(pieces[1:]):
        source += (BOLD_ON if number % 2 == 0 else BOLD_OFF) + piece
    return _environment.from_string(source)


@lru_cache(maxsize=1024)
def _condition(text: str) -> Any:
    return _environment.compile_expression(text, undefined_to_none=False)


@lru_cache(maxsize=64)
def tree(text: str) -> nodes.Template:
    """The parts of an author's text, for who reasons about it. Raises `Unrenderable` with the cause."""
    try:
        return _environment.parse(text)
    except TemplateError as error:
        raise Unrenderable(str(error)) from error


def _plain(text: str) -> bool:
    """Whether a text is only words. Most are, and a library holds thousands in three languages."""
    return "{" not in text


def names_in(text: str) -> set[str]:
    """The variables a text uses. Raises `Unrenderable` with the cause when it cannot be read."""
    if _plain(text):
        return set()
    try:
        return set(meta.find_undeclared_variables(tree(text)))
    except TemplateError as error:
        raise Unrenderable(str(error)) from error


def names_in_condition(text: str) -> set[str]:
    """The variables a condition uses. Raises `Unrenderable` with the cause when it cannot be read."""
    return names_in("{% if " + text + " %}{% endif %}")


def work_words(text: str) -> set[str]:
    """The sector words a text uses: `overleg` of `{{ werk.overleg }}`. Raises `Unrenderable`."""
    if _plain(text):
        return set()
    found = tree(text).find_all(nodes.Getattr)
    return {node.attr for node in found if isinstance(node.node, nodes.Name) and node.node.name == WORK}


def sectors_named(text: str) -> set[str]:
    """What a text compares the sector with: `zorg` of `sector == 'zorg'`. Raises `Unrenderable`."""
    return {
        str(part.value)
        for compare in tree(text).find_all(nodes.Compare)
        if isinstance(compare.expr, nodes.Name) and compare.expr.name == SECTOR
        for operand in compare.ops
        for part in operand.find_all(nodes.Const)
    }


def always_says(text: str) -> bool:
    """Whether words of the author's own remain when every answer is empty. Raises `Unrenderable`."""
    try:
        parts = [
            part for node in _environment.parse(text).body if isinstance(node, nodes.Output) for part in node.nodes
        ]
    except TemplateError as error:
        raise Unrenderable(str(error)) from error
    return any(isinstance(part, nodes.TemplateData) and part.data.strip(" \n*") for part in parts)


ATTRIBUTES = frozenset(name for name in vars(Value) if isinstance(vars(Value)[name], property))
"""What can be asked of an answer: `wens.typed`, `als.has_time`."""

WORK = "werk"
"""Holds the words of a sector: `werk.overleg`."""

SECTOR = "sector"
WORDS = frozenset({"naam", "aanspreek", "herinnering", "al_gevraagd", SECTOR})
COUNTS = frozenset({"plannen", "verhalen"})


def unsupported(text: str) -> str | None:
    """A part of a text that could fail when it is filled in, or None. Raises `Unrenderable` when it cannot be read.

    Allowed are answers with what can be asked of them, filters, `and or not == != < <= > >= in`, `is none`, and if–else.
    """
    if _plain(text):
        return None
    parsed = tree(text)
    within = [node.node for node in parsed.find_all(nodes.Getattr)]
    for node in parsed.find_all(nodes.Node):
        match node:
            case nodes.Getattr(node=nodes.Name(name=name)) if name == WORK:
                continue
            case nodes.Name(name=name) if name == WORK and not any(node is one for one in within):
                return WORK
            case nodes.Getattr(node=nodes.Name(name=name), attr=attribute):
                if attribute not in ATTRIBUTES or name in WORDS | COUNTS:
                    return f"{name}.{attribute}"
            case nodes.Compare(expr=left, ops=[nodes.Operand(op="lt" | "lteq" | "gt" | "gteq", expr=right)]):
                number = isinstance(left, nodes.Name) and left.name not in WORDS
                days = isinstance(left, nodes.Getattr) and left.attr == "days"
                if not (number or days) or not (isinstance(right, nodes.Const) and type(right.value) is int):
                    return "< of >"
            case nodes.Compare(ops=[nodes.Operand(op="in" | "notin", expr=right)]):
                if not isinstance(right, nodes.Name) or right.name in WORDS | COUNTS:
                    return "in"
            case nodes.Compare(ops=ops):
                if len(ops) != 1:
                    return "twee vergelijkingen achter elkaar"
            case nodes.Test(name=name):
                if name not in ("none", "defined"):
                    return f"is {name}"
            case nodes.Filter(node=None):
                return "filter"
            case nodes.Filter(name=name, args=args, kwargs=kwargs) if args or kwargs:
                if name != "reflectie" or len(args) != 1 or kwargs:
                    return f"{name}(…)"
            case (
                nodes.Output() | nodes.TemplateData() | nodes.Name() | nodes.Filter() | nodes.Or() | nodes.And() | nodes.Not()
                | nodes.Const() | nodes.Operand() | nodes.If() | nodes.CondExpr() | nodes.EvalContextModifier()
            ):  # fmt: skip
                continue
            case _:
                return _NAMES.get(type(node), type(node).__name__.lower())
    return None


_NAMES: Mapping[type[nodes.Node], str] = {
    nodes.Call: "haakjes ()",
    nodes.Getitem: "haken []",
    nodes.For: "for",
    nodes.Assign: "set",
    nodes.Div: "delen",
    nodes.Add: "optellen",
    nodes.Sub: "aftrekken",
    nodes.Mul: "vermenigvuldigen",
    nodes.Concat: "~",
    nodes.List: "een lijst",
    nodes.Tuple: "een lijst",
}


def check_filters(text: str) -> None:
    """Compile the text, so that unknown filters show. Raises `Unrenderable`."""
    if _plain(text):
        return
    try:
        _template(text)
    except TemplateError as error:
        raise Unrenderable(str(error)) from error


def holds(condition: str, values: Mapping[str, object]) -> bool:
    """Whether an author's condition holds. Raises `Unrenderable`."""
    try:
        return bool(_condition(condition)(**values))
    except (TemplateError, TypeError, ArithmeticError) as error:
        raise Unrenderable(f"when: {condition}: {error}") from error


def render(text: str, values: Mapping[str, object]) -> str:
    """The text with the values filled in and marks still inside; `finish` takes them out. Raises `Unrenderable`."""
    if not any(mark in text for mark in _MARKS):
        return text
    try:
        return _template(text).render(values)
    except (TemplateError, TypeError, ArithmeticError) as error:
        raise Unrenderable(f"{text[:60]!r}: {error}") from error


def quoted(expression: str) -> str | None:
    """The words of an author's expression that is nothing but words between quotes (`'leren'`); None for any other."""
    words = expression.strip()
    return words[1:-1] if len(words) > 1 and words[0] == words[-1] and words[0] in "'\"" else None


def finish(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Final words and their bold stretches in UTF-16 units. Empty reflections and the lines they stood on are gone."""
    lines = []
    for raw in text.split("\n"):
        line = raw.strip()
        if NOTHING in line:
            line = line.replace(NOTHING, "").strip()
            if not line.strip(f" {BOLD_ON}{BOLD_OFF}"):
                continue
        lines.append(line)
    marked = "\n".join(lines).strip()
    while "\n\n\n" in marked:
        marked = marked.replace("\n\n\n", "\n\n")
    if BOLD_ON not in marked and BOLD_OFF not in marked:
        return marked, ()
    plain: list[str] = []
    stretches: list[tuple[int, int]] = []
    place, opened = 0, None
    for piece in _BOLD.split(marked):
        if piece == BOLD_ON:
            opened = place
        elif piece == BOLD_OFF:
            if opened is not None and place > opened:
                stretches.append((opened, place - opened))
            opened = None
        else:
            plain.append(piece)
            place += len(piece.encode("utf-16-le")) // 2
    return "".join(plain), tuple(stretches)
