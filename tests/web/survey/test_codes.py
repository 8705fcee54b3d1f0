"""Codes: unlike each other, read as people type them, kept as keyed digests."""

import pytest

from junheng.web.survey.codes import ALPHABET, LENGTH, digest, new, printed, read


def test_codes_are_long_and_unlike() -> None:
    held = {new() for _ in range(2000)}
    assert len(held) == 2000
    assert all(len(one) == LENGTH and set(one) <= set(ALPHABET) for one in held)
    assert len(ALPHABET) ** LENGTH > 2**58
    assert not set("01OILU") & set(ALPHABET)


@pytest.mark.parametrize(
    "typed", ["7kqm2wpx9trb", " 7KQM-2WPX-9TRB ", "７ＫＱＭ－２ＷＰＸ－９ＴＲＢ", "7KQM 2WPX\t9TRB", "7KQM—2WPX—9TRB"]
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read(typed) == "7KQM2WPX9TRB"
    assert printed(read(typed)) == "7KQM-2WPX-9TRB"


@pytest.mark.parametrize("typed", ["", "' OR 1=1 --", "<script>", "码" * 500, "A" * 100_000, "\0\0"])
def test_what_is_no_code_stays_harmless(typed: str) -> None:
    assert len(read(typed)) <= LENGTH + 1
    assert read(typed).isalnum() or not read(typed)


def test_only_a_keyed_digest_is_kept() -> None:
    code = new()
    assert digest(code) == digest(code)
    assert digest(code) != digest(new())
    assert code not in digest(code)
    assert len(digest(code)) == 64
