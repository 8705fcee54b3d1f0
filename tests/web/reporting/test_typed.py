"""Typed values: as typed, by the rules of workbook cells, three states."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.web.accounts.models import Kind, Organisation
from junheng.web.reporting.changes import values_of
from junheng.web.reporting.typed import Entry, held_parts, read_typed, typed_of
from tests.web.people import COUNTY, SCHOOLS
from tests.web.reporting.files import facts_of

PARENT = Organisation(kind=Kind.COUNTY, code=COUNTY, name="金水区")
OWN = Organisation(kind=Kind.SCHOOL, code=SCHOOLS[0], name="样例小学1", school_type="211", parent=PARENT)
BOOKS = ("rooms", "", "books")


def test_facts_to_form_to_facts_is_the_same() -> None:
    facts = facts_of(SCHOOLS[0])
    again, faults = read_typed(typed_of(facts, OWN), OWN, 2025, None)
    assert faults == {}
    assert values_of(again) == values_of(facts)


def test_blank_zero_and_not_applicable_are_three_things() -> None:
    base = typed_of(facts_of(SCHOOLS[0]), OWN)
    states = {}
    for name, entry in {"blank": Entry(""), "zero": Entry("0"), "none": Entry("", none=True)}.items():
        facts, faults = read_typed({**base, BOOKS: entry}, OWN, 2025, None)
        assert faults == {}
        states[name] = values_of(facts).get(BOOKS, (None, "absent"))[1]
    assert states == {"blank": "absent", "zero": 0, "none": "/"}


@pytest.mark.parametrize("text", ["abc", "1.5", "-1", "1e40", "=1+1", "十", "<script>", "无"])
def test_what_is_no_count_is_told_at_its_field(text: str) -> None:
    base = typed_of(facts_of(SCHOOLS[0]), OWN)
    _facts, faults = read_typed({**base, BOOKS: Entry(text)}, OWN, 2025, None)
    assert set(faults) == {BOOKS}
    assert faults[BOOKS].zh != faults[BOOKS].en


def test_all_faults_at_once_and_both_given() -> None:
    base = typed_of(facts_of(SCHOOLS[0]), OWN)
    wrong = {
        BOOKS: Entry("1", none=True),
        ("sections", "primary", "pupils"): Entry("x"),
        ("schools", "", "school_name"): Entry(""),
    }
    assert set(read_typed({**base, **wrong}, OWN, 2025, None)[1]) >= set(wrong)


def test_a_new_form_knows_who_the_unit_is() -> None:
    assert typed_of(None, PARENT) == {("counties", "", "county_name"): Entry("金水区")}
    facts, _ = read_typed(typed_of(None, OWN), OWN, 2025, None)
    assert facts["schools"].select("school_code", "county_code", "school_type").row(0) == (SCHOOLS[0], COUNTY, "211")
    assert held_parts(typed_of(facts_of(SCHOOLS[0]), OWN), "sections") == {"primary"}


def test_tables_that_are_not_typed_stay() -> None:
    base = facts_of(SCHOOLS[0])
    tables = {**base.tables, "campuses": base["campuses"].clear()}
    import polars as pl

    row = pl.DataFrame([{"school_code": SCHOOLS[0], "campus_code": "01"}])
    whole = type(base).of(2025, {**tables, "campuses": row})
    assert read_typed(typed_of(whole, OWN), OWN, 2025, whole)[0]["campuses"].height == 1


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    facts, faults = read_typed({BOOKS: Entry(text)}, OWN, 2025, None)
    assert (
        BOOKS in faults or values_of(facts).get(BOOKS) is None or facts["rooms"]["books"][0] is not None or text.strip()
    )
