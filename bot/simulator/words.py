"""Every word simulated people say or are called, in one place. The page's own words are in page/texts.js."""

from __future__ import annotations

COLLEAGUE = "Collega {number} (nagespeeld)"
SHORT_ANSWERS = (
    "Meer rust op de afdeling.",
    "Ik wil graag iets nieuws leren.",
    "Het rooster eerder weten.",
    "Samen overleggen aan het begin van de dag.",
    "Minder haast bij de overdracht.",
    "Een vaste plek om vragen te stellen.",
)
POLL_QUESTION = "Koffie of thee?"
POLL_OPTIONS = ("Koffie", "Thee")
FORWARDED_WORDS = "Wie kan er vrijdag ruilen?"
FORWARDED_FROM = "Iemand anders"
GROUP_TITLE = "Groepsapp"
DEMO_PEOPLE = (("Sanne", "employee"), ("Karim", "lead"), ("Els", "hr"))
