"""Items by evidence: whose conclusion, what is missing, and how it meets computed numbers."""

from typing import Any

import pytest

from junheng.balance.model import State
from tests.balance.city import COUNTY, PRIMARY, Tables, evidence_row, row_of
from tests.balance.items.spoil import item


def without(tables: Tables, id_: str) -> None:
    tables["evidence"] = [row for row in tables["evidence"] if row["item"] != id_]


def concluded(tables: Tables, id_: str, *, met: bool) -> None:
    without(tables, id_)
    tables["evidence"].append(evidence_row(id_, met=met))


def test_a_conclusion_names_who_judged_and_when() -> None:
    found = item("G1")
    assert (found.state, found.ok) == (State.BY_EVIDENCE, True)
    assert found.conclusion is not None
    assert (found.conclusion.judged_by, str(found.conclusion.judged_on)) == ("县督导室", "2024-11-01")


def test_no_evidence_is_not_judged_and_says_whose_is_missing() -> None:
    found = item("G1", lambda tables: without(tables, "G1"))
    assert (found.state, found.ok) == (State.NOT_JUDGED, None)
    assert found.missing[0].zh == f"G1 缺少区县 {COUNTY} 的佐证认定"


def test_a_negative_conclusion_fails() -> None:
    assert item("G1", lambda tables: concluded(tables, "G1", met=False)).ok is False


@pytest.mark.parametrize(
    ("pay", "met", "ok"),
    [
        (102_000.0, True, True),
        (102_000.0, False, False),
        (102_000.0, None, None),
        (90_000.0, True, False),
        (90_000.0, None, False),
        (None, True, None),
        (None, False, False),
    ],
)
def test_a_mixed_item_needs_its_numbers_and_its_evidence(pay: float | None, met: bool | None, ok: bool | None) -> None:
    def spoil(tables: Tables) -> Any:
        row_of(tables, "counties", COUNTY)["teacher_pay_yuan"] = pay
        return without(tables, "G8") if met is None else concluded(tables, "G8", met=met)

    found = item("G8", spoil)
    assert found.ok is ok
    assert found.missing or ok is not None


def test_a_failing_school_fails_the_item_whatever_is_said_of_the_county() -> None:
    found = item("Q6", lambda tables: tables["evidence"].append(evidence_row("Q6", PRIMARY, met=False)))
    assert (found.state, found.ok, [one.name for one in found.failing]) == (State.NOT_MET, False, ["学校01"])


def test_schools_one_by_one_stand_for_the_county_when_all_are_judged() -> None:
    def spoil(tables: Tables, leave: int) -> None:
        without(tables, "Q6")
        tables["evidence"] += [evidence_row("Q6", row["school_code"]) for row in tables["schools"][leave:]]

    assert item("Q6", lambda tables: spoil(tables, 0)).ok is True
    part = item("Q6", lambda tables: spoil(tables, 2))
    assert part.ok is None
    assert part.missing[0].zh == "Q6 缺少2所学校的佐证认定：学校01、学校02"
