"""One value per fact: doubles, sums, provenance, and what one collector takes over from another."""

import pickle

import polars as pl

from junheng.facts.collect import Collector
from junheng.facts.contracts import Field, contract
from junheng.facts.findings import Outcome, Place
from junheng.facts.values import parse

PUPILS = contract("sections").field("pupils")
CLASSES = contract("sections").field("classes")
AREA = contract("rooms").field("teaching_area")
KEY = ("2141000001", "primary")


def at(row: int, file: str = "a.xlsx") -> Place:
    return Place(file, "表", row, 2, "人数")


def put(collector: Collector, raw: object, row: int = 1, field: Field = PUPILS, file: str = "a.xlsx") -> None:
    collector.add("sections", KEY, field, parse(raw, field), at(row, file))


def codes(collector: Collector) -> list[tuple[str, Outcome]]:
    return [(one.code, one.outcome) for one in collector.findings]


def test_a_value_and_its_cell() -> None:
    collector = Collector()
    put(collector, 540.0)
    facts = collector.facts(2023)
    assert facts["sections"].row(0, named=True)["pupils"] == 540
    assert facts.cells.row(0) == ("sections", *KEY, "pupils", "reported", "a.xlsx", "表", "B1", "540")
    assert (collector.row_counts, collector.cell_count) == ({"sections": 1}, 1)


def test_blank_leaves_no_trace_and_a_touched_row_is_there() -> None:
    collector = Collector()
    put(collector, "")
    assert collector.facts(2023)["sections"].is_empty()
    collector.touch("sections", KEY)
    assert collector.facts(2023)["sections"]["pupils"].to_list() == [None]


def test_states_other_than_reported_survive_as_cells() -> None:
    collector = Collector()
    put(collector, "/")
    put(collector, "*", 2, CLASSES)
    facts = collector.facts(2023)
    assert facts["sections"].select("pupils", "classes").row(0) == (None, None)
    assert facts.cells["state"].to_list() == ["not_applicable", "suppressed"]


def test_the_same_value_twice_is_taken_once() -> None:
    collector = Collector()
    put(collector, 540.0)
    put(collector, "540", 2)
    assert codes(collector) == [("numbers_as_text", Outcome.CHANGED), ("same_value_twice", Outcome.IGNORED)]
    assert collector.facts(2023).cells.height == 1


def test_two_values_spoil_each_other_and_a_third_does_not_win() -> None:
    collector = Collector()
    for row, raw in enumerate((540.0, 541.0, 540.0), 1):
        put(collector, raw, row)
    assert codes(collector) == [("conflicting_values", Outcome.REJECTED)] * 2
    first = collector.findings[0]
    assert first.place.cell == "B2"
    assert "B1" in first.what("zh")
    assert "B1" in first.what("en")
    facts = collector.facts(2023)
    assert facts["sections"]["pupils"].to_list() == [None]
    assert facts.cells.is_empty()


def test_zero_and_not_applicable_are_two_values() -> None:
    collector = Collector()
    put(collector, 0.0)
    put(collector, "/", 2)
    assert codes(collector)[-1] == ("conflicting_values", Outcome.REJECTED)


def test_a_sum_keeps_every_cell() -> None:
    collector = Collector()
    collector.add_total(
        "sections", KEY, PUPILS, [(parse(raw, PUPILS), at(row)) for row, raw in enumerate((2.0, "", 3.0), 1)]
    )
    facts = collector.facts(2023)
    assert facts["sections"]["pupils"].to_list() == [5]
    assert facts.cells["cell"].to_list() == ["B1", "B3"]


def test_a_sum_of_floats_is_exact() -> None:
    collector = Collector()
    collector.add_total("rooms", KEY[:1], AREA, [(parse(0.1, AREA), at(row)) for row in range(1, 11)])
    assert collector.facts(2023)["rooms"]["teaching_area"].to_list() == [1.0]


def test_a_rejected_cell_takes_the_sum_with_it() -> None:
    collector = Collector()
    collector.add_total("sections", KEY, PUPILS, [(parse(2.0, PUPILS), at(1)), (parse("?", PUPILS), at(2))])
    assert codes(collector) == [("not_a_number", Outcome.REJECTED)]
    assert collector.facts(2023)["sections"].is_empty()


def test_absorbing_is_the_same_as_adding_in_turn() -> None:
    one, other, both = Collector(), Collector(), Collector()
    for collector in (one, both):
        put(collector, 540.0)
        put(collector, 12.0, 2, CLASSES)
    for collector in (other, both):
        put(collector, 541.0, 1, file="b.xlsx")
        put(collector, 12.0, 2, CLASSES, file="b.xlsx")
    one.absorb(pickle.loads(pickle.dumps(other)))  # noqa: S301
    assert one.findings == both.findings
    assert one.facts(2023)["sections"].equals(both.facts(2023)["sections"])
    assert one.facts(2023).cells.equals(both.facts(2023).cells)


def test_a_conflict_survives_the_way_between_processes() -> None:
    collector, whole = Collector(), Collector()
    put(collector, 1.0)
    put(collector, 2.0, 2)
    whole.absorb(pickle.loads(pickle.dumps(collector)))  # noqa: S301
    assert whole.facts(2023)["sections"]["pupils"].to_list() == [None]
    assert whole.facts(2023).cells.filter(pl.col("field") == "pupils").is_empty()
