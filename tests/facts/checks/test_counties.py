"""Parents are part of everyone, number by number."""

import pytest

from tests.facts.checks.asking import said

CODE = "parents_exceed_everyone"
NUMBERS = {"questionnaires": 1000, "valid": 980, "satisfied": 900, "visits": 60, "visits_satisfied": 55}


@pytest.mark.parametrize(("name", "everyone"), NUMBERS.items())
def test_every_number_of_parents_is_at_most_everyone_s(name: str, everyone: int) -> None:
    assert said(CODE, {f"surveys.1.{name}": everyone}) == []
    (finding,) = said(CODE, {f"surveys.1.{name}": everyone + 1})
    assert (finding.values["parents"], finding.values["everyone"]) == (everyone + 1, everyone)


def test_both_languages_name_the_county_and_the_number() -> None:
    (finding,) = said(CODE, {"surveys.1.valid": 981})
    assert "金水区（410105）" in finding.what("zh")
    assert "回收有效问卷数" in finding.what("zh")
    assert finding.what("en").startswith("Jinshui 410105: Valid questionnaires of parents (981)")


@pytest.mark.parametrize("change", [{"surveys.0.valid": None}, {"surveys.1.valid": None}, {"surveys.0": None}])
def test_what_is_not_reported_contradicts_nothing(change: dict[str, object]) -> None:
    assert said(CODE, {"surveys.1.valid": 981, **change}) == []


def test_the_parents_of_one_county_are_not_held_against_another() -> None:
    other = {"county_code": "410102", "group": "parents", "valid": 5000}
    assert said(CODE, {"surveys.2": other}) == []


def test_two_wrong_numbers_are_two_findings() -> None:
    assert len(said(CODE, {"surveys.1.valid": 981, "surveys.1.visits": 61})) == 2
