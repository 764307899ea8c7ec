"""What an author did wrong in YAML is told in the author's words, at the place where it is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogues.issue import ContentError
from dialogues.model import Script
from dialogues.source import Source

HEAD = "id: p\ntitle: P\nsteps:\n"
CASES = {
    "braces with words": ("  - id: a\n    say: {{ x | reflectie }} Wat?\n", 5, 10, "{{", "|"),
    "braces alone": ("  - id: a\n    say: {{ x | reflectie }}\n    go: b\n", 5, 10, "{{", "|"),
    "braces in braces": ("  - {id: a, say: {{ x }} Wat?}\n", 4, 18, "{{", "|"),
    "a key too far in": ("  - id: a\n    say: Wat?\n     ask:\n      text: x\n", 6, 6, "te ver", "'say' op regel 5"),
    "a key too far in after a block": ("  - id: a\n    say: |\n      W?\n     ask: x\n", 7, 6, "springt", "spaties"),
    "a key not far enough": ("  - id: a\n   say: Wat?\n", 5, 4, "springt", "even ver"),
    "a colon in a text": ("  - id: a\n    say: Let op: dit\n", 5, 16, "dubbele punt heeft quotes", "onder een |"),
    "no space after a colon": ("  - id:a\n    say: x\n", 4, 7, "spatie", "spatie"),
    "a quote in quotes": ("  - id: a\n    say: 'Je collega's zijn er'\n", 5, 22, "midden in", "onder een |"),
    "a bracket first": ("  - id: a\n    say: [Ja] of nee\n", 5, 10, "[", "quotes"),
    "a comma in braces": ("  - {id: a, say: Je collega's, dus dat}\n", 4, 32, "komma in een tekst", "quotes"),
    "a comma on a button": (
        "  - {id: a, say: W?, ask: {choice: x, buttons: {a: {label: Ja, graag}}}}\n", 4, 64, "komma", "quotes"
    ),
    "of ask at the step": ("  - id: a\n    say: W?\n    text: x\n", 6, 5, "'text' hoort niet", "onder ask"),
    "of ruler at the step": ("  - id: a\n    say: W?\n    why: x\n", 6, 5, "'why' hoort niet", "onder ruler"),
    "of the step at ask": ("  - id: a\n    say: W?\n    ask: {text: x, end: k}\n", 6, 20, "'end'", "bij de stap zelf"),
    "of the file at a step": ("  - id: a\n    say: W?\n    style: mi\n", 6, 5, "'style'", "bovenaan"),
}  # fmt: skip


@pytest.mark.parametrize(("steps", "line", "column", "what", "remedy"), CASES.values(), ids=CASES.keys())
def test_the_mistake_is_named_as_the_author_made_it(
    steps: str, line: int, column: int, what: str, remedy: str, tmp_path: Path
) -> None:
    (tmp_path / "p.yaml").write_text(HEAD + steps, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        Source(tmp_path / "p.yaml").read(Script)
    told = [issue for issue in caught.value.issues if what in issue.what]
    assert told, caught.value
    assert (told[0].where.line, told[0].where.column) == (line, column)
    assert remedy in told[0].remedy
