"""Rows of text become cells, and everything that cannot be read is named with its line."""

import polars as pl
import pytest

from junheng.seats.faults import Fault
from junheng.seats.forecast.cells import cells_of, named_columns, place_of


def read(
    *rows: tuple[object, ...], names: tuple[str, ...] = ("year", "area", "grade", "pupils")
) -> tuple[list[dict[str, object]], list[Fault]]:
    table = pl.DataFrame(
        [[None if one is None else str(one) for one in row] for row in rows], schema=list(names), orient="row"
    )
    faults: list[Fault] = []
    columns = named_columns(table, faults)
    return cells_of(table, columns, faults).to_dicts() if columns else [], faults


@pytest.mark.parametrize("year", ["2019", "2019年", "2019-2020", "2019-20学年", "2019学年度", "2019.0", "2019/2020"])
def test_years_as_people_write_them(year: str) -> None:
    (cell,), faults = read((year, "A", "1", "30"))
    assert (cell["year"], cell["line"], faults) == (2019, 2, [])


def test_columns_by_their_chinese_names_in_any_order() -> None:
    (cell,), _ = read(("1,030", "三年级", "一小", "2020年"), names=("学生数", "年级", "学校", "年份"))
    assert (cell["year"], cell["area"], cell["grade"], cell["word"], cell["pupils"]) == (
        2020,
        "一小",
        3,
        "三年级",
        1030,
    )


def test_an_empty_number_is_not_known_and_an_empty_row_is_passed_over() -> None:
    cells, faults = read((2019, "A", 1, None), (None, None, None, None), (2019, "A", 2, " "))
    assert [cell["pupils"] for cell in cells] == [None, None]
    assert faults == []


def test_every_fault_has_its_line() -> None:
    cells, faults = read(("last year", "A", 1, 3), (2019, "", "all", "x"), (2019, "A", 1, -2), (2019, "A", 1, "inf"))
    assert cells == []
    assert [(one.code, one.where.en) for one in faults] == [
        ("year_unreadable", "line 2"),
        ("area_unnamed", "line 3"),
        ("grade_unknown", "line 3"),
        ("not_a_number", "line 3"),
        ("negative_count", "line 4"),
        ("not_a_number", "line 5"),
    ]


def test_missing_columns_are_all_named() -> None:
    cells, faults = read((2019, 1), names=("year", "grade"))
    assert cells == []
    assert [one.values["name"] for one in faults] == ["area", "pupils"]


def test_a_line_of_its_own_is_kept() -> None:
    table = pl.DataFrame({"line": [17], "year": ["2019"], "area": ["A"], "grade": ["1"], "pupils": ["3"]})
    cells = cells_of(table, named_columns(table, []), [])
    assert cells["line"].to_list() == [17]
    assert place_of(17).en == "line 17"
