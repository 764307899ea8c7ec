from datetime import date
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import Destination

from bot.papers import pdf
from bot.papers.model import Document, Item, Planned
from bot.papers.words import Words
from tests.papers.conftest import scanned

DAY = date(2026, 11, 24)


def read(made: Document, words: Words) -> PdfReader:
    return PdfReader(BytesIO(pdf.document(made, words)))


def said(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def whole(*items: Item, name: str = "Sanne") -> Document:
    plan = Planned("Klaar", "vrijdag na de overdracht", "ik vraag een gesprek", "dan bel ik", DAY, "Gelukt")
    return Document(name, (("Wat telt voor mij", items),), (scanned(DAY, 7, None, 0),), (plan,), DAY)


def test_every_word_of_the_document_is_on_paper_as_text(words: Words) -> None:
    reader = read(whole(Item(DAY, "Mijn goede dag", (("Een goede dag", "rustig de tijd voor een bewoner"),))), words)
    text = said(reader)
    for part in (
        *(
            "Mijn groeidocument",
            "Van Sanne",
            "24 november 2026",
            "Wat telt voor mij",
            "Mijn goede dag",
            "Een goede dag",
        ),
        *("rustig de tijd voor een bewoner", "Leren: 7", "Kunnen: niet ingevuld", "Willen: 0", "Klaar", "Te druk?"),
        *("vrijdag na de overdracht", "ik vraag een gesprek", "dan bel ik", "Gelukt", "Bladzijde 1 van 1"),
    ):
        assert part in text
    assert str(reader.root_object["/Lang"]) == "nl"  # a screen reader picks its voice by it
    assert reader.metadata is not None
    assert reader.metadata.title == "Mijn groeidocument"
    assert [entry.title for entry in reader.outline if isinstance(entry, Destination)] == [
        "Wat telt voor mij",
        "Mijn scans",
        "Mijn plannen",
    ]


def test_a_heading_is_not_said_twice_and_the_word_on_our_questions_stands_before_the_scores(words: Words) -> None:
    one = Item(DAY, "wat telt voor mij", (("Een goede dag", "rust"),))
    text = said(read(whole(one), words))
    assert text.casefold().count("wat telt voor mij") == 1
    assert text.index(words.own_questions) < text.index("Leren: 7")


def test_names_from_everywhere_are_printed_and_the_rest_is_explained(words: Words) -> None:
    reader = read(whole(Item(DAY, "", (("", "Łukasz, Zeynep Gümüş, Ægir, Олена: 🦺🦺 klaar"),))), words)
    text = said(reader)
    assert "Łukasz, Zeynep Gümüş, Ægir, Олена: ▯ klaar" in text
    assert words.unprintable in text
    assert words.unprintable not in said(read(whole(Item(DAY, "", (("", "gewoon\ten met een tab"),))), words))


def test_markup_and_braces_in_somebodys_words_are_only_words(words: Words) -> None:
    odd = "**vet** {all} {here} <b>x</b> %s {{ naam }}"
    assert odd in said(read(whole(Item(DAY, "", (("Zo", odd),)), name="{name}"), words))


def test_much_becomes_more_pages_and_no_item_is_torn(words: Words) -> None:
    items = [Item(DAY, f"Begin {n}", (("Wat", f"woord{n} " * 60), ("Dan", f"einde {n}"))) for n in range(20)]
    reader = read(whole(*items), words)
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) > 3
    assert f"Bladzijde {len(pages)} van {len(pages)}" in pages[-1]
    for n in range(20):
        first = next(place for place, page in enumerate(pages) if f"Begin {n}\n" in page)
        assert f"einde {n}\n" in pages[first]


def test_one_endless_item_still_comes_out_whole(words: Words) -> None:
    text = said(read(whole(Item(DAY, "Lang", (("Wat", "regel " * 3000 + "slot"),))), words))
    assert text.count("regel") == 3000
    assert "slot" in text


def test_a_document_without_a_name_starts_without_one(words: Words) -> None:
    assert "Van" not in said(read(whole(Item(DAY, "", (("Wat", "rust"),)), name=""), words))


def test_the_same_document_gives_the_same_file(words: Words) -> None:
    made = whole(Item(DAY, "Iets", (("Wat", "rust"),)))
    assert pdf.document(made, words) == pdf.document(made, words)
