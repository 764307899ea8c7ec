"""Finds, for every *ik* in a Dutch sentence, the finite verb that belongs to it. It changes no word; `reflect` does.

How it reasons, in the order it is tried:
1. *Inversion*: a finite verb stands right before *ik* ("dan kan ik"). It is a statement only when something else opens the clause; a
   clause that opens with its verb or with a question word is a question.
2. *Subclause*: a subordinator stands before *ik* ("omdat ik … ben"). The verb is one of the clause's candidates: verbs that are sure count
   more than words that could be nouns, the clause's end counts more than its middle, and behind "mijn" or "te" there is no finite verb.
3. *Main clause*: the verb follows *ik* at once.
4. A second verb after *en*, *maar* or a comma belongs to the same *ik* when no other subject comes before it.
Where two readings are left, the sentence is `Unsure`.
"""

from __future__ import annotations

from dataclasses import dataclass

from dialogues.language import lexicon as lx


class UnsureError(Exception):
    """The sentence has no reading, or more than one. Never leaves `reflect`."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a word is to the turning: a finite verb of *ik*, straight or inverted."""

    verb: lx.Finite
    inverted: bool


@dataclass(slots=True)
class Reading:
    """The roles found in one sentence, by the index of the word."""

    roles: dict[int, Role]
    subjects: dict[int, bool]
    """Every *ik*, and whether it must be stressed ("meer dan ik" → "meer dan jij")."""
    dropped: bool = False
    """The sentence begins with the verb of a left-out *ik* ("ben moe")."""


_ADVERBS_BETWEEN = frozenset(
    "zelf dus ook persoonlijk eigenlijk gewoon echt dan nu altijd soms vaak denk ik".split()
) - {"denk", "ik"}
_OPENS_AHEAD = frozenset({"hoe", "welke", "welk", "hoeveel", "wat", "waar", "omdat", "dat", "zodat", "als"})
_STRESSED_AFTER = frozenset({"ook", "zelfs", "alleen", "juist"})
_COMPARE = frozenset({"dan", "als", "zoals", "behalve"})
_DROPS = frozenset(
    "ben heb wil vind voel hoop zou wou mis krijg moet ga weet snap zoek probeer wilde had was kreeg voelde vond zie merk denk wordt word durf verdien slaap baal doe zit sta".split()
)
_ADVERBS_AFTER = frozenset(
    "al graag nu nog hier liever soms altijd vaak meestal te niet nooit steeds elke iedere alleen parttime fulltime momenteel".split()
)
_AFTER_NOUN = frozenset(
    "dat die en of op in voor bij van met aan om waar zonder naar tussen is na maar wat boven als".split()
)
_PERSONS = frozenset({"hij", "ze", "zij", "men"})
_AFTER_VERB = frozenset(
    "de het een mijn m'n mn me mij dit dat deze die geen niet nooit altijd vaak soms meestal graag veel te heel erg wel al nog ook er daar hier ze hem haar hun in op met voor naar bij aan elke iedere alle alles niks niets slecht goed "
    "steeds weer nu dan zo om liever minder meer weinig even gewoon echt langer parttime fulltime thuis alleen samen hard al iedereen zelf 's overdag s".split()
)


def read(words: list[str], breaks: set[int]) -> Reading:
    """The reading of one sentence. `words` in lower case; `breaks` holds the index of every word that a comma or dash stands before.

    Raises:
        UnsureError: when a verb cannot be found for certain, or the sentence is a question.
    """
    return _Sentence(words, breaks).read()


class _Sentence:
    def __init__(self, words: list[str], breaks: set[int]) -> None:
        self.words = words
        self.breaks = breaks
        self.count = len(words)
        self.forms = [lx.finite(word) or self._slip(at) for at, word in enumerate(words)]
        self.roles: dict[int, Role] = {}
        self.subjects: dict[int, bool] = {}

    def read(self) -> Reading:
        iks = [place for place, word in enumerate(self.words) if word in ("ik", "ikzelf")]
        if "ikzelf" in self.words:
            raise UnsureError
        inverted: dict[int, bool] = {}
        for place in iks:
            if inverted.get(place - 2) is False and self._sure(place - 1) >= 1:
                raise UnsureError  # "ik werk ik slaap": two claim the verb between them
            inverted[place] = self._inverted(place)
        for place in iks:
            self.subjects[place] = False
            if inverted[place]:
                self._take(place - 1, inverted=True)
        for place in iks:
            if not inverted[place]:
                self._straight(place)
        dropped = 0 not in self.roles and self.words[1:2] != ["ik"] and self._dropped()
        self._leftovers()
        return Reading(self.roles, self.subjects, dropped)

    def _slip(self, at: int) -> lx.Finite | None:
        """A misspelt verb, where only a verb can stand: right behind *ik*, or right before it when a clause has been opened."""
        if at and self.words[at - 1] == "ik" and (at == 1 or lx.finite(self.words[at - 2]) is None):
            return lx.misspelt(self.words[at])
        if at > 0 and at + 1 < self.count and self.words[at + 1] == "ik" and self.words[at].endswith("t"):
            return lx.misspelt(self.words[at])
        return None

    def _sure(self, at: int) -> int:
        """How surely the word is a finite verb; -1 when it is none."""
        form = self.forms[at]
        return -1 if form is None else form.sure

    def _past(self, at: int) -> bool:
        form = self.forms[at]
        return form is not None and form.past

    # -- clause edges ---------------------------------------------------------------------------------------------------------------

    def _starts_clause(self, place: int) -> bool:
        return place == 0 or place in self.breaks or self.words[place - 1] in lx.COORDINATORS

    def _end(self, place: int) -> int:
        """Where the stretch in which the verb of the *ik* at `place` can stand ends: the index after its last word."""
        for at in range(place + 1, self.count):
            if at in self.breaks or self.words[at] in ("ik", "want") or at in self.roles:
                return at
            if self.words[at] == "om" and "te" in self.words[at + 1 : at + 8] and at > place + 1:
                return at
            if (
                self.words[at] in lx.SUBORDINATORS - {"dat", "die", "voor", "tot", "toen", "nu", "als", "of", "wat"}
                and at > place + 1
                and self._candidates(place + 1, at)
            ):
                return at
            if (
                self.words[at] in {"dat", "die", "als", "of", "wat", "toen", "voor"}
                and at > place + 1
                and self._opens_subclause(at, place)
            ):
                return at
            if (
                (self.words[at] in ("en", "maar") or self._third_person(at))
                and at > place + 1
                and self._candidates(place + 1, at)
            ):
                return at
        return self.count

    def _third_person(self, at: int) -> bool:
        """True for a verb of a third person: behind a subclause it opens the main clause ("sinds ik hier werk gaat het beter")."""
        word = self.words[at]
        if self._past(at):
            return False
        return word in _THIRD or (
            len(word) > 3
            and word.endswith("t")
            and self.forms[at] is None
            and self._stem_of_third(word)
            and at + 1 < self.count
        )

    def _stem_of_third(self, word: str) -> bool:
        form = lx.finite(word[:-1])
        return form is not None and not form.past and form.sure >= 1

    def _opens_subclause(self, at: int, place: int) -> bool:
        """True for a *dat*, *die*, *als*, *of*, *wat* behind a finite verb and before more than one word."""
        following = self.words[at + 1] if at + 1 < self.count else ""
        if self.words[at] == "voor":
            return following in ("ik", "dat")
        if not self._candidates(place + 1, at):
            return False
        return at + 1 < self.count

    # -- the three places of a verb -------------------------------------------------------------------------------------------------

    def _inverted(self, place: int) -> bool:
        if place == 0 or place in self.breaks:
            return False
        form = self.forms[place - 1]
        if (
            form is None
            or (form.sure == 0 and not form.past)
            or self.words[place - 1] in lx.SUBORDINATORS | lx.COORDINATORS
        ):
            return False
        following = self.forms[place + 1] if place + 1 < self.count and place + 1 not in self.breaks else None
        if following is not None and following.sure == 3 and self.words[place + 1] not in ("was", "had", "zou"):
            raise UnsureError  # a run-on sentence: two verbs claim this ik
        before = place - 2
        opens = place - 1 == 0 or place - 1 in self.breaks or self.words[before] in lx.COORDINATORS
        if opens:
            self._judge_verb_first(place)
        elif self._is_question(place):
            raise UnsureError
        return True

    def _judge_verb_first(self, place: int) -> None:
        """A clause that opens with its verb is a statement only after a comma, after "en" in an inverted series, or as a wish with "maar"."""
        verb = place - 1
        if verb in self.breaks and verb > 0:
            return
        if verb > 1 and self.words[verb - 1] == "en" and self._series(verb):
            return
        form = self.forms[verb]
        if verb == 0 and form is not None and form.past and self.words[place + 1 : place + 2] == ["maar"]:
            return
        raise UnsureError

    def _series(self, verb: int) -> bool:
        """ "dan heb ik rust en kan ik vooruit": the verb behind *en* goes on with an inverted clause; a modal behind a straight one asks."""
        form = self.forms[verb]
        straight = self.words[0] == "ik" or (
            "ik" in self.words[:verb]
            and self.words.index("ik") + 1 < self.count
            and self._sure(self.words.index("ik") + 1) >= 2
        )
        return not (form is not None and form.modal and straight)

    def _is_question(self, place: int) -> bool:
        """True when a question word opens the clause of an inverted *ik* and no earlier *ik* makes it a subclause."""
        start = place - 1
        while start > 0 and start not in self.breaks:
            start -= 1
        while start < place and self.words[start] in lx.COORDINATORS | lx.OPENERS:
            start += 1
        opening = self.words[start]
        if opening in lx.PREPOSITIONS and start + 1 < place:
            opening = self.words[start + 1] if self.words[start + 1] in lx.QUESTION_WORDS else opening
        if opening not in lx.QUESTION_WORDS:
            return False
        between = range(start + 1, place - 1)
        return not any(self.words[at] == "ik" or at in self.roles or self.words[at] in _THIRD for at in between)

    def _straight(self, place: int) -> None:
        before = self.words[place - 1] if place > 0 and place not in self.breaks else ""
        last = place + 1 >= self.count or place + 1 in self.breaks
        if last or (before in _COMPARE and self.words[place + 1] in lx.COORDINATORS):
            if before in _COMPARE:
                self.subjects[place] = True
                return
            raise UnsureError
        if before == "dan" and not self._starts_clause(place):
            raise UnsureError
        if before == "en" and place > 1 and self.forms[place + 1] is None and self.words[place + 1].endswith("n"):
            self.subjects[place] = True  # "mijn man en ik werken": the verb is already a plural
            return
        self.subjects[place] = before in _STRESSED_AFTER
        if self._after_subordinator(place):
            self._in_subclause(place)
        else:
            self._in_main_clause(place)

    def _after_subordinator(self, place: int) -> bool:
        """True when a subordinator opens the clause of this *ik*: right before it, or before what goes with it ("hoe vaak ik", "omdat ook ik")."""
        if place == 0 or place in self.breaks:
            return False
        before = self.words[place - 1]
        if before in lx.SUBORDINATORS:
            return before != "of" or place == 1 or place - 1 not in self.breaks
        for back in range(2, 5):
            at = place - back
            if at < 0 or at + 1 in self.breaks:
                return False
            if self.words[at] in _OPENS_AHEAD and not any(self._sure(between) >= 2 for between in range(at + 1, place)):
                return self.words[at] != "dat" or back == 2
            if self._sure(at) >= 2:
                return False
        return False

    def _in_main_clause(self, place: int) -> None:
        verb = place + 1
        self.subjects[place] = self.subjects[place] or self.words[verb] in ("zelf", "persoonlijk")
        while verb < self.count and verb <= place + 2 and self.words[verb] in _ADVERBS_BETWEEN and self._sure(verb) < 2:
            verb += 1
        form = self.forms[verb] if verb < self.count and verb not in self.breaks else None
        if form is None or (form.sure == 0 and verb != place + 1):
            raise UnsureError
        if (
            not self._starts_clause(place)
            and self.words[place - 1] not in lx.OPENERS
            and form.sure < 2
            and not form.past
        ):
            raise UnsureError
        self._check_was(verb)
        self._take(verb, inverted=False)
        self._second_verbs(verb)

    def _check_was(self, verb: int) -> None:
        """*was* may be of *wassen* ("ik was de bewoners", "ik was me"), *rook* of *roken*, *las* of *lassen*."""
        told = any(form is not None and form.past and form.sure >= 2 for form in self.forms)
        if self.words[verb] in lx.HOMOGRAPHS and not told and not lx.PAST_ADVERBS & set(self.words):
            raise UnsureError
        if self.words[verb] != "was":
            return
        after = self.words[verb + 1 : verb + 3]
        if after[:1] in (["me"], ["mezelf"]) or (
            len(after) == 2 and after[0] in ("de", "alle", "twee", "drie", "mijn") and after[1].endswith(("en", "s"))
        ):
            raise UnsureError

    def _in_subclause(self, place: int) -> None:
        end = self._end(place)
        verb = self._choose(place + 1, end)
        self._take(verb, inverted=False)
        self._second_clause_verbs(end)

    # -- more verbs of the same ik --------------------------------------------------------------------------------------------------

    def _second_verbs(self, verb: int) -> None:
        """ "ik werk hier en heb het druk": the verb right behind *en*, *maar*, *of* or a comma."""
        chain = verb
        for at in range(verb + 1, self.count):
            word = self.words[at]
            if word == "ik" or (
                word in lx.SUBORDINATORS - {"of", "nu", "voor", "tot", "sinds", "toen", "die", "dat", "wat"}
            ):
                return
            if word in _CLAUSE_SUBJECTS and self.words[at - 1] in lx.COORDINATORS | {"want"}:
                return
            opened = self.words[at - 1] in ("en", "maar", "of") or at in self.breaks
            form = self.forms[at]
            if not opened or form is None or at in self.roles or word in lx.COORDINATORS:
                continue
            following = self.words[at + 1] if at + 1 < self.count else ""
            if following == "ik" or (form.past and not self.roles[verb].verb.past and form.sure < 2):
                return
            if form.sure >= 2 and self._no_noun_before(at):
                self._take(at, inverted=False)
                chain = at
            elif form.sure == 1:
                self._weigh_noun(at, chain, following)
                if at in self.roles:
                    chain = at

    def _weigh_noun(self, at: int, chain: int, following: str) -> None:
        """A word that could be a noun behind *en*: a verb behind a bare verb or before a verb's company, a noun at the end, else unsure."""
        gap = at - chain - 1 - (1 if self.words[at - 1] in lx.COORDINATORS else 0)
        if gap == 0:
            self._take(at, inverted=False)
        elif not following or at + 1 in self.breaks or following in lx.COORDINATORS:
            return
        elif (following in _AFTER_VERB and following not in lx.PREPOSITIONS) or following[:1].isdigit():
            self._take(at, inverted=False)
        else:
            raise UnsureError

    def _no_noun_before(self, at: int) -> bool:
        return self.words[at - 1] not in lx.DETERMINERS

    def _second_clause_verbs(self, start: int) -> None:
        """ "omdat ik moe ben en slecht slaap": the verb of a further stretch without a subject of its own."""
        if start >= self.count or self.words[start] not in ("en", "maar", "of"):
            return
        end = start + 1
        while (
            end < self.count
            and end not in self.breaks
            and self.words[end] not in ("ik", "en", "maar", "want", "omdat", "zodat")
            and end not in self.roles
        ):
            end += 1
        stretch = range(start + 1, end)
        if (end < self.count and self.words[end] == "ik") or not stretch:
            return
        own_subject = self.words[start + 1] in _CLAUSE_SUBJECTS or any(self.words[at] in _THIRD for at in stretch)
        scored = self._candidates(start + 1, end)
        if own_subject:
            scored = [
                (score, at)
                for score, at in scored
                if self.words[at] not in lx.SAME_IN_THIRD and (self._sure(at) >= 2 or score >= 2) and not self._past(at)
            ]
            if any(self.words[at] in _THIRD for at in stretch):
                return
        scored = [(score, at) for score, at in scored if score >= 1]
        if not scored:
            return
        best = max(scored)
        if sum(score == best[0] for score, _ in scored) > 1:
            raise UnsureError
        self._take(best[1], inverted=False)
        if end < self.count and self.words[end] in ("en", "maar"):
            self._second_clause_verbs(end)

    def _dropped(self) -> bool:
        """ "ben moe": the sentence opens with a verb that only a left-out *ik* can have. A verb that fits another subject, or speaks to the bot, is unsure."""
        form = lx.plain_finite(self.words[0]) if self.count > 1 else None
        if form is None or form.sure == 0:
            return False
        word, following = self.words[0], self.words[1]
        if form.sure == 1 and word not in _DROPS:
            if following not in _ADVERBS_AFTER:
                return self._as_noun(following)
        elif word not in _DROPS and not (form.past and "ik" in self.words[2:]):
            raise UnsureError
        if form.past and "ik" in self.words[2:]:
            return False  # "ging wel goed ik heb het gevraagd": another subject was left out, and a past form stays as it is
        shared = form.past or word in lx.SAME_IN_THIRD or form.straight == word
        if following in _PERSONS or (shared and following in _CLAUSE_SUBJECTS) or word in ("was", "had", "doe"):
            raise UnsureError
        self._take(0, inverted=False)
        self._second_verbs(0)
        return True

    def _as_noun(self, following: str) -> bool:
        """A first word that could be a noun is one before what goes with a noun ("werk dat bij me past"); otherwise unsure. Never a dropped *ik*."""
        if following in _AFTER_NOUN or following in _THIRD or self._third_person(1):
            return False
        raise UnsureError

    def _leftovers(self) -> None:
        """A clause that opens with a sure first person verb nobody claimed: its *ik* was left out, or it speaks to the bot."""
        for at in range(1, self.count):
            if at not in self.roles and self.words[at] in _ONLY_FIRST and self.words[at - 1] not in lx.DETERMINERS:
                self._claim(at)
        for at in range(1, self.count):
            form = lx.plain_finite(self.words[at])
            if at in self.roles or form is None or form.past or form.sure < 2:
                continue
            opens = at in self.breaks or self.words[at - 1] in ("en", "maar")
            if (
                opens
                and self.words[at] not in lx.SAME_IN_THIRD
                and not (at + 1 < self.count and self.words[at + 1] in _THIRD)
            ):
                raise UnsureError

    def _claim(self, at: int) -> None:
        """A form of the first person alone, that no *ik* claimed: in a run-on it goes on with the clause before ("ik sta op ga naar mijn werk")."""
        before = [place for place in self.roles if place < at]
        if not before or self.roles[max(before)].inverted or self.words[at + 1 : at + 2] == ["ik"]:
            raise UnsureError
        if (lx.SUBORDINATORS | _PERSONS | {"iemand", "niemand", "iedereen"}) & set(self.words[max(before) : at]):
            raise UnsureError
        self._take(at, inverted=False)

    # -- candidates -----------------------------------------------------------------------------------------------------------------

    def _candidates(self, start: int, end: int) -> list[tuple[float, int]]:
        """Every possible finite verb from `start` up to `end` with its weight; weights of 0 and less are left out."""
        found = []
        for at in range(start, end):
            form = self.forms[at]
            if form is None or form.sure == 0 or at in self.roles:
                continue
            before = self.words[at - 1] if at > start else ""
            if before == "te" or (before in lx.DETERMINERS and before != "me") or (before == "me" and form.sure < 2):
                continue
            score = float(form.sure)
            if form.sure < 3:
                score -= 1.0 if before in lx.PRONOUN_OR_DETERMINER and form.sure < 2 else 0.0
                score -= 1.0 if before in lx.PREPOSITIONS and form.sure < 2 else 0.0
            if self.words[at] in lx.PREPOSITIONS | lx.SUBORDINATORS | lx.COORDINATORS | lx.OTHER_SUBJECTS:
                continue
            if at == end - 1:
                score += 1.5
            if score > 0:
                found.append((score, at))
        return found

    def _choose(self, start: int, end: int) -> int:
        scored = self._candidates(start, end)
        if not scored:
            if (
                end - start > 1
                and self.words[end - 1] in _WITH_OBJECT
                and lx.DETERMINERS & set(self.words[start : end - 1])
            ):
                return end - 1
            raise UnsureError
        best = max(score for score, _ in scored)
        places = [at for score, at in scored if score == best]
        if len(places) > 1:
            sure = [at for at in places if self._sure(at) == 3]
            if len(sure) != 1:
                raise UnsureError
            places = sure
        return places[0]

    def _take(self, place: int, *, inverted: bool) -> None:
        form = self.forms[place]
        if form is None:
            raise UnsureError
        self.roles[place] = Role(form, inverted)


_WITH_OBJECT = frozenset("open mail boek pak steun droog leeg app post boor dek deel dank meet roep straf".split())
"""Verbs that are mostly another word, but verbs at the end of a subclause with an object ("als ik de kas open")."""
_ONLY_FIRST = frozenset("ben heb ga sta doe zie word vind kom krijg neem geef voel".split())
"""Forms that in a statement only *ik* can have."""
_THIRD = frozenset(
    "is was heeft had gaat staat wordt werd zijn hebben worden komt doet ziet kunnen willen moeten mogen zullen gaan werken blijft geeft krijgt vindt zegt maakt werkt klopt loopt helpt luistert snapt helpen luisteren zouden waren hadden".split()
)
_CLAUSE_SUBJECTS = lx.OTHER_SUBJECTS | {"de", "mijn", "m'n", "mn", "onze", "een"}
