"""The words of the site's own findings."""

import pytest

from junheng.facts.findings import Outcome, Place
from junheng.policy.messages import catalogue
from junheng.web.reporting.saying import Said

VALUES = {
    "code": "1",
    "own": "2",
    "own_name": "甲",
    "table": "表",
    "table_en": "t",
    "said": "x",
    "year": 2025,
    "next": 2026,
}


@pytest.mark.parametrize("code", sorted(catalogue("junheng.web.reporting")))
def test_every_finding_says_what_rule_and_remedy_in_both_languages(code: str) -> None:
    said = Said(code, Outcome.REJECTED, Place("a.xlsx"), VALUES).to_dict()
    assert all(said[part][language].strip() for part in ("what", "rule", "fix") for language in ("zh", "en"))
    assert not any("{" in words for words in said["what"].values())
