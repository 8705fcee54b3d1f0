"""The form for typing has a place for every field of a unit."""

from junheng.facts.contracts import contract
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.reporting.form import FIXED, choices, official, page_of, rule, tables_of

PRIMARY = Organisation(kind=Kind.SCHOOL, code="2141000001", school_type="211")
NINE = Organisation(kind=Kind.SCHOOL, code="2141000001", school_type="312")
COUNTY = Organisation(kind=Kind.COUNTY, code="410105")


def test_no_field_is_left_out() -> None:
    for own in (NINE, COUNTY):
        for table in tables_of(own):
            fields = {line.field.id for line in page_of(own, table).lines}
            assert fields == {one.id for one in contract(table).measures} - FIXED


def test_sections_follow_the_type_and_what_is_there() -> None:
    assert page_of(PRIMARY, "sections").parts == ("primary",)
    assert page_of(NINE, "sections").parts == ("primary", "junior")
    assert page_of(NINE, "teachers").parts == ("primary", "junior", "all")
    assert page_of(PRIMARY, "sections", frozenset({"junior"})).parts == ("primary", "junior")
    assert page_of(PRIMARY, "rooms").parts == ("",)


def test_a_field_of_one_section_has_no_cell_elsewhere() -> None:
    line = next(one for one in page_of(NINE, "sections").lines if one.field.id == "graduates")
    assert [cell is None for cell in line.cells] == [True, False]


def test_lines_of_the_official_form() -> None:
    assert official("school", "sections", "pupils")[0] == "10、11"
    assert "高" in official("school", "rooms", "leased_sports_area")[1]
    assert official("county", "counties", "gdp_per_capita_yuan") == ("", "")


def test_choices_and_rules() -> None:
    assert [value for value, _ in choices(contract("schools").field("boarding"))] == ["是", "否"]
    assert dict(choices(contract("schools").field("school_type")))["211"].zh == "小学"
    assert choices(contract("rooms").field("books")) == ()
    books = rule(contract("rooms").field("books"))
    assert books is not None
    assert books.zh == "整数，≥ 0"
    assert rule(contract("schools").field("address")) is None
