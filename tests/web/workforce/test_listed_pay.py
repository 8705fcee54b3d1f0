"""Tables of pay: fen as yuan, a last row that adds up, what is not known left empty."""

import json

from junheng.policy.pay_rules import PARTS
from junheng.web.accounts.models import Organisation
from junheng.web.workforce.listed_pay import counties_table, persons_table, rules_table, schools_table, yuan
from junheng.web.workforce.models import PaidPerson

NOTHING = dict.fromkeys(PARTS, 0)


def school(code: str, pool: int, persons: int) -> dict[str, object]:
    return {"school_code": code, "persons": persons, "pool": pool, "parts": {**NOTHING, "post": pool}}


def test_the_last_row_adds_up_to_the_fen() -> None:
    found = {"schools": [school("s1", 100001, 3), school("s2", 50002, 2)]}
    rows = schools_table(found, {"s1": "样例小学"}).rows
    assert [one[0].zh for one in rows] == ["样例小学", "s2", "合计"]
    assert rows[-1][1:4] == (5, 1500.03, 1500.03)
    assert schools_table({"schools": []}, {}).rows == ()


def test_what_is_not_judged_is_empty_and_not_nought() -> None:
    year = {"year": 2024, "parity": "kept", "parity_shortfall": 0, "servants_rise": None, "performance_rise": None}
    (row,) = counties_table({"counties": [{**year, "link": "unknown", "link_shortfall": None}]}).rows
    assert row[0] == "2024"
    assert (row[2], row[3], row[6]) == (0.0, None, None)
    assert yuan(None) is None


def test_a_share_is_said_in_per_cent_beside_what_it_moves() -> None:
    rule = {"part": "head", "share": 0.2, "persons": 2, "moved": 12345, "gain": 500}
    assert rules_table({"rules": [rule]}).rows[0][1:] == (20.0, 2, 123.45, 5.0)


def test_a_person_who_is_not_worked_out_yet_has_no_amount() -> None:
    place = Organisation(name="样例小学")
    done = PaidPerson(
        organisation=place, code="p1", name="甲", amounts=json.dumps({**NOTHING, "post": 501, "pay": 501})
    )
    waiting = PaidPerson(organisation=place, code="p2", name="", amounts="")
    first, second = persons_table([done, waiting]).rows
    assert first[:4] == ("样例小学", "p1", "甲", 5.01)
    assert first[-1] == 5.01
    assert second[2:] == (None,) * (2 + len(PARTS))
