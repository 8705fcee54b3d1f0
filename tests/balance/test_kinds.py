"""Every engine in and the same out; quick ways on one engine give what the slow way gives."""

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.balance.kinds import GROUP, ROW, in_order, take

FRAME = pl.DataFrame({"a": [1.0, None]})


def test_a_finished_table_comes_back_as_the_callers_kind() -> None:
    callers = (FRAME, FRAME.lazy(), FRAME.to_pandas(), FRAME.to_arrow(), duckdb.connect().from_arrow(FRAME.to_arrow()))
    kinds: tuple[type, ...] = (
        pl.DataFrame,
        pl.LazyFrame,
        pd.DataFrame,
        type(FRAME.to_arrow()),
        duckdb.DuckDBPyRelation,
    )
    for native, type_ in zip(callers, kinds, strict=True):
        frame, kind = take(native)
        assert isinstance(kind.give(FRAME), type_)
        assert isinstance(kind.native(frame), type_)
        assert frame.collect(backend="polars").to_native()["a"].to_list() == [1.0, None]


def test_pandas_nan_is_null() -> None:
    frame, _ = take(pd.DataFrame({"a": [1.0, float("nan")]}))
    assert frame.select(nw.col("a").is_null().cast(nw.Int64).sum()).collect().item() == 1


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(TypeError):
        take({"a": [1]})  # type: ignore[arg-type]


names = st.sampled_from(["a", "b", "c"])


@given(
    rows=st.lists(
        st.tuples(names, st.sampled_from(["primary", "junior"]), st.integers(2020, 2023)), min_size=1, max_size=30
    )
)
@settings(max_examples=40, deadline=None)
def test_numbers_tell_groups_apart_exactly_as_their_keys_do(rows: list[tuple[str, str, int]]) -> None:
    keys = ["county_code", "section", "year"]
    frame, kind = take(pl.DataFrame(rows, schema=keys, orient="row"))
    cells = [(section, year) for section in ("primary", "junior") for year in {year for _, _, year in rows}]
    numbered, by = kind.numbered(frame, keys, cells)
    found = numbered.collect().to_native()
    assert by == [GROUP]
    assert found.n_unique(by) == found.n_unique(keys) == found.n_unique([*by, *keys])
    assert kind.unrepeated(frame, keys) is (len(set(rows)) == len(rows))


def test_sums_are_made_in_the_order_of_the_rows() -> None:
    values = [1e16, 1.0, -1e16, 1.0] * 50
    frame = pl.LazyFrame({"g": [1] * 200, "x": values}).with_row_index(ROW)
    answers = {in_order(nw.from_native(frame), ["g"]).collect().to_native()["x"].item() for _ in range(20)}
    assert len(answers) == 1


def test_only_tables_of_millions_are_summed_in_any_order(monkeypatch: pytest.MonkeyPatch) -> None:
    frame, kind = take(pl.DataFrame({"x": [1, 2, 3]}))
    assert ROW in kind.ordered(frame).collect_schema().names()
    monkeypatch.setattr("junheng.balance.kinds.ORDERED_ROWS", 2)
    assert ROW not in kind.ordered(frame).collect_schema().names()
