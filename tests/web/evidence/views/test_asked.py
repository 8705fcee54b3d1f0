"""Numbers and dates from forms."""

from datetime import date

import pytest
from django.test import RequestFactory

from junheng.web.evidence.views.asked import day, whole
from junheng.web.kit.refusal import Refusal


@pytest.mark.parametrize(
    ("typed", "number"), [("12", 12), ("", 0), ("-1", 0), ("1.5", 0), ("１２", 0), ("9" * 40, 0), ("²", 0)]
)
def test_whole_numbers(typed: str, number: int) -> None:
    assert whole(RequestFactory().post("/", {"n": typed}), "n") == number


def test_dates() -> None:
    assert day(RequestFactory().post("/", {"d": "2026-03-01"}), "d") == date(2026, 3, 1)
    for typed in ("", "soon", "2026-02-30", "03/01/2026"):
        with pytest.raises(Refusal):
            day(RequestFactory().post("/", {"d": typed}), "d")
