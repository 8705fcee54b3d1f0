"""What ``junheng rotate`` says."""

from typing import Any

from junheng.cli.rotate_words import SHOWN, spoken

COUNTY: dict[str, Any] = {
    "county_code": "410101",
    "share": 0.1,
    "eligible": 200,
    "movers": 20,
    "backbone_movers": 4,
    "heads": 0,
    "before": {"missing": 3},
    "after": {"missing": 1},
    "dispersion": [{"of": "backbone", "section": "primary", "before": 0.7, "after": 0.4}],
    "reason": None,
}
ROW = {"teacher_id": "t", "from_school": "a", "to_school": "b", "why": {"zh": "志愿", "en": "wish"}}
FOUND: dict[str, Any] = {
    "objective": 12.0,
    "bound": 11.0,
    "gap": 1 / 11,
    "placements": [ROW] * (SHOWN + 1),
    "counties": [COUNTY, {**COUNTY, "reason": {"zh": "不能", "en": "cannot"}}],
    "refused": [],
    "excluded": [],
    "allowance": {"zh": "无", "en": "none"},
    "asked": [],
    "notes": [{"zh": "直线", "en": "straight"}],
}


def test_long_lists_are_cut_and_said_to_be() -> None:
    lines = list(spoken(FOUND, "zh"))
    assert sum("a → b" in one for one in lines) == SHOWN
    assert any(f"共 {SHOWN + 1} 人" in one for one in lines)
    assert lines[-1] == "直线"


def test_counties_say_what_changed_or_why_not() -> None:
    lines = list(spoken(FOUND, "en"))
    assert any("CV 0.700 → 0.400" in one for one in lines)
    assert "410101: cannot" in lines
    assert any("missing 3→1" in one for one in lines)
