"""The shortest way into the bot, past the page: for tests whose subject comes after joining."""

from __future__ import annotations

from bot.demo import Demo
from bot.simulator.state import Person

JOIN = ("Ja, ik doe mee", "Sanne", "Tussen 8 en 20 uur")


async def joined(demo: Demo, name: str = "Sanne") -> Person:
    """An employee who stands at the first question."""
    person = next(each for each in demo.simulator.people if each.first_name == name)
    demo.simulator.open_link(person, await demo.invitation("employee"))
    await demo.settled()
    for label in JOIN:
        await pressed(demo, person, label)
    return person


async def pressed(demo: Demo, person: Person, label: str) -> None:
    """Press the newest button with this label."""
    message, button = next(
        (message, button)
        for message in reversed(demo.simulator.chat(person))
        if message.from_bot and (button := message.button(label)) is not None
    )
    demo.simulator.press(person, message.id, str(button["callback_data"]))
    await demo.settled()
