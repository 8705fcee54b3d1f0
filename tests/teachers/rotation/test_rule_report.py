"""Every rule says whether it is applied, with which numbers, and how far it is kept."""

from junheng.policy.rotation_rules import rotation_parameters
from junheng.teachers.rotation.rule_report import asked, rule_report
from junheng.teachers.rotation.solve import rotate
from tests.teachers.rotation.tiny import rules
from tests.teachers.tables import city


def test_shares_are_told_county_by_county() -> None:
    law = rules(cap=5)
    rows = {row["id"]: row for row in rule_report(law, rotate(city(law).counties, law, 5.0))}
    assert all(one["kept"] and one["reached"] >= one["needed"] for one in rows["share"]["counties"])
    assert rows["share"]["parameters"][0]["cite"] == "第八条（十一）"
    assert rows["cap"]["state"] == "kept"
    assert rows["couple"]["state"] == "unknown"
    assert rows["couple"]["asked"] == ["couple.most"]


def test_every_number_that_is_not_known_is_asked_for_once() -> None:
    empty = [id_ for id_, value in rules().values.items() if value is None]
    rows = asked(rules())
    assert sorted(row["id"] for row in rows) == sorted(empty)
    assert all(row["without"]["zh"] and row["without"]["en"] and row["cite"] for row in rows)
    assert asked(rules(**dict.fromkeys(empty, 1))) == []
    assert set(rotation_parameters()) == set(rules().values)
