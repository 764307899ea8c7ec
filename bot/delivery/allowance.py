"""What a channel allows in one place, learnt from its refusals: believed until refused, lowered at once, raised carefully.

The rules:

1. It begins at what is assumed, and never goes above that.
2. A refusal says what was too much: the rate of that moment, or one more than was taken in the second before, when that
   is less. No single refusal is believed to mean less than half: it may have had another reason.
3. From three quarters of that it climbs to just below it, and stays there for `TRUST` seconds: near what the channel
   really allows, and not over it again and again.
4. Then it feels its way up, slowly. Refused again, it trusts what it learnt for twice as long, up to an hour: a limit
   that is really lower costs a refusal in a minute, then in two, four, eight.
"""

from __future__ import annotations

NEAR = 0.95
"""Of what was too much, so much is kept to."""
CAUTIOUS = 0.75
"""Of what was too much, so much right after a refusal."""
RECOVERY = 100.0
"""Seconds in which a rate of nothing would climb to the assumed one, below what is known to be too much."""
FEELING = 4.0
"""So many times slower above it."""
TRUST, LONGEST_TRUST = 60.0, 3600.0


class Allowance:
    """Messages a second. `least` is where it never goes below; seconds are those of the caller's monotonic clock."""

    __slots__ = ("_bad", "_level", "_since", "_trust", "assumed", "least")

    def __init__(self, assumed: float, *, least: float) -> None:
        self.assumed = assumed
        self.least = min(least, assumed)
        self._bad = assumed
        self._level = assumed
        self._since = 0.0
        self._trust = 0.0

    def rate(self, now: float) -> float:
        """What may be sent a second at this moment."""
        if self._level >= self.assumed:
            return self.assumed
        slope = self.assumed / RECOVERY
        passed = max(0.0, now - self._since)
        rate = min(self._level + passed * slope, max(self._level, NEAR * self._bad))
        rate += max(0.0, passed - self._trust) * slope / FEELING
        return min(self.assumed, rate)

    def lowered(self, now: float) -> bool:
        """Whether it is below what is assumed."""
        return self.rate(now) < self.assumed

    def refused(self, now: float, until: float, taken: float) -> None:
        """The channel refused: nothing goes before `until`; `taken` a second was too much, or the rate of this moment."""
        rate = self.rate(now)
        known = self._trust > 0 and now - self._since < 3 * self._trust + FEELING * RECOVERY
        self._trust = min(2 * self._trust, LONGEST_TRUST) if known else TRUST
        self._bad = max(min(rate, taken), rate / 2, self.least)
        self._level = max(CAUTIOUS * self._bad, self.least)
        self._since = until

    def waits_until(self, until: float) -> None:
        """The same refusal, told again with a later end."""
        self._since = max(self._since, until)
