"""What is rejected leaves the facts; what is left keeps the contracts; nothing else changes."""

from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from junheng.facts.checks import accept
from junheng.facts.checks.contract_checks import keep
from junheng.facts.contracts import ORDER, contract
from junheng.facts.findings import Outcome
from junheng.facts.tables import Facts
from tests.facts import strategies
from tests.facts.checks.examples import FOLDER, A, in_memory, load


def test_a_bad_value_becomes_not_reported_and_loses_its_cell() -> None:
    facts = load(FOLDER / "contract_max.xlsx")
    kept = keep(facts).facts
    assert facts["schools"]["latitude"].to_list() == [55, None]
    assert kept["schools"]["latitude"].to_list() == [None, None]
    assert facts.cells.height - kept.cells.height == 1
    assert kept.cells.filter(pl.col("field") == "latitude").is_empty()
    assert kept["schools"].drop("latitude").equals(facts["schools"].drop("latitude"))


def test_a_missing_required_value_stays_a_row() -> None:
    kept = keep(in_memory({"sections.0.pupils": None})).facts
    assert kept["sections"].height == 3


def test_differing_rows_of_one_key_are_all_dropped_and_equal_ones_are_one() -> None:
    assert keep(load(FOLDER / "contract_unique.xlsx")).facts["staff"]["school_code"].to_list() != [A, A]
    assert A not in keep(load(FOLDER / "contract_unique.xlsx")).facts["staff"]["school_code"].to_list()
    staff = in_memory({})["staff"]
    doubled = Facts.of(2025, {**in_memory({}).tables, "staff": pl.concat([staff, staff])})
    assert keep(doubled).facts["staff"].height == staff.height


def test_a_school_with_a_bad_code_takes_its_rows_with_it() -> None:
    facts = in_memory({"schools.0.school_code": "12345"})
    accepted = accept(facts)
    assert A not in accepted.facts["sections"]["school_code"].to_list()
    rejected = [one for one in accepted.findings if one.outcome is Outcome.REJECTED]
    assert {one.code for one in rejected} == {"contract_pattern", "contract_school"}


@pytest.mark.parametrize("key", [None, "", "２１41000001", "2141000001 ", "21410000011"])
def test_malformed_keys_are_dropped(key: str | None) -> None:
    assert keep(in_memory({"schools.0.school_code": key})).facts["schools"].height == 1


MESS: dict[str, st.SearchStrategy[Any]] = {
    "int": st.integers(-(10**6), 10**6),
    "float": st.floats(),
    "bool": st.booleans(),
    "date": st.dates(),
    "text": st.text(max_size=3),
    "code": st.sampled_from([A, "3141000002", "410105", "all", "primary", "senior", "211", "x", ""]),
}


@st.composite
def mess(draw: st.DrawFn) -> Facts:
    tables = {}
    for table in ("schools", "sections", "rooms", "teachers", "counties", "evidence"):
        row = st.fixed_dictionaries({one.id: st.none() | MESS[one.type] for one in contract(table).fields})
        tables[table] = strategies.frame(table, draw(st.lists(row, max_size=3)))
    return Facts.of(2025, tables)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(mess())
def test_what_is_left_keeps_the_contracts(facts: Facts) -> None:
    once = keep(facts)
    again = keep(once.facts)
    assert {check for check, hits in again.hits.items() if hits} <= {"contract_required"}
    for table in ORDER:
        assert again.facts[table].equals(once.facts[table])
        assert once.facts[table].height <= facts[table].height


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(mess())
def test_no_mess_is_an_error_and_every_finding_can_be_said(facts: Facts) -> None:
    for finding in accept(facts, previous=facts).findings:
        assert finding.to_dict()["what"]["zh"]


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies.schools())
def test_facts_by_the_contracts_are_not_rejected(facts: Facts) -> None:
    rejected = {one.code for one in accept(facts).findings if one.outcome is Outcome.REJECTED}
    assert rejected <= {"contract_required"}
