"""What somebody stopped, kept as it was or put aside can be gone on with, and nothing is said that is not so."""

from __future__ import annotations

from tests.walks.phone import Walk, calmly
from tests.walks.test_document import keep, note


async def test_a_stopped_talk_is_gone_on_with_where_it_was(walk: Walk) -> None:
    """By its button, and by typing it right after."""
    sanne = await walk.finished()
    await sanne.talk("Wat wil je?")
    question = sanne.news()[-1].text
    for way in ("press", "type"):
        await sanne.type("stop")
        if "Dit gesprek" in sanne.labels():
            await sanne.press("Dit gesprek")
        said = await (sanne.press("Verder praten") if way == "press" else sanne.type("verder"))
        assert question.splitlines()[-1] in said


@calmly
async def test_words_for_leaving_it_change_nothing(calm: Walk) -> None:
    """The old words stay, typed or pressed."""
    sanne = await calm.finished()
    await keep(calm, sanne, note("rustig werken"))
    for said in ("nee", "laat maar", "zo laten", "niets veranderen", "hetzelfde", "ok", "niks", "Laat zo staan"):
        await sanne.type("/mijn")
        await sanne.press("Wat telt voor mij")
        await sanne.press("Veranderen")
        assert "Er verandert niets" in await sanne.do(said), said


async def test_who_put_everything_aside_hears_again_after_choosing_a_subject(walk: Walk) -> None:
    """Nothing comes while all sides are refused; a chosen subject takes that back, and its own kind comes again."""
    sanne = await walk.finished()
    said = await sanne.type("/verhaal")
    for _ in range(40):
        if "Niet voor mij" not in sanne.news()[-1].labels:
            break
        await sanne.press("Niet voor mij")
        said = await sanne.type("/verhaal")
    assert "alle verhalen gehad" not in said
    sanne.look()
    await walk.by(days=20)
    assert not [message for message in sanne.news() if "Meer hiervan" in message.labels]
    await sanne.type("/onderwerpen")
    await sanne.press("Leren")
    sanne.look()
    await walk.by(days=25)
    assert [message for message in sanne.news() if "Meer hiervan" in message.labels]
