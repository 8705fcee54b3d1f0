"""The algorithms are those of the standards, and what was changed is not read."""

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.web.kit import crypto
from junheng.web.kit.crypto import Unreadable, decrypt, encrypt, keyed, sm3

KEY = bytes.fromhex("0123456789abcdeffedcba9876543210")


@pytest.mark.parametrize(
    ("message", "digest"),
    [
        (b"abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        (b"abcd" * 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
    ],
)
def test_sm3_gives_the_digests_of_gbt_32905(message: bytes, digest: str) -> None:
    assert sm3(message) == digest
    assert sm3(message[:1], message[1:]) == digest


def test_sm4_gives_the_block_of_gbt_32907() -> None:
    block = Cipher(algorithms.SM4(KEY), modes.ECB()).encryptor()  # noqa: S305 - the standard's own example
    assert (block.update(KEY) + block.finalize()).hex() == "681edf34d206965e86b3e94f536e4246"


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_encrypted_comes_back(text: str) -> None:
    assert decrypt("a", encrypt("a", text)) == text


def test_the_same_text_never_gives_the_same_bytes() -> None:
    assert len({encrypt("a", "张三") for _ in range(20)}) == 20
    assert "张三".encode() not in encrypt("a", "张三")


@pytest.mark.parametrize("at", [0, 12, -1])
def test_a_changed_byte_is_found(at: int) -> None:
    held = bytearray(encrypt("a", "张三"))
    held[at] ^= 1
    with pytest.raises(Unreadable):
        decrypt("a", bytes(held))


@pytest.mark.parametrize("held", [b"", b"x", b"x" * 27, b"x" * 28])
def test_what_is_too_short_or_not_ours_is_not_read(held: bytes) -> None:
    with pytest.raises(Unreadable):
        decrypt("a", held)


def test_each_purpose_has_its_own_key() -> None:
    with pytest.raises(Unreadable):
        decrypt("b", encrypt("a", "张三"))
    assert keyed("a", "138") != keyed("b", "138")
    assert keyed("a", "138") == keyed("a", "138")


def test_another_master_key_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    held, looked_up = encrypt("a", "张三"), keyed("a", "138")
    monkeypatch.setenv("JUNHENG_DATA_KEY", KEY.hex())
    crypto._key.cache_clear()
    try:
        assert keyed("a", "138") != looked_up
        with pytest.raises(Unreadable):
            decrypt("a", held)
    finally:
        crypto._key.cache_clear()
