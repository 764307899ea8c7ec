"""What comes next follows from what somebody chose, never repeats, never goes against a no, and can say why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues import choose
from dialogues.choose import ANGLES, Choice, Taste
from dialogues.model import Nudge, Offering, Script, Story
from tests.dialogues.shipped import library

THEMES = ("ontwikkeling", "werkdruk", "rooster", "energie")
KNOBS = ("weten", "kunnen", "willen", "durven", "mogen")
SECTORS = ("zorg", "winkel", "industrie", "kantoor", "groen")
TODAY = date(2026, 11, 24)


def course(
    name: str, theme: str, knob: str | None = None, sectors: tuple[str, ...] = (), until: date | None = None
) -> Offering:
    more = {"theme": theme, "knob": knob, "sectors": sectors, "until": until, "function": "trainen"}
    return Offering.model_validate({"id": name, "title": "Iets", "text": "Iets.", "how": "Vraag het."} | more)


def some_nudge(number: int, angle: str, theme: str | None, knob: str | None) -> Nudge:
    return Nudge.model_validate(
        {
            "id": f"duw_{number}",
            "text": "Eén ding.",
            "angle": angle,
            "function": "informeren",
            "theme": theme,
            "knob": knob,
        }
    )


def some_story(number: int, angle: str, theme: str, knob: str, sector: str) -> Story:
    return Story.model_validate(
        {
            "id": f"verhaal_{number}", "title": "Een verhaal", "text": "Het ging zo.", "question": "En jij?",
            "teller": "employer", "organisation": "X", "source": "Y", "theme": theme, "angle": angle, "sector": sector,
            "knob": knob, "function": "voordoen",
        }
    )  # fmt: skip


angle, theme, knob, sector = (st.sampled_from(each) for each in (ANGLES, THEMES, KNOBS, SECTORS))
numbers = st.integers(0, 11)
nudges = st.lists(
    st.builds(some_nudge, numbers, angle, st.none() | theme, st.none() | knob), max_size=12, unique_by=lambda n: n.id
)
stories = st.lists(st.builds(some_story, numbers, angle, theme, knob, sector), max_size=12, unique_by=lambda s: s.id)
courses = st.lists(
    st.builds(
        course,
        st.sampled_from([f"aanbod_{n}" for n in range(9)]),
        theme,
        st.none() | knob,
        st.lists(sector, max_size=2).map(tuple),
        st.none() | st.integers(-3, 3).map(lambda days: TODAY + timedelta(days=days)),
    ),
    max_size=9,
    unique_by=lambda one: one.id,
)
ids = st.sampled_from([f"{kind}_{n}" for kind in ("duw", "verhaal", "aanbod") for n in range(12)])
tastes = st.builds(
    Taste,
    themes=st.lists(theme, unique=True, max_size=3).map(tuple),
    knobs=st.lists(knob, unique=True, max_size=2).map(tuple),
    liked=st.dictionaries(ids, st.none() | theme, max_size=3),
    refused=st.frozensets(ids | angle, max_size=4),
    seen=st.frozensets(ids, max_size=6),
    last_angle=st.none() | angle,
    sector=st.just("") | sector,
)
seeds = st.integers(0, 65535)


def explained(choice: Choice, taste: Taste) -> bool:
    """Whether every reason names only what was chosen, liked or told, or the angle's turn."""
    real = {
        "theme": taste.themes,
        "knob": taste.knobs,
        "liked": taste.liked,
        "sector": (taste.sector,),
        "turn": ANGLES,
        "open": ANGLES,
    }
    return bool(choice.reasons) and all(reason.about in real[reason.kind] for reason in choice.reasons)


@given(nudges, tastes, seeds)
def test_a_nudge_is_new_allowed_and_explained(given_nudges: list[Nudge], taste: Taste, seed: int) -> None:
    """Never twice, never refused, the same for the same seed, and its reasons name nothing that was not chosen."""
    choice = choose.nudge(given_nudges, taste, seed=seed)
    assert choice == choose.nudge(list(reversed(given_nudges)), taste, seed=seed)
    allowed = {n.id for n in given_nudges if n.id not in taste.seen and not {n.id, n.angle} & set(taste.refused)}
    assert (choice is None) == (not allowed)
    if choice is not None:
        assert choice.id in allowed
        assert explained(choice, taste)


@given(nudges, tastes, seeds)
def test_an_angle_comes_twice_in_a_row_only_when_no_other_is_left(
    given_nudges: list[Nudge], taste: Taste, seed: int
) -> None:
    angles = {n.id: n.angle for n in given_nudges}
    for _ in given_nudges:
        left = {n.angle for n in given_nudges if n.id not in taste.seen and not {n.id, n.angle} & set(taste.refused)}
        choice = choose.nudge(given_nudges, taste, seed=seed)
        if choice is None:
            break
        assert angles[choice.id] != taste.last_angle or left == {taste.last_angle}
        taste = replace(taste, seen={*taste.seen, choice.id}, last_angle=angles[choice.id])


@given(seeds)
def test_without_any_choice_angles_go_round_in_their_order_and_health_is_not_first(seed: int) -> None:
    shipped, taste = library().nudges, Taste()
    angles = {n.id: n.angle for n in shipped}
    came = []
    for _ in ANGLES:
        choice = choose.nudge(shipped, taste, seed=seed)
        assert choice is not None
        assert not choice.chosen
        came.append(angles[choice.id])
        taste = replace(taste, seen={*taste.seen, choice.id}, last_angle=angles[choice.id])
    assert came == list(ANGLES)


@given(stories, tastes, st.none() | theme, seeds)
def test_stories_are_all_that_may_be_told_with_the_subject_first(
    told: list[Story], taste: Taste, subject: str | None, seed: int
) -> None:
    by_id = {story.id: story for story in told}
    found = choose.stories(told, taste, theme=subject, seed=seed)
    allowed = {s.id for s in told if s.id not in taste.seen and not {s.id, s.angle} & set(taste.refused)}
    assert {choice.id for choice in found} == allowed
    assert len(found) == len(allowed)
    assert all(explained(choice, taste) for choice in found)
    fits = [by_id[choice.id].theme == subject for choice in found]
    assert subject is None or fits == sorted(fits, reverse=True)


@given(courses, tastes, st.none() | theme, seeds)
def test_an_offering_is_open_for_this_work_and_about_the_subject(
    offered: list[Offering], taste: Taste, subject: str | None, seed: int
) -> None:
    by_id = {one.id: one for one in offered}
    for choice in choose.offerings(offered, taste, today=TODAY, theme=subject, seed=seed):
        one = by_id[choice.id]
        assert one.until is None or one.until >= TODAY
        assert not one.sectors or not taste.sector or taste.sector in one.sectors
        assert choice.id not in taste.seen
        assert choice.id not in taste.refused
        assert one.theme == subject if subject is not None else choice.chosen


@given(tastes, seeds)
def test_a_conversation_is_suggested_once(taste: Taste, seed: int) -> None:
    """Until all that follow from a choice were chosen; then nothing is suggested, and never one that is only chosen."""
    scripts = [Script.model_validate(TALK | {"id": f"praat_{n}", "theme": each}) for n, each in enumerate(THEMES)]
    shy = [
        Script.model_validate(TALK | {"id": f"stil_{n}", "theme": each, "suggest": False})
        for n, each in enumerate(THEMES)
    ]
    following = {one.id for one in scripts if one.theme in {*taste.themes, *taste.liked.values()}} - {*taste.refused}
    came = []
    while (choice := choose.talk([*shy, *scripts], taste, seed=seed)) is not None:
        assert choice.chosen
        came.append(choice.id)
        taste = replace(taste, talked={*taste.talked, choice.id})
    assert sorted(came) == sorted(following)


TALK = {"title": "Praten", "menu": "Praten", "steps": [{"id": "a", "say": "Dag."}]}


@pytest.mark.parametrize("newest", ["werkdruk", "ontwikkeling"])
def test_the_newest_choice_goes_first(newest: str) -> None:
    """Somebody who chose two subjects hears of the last one first."""
    other = {"werkdruk": "ontwikkeling", "ontwikkeling": "werkdruk"}[newest]
    told = [
        some_story(1, "samen", "werkdruk", "weten", "zorg"),
        some_story(2, "samen", "ontwikkeling", "weten", "zorg"),
    ]
    taste = Taste(themes=(other, newest))
    first = choose.stories(told, taste)[0]
    assert {story.id: story.theme for story in told}[first.id] == newest
    assert first.reasons[0] == choose.Reason("theme", newest)


def test_own_work_goes_first_where_nothing_else_decides() -> None:
    told = [some_story(n, "samen", "werkdruk", "weten", each) for n, each in enumerate(SECTORS)]
    first = choose.stories(told, Taste(sector="groen"))[0]
    assert first.id == "verhaal_4"
    assert choose.Reason("sector", "groen") in first.reasons
