"""One document: persons, schools, what each share moves, and bad tables."""

from datetime import date
from decimal import Decimal

import pytest

from junheng.policy.pay_rules import PayRules, pay_rules
from junheng.teachers import UnfitTablesError
from junheng.teachers.pay import report
from tests.teachers.tables import table

POOLS = 'school_code,pool\ns1,"10,000.01"\ns2,5000\n'
PAY = """teacher_id,school_code,post_weight,lessons,score,class_head,special
a,s1,1.2,14,90,1,0
b,s1,1.0,16,95,0,0
c,s1,1.0,10,80,0,1
d,s2,1.0,14,85,,
"""
SHARES = {"share.post": 50.0, "share.load": 20.0, "share.score": 20.0, "share.head": 5.0, "share.special": 5.0}


def rules(own: dict[str, float] | None = None) -> PayRules:
    return pay_rules(date(2026, 9, 1), SHARES if own is None else own)


def test_pools_are_shared_to_the_fen() -> None:
    told = report(rules(), table("pools", POOLS), table("pay", PAY))
    paid = {one["teacher_id"]: one for one in told["persons"]}
    assert sum(paid[one]["pay"] for one in "abc") == Decimal("10000.01")
    assert paid["a"]["head"] == Decimal("500.00")
    assert paid["c"]["special"] == Decimal("500.00")
    assert paid["d"]["pay"] == Decimal("5000.00")
    assert paid["d"]["head"] == 0
    moved = {one["part"]: one for one in told["rules"]}
    assert moved["head"]["gain"] > 0
    assert moved["head"]["persons"] == 1
    assert moved["post"]["schools"] == 2


def test_without_shares_nothing_is_shared_out_and_they_are_asked_for() -> None:
    told = report(rules({}), table("pools", POOLS), table("pay", PAY))
    assert told["persons"] == told["schools"] == told["rules"] == []
    assert {one["id"] for one in told["asked"]} == set(SHARES)


def test_every_fault_at_once() -> None:
    wrong = PAY.replace("a,s1,1.2,14", "a,s1,1.2,").replace("d,s2", "a,s9") + "e,s1,x,1,1,0,0\n"
    with pytest.raises(UnfitTablesError) as said:
        report(rules(), table("pools", POOLS), table("pay", wrong))
    assert [one.code for one in said.value.faults] == [
        "not_a_number",
        "row_twice",
        "no_pool",
        "base_blank",
        "nobody_paid",
    ]
    with pytest.raises(UnfitTablesError) as said:
        report(rules(), table("pools", POOLS.replace("5000", "50.001")), table("pay", PAY))
    assert [one.code for one in said.value.faults] == ["not_money"]
