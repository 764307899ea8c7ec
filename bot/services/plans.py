"""If-then plans: kept, shown, changed, ended; reminded at their moment and asked about afterwards. No streaks, no blame.

The words of a reminder are read from the plan when it is due, so a changed plan never sends its old words.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from pydantic import BaseModel, ConfigDict

from bot.messages import Attachment, Message
from bot.services import keyboard, safety
from bot.services.person import Person
from bot.services.plan_times import Came, How, Plan, State, asks, next_time, remind_at
from bot.services.turn import Turn, occasion
from dialogues.answers import EMPTY, Answer, Value
from dialogues.effects import SaveIntention
from dialogues.language.moment_words import anchored, describe
from dialogues.language.moments import Moment
from dialogues.language.outcomes import outcome
from storage import intentions, outbox
from storage.ids import new_id

MOST = 2
"""Active plans at a time (CONVERSATION.md)."""

TOO_LATE = timedelta(hours=6)
"""A reminder that could not go within this time is dropped: it would only confuse."""

CAPTION = 900
"""Characters of words that go under a voice message; longer ones go in a message of their own (Telegram takes 1,024)."""

FOLLOW_UP_LATE = timedelta(days=5)

NEWS = timedelta(days=3)
"""How long after a reminder words that tell how something went are taken to be about that plan."""

FORTNIGHT = timedelta(days=14)
"""How long nothing asks about a habit of which somebody said that it works."""


class Kept(BaseModel):
    """A plan with its id and state."""

    model_config = ConfigDict(frozen=True)

    id: str
    state: State
    revision: int
    plan: Plan


async def of(turn: Turn, state: State | None = None) -> list[Kept]:
    """The person's plans."""
    person = _person(turn)
    rows = await intentions.of(turn.tx, person.id, state)
    return [
        Kept(
            id=row.id,
            state=row.state,
            revision=row.revision,
            plan=Plan.model_validate(person.open(row.sealed_body, f"plan:{row.id}")),
        )
        for row in rows
    ]


async def one(turn: Turn, plan_id: str, state: State | None = "active") -> Kept | None:
    """One plan of the person, by its id or the first letters of it."""
    return next((kept for kept in await of(turn, state) if kept.id.startswith(plan_id) and plan_id), None)


async def active_count(turn: Turn) -> int:
    """How many plans are active."""
    return len(await intentions.of(turn.tx, _person(turn).id, "active"))


async def keep(turn: Turn, effect: SaveIntention) -> None:
    """Keep a new or changed plan, take back what was scheduled for the old words, schedule, and say what will come."""
    person = _person(turn)
    habit = effect.moment is not None and effect.moment.recurrence is not None
    day = None if effect.moment is None or habit else effect.moment.start
    plan = Plan(
        cue=effect.cue if day is None else anchored(effect.cue, day.astimezone(person.profile.timezone).date()),
        action=effect.action,
        backup=effect.backup,
        moment=effect.moment,
        voice=effect.voice,
        made=turn.now,
    )
    old = await one(turn, effect.replaces) if effect.replaces else None
    if old is not None:
        plan = plan.model_copy(update={"came": old.plan.came})
    if old is None and await active_count(turn) >= MOST:  # two talks about a plan can stand open side by side
        await turn.tell("plan_full", keyboard.action(turn.word("button_my_plan"), "plan"))
        return
    plan_id = old.id if old else new_id()
    body = person.seal(plan.model_dump(mode="json", exclude_defaults=True), f"plan:{plan_id}")
    if old:
        await intentions.save(turn.tx, old.id, old.revision, body)
        await outbox.cancel(turn.tx, person.id, None, old.id)
    else:
        await intentions.add(turn.tx, intention_id=plan_id, person_id=person.id, sealed_body=body, now=turn.now)
    safety.lighten(turn)  # a promise made in the rest after a crisis word is kept
    remind, follow = await _schedule(turn, person, plan_id, plan)
    local = person.profile.local(turn.now)
    asked = describe(
        Moment(start=follow.astimezone(local.tzinfo), all_day=True, recurrence=None, event=None), local, turn.language
    )
    if remind is None:
        await turn.tell("plan_kept_no_time", vraag_dag=asked)
    else:
        when = describe(
            Moment(start=remind.astimezone(local.tzinfo), all_day=False, recurrence=None, event=None),
            local,
            turn.language,
        )
        await turn.tell("plan_kept", dag=when, vraag_dag=asked, gewoonte=plan.habit)


async def _schedule(turn: Turn, person: Person, plan_id: str, plan: Plan) -> tuple[datetime | None, datetime]:
    remind = remind_at(plan, person, turn.now)
    if remind is not None:
        await _remind_later(turn, person, plan_id, remind)
    moments = asks(plan, person, remind)
    await _ask_later(turn, person, plan_id, moments)
    return remind, moments[0]


async def _remind_later(turn: Turn, person: Person, plan_id: str, moment: datetime) -> None:
    await occasion(
        turn.tx, person, "reminder", moment, turn.now, subject=plan_id, not_after=max(moment, turn.now) + TOO_LATE
    )


async def _ask_later(turn: Turn, person: Person, plan_id: str, asks: list[datetime]) -> None:
    for number, moment in enumerate(asks):
        await occasion(
            turn.tx,
            person,
            "follow_up",
            moment,
            turn.now,
            subject=plan_id,
            not_after=moment + FOLLOW_UP_LATE,
            body={"last": number == len(asks) - 1},
        )


async def restore(turn: Turn) -> None:
    """After a time in which nobody could be reached and everything was dropped: what is still to come, anew."""
    person = _person(turn)
    for kept in await of(turn, "active"):
        await outbox.cancel(turn.tx, person.id, None, kept.id)
        first = remind_at(kept.plan, person, kept.plan.made)
        remind = first if first is not None and first > turn.now else next_time(kept.plan, turn.now, person)
        if remind is not None:
            await _remind_later(turn, person, kept.id, remind)
        await _ask_later(
            turn, person, kept.id, [moment for moment in asks(kept.plan, person, first) if moment > turn.now]
        )


# --- when it is due


async def remind(turn: Turn, plan_id: str) -> bool:
    """Say the plan in the person's own words, or play it back. False when there is no such plan any more."""
    kept = await one(turn, plan_id)
    if kept is None:
        return False
    plan, person = kept.plan, _person(turn)
    await _keep(turn, kept, plan.model_copy(update={"reminded": turn.now}))
    buttons = keyboard.rows([keyboard.action(turn.word("button_my_plan"), "plan", kept.id[:12])])
    words = turn.phrase("reminder", als=plan.cue, dan=plan.action, druk=plan.backup)
    if plan.voice is not None and len(words.text) > CAPTION:
        await turn.say(Message(attachment=Attachment(kind="voice", reference=plan.voice)), lane=1, kind="reminder")
        await turn.say(words.model_copy(update={"buttons": buttons}), lane=1, kind="reminder")
    elif plan.voice is not None:
        await turn.say(
            Message(
                text=words.text,
                bold=words.bold,
                attachment=Attachment(kind="voice", reference=plan.voice),
                buttons=buttons,
            ),
            lane=1,
            kind="reminder",
        )
    else:
        await turn.say(words.model_copy(update={"buttons": buttons}), lane=1, kind="reminder")
    again = next_time(plan, turn.now, person)
    if again is not None:
        await _remind_later(turn, person, kept.id, again)
    return True


async def miss(turn: Turn, plan_id: str) -> None:
    """A reminder that came too late is not sent; a habit's next one is still scheduled."""
    kept = await one(turn, plan_id)
    if kept is not None:
        again = next_time(kept.plan, turn.now, _person(turn))
        if again is not None:
            await _remind_later(turn, _person(turn), kept.id, again)


# --- what the person does with them


async def show(turn: Turn) -> None:
    """The active plans, each with what can be done with it."""
    kept = await of(turn, "active")
    if not kept:
        await turn.tell("no_plan", keyboard.action(turn.word("button_make_plan"), "praat", "als_dan_plan"))
        return
    for each in kept:
        await _show_one(turn, each)
    if len(kept) < MOST:
        await turn.tell("room_for_plan", keyboard.action(turn.word("button_make_plan"), "praat", "als_dan_plan"))


async def _show_one(turn: Turn, kept: Kept) -> None:
    waiting = await outbox.of(turn.tx, _person(turn).id, "reminder", kept.id)
    local = _person(turn).profile.local(turn.now)
    when = ""
    if waiting:
        start = waiting[0].due_at.astimezone(local.tzinfo)
        when = describe(Moment(start=start, all_day=False, recurrence=None, event=None), local, turn.language)
    buttons = [
        keyboard.action(turn.word("button_gelukt"), "planging", f"{kept.id[:12]}:gelukt"),
        keyboard.action(turn.word("button_change"), "wijzig", kept.id[:12]),
        keyboard.action(turn.word("button_stop_plan"), "planstop", kept.id[:12]),
    ]
    if kept.plan.moment is not None and kept.plan.moment.start is not None:
        buttons.append(keyboard.action(turn.word("button_calendar"), "agenda", kept.id[:12]))
    message = turn.phrase("plan", als=kept.plan.cue, dan=kept.plan.action, druk=kept.plan.backup, wanneer=when)
    await turn.say(message.model_copy(update={"buttons": keyboard.rows(buttons)}))


def to_change(turn: Turn, kept: Kept) -> dict[str, object]:
    """What *een klein plan* needs to change this plan. A moment that is over is asked for anew."""
    plan, person = kept.plan, _person(turn)
    given: dict[str, object] = {"plan_id": kept.id, "dan": plan.action, "druk": plan.backup}
    if plan.habit or remind_at(plan, person, turn.now) is not None:
        given["als"] = Answer(text=plan.cue, moment=plan.moment)
    else:
        given["bij"] = "wanneer"
    return given


async def end(turn: Turn, plan_id: str, state: State, came: Came | None = None) -> bool:
    """Stop or finish a plan; nothing of it is sent any more. False when it was not active."""
    kept = await one(turn, plan_id)
    if kept is None:
        return False
    await _save(turn, kept, state, came)
    await outbox.cancel(turn.tx, _person(turn).id, None, kept.id)
    return True


async def _save(turn: Turn, kept: Kept, state: State, came: Came | None) -> None:
    await _keep(turn, kept, kept.plan.model_copy(update={"came": came or kept.plan.came}), state)


async def _keep(turn: Turn, kept: Kept, plan: Plan, state: State = "active") -> None:
    body = _person(turn).seal(plan.model_dump(mode="json", exclude_defaults=True), f"plan:{kept.id}")
    await intentions.save(turn.tx, kept.id, kept.revision, body, state)


async def news_of(turn: Turn, text: str, since: datetime | None = None) -> Kept | None:
    """The plan that was brought to mind lately (after `since`), when the words say what came of one."""
    if not outcome(text):
        return None
    lately = max(turn.now - NEWS, since or turn.now - NEWS)
    told = [(kept.plan.reminded, kept) for kept in await of(turn, "active") if kept.plan.reminded is not None]
    return next((kept for when, kept in sorted(told, key=lambda pair: pair[0], reverse=True) if when > lately), None)


def to_follow_up(kept: Kept, *, later: bool = False) -> dict[str, object]:
    """What *Hoe ging het?* needs to know of a plan. `later`: it will be asked about once more."""
    return {
        "plan_id": kept.id,
        "als": kept.plan.cue,
        "dan": kept.plan.action,
        "druk": kept.plan.backup,
        "later": "ja" if later else "",
        "gewoonte": "ja" if kept.plan.habit else "",
    }


async def asked_later(turn: Turn, plan_id: str) -> bool:
    """Whether a question about this plan still waits."""
    return bool(await outbox.of(turn.tx, _person(turn).id, "follow_up", plan_id))


async def ask_whether(turn: Turn, kept: Kept) -> None:
    """What was typed sounds like news of a plan: whether it is, and how it went, by buttons."""
    buttons = [
        keyboard.action(turn.word(f"button_{how}"), "planging", f"{kept.id[:12]}:{how}")
        for how in ("gelukt", "beetje", "nog_niet")
    ]
    await turn.tell(
        "news_of_plan", *buttons, keyboard.action(turn.word("button_other_news"), "gezegd"), dan=kept.plan.action
    )


async def remove(turn: Turn, plan_id: str) -> bool:
    """Take a plan that is over out for good. False when there is no such plan, or it is still active."""
    kept = await one(turn, plan_id, None)
    return kept is not None and kept.state != "active" and await intentions.remove(turn.tx, kept.id)


async def act_worked(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: plan_gelukt`: it worked out, with their words of it (`woorden`). It is done; a habit goes on for a while unasked.

    Said again it only adds the words.
    """
    kept = await one(turn, given["plan"].text, None)
    if kept is None or kept.state == "stopped":
        return
    came = Came(how="gelukt", words=_more_words(kept, _words(given)))
    if kept.state == "done" or kept.plan.habit:
        await _save(turn, kept, kept.state, came)
        for row in await outbox.of(turn.tx, _person(turn).id, "follow_up", kept.id):
            if row.due_at < turn.now + FORTNIGHT:
                await outbox.drop(turn.tx, row.id, "replaced")
    else:
        await end(turn, kept.id, "done", came)


async def act_ask_no_more(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: plan_niet_vragen`: the plan stays, and nothing asks how it went any more."""
    await outbox.cancel(turn.tx, _person(turn).id, "follow_up", given["plan"].text)


async def act_done(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: plan_klaar`: it is done. What came of it stays."""
    kept = await one(turn, given["plan"].text)
    if kept is not None:
        await end(turn, kept.id, "done", Came(how="gelukt", words=_more_words(kept, _words(given))))


async def act_stop(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: plan_stoppen`. What came of it before stays: a plan that is stopped may have brought something."""
    kept = await one(turn, given["plan"].text)
    if kept is not None:
        await end(turn, kept.id, "stopped", kept.plan.came or Came(how="gestopt", words=_words(given)))


async def act_came(turn: Turn, given: Mapping[str, Answer]) -> None:
    """`do: plan_uitkomst`: how it went so far (`hoe`: gelukt or deels); the plan goes on."""
    kept = await one(turn, given["plan"].text)
    if kept is not None:
        how: How = "gelukt" if given["hoe"].text == "gelukt" else "deels"
        await _save(turn, kept, "active", Came(how=how, words=_words(given)))


def _more_words(kept: Kept, new: str) -> str:
    """What somebody said of how a plan went so far, and now."""
    came = kept.plan.came
    old = came.words if came is not None and came.how == "gelukt" else ""
    return new if not old or old == new else f"{old.rstrip('.')}. {new[:1].upper()}{new[1:]}" if new else old


def _words(given: Mapping[str, Answer]) -> str:
    return str(Value(given.get("woorden", EMPTY)))


def _person(turn: Turn) -> Person:
    if turn.person is None:
        raise RuntimeError("a plan needs a person")
    return turn.person
