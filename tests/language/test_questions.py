"""Questions typed where an answer was expected, as people typed them; and answers that only begin like a question."""

from __future__ import annotations

import pytest

from dialogues.language.questions import WORDS, asked

ASKED = {
    "trust": (
        "is dit een truc om mensen eruit te werken",
        "is dit om mensen eruit te werken ja of nee",
        "en wie is die beheerder dan. is dit om mensen eruit te werken ofzo",
        "wil mijn baas mij weg",
        "waarom vraag je dat. wil baas mij weg",
        "wie zit hier achter",
        "word ik hier op afgerekend",
        "komt dit in mn dossier",
        "wat doen ze hiermee",
        "will I get fired for this?",
    ),
    "privacy": (
        "leest mn baas dit eig",
        "weet niet. leesttie mee die baas",
        "en t uitzendburo?",
        "leest mijn baas dit. eerlijk",
    ),
    "kept": (
        "hoe lang blijft dit staan als ik wegga",
        "hoe lang blyft dit staan als ik wegga",
        "hoelang bewaar je dit",
        "wordt dit bewaard?",
    ),
    "length": ("hoeveel vragen nog", "hoe lang duurt dit nog"),
    "pays": (
        "wie betaalt dat certificaat",
        "boeie wie betaalt dat certificaat",
        "heftruck certificaat wie betaalt",
        "wat kost dat",
    ),
    "mine": (
        "krijg ik dat dan ook",
        "lmao ok maar ik heb geen vast contract, krijg ik dat dan ook",
        "ik ben uitzend, geldt dat voor mij",
    ),
    "human": ("met wie moetik dan praten",),
    "word_or": (
        "wat is een OR",
        "is er een OR of iemand die erover gaat",
        "jezus. ik vraag of er een OR is",
        "de or. heb je die of niet",
    ),
    "word_vertrouwenspersoon": (
        "vertrouwenspersoon, wie is dat? is dat baas van planner",
        "wat is een vertrouwenspersoon",
    ),
    "word_bedrijfsarts": ("hoe dan eigenlijk, waar vind ik die bedrijfsarts",),
    "word_knelpunt": ("wat is een knelpunt eigenlijk",),
    "other": (
        "mn knieen zijn kapot wie gaat er dan over",
        "waar kan ik dat van die takel kwijt dan",
        "idk hoe vraag je dat aan de baas",
        "mag ik mijn vrije vrijdag houden?",
        "is er geld voor nieuwe spullen?",
    ),
}

ANSWERS = (
    "wat ik mis is tijd",
    "hoe ze met elkaar praten",
    "wat moet veranderen is het rooster",
    "mag ik niet",
    "kan ik wel",
    "krijg ik nooit",
    "weet ik niet",
    "heb ik al gedaan",
    "is een goed team",
    "zijn de nachten",
    "wie ik zou vragen weet ik niet",
    "wie mij helpt is Karin",
    "waar ik moe van word is het lawaai",
    "hoe het rooster wordt gemaakt",
    "wat is nou het nut",
    "rust?",
    "meer loon?",
    "wat mijn baas doet",
    "ik vraag of ik vrijdag vrij kan",
    "ik vraag wie er kan ruilen",
    "hoe vaak ik moet invallen",
    "wat heeft dat voor zin?",
    "moet ik nog vragen",
    "waarom krijg ik altijd de late dienst?",
    "wat me energie geeft is buiten zijn",
    "of ik dat kan",
    "wanneer ik vrij ben",
    "wil ik graag",
    "is dat het altijd druk is",
    "kan ik dat niet",
    "mijn baas wil me niet kwijt",
    "om mensen te helpen",
    "bij de bedrijfsarts",
    "hoe ik het vraag",
)


@pytest.mark.parametrize(("text", "topic"), [(text, topic) for topic, texts in ASKED.items() for text in texts])
def test_a_question_is_heard_as_what_it_asks(text: str, topic: str) -> None:
    assert asked(text) == topic


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_that_begins_like_a_question_is_none(text: str) -> None:
    assert asked(text) is None


@pytest.mark.parametrize(
    "word",
    [
        "vertrouwenspersoon",
        "ondernemingsraad",
        "bedrijfsarts",
        "preventiemedewerker",
        "EVC",
        "leidinggevende",
        "knelpunt",
        "cao",
    ],
)
def test_a_word_of_work_is_explained_to_who_asks(word: str) -> None:
    assert asked(f"wat is een {word}?") in {f"word_{name}" for name in WORDS}
