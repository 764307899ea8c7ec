"""HTML as a bot may write it: a few tags, four named characters."""

from __future__ import annotations

import re

from bot.simulator.markup.reader import SPACES, Entity, Open, Reader, broken

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote", "a": "text_link", "tg-emoji": "custom_emoji",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]*)|#(?P<dec>[0-9]*)|(?P<name>[a-zA-Z]*));?")


class Html(Reader):
    """`<b>`, `<a href>`, ... and four named characters."""

    def read(self) -> tuple[str, list[Entity]]:
        """All of it."""
        while self.at < len(self.source):
            if self.sign() == "<":
                self._end_tag() if self.sign(1) == "/" else self._start_tag()
            elif self.sign() != "&" or not self._reference():
                self.put(self.sign())
                self.at += 1
        if self.open:
            raise broken(f'Can\'t find end tag corresponding to start tag "{self.open[-1].kind}"')
        return self.result()

    def _reference(self) -> bool:
        sign, end = _decoded(self.source, self.at)
        if sign:
            self.put(sign)
            self.at = end
        return bool(sign)

    def _until(self, stops: str) -> str:
        start = self.at
        while self.sign() and self.sign() not in stops:
            self.at += 1
        return self.source[start : self.at]

    def _skip_spaces(self) -> None:
        while self.sign() and self.sign() in SPACES:
            self.at += 1

    def _start_tag(self) -> None:
        start, self.at = self.at, self.at + 1
        where = f"at byte offset {self.bytes(start)}"
        tag = self._until(SPACES + ">").lower()
        if not self.sign():
            raise broken(f"Unclosed start tag {where}")
        if tag not in _TAGS:
            raise broken(f'Unsupported start tag "{tag}" {where}')
        argument = ""
        while self.sign() != ">":
            self._skip_spaces()
            if self.sign() == ">":
                break
            name, value = self._attribute(tag, where)
            argument = _argument(tag, name, value) or argument
        self.at += 1
        if tag == "span" and argument != "spoiler":
            raise broken(f'Tag "span" must have class "tg-spoiler" {where}')
        self.begin(tag, start, argument)

    def _attribute(self, tag: str, where: str) -> tuple[str, str]:
        name = self._until(SPACES + "=>/\"'")
        if not name:
            raise broken(f'Empty attribute name in the tag "{tag}" {where}')
        self._skip_spaces()
        if self.sign() != "=":
            if not self.sign():
                raise broken(f'Unclosed start tag "{tag}" {where}')
            return name, ""
        self.at += 1
        self._skip_spaces()
        if not self.sign():
            raise broken(f'Unclosed start tag "{tag}" {where}')
        value = self._quoted() if self.sign() in "'\"" else self._name_token()
        if not self.sign():
            raise broken(f"Unclosed start tag {where}")
        return name, value

    def _quoted(self) -> str:
        quote, value = self.sign(), ""
        self.at += 1
        while self.sign() and self.sign() != quote:
            sign, end = _decoded(self.source, self.at) if self.sign() == "&" else ("", 0)
            value += sign or self.sign()
            self.at = end if sign else self.at + 1
        self.at += self.sign() == quote
        return value

    def _name_token(self) -> str:
        start = self.at
        while re.fullmatch(r"[A-Za-z0-9.-]", self.sign()):
            self.at += 1
        if self.sign() and self.sign() not in SPACES + ">":
            raise broken(f"Unexpected end of name token at byte offset {self.bytes(start)}")
        return self.source[start : self.at].lower()

    def _end_tag(self) -> None:
        start = self.at
        where = f"at byte offset {self.bytes(start)}"
        if not self.open:
            raise broken(f"Unexpected end tag {where}")
        self.at += 2
        tag = self._until(SPACES + ">").lower()
        self._skip_spaces()
        if self.sign() != ">":
            raise broken(f"Unclosed end tag {where}")
        self.at += 1
        begun = self.open.pop()
        if tag and tag != begun.kind:
            raise broken(f'Unmatched end tag {where}, expected "</{begun.kind}>", found "</{tag}>"')
        if self.length > begun.offset:
            self._entity(begun)

    def _entity(self, begun: Open) -> None:
        kind, offset, argument = _TAGS[begun.kind], begun.offset, begun.argument
        if kind == "text_link":
            self.add_link(offset, argument or self.text_since(begun))
        elif kind == "custom_emoji":
            if not re.fullmatch(r"-?[1-9]\d{0,18}", argument):
                raise broken("Invalid custom emoji identifier specified")
            self.add(kind, offset, custom_emoji_id=argument)
        elif kind == "blockquote":
            self.add("expandable_blockquote" if argument else kind, offset)
        elif kind in {"pre", "code"}:
            self._code(kind, offset, argument)
        else:
            self.add(kind, offset)

    def _code(self, kind: str, offset: int, language: str) -> None:
        """`<pre>` and `<code class="language-...">` around the same words are one block in a language."""
        last = self.entities[-1] if self.entities else {}
        same = (last.get("offset"), last.get("length")) == (offset, self.length - offset)
        if same and kind == "pre" and last["type"] == "code" and last.get("language"):
            last["type"] = "pre"
        elif same and kind == "code" and last["type"] == "pre" and language:
            last["language"] = language
        else:
            self.add(kind, offset, **({"language": language} if language else {}))

    def result(self) -> tuple[str, list[Entity]]:
        """Only a block has a language."""
        for each in self.entities:
            if each["type"] == "code":
                each.pop("language", None)
        return super().result()


def _argument(tag: str, name: str, value: str) -> str:
    """What an attribute means for its tag; "" for one without a meaning."""
    if (tag, name) in {("a", "href"), ("tg-emoji", "emoji-id")}:
        return value
    if tag == "code" and name == "class" and value.startswith("language-"):
        return value.removeprefix("language-")
    if tag == "span" and name == "class" and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return "1" if (tag, name) == ("blockquote", "expandable") else ""


def _decoded(source: str, at: int) -> tuple[str, int]:
    """The character a reference stands for and where it ends; "" when it is none."""
    found = _REFERENCE.match(source, at)
    if found is None:
        return "", at
    if found["name"] is not None:
        return _NAMED.get(found["name"], ""), found.end()
    digits = found["dec"] if found["hex"] is None else found["hex"]
    code = int(digits or "0", 10 if found["hex"] is None else 16)
    too_long = len(found[0].removesuffix(";")) >= 10
    return ("", at) if too_long or not 0 < code < 0x10FFFF else (chr(code), found.end())
