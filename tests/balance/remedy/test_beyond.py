"""What no lever reaches is said school by school."""

from junheng.balance.remedy import beyond
from junheng.balance.remedy.beyond import role
from tests.balance.remedy.county import judged, row


def test_a_school_that_is_too_large_is_named_and_one_at_the_limit_is_not() -> None:
    found = beyond(judged(row("a1", 2000), row("a2", 2001)), {})
    assert [(one.item, one.school_code) for one in found] == [("G4", "a2")]
    assert found[0].to_dict()["section"] == "primary"
    assert "2001 人，规模上限 2000 人" in found[0].words.zh


def test_sections_of_one_school_are_counted_together_against_the_larger_limit() -> None:
    both = judged(row("a1", 1300), row("a1", 1300, "junior"), row("a2", 1250), row("a2", 1250, "junior"))
    (found,) = beyond(both, {})
    assert (found.school_code, "2600 pupils, the limit is 2500" in found.words.en) == ("a1", True)


def test_classes_that_are_too_few_for_the_pupils_are_counted() -> None:
    county = judged(row("a1", 450), row("a2", 451), row("a3", 451))
    (found,) = beyond(county, {("a1", ""): 10.0, ("a2", "primary"): 10.0})
    assert (found.item, found.school_code) == ("G5", "a2")
    assert "至少还要 1 个班" in found.words.zh


def test_numbers_come_from_the_standard() -> None:
    county = judged(row("a1"))
    assert role(county, "specialist_rooms", "per_classes", 2024) == 12
    assert role(county, "specialist_rooms", "no_such", 2024) is None
    assert role(county, "no_such", "per_classes", 2024) is None
