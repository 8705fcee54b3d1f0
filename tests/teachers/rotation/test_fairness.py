"""Eligible and moved by gender, age and kind of school."""

from junheng.teachers.rotation.fairness import fairness
from tests.teachers.tables import TEACHERS, city


def test_shares_are_counted_of_those_who_may_move() -> None:
    rows = {(row["of"], row["group"]): row for row in fairness(city(), ["t1", "t4"])}
    assert (rows["gender", "female"]["eligible"], rows["gender", "female"]["moved"]) == (3, 1)
    assert rows["gender", "male"]["share"] == 1 / 4
    assert rows["school_type", "乡村"]["moved"] == 0
    assert rows["age", "45-54"]["title"]["zh"] == "45—54 周岁"
    assert rows["small_rural", "true"]["eligible"] == 2
    for of in ("gender", "age", "school_type", "small_rural"):
        assert sum(row["eligible"] for key, row in rows.items() if key[0] == of) == 7


def test_what_is_not_reported_is_a_group_of_its_own() -> None:
    rows = fairness(city(teachers=TEACHERS.replace(",女,", ",,").replace("1980-05", "")), [])
    assert {row["title"]["zh"] for row in rows if row["group"] is None} == {"未上报"}
    assert any(row["title"]["en"] == "aged 34 or below" for row in rows if row["of"] == "age")
