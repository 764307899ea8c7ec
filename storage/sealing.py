"""Sealing: AES-256-GCM under one key, and the keys that are derived from the master key. Knows no file and no person.

A sealed value is one version byte, a random nonce of 12 bytes, and the ciphertext with its tag (NIST SP 800-38D; random
nonces are safe for 2**32 values a key, which one person's key does not come near).
"""

import hashlib
import hmac
import json
import os
from collections.abc import Callable
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import Erased, Unreadable

_VERSION = b"\x01"
_NONCE_BYTES = 12
_HEAD = 1 + _NONCE_BYTES
KEY_BYTES = 32


class Sealer:
    """Seals and opens with one key.

    `purpose` says what a value is ("profile", "plan:ab12"): a value moved to another place does not open there.
    """

    __slots__ = ("_cipher",)

    def __init__(self, key: bytes) -> None:
        self._cipher: AESGCM | None = AESGCM(key)

    def seal(self, data: bytes, purpose: str) -> bytes:
        """`data`, readable only by this key and for this purpose.

        Raises:
            Erased: the key was destroyed.
        """
        nonce = os.urandom(_NONCE_BYTES)
        return _VERSION + nonce + self._live().encrypt(nonce, data, purpose.encode())

    def open(self, blob: bytes, purpose: str) -> bytes:
        """What was sealed.

        Raises:
            Unreadable: another key, another purpose, or a changed value.
            Erased: the key was destroyed.
        """
        if blob[:1] != _VERSION or len(blob) < _HEAD:
            raise Unreadable(f"not a sealed value ({purpose}): it was changed, or written by another version")
        try:
            return self._live().decrypt(blob[1:_HEAD], blob[_HEAD:], purpose.encode())
        except InvalidTag as error:
            raise Unreadable(f"a sealed value ({purpose}) does not open with this key for this purpose") from error

    def forget(self) -> None:
        """Lose the key: whoever still holds this sealer can do nothing with it."""
        self._cipher = None

    def _live(self) -> AESGCM:
        if self._cipher is None:
            raise Erased("the key of this person was destroyed")
        return self._cipher


def seal_json(sealer: Sealer, value: Any, purpose: str) -> bytes:
    """`value` as JSON, sealed."""
    return sealer.seal(json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode(), purpose)


def open_json(sealer: Sealer, blob: bytes, purpose: str) -> Any:
    """What `seal_json` was given.

    Raises:
        Unreadable: see `Sealer.open`.
    """
    return json.loads(sealer.open(blob, purpose))


def derived(master_key: bytes, salt: bytes, use: str) -> bytes:
    """A key for one `use` (HKDF-SHA256, RFC 5869): from one such key neither the master key nor another one follows."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=b"aanzet/" + use.encode()).derive(master_key)


def keyed_hash(key: bytes) -> Callable[[str], str]:
    """A function from text to its HMAC-SHA256 under `key`, in hex."""
    start = hmac.new(key, digestmod=hashlib.sha256)

    def hashed(text: str) -> str:
        state = start.copy()
        state.update(text.encode())
        return state.hexdigest()

    return hashed
