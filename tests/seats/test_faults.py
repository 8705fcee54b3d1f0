"""Faults say where, what, the rule and the remedy in both languages, all at once."""

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError

NEGATIVE = Fault("negative_count", Text("第 3 行", "row 3"), {"name": "pupils", "value": -4})
WORD = Fault("not_a_number", Text("第 5 行", "row 5"), {"name": "pupils", "value": "many"})


def test_a_fault_says_everything_in_both_languages() -> None:
    assert NEGATIVE.in_("zh").startswith("第 3 行 | “pupils”是负数 -4 | ")
    assert NEGATIVE.in_("en").count(" | ") == 3
    told = NEGATIVE.to_dict()
    assert told["where"] == {"zh": "第 3 行", "en": "row 3"}
    assert set(told) == {"code", "where", "what", "rule", "fix"}
    assert all(set(told[part]) == {"zh", "en"} for part in ("what", "rule", "fix"))


def test_all_faults_are_told_together() -> None:
    refused = UnfitInputError([NEGATIVE, WORD])
    assert refused.faults == (NEGATIVE, WORD)
    assert "row 3" in str(refused)
    assert "row 5" in str(refused)
