"""Who does not move although wishing to, and who may not, each with a reason."""

from junheng.policy.rotation_rules import RotationRules
from junheng.teachers.rotation.refusals import excluded, refusals
from junheng.teachers.rotation.solve import rotate
from tests.teachers.rotation.tiny import rules
from tests.teachers.tables import city


def refused(law: RotationRules) -> dict[str, str]:
    held = city(law)
    plan = rotate(held.counties[:1], law, 5.0)[0]
    return {row["teacher_id"]: row["wishes"][0]["zh"] for row in refusals(held, plan, held.posts[0])}


def test_a_wish_that_makes_the_plan_worse_says_what_gets_worse() -> None:
    found = refused(rules(**{"weight.shortage": 100, "weight.wish": 0.1}))
    assert found
    assert any("学科缺员增加" in why for why in found.values())


def test_a_wish_that_a_rule_forbids_names_the_rule() -> None:
    assert all("超过 0.5 公里" in why for why in refused(rules(cap=0.5, share=0)).values())
    assert set(refused(rules(cap=0.5, share=0))) == {"t1", "t4"}


def test_a_county_without_a_plan_says_so() -> None:
    assert set(refused(rules(cap=0.5, share=50)).values()) == {"本区县没有方案"}


def test_who_may_not_move_is_listed_with_the_reason() -> None:
    rows = {row["teacher_id"]: row for row in excluded(city(rules(years=9)))}
    assert rows["t3"]["kind"] == "excluded"
    assert "怀孕" in rows["t3"]["reason"]["zh"]
    assert rows["t1"]["kind"] == "not_eligible"
    assert "不满 9 年" in rows["t1"]["reason"]["zh"]
    assert "t2" not in rows
