"""The sheet: the same bytes each time, A4, with what verifies it; no imitation of an official document number."""

from pathlib import Path

import pytest

from junheng.policy.text import Language
from junheng.web.verdicts.certificate import certificate
from junheng.web.verdicts.models import Record
from tests.publish import pdf

VERIFY = "http://testserver/verify/"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_record_gives_the_same_sheet(record: Record, language: Language) -> None:
    first = certificate(record, VERIFY, language)
    assert first.startswith(b"%PDF-")
    assert certificate(record, VERIFY, language) == first


def test_the_sheet_says_what_was_decided_and_how_to_verify_it(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "verdict.pdf"
    path.write_bytes(certificate(record, VERIFY, "zh"))
    text = pdf.words(path)
    for words in (record.number, record.digest[:20], "金水区", "合成演示数据", "不是公文文号", VERIFY):
        assert words in text, words


@pytest.mark.parametrize(("state", "said"), [("met", True), ("not_judged", False)])
def test_without_a_reason_only_what_is_met_is_called_met(
    record: Record, tmp_path: Path, state: str, said: bool
) -> None:
    record.state, record.verdict = state, record.verdict | {"reasons": []}
    path = tmp_path / "verdict.pdf"
    path.write_bytes(certificate(record, VERIFY, "zh"))
    text = pdf.words(path)
    assert ("各项均达标" in text) is said
    assert ("还有项目未评定" in text) is not said
