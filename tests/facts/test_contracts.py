"""The contracts themselves: complete, in both languages, and free of contradictions."""

import re

import polars as pl
import pytest

from junheng.facts.codes import code_lists
from junheng.facts.contracts import ORDER, TableContract, contract, contracts

ALL = list(contracts().values())


@pytest.mark.parametrize("rules", ALL, ids=lambda rules: rules.id)
def test_a_table(rules: TableContract) -> None:
    ids = [one.id for one in rules.fields]
    assert len(ids) == len(set(ids))
    assert ids[: len(rules.key)] == list(rules.key)
    assert rules.title.zh
    assert rules.title.en
    assert rules.measures
    assert rules.empty().schema == pl.Schema(rules.schema)


@pytest.mark.parametrize(("table", "name"), [(rules.id, one.id) for rules in ALL for one in rules.fields])
def test_a_field(table: str, name: str) -> None:
    one = contract(table).field(name)
    assert one.title.zh
    assert one.title.en
    assert one.codes is None or one.codes in code_lists()
    assert one.pattern is None or re.compile(one.pattern)
    assert one.numeric == (one.unit is not None)
    assert (one.scale == 1) == (one.reported_in is None)
    assert one.min is None or one.max is None or one.min < one.max
    assert set(one.sections) <= set(code_lists()["sections"].codes)


def test_the_order_is_complete() -> None:
    assert tuple(contracts()) == ORDER


def test_titles_are_unambiguous_within_a_table() -> None:
    for rules in ALL:
        titles = [one.title.zh for one in rules.fields]
        assert len(titles) == len(set(titles))


def test_no_line_of_an_official_form_has_two_fields() -> None:
    for level in ("school", "county"):
        tables = [rules for rules in ALL if (rules.level == "county") == (level == "county")]
        lines = [line for rules in tables for one in rules.fields for line in one.form_lines.values()]
        assert len(lines) == len(set(lines))


def test_only_known_sections_have_lines_of_their_own() -> None:
    for rules in ALL:
        for one in rules.fields:
            assert set(one.form_lines) <= {"", "primary", "junior"}


def test_an_unknown_table_or_field_is_an_error() -> None:
    with pytest.raises(KeyError):
        contract("pupils")
    with pytest.raises(StopIteration):
        contract("rooms").field("pupils")
