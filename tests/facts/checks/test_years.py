"""This year against last: the limits of a jump, its slack, and years in which something was not reported."""

import pytest

from junheng.facts.checks.settings import settings
from tests.facts.checks.asking import said
from tests.facts.checks.examples import A

JUMP, TYPE = "jump_from_last_year", "type_changed"


def pupils(now: int | None, then: int | None) -> bool:
    return bool(said(JUMP, {"sections.0.pupils": now}, before={"sections.0.pupils": then}))


@pytest.mark.parametrize(
    ("now", "then", "speaks"),
    [
        (560, 400, False),
        (561, 400, True),
        (280, 400, False),
        (279, 400, True),
        (160, 100, False),
        (161, 100, True),
        (60, 0, False),
        (61, 0, True),
        (0, 60, False),
        (0, 61, True),
        (None, 400, False),
        (400, None, False),
        (None, None, False),
    ],
)
def test_a_jump_is_outside_the_limits_and_more_than_the_slack(now: int | None, then: int | None, speaks: bool) -> None:
    assert pupils(now, then) is speaks


def test_the_first_year_has_nothing_to_be_held_against() -> None:
    assert said(JUMP, {"sections.0.pupils": 9999}) == []
    assert said(TYPE, {"schools.0.school_type": "218"}) == []


def test_a_new_school_and_a_closed_one_do_not_jump() -> None:
    assert said(JUMP, {}, before={"sections.0": None}) == []
    assert said(JUMP, {"sections.0": None}, before={}) == []


def test_the_words_of_a_jump() -> None:
    (finding,) = said(JUMP, {"sections.0.pupils": 700}, before={"sections.0.pupils": 350})
    assert finding.what("zh") == f"甲小学（{A}）小学：“在校学生人数”上年 350，今年 700，变化 +100%"
    assert finding.what("en") == f"甲小学 {A} Primary: Pupils was 350 and is 700 (+100%)"
    assert "0.7 至 1.4 倍" in finding.rule("zh")
    assert "not law" in finding.rule("en")


def test_a_change_from_nothing_has_no_percentage() -> None:
    (finding,) = said(JUMP, {"sections.0.pupils": 100}, before={"sections.0.pupils": 0})
    assert finding.values["change"] == "—"


def test_yuan_mistaken_for_ten_thousand_yuan_is_asked_about() -> None:
    (finding,) = said(JUMP, {"money.0.equipment_value_yuan": 9e9}, before={})
    assert finding.values["field_en"] == "Equipment value (book)"


def test_last_year_s_facts_may_be_odd() -> None:
    """Last year's numbers were not checked again: an infinite one must not stop the check."""
    (finding,) = said(JUMP, {}, before={"money.0.equipment_value_yuan": float("inf")})
    assert finding.values["then"] == "inf"


def test_every_limit_is_used() -> None:
    for limit in settings()["jumps"]:
        spot = f"{limit['table']}.0.{limit['field']}"
        found = said(JUMP, {spot: 10**8}, before={spot: 10**6})
        assert len(found) == 1, spot


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        ("211", "211", None),
        (None, "211", None),
        ("211", None, None),
        ("211", "218", "was Primary teaching point and is Primary school"),
        ("211", "旧", "was 旧 and is Primary school"),
    ],
)
def test_a_changed_type_is_named_in_both_languages(now: str | None, then: str | None, words: str | None) -> None:
    found = said(TYPE, {"schools.0.school_type": now}, before={"schools.0.school_type": then})
    assert bool(found) is (words is not None)
    for one in found:
        assert str(words) in one.what("en")
        assert "今年是小学" in one.what("zh")
