"""The content of a record: everything the digest vouches for, and nothing of a person."""

from junheng.policy import policy_version
from junheng.web.verdicts.content import FORMAT
from junheng.web.verdicts.digest import digest_of
from junheng.web.verdicts.models import Record
from tests.web.verdicts.conftest import SIGNATORY


def test_the_content_names_data_law_and_signature(record: Record) -> None:
    held = record.verdict
    assert (held["format"], held["number"], held["snapshot"]) == (FORMAT, record.number, record.snapshot)
    assert (held["standard"]["number"], held["policy_version"]) == ("教督〔2017〕6号", policy_version())
    assert (held["signatory"], held["supersedes"], held["synthetic"]) == (SIGNATORY, None, True)
    assert held["edition"] == "2025-v1"
    assert record.digest == digest_of(held)


def test_no_person_is_named(record: Record) -> None:
    assert "inspector" not in str(record.verdict)
    assert "publisher" not in str(record.verdict)
