"""Parity and the same rise, in yuan that are lacking."""

from datetime import date
from decimal import Decimal

from junheng.policy.pay_rules import pay_rules
from junheng.teachers.pay import linked
from tests.teachers.tables import table

HEAD = "county_code,year,teachers,teachers_average,servants_average,performance\n"
WAGES = (
    HEAD + "1,2025,100,90000,100000,30000\n1,2026,100,106000,105000,31000\n2,2026,10,99999.99,100000,\n3,2025,5,1,,\n"
)
RULES = pay_rules(date(2026, 9, 1))


def test_what_is_lacking() -> None:
    rows = {(row["county_code"], row["year"]): row for row in linked(table("wages", WAGES), RULES)}
    first, second = rows["1", 2025], rows["1", 2026]
    assert (first["parity"], first["parity_shortfall"], first["link"]) == ("short", Decimal("1000000.00"), "unknown")
    assert (second["parity"], second["parity_shortfall"]) == ("kept", 0)
    assert second["servants_rise"] == 0.05
    assert (second["link"], second["link_shortfall"]) == ("short", Decimal("50000.00"))
    assert rows["2", 2026]["parity_shortfall"] == Decimal("0.10")
    assert rows["3", 2025]["parity"] == rows["3", 2025]["link"] == "unknown"


def test_a_year_without_a_rise_asks_for_nothing_and_a_skipped_year_is_not_known() -> None:
    fallen = HEAD + "1,2025,100,1,100000,30000\n1,2026,100,1,90000,20000\n1,2028,100,1,95000,20000\n"
    rows = linked(table("wages", fallen), RULES)
    assert [row["link"] for row in rows] == ["unknown", "kept", "unknown"]
    assert [row["servants_rise"] for row in rows] == [None, -0.1, None]


def test_before_the_policy_no_rise_is_asked_for() -> None:
    rows = linked(table("wages", WAGES), pay_rules(date(2023, 9, 1)))
    assert {row["link"] for row in rows} == {"unknown"}
