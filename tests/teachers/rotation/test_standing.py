"""Who may move, with the reason of those who may not."""

from datetime import date

from junheng.policy.rotation_rules import RotationRules
from junheng.teachers.rotation.standing import ages, standings
from tests.teachers.rotation.tiny import DAY, rules
from tests.teachers.tables import TEACHERS, table


def kinds(law: RotationRules, text: str = TEACHERS) -> dict[str, str]:
    read = table("teachers", text)
    return dict(zip(read.frame["teacher_id"], (one.kind for one in standings(read, law, DAY)), strict=True))


def test_without_a_number_everybody_who_is_not_excluded_may_but_heads() -> None:
    found = kinds(rules())
    assert [one for one, kind in found.items() if kind != "may"] == ["t3", "h1", "h2"]
    assert found["t3"] == "excluded"
    assert found["h1"] == "not_eligible"


def test_years_decide_where_they_are_given() -> None:
    found = kinds(rules(years=8, principal=7))
    assert [one for one, kind in found.items() if kind == "may"] == ["t1", "t4", "t6", "h1", "h2"]


def test_the_column_decides_before_the_years() -> None:
    header, first, *rest = TEACHERS.splitlines()
    text = "\n".join([header + ",eligible", first + ",0", *(one + ",1" for one in rest)])
    found = kinds(rules(years=8), text)
    assert found["t1"] == "not_eligible"
    assert found["t5"] == found["h1"] == "may"
    assert found["t3"] == "excluded"


def test_ages_exclude_by_gender_and_years_that_are_not_reported_are_no_years() -> None:
    assert kinds(rules(**{"exclude.age.male": 50, "exclude.age.female": 55}))["t4"] == "excluded"
    text = TEACHERS.replace("t4,s2,primary,语文,0,10", "t4,s2,primary,语文,0,")
    read = table("teachers", text)
    why = standings(read, rules(years=6), DAY)[3].why
    assert why is not None
    assert "没有上报" in why.zh


def test_a_column_of_yes_and_no_excludes_by_yes() -> None:
    text = TEACHERS.replace("怀孕", "1").replace("男,,0", "男,无,0").replace("女,,0", "女,0,0")
    read = table("teachers", text)
    found = standings(read, rules(), DAY)
    assert [one.kind for one in found[:6]] == ["may", "may", "excluded", "may", "may", "may"]
    assert found[2].why is not None
    assert "没有写原因" in found[2].why.zh


def test_ages_are_full_years() -> None:
    read = table("teachers", TEACHERS)
    assert ages(read, date(2026, 4, 30))[0] == 45
    assert ages(read, date(2026, 5, 1))[0] == 46
