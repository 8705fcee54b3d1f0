import polars as pl
import pytest

from junheng.seats.faults import UnfitInputError
from junheng.seats.places import Places

from .squares import ROW, areas, children, sound


def test_what_is_left_out_is_empty_and_not_zero() -> None:
    places = Places.of(areas=areas(*ROW).drop("polygon"))
    assert places.polygons is None
    assert places.areas["township"].null_count() == 3
    assert (places.children.height, places.years) == (0, [])


def test_children_follow_the_order_of_the_areas() -> None:
    mixed = (
        children(3)
        .sample(fraction=1, shuffle=True, seed=1)
        .with_columns(children=pl.when(pl.col("area") == "A1").then(5).otherwise(pl.col("children")))
    )
    places = sound(children=mixed)
    assert places.children_of(range(6, 12), 2025).tolist() == [180, 30, 180]
    assert places.children_of((99,), 2025).tolist() == [0, 0, 0]
    assert places.years == [2024, 2025]
    assert places.polygons is not None


def test_absent_columns_and_words_among_numbers_are_named() -> None:
    words = pl.DataFrame({"area": ["A0"], "year": ["2025"], "age": ["six"], "children": ["3"]})
    with pytest.raises(UnfitInputError) as refused:
        Places.of(areas=areas(*ROW).drop("longitude"), children=words)
    assert [(one.code, one.where.en) for one in refused.value.faults] == [
        ("column_absent", "areas"),
        ("not_a_number", "children, row 2"),
    ]
