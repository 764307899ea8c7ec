"""What an author's text says and shows: its words without the placeholders, the answers it shows, the questions in it.

Reads Dutch by its word order only: a question that begins with a verb is closed, one with *wat, hoe, waar* … is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from jinja2 import nodes

from dialogues.check.truth import NO, YES, Env, value
from dialogues.render import tree

Form = Literal["open", "closed", "unclear"]


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer that a text shows: the expression, the names in it, and whether it turns the words to *je* or quotes them."""

    expression: nodes.Node
    names: frozenset[str]
    turned: bool
    sure: bool

    def holds(self, env: Env) -> frozenset[bool]:
        """Whether words appear here."""
        found = value(self.expression, env)
        return found if self.sure else found | NO

    def first(self, env: Env) -> frozenset[str]:
        """The names whose words may appear: of `a or b` only what is not certainly hidden by what stands before it."""
        return frozenset(_appearing(self.expression, env))


@lru_cache(maxsize=8192)
def shown(text: str) -> tuple[Shown, ...]:
    """The answers a text shows, in order. Raises `Unrenderable`."""
    return tuple(_shown(tree(text).body, sure=True)) if "{{" in text else ()


def _shown(body: list[nodes.Node], *, sure: bool) -> Iterator[Shown]:
    for node in body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                if isinstance(part, nodes.TemplateData):
                    continue
                names = frozenset(name.name for name in part.find_all(nodes.Name))
                if isinstance(part, nodes.Name):
                    names |= {part.name}
                turned = isinstance(part, nodes.Filter) and part.name in ("reflectie", "citaat")
                yield Shown(part, names, turned, sure)
        elif isinstance(node, nodes.If):
            for inner in (node.body, *(arm.body for arm in node.elif_), node.else_):
                yield from _shown(inner, sure=False)


def _appearing(expression: nodes.Node, env: Env) -> Iterator[str]:
    match expression:
        case nodes.Filter(node=node) if node is not None:
            yield from _appearing(node, env)
        case nodes.Or(left=left, right=right):
            yield from _appearing(left, env)
            if value(left, env) != YES:
                yield from _appearing(right, env)
        case _ if value(expression, env) != NO:
            yield from (name.name for name in expression.find_all(nodes.Name))
            if isinstance(expression, nodes.Name):
                yield expression.name


_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LOOSE = re.compile(r"[ \t]+([.,!?:;])")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """The text without placeholders and stars, line by line as it was; a line that only held a placeholder is empty."""
    lines = []
    for line in _PLACEHOLDER.sub("", text).replace("**", "").split("\n"):
        rest = _LOOSE.sub(r"\1", " ".join(line.split()))
        lines.append(rest.lstrip(".,:; ") if not rest.startswith("…") else rest)
    return "\n".join(lines)


_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+(?=\s|$|[\"'”’)])|$)|[^.!?…]+[.!?…]+")
_LABEL = re.compile(r"\*\*[^*\n]*\*\*:?")
_CONDITION = re.compile(r"(?i)(?:dan|typ|bel|kijk|kom|vraag|denk|open|stuur|kies|klik|je huisarts|daar|dat)\b")


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text without its placeholders; a new line ends one."""
    return tuple(
        piece.strip()
        for line in plain(text).split("\n")
        for piece in _SENTENCE.findall(line)
        if re.search(r"\w", piece)
    )


def states(text: str) -> bool:
    """Whether the text states something of its own: neither asks nor invites."""
    return any(not one.endswith("?") and not _INVITES.match(one) for one in sentences(text))


@lru_cache(maxsize=8192)
def asked(text: str) -> tuple[str, ...]:
    """The questions in a text that want an answer.

    "Gaat het om je gezondheid? Dan je huisarts." is a condition, and **Te druk?** is a heading: neither is one.
    """
    found = []
    for line in plain(_LABEL.sub("", text)).split("\n"):
        sentences = [piece.strip() for piece in _SENTENCE.findall(line) if piece.strip()]
        for number, sentence in enumerate(sentences):
            if sentence.endswith("?"):
                after = sentences[number + 1] if number + 1 < len(sentences) else ""
                if not (after and _CONDITION.match(after)):
                    found.append(sentence)
    return tuple(found)


_WH = re.compile(r"(?:wat|wie|wiens|welk|welke|wanneer|hoe|hoeveel|hoezo|hoelang|waar\w*)$")
_BEFORE_WH = frozenset(
    "aan achter bij door in met na naar naast om onder op over per sinds tegen tot tussen uit van vanaf volgens voor".split()
)
_LEADS = frozenset("en maar dus of nou nu dan stel ok oké goed".split())
_VERBS = frozenset(
    """
    ben bent is zijn was waren heb hebt heeft hebben had hadden kan kun kunt kunnen kon konden mag mogen mocht moet moeten moest wil wilt
    willen wou wilde zou zouden zal zul zult zullen ga gaat gaan ging gingen doe doet doen deed lukt lukte werkt werkte klopt past helpt hielp
    voel voelt voelde vind vindt vond denk denkt dacht weet wist ken kent zie ziet zag geef geeft gaf heet kom komt kwam wordt word werd krijg
    krijgt kreeg durf durft hoef hoeft hoefde speelt speelde maak maakt maakte blijf blijft bleef sta staat stond lig ligt merk merkt merkte hoor
    hoort hoorde snap snapt begrijp begrijpt geloof gelooft hou houd houdt neem neemt nam scheelt mis mist herken herkent lijkt leek
    """.split()
)
_SUBJECTS = frozenset("je jij u ik het dat dit er we wij jullie hij zij ze de een iemand".split())
_INVITES = re.compile(r"(?i)\b(?:vertel|zeg|beschrijf|denk|noem|schrijf|typ|neem|leg|teken|kies)\b")


@lru_cache(maxsize=8192)
def form(question: str) -> Form:
    """Whether a question can be answered with yes or no, by its word order: closed when the verb comes first."""
    words = re.findall(r"[\w']+", question.lower())
    if "," in question:
        head, _, tail = question.rpartition(",")
        if re.search(r"(?i)\b(?:toch|hè|niet|of niet|hoor)\s*\?$", tail):
            return "closed"
        if form(tail) != "unclear" and re.match(r"(?i)\s*(?:als|toen|stel|nu|wanneer|omdat|en|maar|dus)\b", head):
            return form(tail)
    while words and words[0] in _LEADS and len(words) > 1:
        words = words[1:]
    if not words:
        return "unclear"
    if _WH.match(words[0]) or (len(words) > 1 and words[0] in _BEFORE_WH and _WH.match(words[1])):
        return "open"
    if words[0] in _VERBS or (
        len(words) > 1
        and words[1] in _SUBJECTS
        and words[0] not in _BEFORE_WH
        and words[0] not in _SUBJECTS
        and words[0] not in ("als", "of")
    ):
        return "closed"
    return "unclear"


def invites(text: str) -> bool:
    """Whether the text asks by inviting ("Vertel maar."), without a question mark."""
    return bool(_INVITES.search(plain(text)))


_POINTS = re.compile(
    r"(?i)\b(?:daar\w*|hier(?:van|bij|in|mee|over|voor|aan)|dit|zo'n|dan)\b|\b(?:dat|die)\b(?=\s*[?.,!]|\s+(?!je|jij|u|het|de|een|er|ik|we|jouw|mijn)\w)"
)


def builds_on(text: str) -> bool:
    """Whether a question points back to what was just said ("Wat zou je daarin willen?")."""
    return any(_POINTS.search(question) for question in asked(text))
