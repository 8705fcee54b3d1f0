"""A verdict as JSON."""

import json

from junheng.balance import city_to_dict, evaluate, judge, units_of
from junheng.balance.relief import relieved
from junheng.policy import load_standard
from tests.balance.city import facts_of, sound

STANDARD = load_standard("jiaodu-2017-6")
FACTS = facts_of(sound())


def test_the_flat_part_is_what_the_flat_table_gives() -> None:
    rules = STANDARD.rules(STANDARD.since)
    flat = evaluate(units_of(FACTS, STANDARD).frame, relieved(STANDARD, rules)).to_dict()["counties"]
    whole = city_to_dict(judge(FACTS, STANDARD))["counties"]
    for one, other in zip(flat, whole, strict=True):
        assert [row["values"] for row in one["schools"]] == [row["values"] for row in other["schools"]]
        assert one["passes"] == other["passes"]
        for indicator in other["indicators"]:
            assert indicator.items() <= next(row for row in one["indicators"] if row["id"] == indicator["id"]).items()


def test_it_can_be_written_and_read_back() -> None:
    found = city_to_dict(judge(FACTS, STANDARD, snapshot="abc"))
    assert json.loads(json.dumps(found)) == found
    assert (found["standard"], found["year"], found["snapshot"]) == ("jiaodu-2017-6", 2024, "abc")
    verdict = found["verdicts"][0]
    assert (verdict["state"], len(verdict["items"])) == ("met", len(STANDARD.items))
    rotation = next(one for one in verdict["items"] if one["id"] == "G11")
    assert rotation["measured"][0]["threshold"]["since"] == "2017-04-19"
