"""Which nudge or story fits now: fresh, not refused, from another side than last time. Never from anybody's mood."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dialogues.model import Nudge, Story


def stories(
    all_stories: Iterable[Story], *, seen: Collection[str], refused: Collection[str], theme: str | None
) -> tuple[str, ...]:
    """Ids of stories that were not told yet, those of the theme first. `refused`: ids and angles that are not for this person."""
    fresh = [s for s in all_stories if s.id not in seen and s.id not in refused and s.angle not in refused]
    return tuple(s.id for s in sorted(fresh, key=lambda story: (story.theme != theme, story.angle != theme)))


def nudge(
    all_nudges: Iterable[Nudge], *, seen: Collection[str], refused: Collection[str], last_angle: str | None, seed: int
) -> Nudge | None:
    """A nudge that was not sent yet, from another angle than the last one where there is one. None when all are used up."""
    fresh = [n for n in all_nudges if n.id not in seen and n.id not in refused and n.angle not in refused]
    other = [n for n in fresh if n.angle != last_angle] or fresh
    return other[seed % len(other)] if other else None
