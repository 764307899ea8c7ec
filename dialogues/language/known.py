"""Which Dutch words are known: common ones, their forms, and what is put together of them. It corrects nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from dialogues.language import lexicon as lx

COMMON = Path(__file__).parents[1] / "check" / "data" / "common_words.txt"
"""Dutch words with a Zipf frequency of 3.5 or more (some three in a million words); derived from wordfreq, CC BY-SA 4.0."""

SHORT = 4
"""Words with fewer letters are taken as common."""

VERBS = Path(__file__).parent / "data" / "verbs.txt"

_CHAT = frozenset(
    "gwn gwnn gewn gwoon ff effe effies efkes ofz ofzo egt echtt nie vr mss msch wss iig idd wrm zegma zelluf mezelluf altyd tyd wrk "
    "btw omg lol wtf sws nix "
    "das tis da wa ge gij gijlie ikke nen nimmer nog's wok mot motten hep kweet kheb kben khad tog egt yess yes moetik hoefik konnie".split()
)
"""Chat spelling and speech as it sounds, which nobody would write in a sentence of their own to somebody else. What is only dropped letters (*t*, *mn*) is not."""

_TYPED = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

_ENDINGS = (
    "jes",
    "je",
    "tjes",
    "tje",
    "ers",
    "er",
    "en",
    "es",
    "de",
    "te",
    "den",
    "ten",
    "e",
    "n",
    "s",
    "t",
    "d",
    "'s",
)
_FRONTS = (
    "aan",
    "achter",
    "af",
    "bij",
    "binnen",
    "door",
    "in",
    "langs",
    "mee",
    "na",
    "om",
    "onder",
    "op",
    "over",
    "rond",
    "samen",
    "tegen",
    "terug",
    "toe",
    "uit",
    "vast",
    "verder",
    "voor",
    "vooruit",
    "weg",
    "her",
    "on",
    "ge",
    "be",
    "ver",
)
_LINKS = ("", "s", "e", "en", "n")


def written_plainly(text: str) -> bool:
    """Whether words can be said back as a sentence of ours without mocking how somebody writes.

    Not with chat spelling in it. And where nothing is turned, because no *ik* is in it, only when every word is known, or is
    plausibly a name or a compound.
    """
    hits = list(_TYPED.finditer(text))
    words = [hit[0].lower().replace("’", "'") for hit in hits]
    if any(word in _CHAT or _cut_short(word) or _slipped(word) for word in words) or words[:1] == ["n"]:
        return False
    if any(word in lx.FIRST_SINGULAR for word in words):
        return True
    return all(_known(word) or _named(hit) for word, hit in zip(words, hits, strict=True))


def _cut_short(word: str) -> bool:
    """A common word without its last *n* ("werke", "gebroke"), as somebody writes who is learning, or writes as they speak."""
    return len(word) >= SHORT and word.endswith("e") and word not in _common() and f"{word}n" in _common()


def _slipped(word: str) -> bool:
    """A common word with *y* for *ij* or with *t* for *d* at its end ("blyft", "gezegt"): said back it would look like mockery."""
    if len(word) < SHORT or word in _common():
        return False
    if "y" in word:
        return word.replace("y", "ij") in _common() and not _known(word)
    return word.startswith("ge") and word.endswith("t") and f"{word[:-1]}d" in _common()


def _named(hit: re.Match[str]) -> bool:
    """A capital in the middle of a sentence."""
    return hit[0][0].isupper() and hit.string[: hit.start()].rstrip()[-1:] not in ("", ".", "!", "?")


@lru_cache(maxsize=65536)
def _known(word: str) -> bool:
    if len(word) < SHORT:
        return len(word) == 1 or word in _common() or word in _verbs()
    return (
        is_common(word)
        or word in _verbs()
        or any(word.startswith(front) and word[len(front) :] in _verbs() for front in _FRONTS)
    )


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    """Stems of verbs with the forms that only add to them."""
    found = set[str]()
    for line in VERBS.read_text(encoding="utf-8").splitlines():
        stem = line.partition(" ")[0]
        if stem and stem != "#":
            found.update(
                (
                    stem,
                    f"{stem}t",
                    f"{stem}en",
                    f"{stem}{stem[-1]}en",
                    f"ge{stem}t",
                    f"ge{stem}d",
                    f"{stem}te",
                    f"{stem}de",
                )
            )
    return frozenset(found)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(COMMON.read_text(encoding="utf-8").split())


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Whether a word, its stem, or every part of it as a compound is common."""
    return (
        _plain(word)
        or _compound(word, 2)
        or (("-" in word) and all(is_common(part) for part in word.split("-") if part))
    )


def _plain(word: str) -> bool:
    if word in _common() or len(word) < SHORT:
        return True
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if (
            stem != word
            and len(stem) >= 3
            and (stem in _common() or _doubled(stem) or f"{stem}en" in _common() or f"{stem}e" in _common())
        ):
            return True
    return any(
        word.startswith(front) and len(word) - len(front) >= 3 and word[len(front) :] in _common() for front in _FRONTS
    )


def _doubled(stem: str) -> bool:
    """*knop* for *knopp-en*, *raam* for *ram-en*, *brief* for *briev-en*."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in _common():
        return True
    if stem[-1] in "vz" and stem[:-1] + {"v": "f", "z": "s"}[stem[-1]] in _common():
        return True
    return len(stem) >= 3 and stem[-2] in "aeou" and f"{stem[:-1]}{stem[-2]}{stem[-1]}" in _common()


def _compound(word: str, depth: int) -> bool:
    for place in range(3, len(word) - 2):
        left, right = word[:place], word[place:]
        if not any(
            left.endswith(link) and left.removesuffix(link) in _common() and len(left) - len(link) >= 3
            for link in _LINKS
        ):
            continue
        if len(right) >= 4 and (_plain(right) or (depth > 1 and _compound(right, depth - 1))):
            return True
    return False
