"""One-time codes: what they look like, how a typed one is read, what is kept of one."""

import secrets

from junheng.web.kit.crypto import keyed

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No letter or digit that is taken for another on paper (0 O, 1 I L, U V)."""
LENGTH, BLOCK = 12, 4
"""30^12 is 59 bits: with a million codes out, a guess succeeds once in 5·10^11."""


def new() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def printed(code: str) -> str:
    """As on paper: ``7KQM-2WPX-9TRB``."""
    return "-".join(code[at : at + BLOCK] for at in range(0, LENGTH, BLOCK))


def read(typed: str) -> str:
    """A code as typed, in any case, with blanks or dashes, full width or not."""
    narrow = "".join(chr(ord(one) - 0xFEE0) if "！" <= one <= "～" else one for one in typed)
    return "".join(one for one in narrow.upper() if one.isascii() and one.isalnum())[: LENGTH + 1]


def digest(code: str) -> str:
    """HMAC-SM3 under a key of its own: the only trace of a code."""
    return keyed("survey.code", code)
