import polars as pl
import pytest

from junheng.policy.text import Text
from junheng.seats.faults import UnfitInputError
from junheng.seats.places import point_table

TITLE = Text("学校表", "schools")


def codes(**columns: list[str]) -> list[tuple[str, str]]:
    with pytest.raises(UnfitInputError) as refused:
        point_table(pl.DataFrame(columns), TITLE)
    return [(one.code, one.where.en) for one in refused.value.faults]


def test_columns_go_by_many_names_and_the_rest_is_kept() -> None:
    table = point_table(pl.DataFrame({"经度": ["113.5"], "纬度": ["34.7"], "编号": ["x"], "seats": ["900"]}), TITLE)
    assert (list(table.id), table.lon.tolist(), table.lat.tolist()) == (["x"], [113.5], [34.7])
    assert table.rest.to_dicts() == [{"seats": "900"}]
    assert len(table.moved(table.lon + 1, table.lat)) == 1


def test_every_fault_of_every_row_is_named() -> None:
    found = codes(
        id=["a", "", "a", "d", "e", "f", "g"],
        lon=["113", "113", "113", "", "east", "34.7", "999"],
        lat=["34", "34", "34", "34", "34", "113.6", "34"],
    )
    assert [code for code, _ in found] == [
        "id_empty",
        "given_twice",
        "no_place",
        "not_a_number",
        "swapped",
        "no_such_place",
    ]
    assert [where.split(" “")[0] for _, where in found] == [f"schools, row {line}" for line in (3, 4, 5, 6, 7, 8)]


def test_a_file_without_the_columns_or_without_rows() -> None:
    assert [code for code, _ in codes(name=["x"])] == ["column_absent"] * 3
    assert codes(id=[], lon=[], lat=[]) == [("no_rows", "schools")]


def test_infinite_and_absent_numbers_are_no_places() -> None:
    assert [code for code, _ in codes(id=["a", "b"], lon=["nan", "inf"], lat=["34", "34"])] == ["no_such_place"] * 2
