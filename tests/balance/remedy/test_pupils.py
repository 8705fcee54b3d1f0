"""Pupils by county section and school."""

from junheng.balance.remedy.pupils import in_order, pupils_of
from tests.balance.remedy.county import judged, row, rows


def test_pupils_stand_by_section_and_school_and_blanks_count_nothing() -> None:
    held = pupils_of(judged(*rows(), row("a1", 120, "junior"), {**row("b1", 90, county="410101"), "pupils": None}))
    assert {key[:2]: dict(one) for key, one in held.items()} == {
        ("410105", "primary"): {"a1": 500.0, "a2": 400.0, "a3": 300.0},
        ("410105", "junior"): {"a1": 120.0},
        ("410101", "primary"): {"b1": 0.0},
    }
    key = next(one for one in held if one[:2] == ("410105", "primary"))
    assert in_order(("a3", "a1"), held[key]).tolist() == [300.0, 500.0]
