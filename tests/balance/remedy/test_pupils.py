"""Pupils by county section and school."""

from junheng.balance.remedy.pupils import in_order, pupils_of, rezoned
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


def test_other_pupils_are_judged_before_anything_is_spent() -> None:
    crowded = judged(row("a1", 500), row("a2", 500, teachers_above_qualification=17.0, pe_art_teachers=3.0))
    found = rezoned(crowded, {("a1", "primary"): 640.0, ("a2", ""): 360.0})
    assert found.to_dict() == [
        {
            "county_code": "410105",
            "section": "primary",
            "year": 2024,
            "pupils_before": 1000.0,
            "pupils_after": 1000.0,
            "schools_changed": 2,
            "passes_before": False,
            "passes_after": True,
        }
    ]
    (same,) = rezoned(crowded, {}).to_dict()
    assert (same["schools_changed"], same["passes_after"]) == (0, False)
