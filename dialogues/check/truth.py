"""What a condition can come to, when only the *kind* of each answer is known: true, false, or either.

A kind says how an answer came about: `unset` (not asked yet), `skip` (liever niet), `typed`, `other` (typed after "anders…"),
`voice`, `button:ID`, `option` (a button from given values), `several`, `score`, `low` (a score that leaves early), `given` (a
value the conversation was started with) and `text:WORDS` (a value an author wrote in `give`). Nothing here knows steps or paths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from jinja2 import nodes

from dialogues.answers import NOT_KNOWING
from dialogues.render import names_in, names_in_condition, tree

Kinds = frozenset[str]
Env = Mapping[str, Kinds]
"""The kinds every answer can have at some place; a name that is missing was not asked yet."""

UNSET: Kinds = frozenset({"unset"})
YES: frozenset[bool] = frozenset({True})
NO: frozenset[bool] = frozenset({False})
EITHER: frozenset[bool] = frozenset({True, False})

SILENT = frozenset({"unset", "skip"})
"""Kinds that hold nothing."""

WRITTEN = frozenset({"typed", "other"})
"""Kinds that hold words the script does not know beforehand."""

NOT_KNOWN = frozenset(f"button:{name}" for name in NOT_KNOWING)
"""Kinds that say no more than not to know."""


def truth(condition: str, env: Env) -> frozenset[bool]:
    """What an author's condition can be. Raises `Unrenderable`."""
    asked = names(condition)
    return _truth(condition, tuple((name, env.get(name, UNSET)) for name in asked))


@lru_cache(maxsize=16384)
def _truth(condition: str, kinds: tuple[tuple[str, Kinds], ...]) -> frozenset[bool]:
    return value(_parsed(condition), dict(kinds))


@lru_cache(maxsize=4096)
def _parsed(condition: str) -> nodes.Node:
    found = tree("{% if " + condition + " %}{% endif %}").body[0]
    if not isinstance(found, nodes.If):
        raise TypeError("a condition parses as one")
    return found.test


@lru_cache(maxsize=4096)
def names(condition: str) -> frozenset[str]:
    """The answers a condition asks about. Raises `Unrenderable`."""
    return frozenset(names_in_condition(condition)) - GLOBALS


@lru_cache(maxsize=4096)
def names_given(expression: str) -> frozenset[str]:
    """The answers an expression of a `give` uses: the name itself, or those between braces. Raises `Unrenderable`."""
    return frozenset(names_in(expression)) | {expression.strip()}


def value(expression: nodes.Node, env: Env) -> frozenset[bool]:
    """Whether an expression is true; for a text that is shown: whether it holds words."""
    match expression:
        case nodes.Const(value=constant):
            return YES if constant else NO
        case nodes.Not(node=node):
            return frozenset(not one for one in value(node, env))
        case nodes.And(left=left, right=right):
            return _both(value(left, env), value(right, env), all)
        case nodes.Or(left=left, right=right):
            return _both(value(left, env), value(right, env), any)
        case nodes.Name() | nodes.Getattr():
            return _over(expression, env, _truthy)
        case nodes.Compare(expr=left, ops=[nodes.Operand(op=op, expr=right)]):
            return _over(left, env, lambda kind, attribute: _compared(kind, attribute, op, right))
        case nodes.Test(node=node, name="none"):
            return _over(node, env, lambda kind, _: NO if kind in ("score", "low") else YES)
        case nodes.Filter(node=node, name="reflectie") if isinstance(node, nodes.Name):
            return _over(node, env, lambda kind, _: _truthy(kind, "typed"))  # the filter takes only what was typed
        case nodes.Filter(node=node) if node is not None:
            return value(node, env)
    return EITHER


def _both(left: frozenset[bool], right: frozenset[bool], how: Callable[[Iterable[bool]], bool]) -> frozenset[bool]:
    return frozenset(how((a, b)) for a in left for b in right)


def _over(expression: nodes.Node, env: Env, of: Callable[[str, str], frozenset[bool]]) -> frozenset[bool]:
    """The answers for every kind the variable can have."""
    attribute = ""
    if isinstance(expression, nodes.Getattr):
        attribute, expression = expression.attr, expression.node
    if not isinstance(expression, nodes.Name):
        return EITHER
    if expression.name in GLOBALS:
        return EITHER
    found: frozenset[bool] = frozenset()
    for kind in env.get(expression.name, UNSET):
        found |= of(kind, attribute)
    return found


def _truthy(kind: str, attribute: str) -> frozenset[bool]:
    if kind in SILENT:
        return YES if kind == "skip" and attribute == "declined" else NO
    if kind == "several":
        return EITHER
    match attribute:
        case "":
            return YES
        case "known":
            return NO if kind in NOT_KNOWN else EITHER if kind in WRITTEN or kind == "given" else YES
        case "typed":
            return YES if kind in WRITTEN or kind == "given" or kind.startswith("text:") else NO
        case "choice":
            return (
                YES if kind.startswith("button:") or kind in ("other", "option") else NO if kind != "given" else EITHER
            )
        case "label":
            return YES if kind.startswith("button:") or kind == "option" else EITHER if kind == "given" else NO
        case "number":
            return YES if kind in ("score", "low") else EITHER if kind == "given" else NO
        case "spoken":
            return YES if kind == "voice" else NO
        case "declined":
            return NO
    return EITHER


def _compared(kind: str, attribute: str, op: str, right: nodes.Node) -> frozenset[bool]:
    if not isinstance(right, nodes.Const) or attribute not in ("", "choice"):
        return NO if kind in SILENT and isinstance(right, nodes.Const) and right.value not in ("", 0) else EITHER
    if op in ("eq", "ne") and isinstance(right.value, str):
        if kind.startswith("button:"):
            same = YES if kind == f"button:{right.value}" else NO
        elif kind.startswith("text:"):
            same = YES if kind == f"text:{right.value}" else NO
        elif kind in SILENT or kind in ("score", "low", "voice"):
            same = NO
        elif kind == "other":
            same = YES if right.value == "other" else NO
        else:
            same = EITHER
        return same if op == "eq" else frozenset(not one for one in same)
    if isinstance(right.value, int):
        return EITHER if kind in ("score", "low", "given") else NO if op != "ne" else YES
    return EITHER


GLOBALS = frozenset(
    {"naam", "aanspreek", "plannen", "verhalen", "herinnering", "mijn_uren", "al_gevraagd", "sector", "werk"}
)
"""Names every text may use; what they hold is never known beforehand."""
