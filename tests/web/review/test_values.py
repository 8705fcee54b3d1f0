"""The lines the reviewer reads."""

from types import SimpleNamespace
from typing import Any, cast

import polars as pl

from junheng.facts import Facts
from junheng.web.reporting.models import Remark, Version
from junheng.web.reporting.reading import of_unit
from junheng.web.review.values import Line, Sheet, differences, relative, sheets
from tests.web import tiny

CODE = tiny.CODES[0]


def version(*findings: dict[str, Any]) -> Version:
    return cast("Version", SimpleNamespace(receipt={"findings": list(findings)}))


def other(pupils: int | None) -> Facts:
    facts = of_unit(tiny.facts(), CODE)
    sections = facts["sections"].with_columns(pl.lit(pupils, pl.Int64).alias("pupils"))
    return Facts(2024, {**facts.tables, "sections": sections}, facts.cells)


def line(held: list[Sheet], name: str) -> Line:
    return next(one for sheet in held for one in sheet.lines if one.key[2] == name)


def test_a_value_has_its_cell_last_year_and_what_was_said() -> None:
    facts = of_unit(tiny.facts(), CODE)
    said = {"sheet": "教基_sections", "cell": "C5", "outcome": "warned"}
    remark = Remark(sheet="教基_sections", cell="C5", text="存疑")
    found = line(sheets(facts, version(said), last_year=other(400), older=other(450), remarks=[remark]), "pupils")
    assert (found.value, found.last_year, found.by, found.older, found.changed) == (500, 400, 0.25, 450, True)
    assert found.where == f"{CODE}.xlsx – 教基_sections – C5"
    assert (found.findings, found.remarks) == ((said,), ("存疑",))
    assert found.large
    assert found.name == "note|sections|primary|pupils"


def test_what_is_gone_is_a_line_too() -> None:
    found = line(sheets(other(None), version(), last_year=of_unit(tiny.facts(), CODE)), "pupils")
    assert (found.value, found.last_year, found.by) == (None, 500, None)


def test_differences_are_only_what_differs() -> None:
    [(table, found)] = differences(of_unit(tiny.facts(), CODE), other(444), version())
    assert (table.en, found.key, found.older, found.value) == (table.en, ("sections", "primary", "pupils"), 500, 444)
    assert differences(other(1), other(1), version()) == []


def test_a_change_of_what_is_no_number_or_was_nothing_is_none() -> None:
    assert relative(0, 5) is None
    assert relative(None, 5) is None
    assert relative("/", 5) is None
    assert relative(True, False) is None
    assert relative(-4, -2) == 0.5
    assert relative(1962, 1998, "年") is None
