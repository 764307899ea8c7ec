"""Links in buttons and texts: which ones Telegram takes, and how it writes them down."""

from __future__ import annotations

import ipaddress
import re

# https://github.com/tdlib/td: tdutils/td/utils/HttpUrl.cpp (parse_url), td/telegram/LinkManager.cpp (check_link_impl)
_START = re.compile(r"([^:/?#@\[\]]*)(://)?")
_HOST = re.compile(r"(?:[a-z0-9.\-_!$,~*'();&+=]|[^\x00-\x7f]|%[0-9a-f]{2})*")
_PLAIN = re.compile(r"[A-Za-z0-9_-]*")
_OWN_SCHEMES = ("tg", "ton")
_LARGEST_PORT = 65535


class LinkError(ValueError):
    """A link that is not taken; the words are Telegram's."""


def checked(link: str) -> str:
    """The link in full: `113.nl` becomes `http://113.nl/`.

    A phone number or mail address is read as a host, as Telegram does, and refused for what is wrong with it then.

    Raises: LinkError.
    """
    own = next((each for each in _OWN_SCHEMES if link.lower().startswith(f"{each}:")), "")
    bare = link[len(own) + 1 :] if own else link
    if own:
        bare = bare.removeprefix("//")
    scheme, user, host, port, rest = _parts(bare)
    if own:
        if scheme == "https" or bare.lower().startswith("http://") or user or port or host.startswith("["):
            raise LinkError(f"Wrong {own} URL")
        if not _PLAIN.fullmatch(host):
            raise LinkError("Unallowed characters in URL host")
        return f"{own}://{host}{rest[1:] if rest.startswith('/?') else rest}"
    if "." not in host and not host.startswith("["):
        raise LinkError("Wrong HTTP URL")
    return f"{scheme}://{user + '@' if user else ''}{host}{f':{port}' if port else ''}{rest}"


def _parts(link: str) -> tuple[str, str, str, int, str]:
    """Scheme, user, host, port (0: none) and the rest from its slash on."""
    start = _START.match(link)
    scheme = "http"
    if start is not None and start[2]:
        scheme = start[1].lower()
        if scheme not in {"http", "https"}:
            raise LinkError("Unsupported URL protocol")
        link = link[start.end() :]
    end = next((at for at, sign in enumerate(link) if sign in "/?#"), len(link))
    place, rest = link[:end], link[end:].rstrip()
    port = 0
    colon = max(place.rfind(each) for each in ":]@")
    if colon > 0 and place[colon] == ":":
        number = place[colon + 1 :].lstrip("0")
        port = int(number) if re.fullmatch(r"[0-9]{1,9}", number) else 0
        if not 0 < port <= _LARGEST_PORT:
            raise LinkError("Wrong port number specified in the URL")
        place = place[:colon]
    user, _, host = place.rpartition("@")
    return scheme, user, _host(host), port, _rest(rest)


def _host(host: str) -> str:
    host = host.lower()
    if host.startswith("[") and host.endswith("]"):
        try:
            ipaddress.IPv6Address(host[1:-1])
        except ValueError:
            raise LinkError("Wrong IPv6 address specified in the URL") from None
        return host
    if not host:
        raise LinkError("URL host is empty")
    if host == ".":
        raise LinkError("Host is invalid")
    if not _HOST.fullmatch(host):
        broken = re.search(r"%(?![0-9a-f]{2})", host)
        raise LinkError("Wrong percent-encoded symbol in URL host" if broken else "Wrong URL host")
    return host


def _rest(rest: str) -> str:
    if not rest.startswith("/"):
        rest = f"/{rest}"
    return re.sub(r"[\x00-\x20]", lambda sign: f"%{ord(sign[0]):02X}", rest)
