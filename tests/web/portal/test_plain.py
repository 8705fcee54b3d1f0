"""Verdicts as JSON."""

import json
from datetime import date
from decimal import Decimal

from junheng.balance.model import Conclusion, State
from junheng.policy import Text
from junheng.web.portal.plain import plain
from tests.web.factories import county


def test_everything_in_a_verdict_has_a_json_form() -> None:
    assert json.loads(json.dumps(plain(county())))["county"] == {"zh": "金水区", "en": "Jinshui"}


def test_each_kind() -> None:
    assert plain({"a": (Text("是", "yes"), State.MET, Decimal("1.5"), None)}) == {
        "a": [{"zh": "是", "en": "yes"}, "met", 1.5, None]
    }
    assert plain(Conclusion(True, "督导室", date(2025, 3, 1)))["judged_on"] == "2025-03-01"


def test_fields_left_out_are_left_out_everywhere() -> None:
    held = plain(county(), without=frozenset({"items", "by_school"}))
    assert "items" not in held
