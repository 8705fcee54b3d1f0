"""Days of forms."""

from datetime import date

import pytest
from django.test import RequestFactory

from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.asked import day_in


def test_a_day_is_read_strictly() -> None:
    post = RequestFactory().post
    assert day_in(post("/", {"day": " 2026-09-01 "}), "day") == date(2026, 9, 1)
    assert day_in(post("/", {}), "day") is None
    with pytest.raises(Refusal, match="不是日期"):
        day_in(post("/", {"day": "2026-13-01"}), "day")
