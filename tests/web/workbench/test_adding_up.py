"""Sums a reader can redo."""

from typing import Any

from junheng.web.workbench.adding_up import children_add_up, projects_add_up, seats_add_up

HELD: dict[str, Any] = {
    "key_figures": [
        {"year": 2026, "section": "primary", "children": 1000, "seats": 950, "seats_today": 900},
        {"year": 2026, "section": "junior", "children": 500, "seats": 450, "seats_today": 450},
        {"year": 2030, "section": "primary", "children": 900, "seats": 1350, "seats_today": 900},
        {"year": 2030, "section": "junior", "children": 600, "seats": 450, "seats_today": 450},
    ],
    "projects": [{"year": 2026, "seats": 50, "cost": 1_000_000}, {"year": 2030, "seats": 400, "cost": 2_000_000}],
    "zone_plans": [
        {"year": 2026, "zoned": 1400, "elsewhere": 100},
        {"year": 2030, "zoned": 1401, "elsewhere": 100},
    ],
}


def test_seats_planned_are_those_of_today_and_of_the_projects_until_then() -> None:
    (said,) = seats_add_up(HELD)
    assert "2026年 1,400＝1,350＋50" in said.zh
    assert "2030 1,800 = 1,350 + 450" in said.en


def test_a_sum_that_does_not_come_out_says_so() -> None:
    said = children_add_up(HELD)[0]
    assert "2026年 1,500＝1,400＋100" in said.zh
    assert "2030年 1,500≠1,401＋100" in said.zh


def test_money_is_summed_only_where_all_of_it_is_known() -> None:
    assert "新增学位 450 个，投资 300 万元" in projects_add_up(HELD)[0].zh
    unpriced = {**HELD, "projects": [*HELD["projects"], {"year": 2030, "seats": 1, "cost": None}]}
    assert projects_add_up(unpriced)[0].zh == "合计：新增学位 451 个"
    assert projects_add_up({**HELD, "projects": []}) == []
