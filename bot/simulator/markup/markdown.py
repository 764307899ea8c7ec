"""Markdown as a bot may write it: the old kind, and MarkdownV2, in which every special character must be escaped."""

from __future__ import annotations

import re

from bot.simulator.markup.reader import SPACES, Entity, Reader, broken, unended

CODE = frozenset({"Code", "Pre", "PreCode"})

_KINDS = {
    "Bold": "bold", "Italic": "italic", "Underline": "underline", "Strikethrough": "strikethrough",
    "Spoiler": "spoiler", "Code": "code", "Pre": "pre", "PreCode": "pre", "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
}  # fmt: skip
_RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
_LANGUAGE = re.compile(rf"[^`{SPACES}]+(?=[{SPACES}])")
_EMOJI = re.compile(r"tg:(?://)?(?P<host>[^/?#]*)/?(?:\?(?P<query>[^#]*))?(?:#.*)?", re.IGNORECASE)


class Markdown(Reader):
    """The old kind: `*bold*`, `_italic_`, `[link](url)`, code; nothing inside each other."""

    def read(self) -> tuple[str, list[Entity]]:
        """All of it."""
        while self.at < len(self.source):
            sign = self.sign()
            if sign == "\\" and self.sign(1) and self.sign(1) in "_*`[":
                self.put(self.sign(1))
                self.at += 2
            elif sign in "_*`[":
                self._piece(sign)
            else:
                self.put(sign)
                self.at += 1
        return self.result()

    def _piece(self, sign: str) -> None:
        start, language = self.at, ""
        block = self.source.startswith("```", self.at)
        self.at += 3 if block else 1
        if block:
            language = _language(self)
        end = "```" if block else "]" if sign == "[" else sign
        offset, begun = self.length, len(self.plain)
        while self.sign() and not self.source.startswith(end, self.at):
            self.put(self.sign())
            self.at += 1
        if not self.sign():
            raise broken(f"Can't find end of the entity starting at byte offset {self.bytes(start)}")
        self.at += len(end)
        if sign == "[":
            self._link(offset, "".join(self.plain[begun:]))
        elif sign == "`":
            self.add("pre" if block else "code", offset, **({"language": language} if language else {}))
        else:
            self.add("italic" if sign == "_" else "bold", offset)

    def _link(self, offset: int, words: str) -> None:
        if self.sign() != "(":
            self.add_link(offset, words)
            return
        end = self.source.find(")", self.at)
        end = len(self.source) if end < 0 else end
        self.add_link(offset, self.source[self.at + 1 : end])
        self.at = end + 1


def _language(reader: Reader) -> str:
    """After ```` ``` ````: the language, if one stands there, and one new line are passed over."""
    found = _LANGUAGE.match(reader.source, reader.at)
    if found is not None:
        reader.at = found.end()
    pair = reader.source[reader.at : reader.at + 2]
    if pair[:1] in {"\n", "\r"}:
        reader.at += 2 if pair in {"\n\r", "\r\n"} else 1
    return found[0] if found is not None else ""


class MarkdownV2(Reader):
    """The new kind: nested, with every special character escaped."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._quoting = False
        self._line_begins = True

    def read(self) -> tuple[str, list[Entity]]:
        """All of it."""
        while self.at < len(self.source):
            sign, escaped = self.sign(), self.sign(1)
            if sign == "\\" and escaped and 0 < ord(escaped) <= 126:
                self._plain(escaped)
                self.at += 2
            elif sign not in ("`" if self.open and self.open[-1].kind in CODE else _RESERVED):
                self._plain(sign)
                self.at += 1
            elif self._ends(sign):
                self._end(sign)
            else:
                self._begin(sign)
        self._end_quote_with_the_text()
        if self.open:
            raise unended(self.open[-1], self)
        return self.result()

    def _plain(self, sign: str) -> None:
        self.put(sign)
        if sign != "\r":
            self._line_begins = sign == "\n"

    def _ends(self, sign: str) -> bool:
        if not self.open:
            return False
        if self._quoting and sign == "\n" and self.sign(1) != ">":
            return True
        kind, rest = self.open[-1].kind, self.source[self.at :]
        if kind == "Italic":
            return sign == "_" and not rest.startswith("__")
        endings = {
            "Bold": "*", "Underline": "__", "Strikethrough": "~", "Spoiler": "||", "Code": "`", "Pre": "```",
            "PreCode": "```", "TextUrl": "]", "CustomEmoji": "]",
        }  # fmt: skip
        return kind in endings and rest.startswith(endings[kind])

    def _begin(self, sign: str) -> None:
        start, rest = self.at, self.source[self.at :]
        if sign == "\n":
            self._plain(sign)
            self.at += 1
            return
        if sign == ">" and self._line_begins:
            self.at += 1
            if not self._quoting:
                self._quoting = True
                self.begin("BlockQuote", start)
            return
        beginnings = {
            "__": "Underline", "_": "Italic", "*": "Bold", "~": "Strikethrough", "||": "Spoiler", "[": "TextUrl",
            "```": "Pre", "`": "Code", "![": "CustomEmoji",
        }  # fmt: skip
        mark = next((each for each in beginnings if rest.startswith(each)), None)
        if mark is None:
            raise broken(f"Character '{sign}' is reserved and must be escaped with the preceding '\\'")
        self.at += len(mark)
        language = _language(self) if mark == "```" else ""
        self.begin("PreCode" if language else beginnings[mark], start, language)

    def _end(self, sign: str) -> None:
        kind = self.open[-1].kind
        if sign == "\n":
            self._end_quote_with_the_line()
            return
        begun = self.open.pop()
        self.at += {"Underline": 2, "Spoiler": 2, "Pre": 3, "PreCode": 3}.get(kind, 1)
        if kind == "TextUrl":
            if self.sign() == "(":
                self.add_link(begun.offset, self._url("a URL"))
            else:
                self.add_link(begun.offset, self.text_since(begun))
        elif kind == "CustomEmoji":
            if self.sign() != "(":
                raise broken("Custom emoji entity must contain a tg://emoji URL")
            self.add("custom_emoji", begun.offset, custom_emoji_id=_emoji(self._url("a custom emoji URL")))
        else:
            self.add(_KINDS[kind], begun.offset, **({"language": begun.argument} if begun.argument else {}))

    def _end_quote_with_the_line(self) -> None:
        """An empty spoiler right before the end marks a quote that can be unfolded."""
        kind, last = "BlockQuote", self.open[-1]
        if last.kind != "BlockQuote":
            empty = last.kind == "Spoiler" and self.source[last.at : self.at] in {"||", "||\r"}
            if not empty:
                raise unended(last, self)
            self.open.pop()
            if self.open[-1].kind != "BlockQuote":
                raise unended(self.open[-1], self)
            kind = "ExpandableBlockQuote"
        begun = self.open.pop()
        self._quoting = False
        self._plain("\n")
        self.at += 1
        self.add(_KINDS[kind], begun.offset)

    def _end_quote_with_the_text(self) -> None:
        if not self._quoting:
            return
        kind = "BlockQuote"
        if self.open[-1].kind == "Spoiler" and self.source[self.open[-1].at :] == "||":
            self.open.pop()
            kind = "ExpandableBlockQuote"
        if self.open[-1].kind == "BlockQuote":
            self.add(_KINDS[kind], self.open.pop().offset)

    def _url(self, what: str) -> str:
        self.at += 1
        start, url = self.at, ""
        while self.sign() and self.sign() != ")":
            escaped = self.sign(1)
            if self.sign() == "\\" and escaped and 0 < ord(escaped) <= 126:
                self.at += 1
            url += self.sign()
            self.at += 1
        if not self.sign():
            raise broken(f"Can't find end of {what} at byte offset {self.bytes(start)}")
        self.at += 1
        return url


def _emoji(url: str) -> str:
    found = _EMOJI.fullmatch(url)
    if found is None:
        raise broken("Custom emoji URL must have scheme tg")
    if found["host"].lower() != "emoji":
        raise broken('Custom emoji URL must have host "emoji"')
    number: str | None = dict(part.partition("=")[::2] for part in reversed((found["query"] or "").split("&"))).get(
        "id"
    )
    if number is None:
        raise broken("Custom emoji URL must have an emoji identifier")
    if not re.fullmatch(r"-?[1-9]\d{0,18}", number):
        raise broken("Invalid custom emoji identifier specified")
    return number
