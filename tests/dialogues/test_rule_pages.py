"""The pages of docs/regels are the tests of their rules: what they call wrong is found, what they call right is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dialogues.load import SHIPPED
from tests.dialogues.rule_pages import FOLDER, Page, pages, run

PAGES = pages()
WRONG = [pytest.param(page, n, id=f"{page.code}-{n}") for page in PAGES for n in range(len(page.examples("Fout")))]
RIGHT = [pytest.param(page, n, id=f"{page.code}-{n}") for page in PAGES for n in range(len(page.examples("Goed")))]


@pytest.mark.parametrize(("page", "number"), WRONG)
def test_what_a_page_calls_wrong_gives_exactly_its_code(page: Page, number: int, tmp_path: Path) -> None:
    issues = run(page.examples("Fout")[number], tmp_path).issues
    assert {issue.code for issue in issues} == {page.code}, "\n".join(map(str, issues))
    for issue in issues:
        assert issue.what
        assert issue.remedy
        assert "\n" not in issue.what + issue.remedy
        assert str(issue).startswith(f"{issue.where.file}:{issue.where.line}:{issue.where.column}: {issue.code} ")


@pytest.mark.parametrize(("page", "number"), RIGHT)
def test_what_a_page_calls_right_gives_nothing(page: Page, number: int, tmp_path: Path) -> None:
    report = run(page.examples("Goed")[number], tmp_path)
    assert not report.issues, "\n".join(map(str, report.issues))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_every_page_says_what_and_why_and_shows_wrong_and_right(page: Page) -> None:
    assert page.title.startswith(f"# {page.code} — ")
    assert "**Waarom.**" in page.title
    assert page.examples("Fout")
    assert page.examples("Goed")


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    rooms = (SHIPPED.parent, SHIPPED.parent / "check", SHIPPED.parent / "check" / "rules")
    code = re.compile(r'"([EW]\d{3})"')
    known = {
        hit for room in rooms for file in room.glob("*.py") for hit in code.findall(file.read_text(encoding="utf-8"))
    }
    assert {page.code for page in PAGES} == known


def test_the_index_names_every_page_with_its_title() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    for page in PAGES:
        title = page.title.splitlines()[0].removeprefix("# ").split(" — ")[1]
        assert f"| [{page.code}]({page.code}.md) | {title} |" in index
