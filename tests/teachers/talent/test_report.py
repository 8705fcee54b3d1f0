"""Progress beside the targets: met, under way, missed, or not reported."""

from datetime import date
from typing import Any

import pytest

from junheng.policy.talent_targets import talent_targets
from junheng.teachers import UnfitTablesError
from junheng.teachers.talent import report
from tests.teachers.tables import table
from tests.teachers.talent.test_allotted import RURAL

PROGRAMMES = """county_code,programme,year,count
1,名师工作室,2024,40
2,名师工作室,2024,30
1,名师工作室,2025,50
2,名师工作室,2025,25
1,骨干教师,2025,1000
2,骨干教师,2024,1500
1,名校长工作室,2025,39
"""
TRAININGS = "county_code,year,person_times\n1,2022,5\n1,2024,2500\n2,2024,900\n3,2024,20\n4,2024,0\n1,2025,100\n"


def told(day: date) -> dict[str, Any]:
    tables = table("programmes", PROGRAMMES), table("trainings", TRAININGS), table("rural", RURAL)
    return report(talent_targets(day), day, *tables)


def states(day: date) -> dict[tuple[str, int], str]:
    return {(one["programme"], one["year"]): one["state"] for one in told(day)["programmes"]}


def test_the_state_of_each_target() -> None:
    before, after = states(date(2025, 6, 1)), states(date(2026, 1, 1))
    assert before["teacher-studios", 2025] == "met"
    assert (before["teacher-studios", 2024], after["teacher-studios", 2024]) == ("under_way", "missed")
    assert (before["head-studios", 2025], after["head-studios", 2025]) == ("under_way", "missed")
    assert after["backbone-teachers", 2025] == "unreported"
    row = next(one for one in told(date(2026, 1, 1))["programmes"] if one["programme"] == "head-studios")
    assert (row["count"], row["target"], row["missing"]) == (39, 40, 1)


def test_training_of_the_years_that_are_asked_for() -> None:
    found = told(date(2026, 1, 1))
    assert [(one["year"], one["count"], one["state"]) for one in found["trainings"]] == [
        (2024, 3420, "met"),
        (2025, 100, "unreported"),
    ]
    third = found["training_counties"][2]
    assert third == {"year": 2024, "county_code": "3", "person_times": 20, "allotted": 30, "missing": 10}
    assert sum(one["person_times"] for one in found["allotments"]) == 3000
    assert [one["id"] for one in found["asked"]] == ["training.least"]


def test_before_the_article_there_is_no_target() -> None:
    assert set(states(date(2023, 6, 1)).values()) == {"no_target"}


def test_every_fault_at_once() -> None:
    day = date(2026, 1, 1)
    with pytest.raises(UnfitTablesError) as said:
        report(
            talent_targets(day),
            day,
            table("programmes", PROGRAMMES + "1,名师工作室,2024,1\n1,画室,2024,1\n"),
            table("trainings", TRAININGS + "1,2024,7\n"),
        )
    assert [one.code for one in said.value.faults] == ["unknown_word", "row_twice", "row_twice"]
