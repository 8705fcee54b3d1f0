"""Verifying: by number, digest or file, for what stands, what is superseded, and what is not ours."""

import hashlib

import pytest

from junheng.web.verdicts.models import Record
from junheng.web.verdicts.papers import register
from junheng.web.verdicts.verifying import by_hash, by_text


@pytest.mark.parametrize("change", [str, str.lower, lambda text: f"  {text[:5]} {text[5:]}\n"])
def test_a_number_is_found_however_it_is_typed(record: Record, change: object) -> None:
    found = by_text(change(record.number))  # type: ignore[operator]
    assert found.record == record
    assert found.stands


def test_a_digest_is_found(record: Record) -> None:
    found = by_text(record.digest.upper())
    assert (found.record, found.how, found.stands) == (record, "digest", True)


def test_what_is_superseded_is_ours_and_does_not_stand(chain: tuple[Record, Record]) -> None:
    first, second = chain
    assert not by_text(first.number).stands
    assert by_text(second.number).stands


def test_a_file_is_found_with_its_record_and_a_changed_one_is_not(record: Record) -> None:
    register(record, "报告.pdf", b"content")
    found = by_hash(hashlib.sha256(b"content").hexdigest())
    assert found.paper is not None
    assert (found.record, found.paper.name, found.how) == (record, "报告.pdf", "file")
    assert by_hash(hashlib.sha256(b"content.").hexdigest()).record is None


@pytest.mark.parametrize("text", ["", "JH-2025-410105-99", "' OR 1=1 --", "0" * 64, "长" * 5000, "%", "_"])
def test_anything_else_is_not_ours(record: Record, text: str) -> None:
    found = by_text(text)
    assert found.record is None
    assert not found.stands
    assert len(found.asked) <= 200
