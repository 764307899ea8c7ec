"""HTML, Markdown and MarkdownV2 become the entities Telegram makes of them, and are refused with its words.

Each case follows from what the formatting options promise (https://core.telegram.org/bots/api#formatting-options) or
from how tdlib reads them.
"""

from __future__ import annotations

from typing import Any

import pytest

from bot.simulator import ApiError
from bot.simulator.links import LinkError, checked
from bot.simulator.text import formatted

ESCAPE = "is reserved and must be escaped with the preceding '\\'"


def shown(text: str, mode: str) -> tuple[str, list[tuple[Any, ...]]]:
    """The plain text and its entities as (type, offset, length, url or language)."""
    made = formatted(text, mode)
    extras = ("url", "language", "custom_emoji_id")
    return made.text, [
        (each["type"], each["offset"], each["length"], *(each[name] for name in extras if name in each))
        for each in made.entities
    ]


@pytest.mark.parametrize(
    ("source", "plain", "entities"),
    [
        ("<b>Als:</b> 1 &lt; 2 &amp; &quot;3&quot;", 'Als: 1 < 2 & "3"', [("bold", 0, 4)]),
        ("&#128578; <i>&#x1f642;x</i>", "🙂 🙂x", [("italic", 3, 3)]),
        ("<b>vet <i>en schuin</i></b>", "vet en schuin", [("bold", 0, 13), ("italic", 4, 9)]),
        ("<A href='x.nl/?a=1&amp;b'>hier</A>", "hier", [("text_link", 0, 4, "http://x.nl/?a=1&b")]),
        ("<a href='nergens'>hier</a>", "hier", []),
        ("<a>x.nl</a>", "x.nl", [("text_link", 0, 4, "http://x.nl/")]),
        ("<pre><code class='language-py'>x</code></pre>", "x", [("pre", 0, 1, "py")]),
        ("<code>/plan <b>x</b></code>", "/plan x", [("code", 0, 7)]),
        ("<span class='tg-spoiler'>ja</span> <tg-spoiler>nee</tg-spoiler>", "ja nee",
         [("spoiler", 0, 2), ("spoiler", 3, 3)]),
        ("<blockquote expandable>a\nb</blockquote>", "a\nb", [("expandable_blockquote", 0, 3)]),
        ("<tg-emoji emoji-id='5'>👍</tg-emoji>", "👍", [("custom_emoji", 0, 2, "5")]),
        ("<b></b>x &copy; &x", "x &copy; &x", []),
        ("  <b> x </b>  ", " x", [("bold", 0, 2)]),
    ],
)  # fmt: skip
def test_html(source: str, plain: str, entities: list[tuple[Any, ...]]) -> None:
    assert shown(source, "HTML") == (plain, entities)


@pytest.mark.parametrize(
    ("source", "plain", "entities"),
    [
        ("*vet* _schuin_ __streep__ ~weg~ ||stil||", "vet schuin streep weg stil",
         [("bold", 0, 3), ("italic", 4, 6), ("underline", 11, 6), ("strikethrough", 18, 3), ("spoiler", 22, 4)]),
        ("*vet _en schuin_*", "vet en schuin", [("bold", 0, 13), ("italic", 4, 9)]),
        ("1\\. 2 \\> 1\\!", "1. 2 > 1!", []),
        ("[hier](x.nl/a\\)b)", "hier", [("text_link", 0, 4, "http://x.nl/a)b")]),
        ("`a*b_c` ```py\nx = 1```", "a*b_c x = 1", [("code", 0, 5), ("pre", 6, 5, "py")]),
        (">een\n>twee\nna", "een\ntwee\nna", [("blockquote", 0, 9)]),
        (">een\n>twee||\nna", "een\ntwee\nna", [("expandable_blockquote", 0, 9)]),
        ("![👍](tg://emoji?id=5)", "👍", [("custom_emoji", 0, 2, "5")]),
    ],
)  # fmt: skip
def test_markdown_v2(source: str, plain: str, entities: list[tuple[Any, ...]]) -> None:
    assert shown(source, "MarkdownV2") == (plain, entities)


@pytest.mark.parametrize(
    ("source", "plain", "entities"),
    [
        ("*vet* _schuin_ `code`", "vet schuin code", [("bold", 0, 3), ("italic", 4, 6), ("code", 11, 4)]),
        ("*vet _en niet schuin_*", "vet _en niet schuin_", [("bold", 0, 20)]),
        ("[hier](x.nl) 1. \\*!", "hier 1. *!", [("text_link", 0, 4, "http://x.nl/")]),
        ("```\nx```", "x", [("pre", 0, 1)]),
    ],
)
def test_old_markdown(source: str, plain: str, entities: list[tuple[Any, ...]]) -> None:
    assert shown(source, "Markdown") == (plain, entities)


@pytest.mark.parametrize(
    ("mode", "source", "words"),
    [
        ("HTML", "é <b", "Unclosed start tag at byte offset 3"),
        ("HTML", "<b x=", 'Unclosed start tag "b" at byte offset 0'),
        ("HTML", "<b =x>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("HTML", "<a href=x/y>", "Unexpected end of name token at byte offset 8"),
        ("HTML", "1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("HTML", "<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("HTML", "x</b>", "Unexpected end tag at byte offset 1"),
        ("HTML", "<b>x</b", "Unclosed end tag at byte offset 4"),
        ("HTML", "<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("HTML", "<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("HTML", "<i><b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("Markdown", "é _x", "Can't find end of the entity starting at byte offset 3"),
        ("Markdown", "a_b", "Can't find end of the entity starting at byte offset 1"),
        ("MarkdownV2", "1. x", f"Character '.' {ESCAPE}"),
        ("MarkdownV2", "a > b", f"Character '>' {ESCAPE}"),
        ("MarkdownV2", "é *x", "Can't find end of Bold entity at byte offset 3"),
        ("MarkdownV2", "__x_", "Can't find end of Italic entity at byte offset 3"),
        ("MarkdownV2", "*a _b* c", "Can't find end of Bold entity at byte offset 5"),
        ("MarkdownV2", "[x](y", "Can't find end of a URL at byte offset 4"),
        ("MarkdownV2", "```py x", "Can't find end of PreCode entity at byte offset 0"),
        ("MarkdownV2", "![x]", "Custom emoji entity must contain a tg://emoji URL"),
    ],
)
def test_broken_markup_is_refused_with_telegrams_words(mode: str, source: str, words: str) -> None:
    with pytest.raises(ApiError) as refusal:
        formatted(source, mode)
    assert (refusal.value.code, refusal.value.description) == (400, f"Bad Request: can't parse entities: {words}")


def test_signs_that_show_nothing_go_and_entities_move_along() -> None:
    made = formatted("a\r\nb\tc\u202ed", "", [{"type": "bold", "offset": 3, "length": 5}])
    assert (made.text, made.entities) == ("a\nb cd", [{"type": "bold", "offset": 2, "length": 4}])


@pytest.mark.parametrize(
    ("link", "written"),
    [
        ("113.nl", "http://113.nl/"),
        ("HTTPS://www.113.NL/Chat", "https://www.113.nl/Chat"),
        ("https://x.nl:8443/a b", "https://x.nl:8443/a%20b"),
        ("https://t.me/aanzet_bot?start=abc", "https://t.me/aanzet_bot?start=abc"),
        ("tg://resolve?domain=x&start=1", "tg://resolve?domain=x&start=1"),
        ("http://[::1]/x", "http://[::1]/x"),
        ("iemand@x.nl", "http://iemand@x.nl/"),
    ],
)
def test_a_link_is_written_in_full(link: str, written: str) -> None:
    assert checked(link) == written


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("tel:113", "Wrong HTTP URL"),
        ("tel:+31850000000", "Wrong port number specified in the URL"),
        ("localhost", "Wrong HTTP URL"),
        ("javascript:alert(1)", "Wrong port number specified in the URL"),
        ("ftp://x.nl", "Unsupported URL protocol"),
        ("https://", "URL host is empty"),
        ("https://x.nl:99999/", "Wrong port number specified in the URL"),
        ("https://[zz]/", "Wrong IPv6 address specified in the URL"),
        ("https://x%zz.nl/", "Wrong percent-encoded symbol in URL host"),
        ("https://x y.nl/", "Wrong URL host"),
        ("tg://x.y", "Unallowed characters in URL host"),
        ("tg:https://x", "Wrong tg URL"),
    ],
)
def test_a_link_that_leads_nowhere_is_refused(link: str, words: str) -> None:
    with pytest.raises(LinkError, match=words):
        checked(link)
