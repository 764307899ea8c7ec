"""Identifiers. They are random and say nothing about what they name, nor when it was made."""

import os


def new_id() -> str:
    """A random identifier (uuid4 in hex, RFC 9562): 32 characters, so that it fits in a button's callback data."""
    raw = bytearray(os.urandom(16))
    raw[6] = raw[6] & 0x0F | 0x40
    raw[8] = raw[8] & 0x3F | 0x80
    return raw.hex()
