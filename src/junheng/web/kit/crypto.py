"""All cryptography of the site, behind one door: SM3 digests, keyed look-ups (HMAC-SM3), encryption at rest (SM4-GCM).

GB/T 32905-2016 (SM3), GB/T 32907-2016 (SM4). The keys of each purpose are derived from one master key, which lies in
``JUNHENG_DATA_KEY`` (hexadecimal) or in ``keys/data.key`` of the site's folder, readable by its owner alone.
"""

import os
import secrets
from collections.abc import Iterable
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from django.conf import settings

from junheng.web.secret import secret_key

NONCE, TAG, KEY = 12, 16, 16
"""Bytes of an SM4-GCM nonce, of its tag and of a key."""
PIECE = 1 << 20


class Unreadable(ValueError):  # noqa: N818 - what the ciphertext is
    """Ciphertext that was changed, or written with another key."""


def sm3(*pieces: bytes) -> str:
    """The SM3 digest of the pieces one after the other, in hexadecimal."""
    return sm3_of(pieces)


def sm3_of(pieces: Iterable[bytes]) -> str:
    digest = hashes.Hash(hashes.SM3())
    for piece in pieces:
        digest.update(piece)
    return digest.finalize().hex()


def keyed(purpose: str, text: str) -> str:
    """HMAC-SM3 of a text under the key of a purpose: equal texts meet, nobody reads them back. Hexadecimal."""
    return _mac(_key(purpose), text.encode()).hex()


def encrypt(purpose: str, text: str) -> bytes:
    """SM4-GCM: nonce, ciphertext, tag. The same text never gives the same bytes twice."""
    nonce = secrets.token_bytes(NONCE)
    cipher = Cipher(algorithms.SM4(_key(purpose)), modes.GCM(nonce)).encryptor()
    held = cipher.update(text.encode()) + cipher.finalize()
    return nonce + held + cipher.tag


def decrypt(purpose: str, held: bytes) -> str:
    """What ``encrypt`` was given.

    Raises:
        Unreadable: the bytes were changed or belong to another key or purpose.
    """
    nonce, body, tag = held[:NONCE], held[NONCE:-TAG], held[-TAG:]
    try:
        cipher = Cipher(algorithms.SM4(_key(purpose)), modes.GCM(nonce, tag)).decryptor()
        return (cipher.update(body) + cipher.finalize()).decode()
    except (InvalidTag, ValueError) as fault:
        raise Unreadable(f"{len(held)} bytes of {purpose}") from fault


def _mac(key: bytes, message: bytes) -> bytes:
    mac = hmac.HMAC(key, hashes.SM3())
    mac.update(message)
    return mac.finalize()


@lru_cache(maxsize=32)
def _key(purpose: str) -> bytes:
    return _mac(_master(), purpose.encode())[:KEY]


def _master() -> bytes:
    given = os.environ.get("JUNHENG_DATA_KEY", "")
    return bytes.fromhex(given) if given else secret_key(settings.VAR / "keys", "data.key").encode()
