"""Mijn groeidocument in the chat: a first page, short pages of items, and what can be done with each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages import Button, Message
from bot.services import document, document_files, keyboard, plans
from bot.services.document import Contents, Kept, Note, Section
from bot.services.turn import Turn

PAGES: dict[str, tuple[Section, ...]] = {
    "belangrijk": ("belangrijk",),
    "goed_in": ("goed_in",),
    "scans": (),
    "plannen": (),
    "gesprek": ("gesprek", "vraag", "knelpunt"),
    "verhaal": ("verhaal",),
}
"""The pages in order, and the sections that stand on them; their names stand in the phrases as `document_page_<page>`."""

LOOKING = frozenset({"mijn", "mijn_deel", "mijn_anders", "mijn_weg", "mijn_pdf", "mijn_bestand"})
"""What is looked at or fetched: the buttons of the page it was asked on stay."""

MOST = 3
"""Items a page: three short messages in a row is what a phone bears."""

LONG = 3000
"""Characters an item may have in a message; of a longer one every line shows its share, the file and the PDF hold all."""

IN_WORDS = 12
"""Up to this count numbers are words (`count_<n>`)."""

FIRST_TALKS = ("waar_ligt_je_hart", "wat_wil_je")
"""The talk an empty document points to: the first that is there."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One item on a page: its words, and the buttons that belong to it."""

    message: Message
    buttons: tuple[Button, ...]


async def act(turn: Turn, name: str, subject: str) -> bool:
    """Do what a button of the document names. False when nothing is known by that name."""
    match name:
        case "mijn":
            await show(turn)
        case "mijn_deel":
            page, _, start = subject.partition(":")
            await _show_page(turn, page, int(start) if start.isdecimal() else 0)
        case "mijn_weg":
            await _ask_removal(turn, subject)
        case "mijn_echtweg":
            await _remove(turn, subject)
        case "mijn_blijft":
            await turn.tell("document_stays", _home(turn))
        case "mijn_pdf":
            if not await document_files.as_pdf(turn):
                await _show_empty(turn)
        case "mijn_bestand":
            if not await document_files.as_file(turn):
                await _show_empty(turn)
        case _:
            return False
    return True


async def show(turn: Turn) -> None:
    """The first page: what is in it, counted in words, with a button for every part that holds something."""
    contents, kept_plans = await document.read(turn), await plans.of(turn)
    counts = {page: _count(page, contents, len(kept_plans)) for page in PAGES}
    filled = [page for page, count in counts.items() if count]
    if not filled:
        await _show_empty(turn)
        return
    lines = [f"{turn.word(f'document_page_{page}')}: {_in_words(turn, counts[page])}" for page in filled]
    buttons = [keyboard.action(turn.word(f"document_page_{page}"), "mijn_deel", page) for page in filled]
    buttons += [
        keyboard.action(turn.word("button_as_pdf"), "mijn_pdf"),
        keyboard.action(turn.word("button_as_file"), "mijn_bestand"),
    ]
    await turn.tell("document", *buttons, regels="\n".join(lines))


async def _show_empty(turn: Turn) -> None:
    """Nothing in it yet: how something gets in, and a talk to begin with."""
    known = turn.house.library.scripts["nl"]
    talk = next((name for name in FIRST_TALKS if name in known), None)
    button = (
        keyboard.action(turn.word("button_talk"), "praat", talk)
        if talk
        else keyboard.action(turn.word("menu_praten"), "praten")
    )
    await turn.tell("document_empty", button)


def _count(page: str, contents: Contents, planned: int) -> int:
    if page == "scans":
        return len(contents.scans)
    return planned if page == "plannen" else len(contents.of(*PAGES[page]))


def _in_words(turn: Turn, count: int) -> str:
    return turn.word(f"count_{count}") if count <= IN_WORDS else str(count)


def _home(turn: Turn) -> Button:
    return keyboard.action(turn.word("button_my_document"), "mijn")


# --- pages


async def _show_page(turn: Turn, page: str, start: int) -> None:
    if page not in PAGES:
        await show(turn)
    elif page == "scans":
        await _show_scans(turn, start)
    elif page == "plannen":
        await _list(turn, page, [_plan(turn, kept) for kept in await _all_plans(turn)], start)
    else:
        notes = (await document.read(turn)).of(*PAGES[page])
        if page == "gesprek" and notes and start == 0:
            await turn.tell("document_gesprek")
            await _list(turn, page, [_note(turn, kept) for kept in notes], start, MOST - 1)
        else:
            await _list(turn, page, [_note(turn, kept) for kept in notes], start)


async def _list(turn: Turn, page: str, entries: Sequence[_Entry], start: int, most: int = MOST) -> None:
    """Some items, each a message with its own buttons; under the last one the ways on."""
    shown = entries[start : start + most]
    if not shown:
        await turn.tell("document_nothing", _home(turn))
        return
    ways = [_home(turn)]
    if start + most < len(entries):
        ways.insert(0, keyboard.action(turn.word("button_older"), "mijn_deel", f"{page}:{start + most}"))
    for place, entry in enumerate(shown, 1):
        buttons = keyboard.rows(entry.buttons) + (keyboard.rows(ways) if place == len(shown) else ())
        await turn.say(entry.message.model_copy(update={"buttons": buttons}))


async def _show_scans(turn: Turn, start: int) -> None:
    """The newest as a picture, and all over time as another; older ones one by one, in words."""
    scans = (await document.read(turn)).scans
    if start or not scans:
        entries = [
            _Entry(
                turn.phrase(
                    "document_scan",
                    cijfers=document.scores(turn, kept.body),
                    dag=document.shown_day(turn, kept.body.made),
                ),
                (_remove_button(turn, kept.id),),
            )
            for kept in scans
        ]
        await _list(turn, "scans", entries, start)
        return
    newest = scans[0]
    ways = [_home(turn)]
    if len(scans) == 1:
        await document.say_picture(
            turn, "document_newest_scan", (newest.body,), keyboard.rows([_remove_button(turn, newest.id), *ways])
        )
        return
    ways.insert(0, keyboard.action(turn.word("button_older"), "mijn_deel", "scans:1"))
    buttons = keyboard.rows([_remove_button(turn, newest.id)])
    await document.say_picture(turn, "document_newest_scan", (newest.body,), buttons)
    together = tuple(kept.body for kept in scans[: document.TOGETHER])
    await document.say_picture(turn, "document_scans", together, keyboard.rows(ways))


def _note(turn: Turn, kept: Kept[Note]) -> _Entry:
    note = kept.body
    words = _lines(note, None)
    if len(words) > LONG:
        words = f"{_lines(note, LONG // len(note.lines))}\n{turn.word('document_cut')}"
    title = note.title or turn.word(f"document_section_{note.section}")
    message = turn.phrase("document_item", titel=title, regels=words, dag=document.shown_day(turn, note.made))
    change = keyboard.action(turn.word("button_change"), "mijn_anders", kept.id[:12])
    return _Entry(message, (change, _remove_button(turn, kept.id)))


def _lines(note: Note, most: int | None) -> str:
    def cut(words: str) -> str:
        return words if most is None or len(words) <= most else words[:most].rstrip() + "…"

    return "\n".join(f"{label}: {cut(words)}" if label else cut(words) for label, words in note.lines)


async def _all_plans(turn: Turn) -> list[plans.Kept]:
    """Those that run first, then the others, each newest first."""
    newest_first = (await plans.of(turn))[::-1]
    return sorted(newest_first, key=lambda kept: kept.state != "active")


def _plan(turn: Turn, kept: plans.Kept) -> _Entry:
    plan = kept.plan
    message = turn.phrase(
        "document_plan",
        staat=turn.word(f"plan_state_{kept.state}"),
        als=plan.cue,
        dan=plan.action,
        druk=plan.backup,
        uitkomst=document_files.outcome(turn, plan),
        dag=document.shown_day(turn, plan.made),
    )
    if kept.state != "active":
        return _Entry(message, (_remove_button(turn, f"plan:{kept.id}"),))
    change = keyboard.action(turn.word("button_change"), "wijzig", kept.id[:12])
    return _Entry(message, (change, keyboard.action(turn.word("button_stop_plan"), "planstop", kept.id[:12])))


# --- removing


def _remove_button(turn: Turn, subject: str) -> Button:
    kind, _, item_id = subject.rpartition(":")
    return keyboard.action(turn.word("button_remove"), "mijn_weg", f"{kind}:{item_id[:12]}" if kind else item_id[:12])


async def _ask_removal(turn: Turn, subject: str) -> None:
    """Once, with the words it is about."""
    question = await _removal(turn, subject)
    if question is None:
        await turn.tell("document_gone", _home(turn))
        return
    buttons = (
        keyboard.action(turn.word("button_remove_yes"), "mijn_echtweg", subject),
        keyboard.action(turn.word("button_remove_no"), "mijn_blijft"),
    )
    await turn.say(question.model_copy(update={"buttons": keyboard.rows(buttons)}))


async def _removal(turn: Turn, subject: str) -> Message | None:
    """The question whether to take this out; None when it is gone, or a plan that still runs."""
    if subject.startswith("plan:"):
        plan = await plans.one(turn, subject.removeprefix("plan:"), None)
        over = plan is not None and plan.state != "active"
        return turn.phrase("document_remove", wat=plan.plan.action) if plan is not None and over else None
    kept = await document.one(turn, subject)
    if kept is None:
        return None
    if isinstance(kept.body, Note):
        return turn.phrase("document_remove", wat=kept.body.title or kept.body.lines[0][1])
    return turn.phrase("document_remove_scan", dag=document.shown_day(turn, kept.body.made))


async def _remove(turn: Turn, subject: str) -> None:
    if subject.startswith("plan:"):
        gone = await plans.remove(turn, subject.removeprefix("plan:"))
    else:
        gone = await document.remove(turn, subject)
    await turn.tell("document_removed" if gone else "document_gone", _home(turn))
