"""The response board: who has reported what, who partly, who not at all."""

import polars as pl
import pytest

from junheng.facts.board import MISSING, PARTLY, REPORTED, SCHEMA, board_counts, response_board
from junheng.facts.tables import CELLS_SCHEMA, Facts
from junheng.facts.templates.forms import official_lines
from tests.facts.checks.examples import A, B, in_memory

EXPECTED = pl.DataFrame(
    {
        "school_code": [A, B, "2141000077"],
        "school_name": ["甲", "乙", "丙"],
        "county_code": ["410105", "410105", "410102"],
    }
)


def states(board: pl.DataFrame, code: str) -> dict[tuple[str, str], str]:
    rows = board.filter(pl.col("school_code") == code).select("table", "section", "state").iter_rows()
    return {(table, section): state for table, section, state in rows}


def whole_school() -> Facts:
    """A primary school that has filled in every required line of the form."""
    rows: dict[str, dict[str, object]] = {}
    for line in official_lines("school"):
        slot = line.slot
        if slot is None or not line.required or slot.part == "junior" or slot.field.id == "school_code":
            continue
        value: object = {"text": "甲", "code": "211", "bool": False}.get(slot.field.type, 1)
        rows.setdefault(slot.table, {"school_code": A, "section": "primary"})[slot.field.id] = value
    return Facts.of(2025, {table: pl.DataFrame([row]) for table, row in rows.items()})


def test_a_school_that_filled_in_the_form_has_reported_everything() -> None:
    board = response_board(whole_school(), EXPECTED.head(1))
    assert set(board["state"]) == {REPORTED}
    assert board["given"].to_list() == board["asked"].to_list()
    assert {"schools", "sections", "class_sizes", "teachers", "staff", "rooms", "money"} == set(board["table"])


@pytest.mark.parametrize(
    "line", [line for line in official_lines("school") if line.required], ids=lambda line: line.title
)
def test_every_line_left_empty_is_noticed(line: object) -> None:
    slot = line.slot  # type: ignore[attr-defined]
    if slot.part == "junior" or slot.field.id == "school_code" or slot.field.sections:
        return
    facts = whole_school()
    emptied = facts[slot.table].with_columns(pl.lit(None).cast(slot.field.polars).alias(slot.field.id))
    board = response_board(Facts.of(2025, {**facts.tables, slot.table: emptied}), EXPECTED.head(1))
    assert (board["asked"] - board["given"]).sum() == 1
    assert board.filter(pl.col("state") == PARTLY)["table"].to_list() == [slot.table]


def test_schools_that_have_not_reported() -> None:
    board = response_board(in_memory({}), EXPECTED)
    assert set(states(board, "2141000077").values()) == {MISSING}
    assert board.filter(pl.col("school_code") == "2141000077")["county_code"].unique().to_list() == ["410102"]
    assert states(board, A)["sections", "primary"] == REPORTED
    assert states(board, A)["rooms", ""] == PARTLY
    assert states(board, B)["rooms", ""] == MISSING
    assert states(board, B)["teachers", "junior"] == PARTLY


def test_sections_come_from_the_list_then_from_the_type() -> None:
    by_type = response_board(in_memory({}), EXPECTED)
    assert {section for _, section in states(by_type, B)} == {"", "primary", "junior"}
    listed = pl.DataFrame({"school_code": [B, B], "section": ["junior", "junior"]})
    assert {section for _, section in states(response_board(in_memory({}), listed), B)} == {"", "junior"}


def test_a_section_reported_for_the_whole_school_only_is_partly_reported() -> None:
    teachers = pl.DataFrame({"school_code": [B], "section": ["all"], "backbone_teachers": [8]})
    facts = Facts.of(2025, {**in_memory({}).tables, "teachers": teachers})
    assert states(response_board(facts, EXPECTED), B)["teachers", "junior"] == PARTLY


def test_not_applicable_is_an_answer() -> None:
    facts = whole_school()
    rooms = facts["rooms"].with_columns(gym_area=pl.lit(None, dtype=pl.Float64))
    cells = pl.DataFrame(
        [("rooms", A, "", "gym_area", "not_applicable", "f", "s", "A1", "/")], schema=dict(CELLS_SCHEMA), orient="row"
    )
    board = response_board(Facts.of(2025, {**facts.tables, "rooms": rooms}, cells), EXPECTED.head(1))
    assert set(board["state"]) == {REPORTED}


def test_counts_by_county() -> None:
    facts = Facts.of(2025, whole_school().tables)
    counts = board_counts(response_board(facts, EXPECTED)).to_dicts()
    assert counts == [
        {"county_code": "410102", "expected": 1, "reported": 0, "partly": 0, "missing": 1},
        {"county_code": "410105", "expected": 2, "reported": 1, "partly": 0, "missing": 1},
    ]


def test_nobody_expected() -> None:
    board = response_board(in_memory({}), EXPECTED.head(0))
    assert board.schema == pl.Schema(SCHEMA)
    assert board_counts(board).is_empty()


def test_schools_nobody_expects_are_not_on_the_board() -> None:
    assert response_board(in_memory({}), EXPECTED.head(1))["school_code"].unique().to_list() == [A]
