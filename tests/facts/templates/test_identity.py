"""The mark of a template: what is written is read again, and nothing else is a mark."""

import re
from dataclasses import replace

import pytest

import junheng.facts.templates.identity
from junheng.facts.codes import code_lists
from junheng.facts.contracts import contract, contracts
from junheng.facts.templates import template_version
from junheng.facts.templates.identity import Identity, identity_of


def test_an_identity_is_read_as_it_was_written() -> None:
    identity = Identity("county", "0123456789ab", 2025)
    assert identity_of(identity.rows()) == identity


@pytest.mark.parametrize(
    ("said", "year"),
    [("2025", 2025), (2025.0, 2025), (" 2025 ", 2025), ("２０２５", 2025), ("", 0), ("明年", 0), ("²", 0), ("-1", 0)],
)
def test_a_year_that_is_no_number_is_no_year(said: object, year: int) -> None:
    identity = identity_of([("junheng-template", "school"), ("version", "x"), ("year", said)])
    assert identity == Identity("school", "x", year)


@pytest.mark.parametrize("rows", [[], [[]], [["junheng-template"]], [["version", "x"]], [[None, "school"], ["a", "b"]]])
def test_other_sheets_have_no_identity(rows: list[list[object]]) -> None:
    assert identity_of(rows) is None


def test_a_mark_without_a_version_is_still_a_mark() -> None:
    assert identity_of([("junheng-template", "school", "note")]) == Identity("school", "", 0)


def test_the_version_changes_with_the_contracts(monkeypatch: pytest.MonkeyPatch) -> None:
    before = template_version()
    assert re.fullmatch("[0-9a-f]{12}", before)
    changed = {**contracts(), "staff": replace(contract("staff"), fields=contract("staff").fields[:-1])}
    monkeypatch.setattr(junheng.facts.templates.identity, "contracts", lambda: changed)
    assert template_version.__wrapped__() != before


def test_the_version_changes_with_the_code_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    fewer = {name: one for name, one in code_lists().items() if name != "subjects"}
    monkeypatch.setattr(junheng.facts.templates.identity, "code_lists", lambda: fewer)
    assert template_version.__wrapped__() != template_version()
