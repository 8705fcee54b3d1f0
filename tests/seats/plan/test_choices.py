"""The parameters of a plan."""

import json

import pytest

from junheng.seats.plan import MILESTONES, Choices


def test_the_policy_plans_for_2026_2030_and_2035() -> None:
    assert Choices().years == MILESTONES == (2026, 2030, 2035)


def test_norms_are_those_of_the_law_unless_the_planner_has_others() -> None:
    assert dict(Choices().norms().class_norm) == {"primary": 45, "junior": 50}
    assert Choices(own_norms={"class.primary": 40.0}).norms().class_norm["primary"] == 40
    with pytest.raises(LookupError):
        Choices(own_norms={"class.nursery": 20.0}).norms()


def test_they_travel_as_json_and_come_back() -> None:
    given = Choices(years=(2026,), counties=("410105",), budget_per_year=7)
    told = json.loads(json.dumps(given.to_dict()))
    assert Choices(**{**told, "years": tuple(told["years"]), "counties": tuple(told["counties"])}) == given
