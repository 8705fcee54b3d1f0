from dataclasses import replace
from datetime import date

from junheng.demo.evidence import evidence_rows
from junheng.demo.profiles import profiles
from junheng.policy import load_standard

SOUND = profiles()["410106"]


def test_every_item_judged_by_evidence_has_a_record() -> None:
    items = {item.id for item in load_standard("jiaodu-2017-6").items if item.kind in {"evidence", "mixed"}}
    assert {row["item"] for row in evidence_rows(1, 2025, SOUND)} == items
    assert {"G1", "G10", "Q8", "V1", "V6"} <= items


def test_records_say_who_when_and_that_they_are_made_up() -> None:
    for row in evidence_rows(1, 2025, SOUND):
        assert row["met"] is True
        assert "合成演示" in row["judged_by"]
        assert "合成演示" in row["document"]
        assert date(2025, 9, 1) < row["judged_on"] < date(2025, 12, 31)


def test_an_unproven_item_has_no_record_in_the_last_year() -> None:
    profile = replace(SOUND, unproven=("Q8",))
    assert "Q8" not in {row["item"] for row in evidence_rows(1, 2025, profile)}
    assert "Q8" in {row["item"] for row in evidence_rows(1, 2024, profile)}


def test_an_item_the_area_misses_is_found_not_met() -> None:
    found = {row["item"]: row["met"] for row in evidence_rows(1, 2025, replace(SOUND, items=("G8",)))}
    assert found["G8"] is False
    assert found["G1"] is True
