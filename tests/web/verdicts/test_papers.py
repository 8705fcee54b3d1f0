"""Papers: each content given out is known again, once, with the record it belongs to."""

import hashlib

from junheng.web.verdicts.models import Paper, Record
from junheng.web.verdicts.papers import given_out, register


def test_the_same_content_is_one_paper_and_another_is_another(record: Record) -> None:
    first, again, other = (register(record, "报告.pdf", content) for content in (b"a", b"a", b"b"))
    assert first == again != other
    assert first.sha256 == hashlib.sha256(b"a").hexdigest()
    assert (first.size, Paper.objects.count()) == (1, 2)


def test_a_county_page_gives_out_by_edition_and_code(record: Record) -> None:
    made = given_out(record.edition, "410105", "x" * 300, b"content")
    assert made is not None
    assert (made.record, len(made.name)) == (record, 200)
    assert given_out(record.edition, "410122", "x", b"content") is None
