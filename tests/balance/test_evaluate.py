"""A flat table against a standard: the same answers on every engine, all problems at once, the laws of the measures."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.balance import Evaluation, InputError, evaluate
from junheng.policy import load_standard
from tests.balance.tables import LEVELS, oracle, school, table

STANDARD = load_standard("jiaodu-2017-6")
IDS = [one.id for one in STANDARD.indicators]

BOOKS = """
id: books
title: {zh: 图书, en: Books}
since: 2012-01-20
sections: [primary]
county_rule: {dispersion: each}
indicators:
  - id: B
    title: {zh: 生均图书册数, en: Books per pupil}
    numerator: books
    denominator: pupils
    per: 1
    unit: 册/生
    limit: {primary: 0.5}
"""


def books(folder: Path) -> Any:
    path = folder / "books.yaml"
    path.write_text(BOOKS, encoding="utf-8")
    return load_standard(path)


def group(found: Evaluation, indicator: str, section: str = "primary") -> dict[str, Any]:
    return found.indicator_row("410105", section, indicator, None)


def many() -> list[dict[str, Any]]:
    rows = []
    for county in ("410105", "410122"):
        for at in range(9):
            factor = 0.7 + at * 0.11
            pupils = 90 + 173 * at % 900
            own = {name: level * pupils * factor for name, level in LEVELS.items()}
            section = "junior" if at % 3 == 0 else "primary"
            rows.append(school(f"21{county}{at:02d}", pupils, section, county, **own))
    rows[4]["multimedia_classrooms"] = None
    rows[7]["pupils"] = None
    return rows


KINDS: dict[str, Any] = {
    "polars": lambda frame: frame,
    "polars lazy": lambda frame: frame.lazy(),
    "pandas": lambda frame: pd.DataFrame(frame.to_dict(as_series=False)),
    "pandas objects": lambda frame: pd.DataFrame(frame.to_dicts()).astype({"section": object}),
    "pandas arrow": lambda frame: frame.to_pandas(use_pyarrow_extension_array=True),
    "pyarrow": lambda frame: frame.to_arrow(),
    "duckdb": lambda frame: duckdb.connect().from_arrow(frame.to_arrow()),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_engine_gives_the_same_answer(kind: str) -> None:
    frame = table(*many())
    expected, found = evaluate(frame, STANDARD).to_dict(), evaluate(KINDS[kind](frame), STANDARD).to_dict()
    assert close(found, expected)


def close(one: Any, other: Any) -> bool:
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(
            close(one[key], other[key]) for key in one if not key.startswith("reasons")
        )
    if isinstance(one, list):
        return len(one) == len(other) and all(close(a, b) for a, b in zip(one, other, strict=True))
    return bool(one == pytest.approx(other, rel=1e-12, abs=1e-12)) if isinstance(one, float) else bool(one == other)


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("polars", pl.DataFrame),
        ("polars lazy", pl.LazyFrame),
        ("pandas", pd.DataFrame),
        ("pyarrow", type(pl.DataFrame().to_arrow())),
        ("duckdb", duckdb.DuckDBPyRelation),
    ],
)
def test_the_tables_come_back_as_the_callers_kind(kind: str, type_: type) -> None:
    found = evaluate(KINDS[kind](table(*many())), STANDARD)
    assert all(isinstance(one, type_) for one in (found.schools, found.indicators, found.counties))


def test_an_unknown_kind_of_table_is_refused() -> None:
    with pytest.raises(TypeError):
        evaluate([{"pupils": 1}], STANDARD)  # type: ignore[arg-type]


def test_an_independent_calculation_agrees() -> None:
    rows = [row for row in many() if row["multimedia_classrooms"] is not None and row["pupils"] is not None]
    found = evaluate(table(*rows), STANDARD)
    for county, section in {(row["county_code"], row["section"]) for row in rows}:
        held = [row for row in rows if (row["county_code"], row["section"]) == (county, section)]
        for id_ in IDS:
            mean, dispersion = oracle(held, STANDARD, id_)
            row = found.indicator_row(county, section, id_, None)
            assert row["mean"] == pytest.approx(mean, rel=1e-12)
            assert row["dispersion"] == pytest.approx(dispersion, rel=1e-9, abs=1e-12)


def test_the_published_example_of_five_schools(tmp_path: Path) -> None:
    pupils, volumes = (45, 37, 89, 76, 55), (279, 137, 935, 160, 402)
    rows = [
        {"school_code": str(at), "county_code": "1", "section": "primary", "pupils": n, "books": a}
        for at, (n, a) in enumerate(zip(pupils, volumes, strict=True))
    ]
    found = evaluate(table(*rows), books(tmp_path)).to_dict()["counties"][0]
    assert round(found["indicators"][0]["dispersion"], 6) == 0.515257
    assert found["indicators"][0]["met"] is False
    assert found["passes"] is False
    assert {one["passes"] for one in found["schools"]} == {None}


THRESHOLDS = {
    ("L1", "primary"): ("teachers_above_qualification", 4.2, 100),
    ("L1", "junior"): ("teachers_above_qualification", 5.3, 100),
    ("L3", "primary"): ("pe_art_teachers", 0.9, 100),
    ("L6", "primary"): ("equipment_value_yuan", 2000, 1),
    ("L7", "junior"): ("multimedia_classrooms", 2.4, 100),
}


@pytest.mark.parametrize(("which", "source"), THRESHOLDS.items())
@pytest.mark.parametrize(
    ("factor", "met", "passes"),
    [
        (1.0, True, True),
        (1 - 1e-9, False, True),
        (0.85, False, True),
        (0.85 * (1 - 1e-9), False, False),
        (0.0, False, False),
    ],
)
def test_the_school_rule_at_its_edges(
    which: tuple[str, str], source: tuple[str, float, int], factor: float, *, met: bool, passes: bool
) -> None:
    (id_, section), (column, threshold, per) = which, source
    own: dict[str, Any] = {column: factor * threshold * 700 / per}
    row = school("1", 700, section, **own)
    found = evaluate(table(row), STANDARD).schools.row(0, named=True)
    assert (found[f"{id_}_met"], found["passes"]) == (met, passes)


def test_two_indicators_below_fail_even_above_the_floor() -> None:
    row = school("1", 500, backbone_teachers=4.9, pe_art_teachers=4.4)
    assert evaluate(table(row), STANDARD).schools["passes"].to_list() == [False]


@given(pupils=st.integers(1, 5000), floor=st.booleans())
@settings(max_examples=25, deadline=None)
def test_a_share_equal_to_the_threshold_after_splitting_counts_as_met(pupils: int, *, floor: bool) -> None:
    share = 1.1 * pupils / (1.1 * pupils + 600)
    whole = (4.93 if floor else 5.8) * pupils / share
    row = school(
        "1", pupils, "junior", teaching_area=whole * share, indoor_sports_area=0.0, sports_ground_area=20.0 * pupils
    )
    found = evaluate(table(row), STANDARD).schools.row(0, named=True)
    assert found["L4_met"] is not floor
    assert found["passes"] is True


def test_a_missing_value_is_not_judged_and_never_a_zero() -> None:
    rows = [
        school("1"),
        school("2", 300, backbone_teachers=None),
        school("3", 400, teaching_area=1.0, equipment_value_yuan=0.0),
    ]
    found = evaluate(table(*rows), STANDARD)
    assert found.schools["passes"].to_list() == [True, None, False]
    backbone = group(found, "L2")
    without = group(evaluate(table(rows[0], rows[2]), STANDARD), "L2")
    assert (backbone["mean"], backbone["dispersion"]) == (pytest.approx(1.3), without["dispersion"])
    assert (backbone["met"], backbone["missing"]) == (None, 1)
    assert found.counties["passes"].to_list() == [None]


def test_nan_is_not_reported() -> None:
    found = evaluate(pd.DataFrame([school("1"), school("2", backbone_teachers=float("nan"))]), STANDARD)
    assert found.to_dict()["counties"][0]["schools"][1]["values"]["L2"] is None


def test_no_pupils_is_not_computable() -> None:
    found = evaluate(table(school("1"), school("2", 0)), STANDARD)
    assert found.schools["L1"].to_list() == [6.0, None]
    assert found.counties["passes"].to_list() == [None]


def test_a_mean_of_zero_is_not_computable() -> None:
    rows = [school("1", multimedia_classrooms=0.0), school("2", multimedia_classrooms=0.0)]
    found = group(evaluate(table(*rows), STANDARD), "L7")
    assert (found["mean"], found["dispersion"], found["met"]) == (0.0, None, None)


def test_the_law_of_the_year_applies_to_its_rows() -> None:
    rows = [{**school("1"), "year": year} for year in (2016, 2024)]
    found = evaluate(table(*rows), STANDARD)
    assert found.counties.select("year", "passes").rows() == [(2016, None), (2024, True)]


def test_the_callers_order_of_schools_is_kept() -> None:
    rows = [school("3"), school("1", section="junior"), school("2")]
    assert evaluate(table(*rows), STANDARD).schools["school_code"].to_list() == ["3", "1", "2"]


def test_chinese_labels_and_sections_are_understood() -> None:
    labels = {"school_code": "学校标识码", "county_code": "区县代码", "section": "学段", "pupils": "在校学生数"}
    frame = table(school("1", section="小学"), school("2", section="初中"), school("3", section="高中")).rename(labels)
    found = evaluate(frame, STANDARD)
    assert found.schools["section"].to_list() == ["primary", "junior"]


def test_a_table_without_rows_has_no_verdicts() -> None:
    assert evaluate(table(school("1")).clear(), STANDARD).to_dict()["counties"] == []


def codes(frame: Any) -> list[str]:
    with pytest.raises(InputError) as caught:
        evaluate(frame, STANDARD)
    return [fault.code for fault in caught.value.faults]


def test_all_problems_are_told_together() -> None:
    frame = table(
        school("1", backbone_teachers="十二"),
        {**school("2"), "pupils": -5.0},
        school("3", section="托儿所"),
        school("4", county=""),
        school("4", county=""),
    ).drop("pe_art_teachers")
    assert sorted(codes(frame)) == sorted(
        ["missing_column", "text_in_number", "negative_number", "blank_key", "unknown_section", "duplicate_school"]
    )


@pytest.mark.parametrize("kind", ["pandas", "pyarrow", "duckdb", "polars lazy"])
def test_problems_are_found_on_every_engine(kind: str) -> None:
    frame = table({**school("1"), "pupils": -5.0}, school("2", section="托儿所"), school("2", section="托儿所"))
    assert sorted(codes(KINDS[kind](frame))) == ["duplicate_school", "negative_number", "unknown_section"]


def test_infinity_is_not_a_count() -> None:
    assert codes(table(school("1", teaching_area=float("inf")))) == ["negative_number"]


def test_a_year_in_words_is_text() -> None:
    assert codes(table({**school("1"), "year": "2024—2025学年"})) == ["text_in_number"]


def test_a_column_given_twice_is_refused() -> None:
    frame = table(school("1")).with_columns(pl.col("pupils").alias("在校学生数"))
    assert codes(frame) == ["column_twice"]


def test_a_blank_column_is_a_column_nobody_reported() -> None:
    frame = table(school("1")).with_columns(backbone_teachers=pl.lit(None, dtype=pl.String))
    assert evaluate(frame, STANDARD).schools["L2"].to_list() == [None]


amounts = st.floats(0.2, 3.0).map(lambda factor: round(factor, 3))
schools = st.lists(st.tuples(st.integers(20, 3000), amounts), min_size=2, max_size=8)


def spread(held: Sequence[tuple[float, float]], **changes: float) -> float:
    """The dispersion of L6 over schools given by pupils and yuan per pupil."""
    rows = [
        school(str(at), pupils, equipment_value_yuan=changes.get("scale", 1.0) * 1000 * level * pupils)
        for at, (pupils, level) in enumerate(held)
    ]
    return float(group(evaluate(table(*rows), STANDARD), "L6")["dispersion"])


@given(held=schools, scale=st.floats(0.01, 100))
@settings(max_examples=12, deadline=None)
def test_a_dispersion_does_not_depend_on_the_unit(held: list[tuple[int, float]], scale: float) -> None:
    assert spread(list(held), scale=scale) == pytest.approx(spread(list(held)), rel=1e-9, abs=1e-12)


@given(held=schools)
@settings(max_examples=12, deadline=None)
def test_the_order_of_schools_does_not_matter(held: list[tuple[int, float]]) -> None:
    assert spread(list(reversed(held))) == pytest.approx(spread(list(held)), rel=1e-9, abs=1e-12)


@given(held=schools)
@settings(max_examples=12, deadline=None)
def test_two_identical_schools_weigh_as_one_of_twice_the_size(held: list[tuple[int, float]]) -> None:
    (pupils, level), *rest = held
    merged = [(2 * pupils, level), *rest]
    assert spread([held[0], *held]) == pytest.approx(spread(merged), rel=1e-9, abs=1e-12)


@given(held=schools, pupils=st.integers(20, 3000))
@settings(max_examples=12, deadline=None)
def test_a_school_at_the_mean_lowers_the_dispersion(held: list[tuple[int, float]], pupils: int) -> None:
    mean = sum(n * level for n, level in held) / sum(n for n, _ in held)
    assert spread([*held, (pupils, mean)]) <= spread(list(held)) + 1e-12


@given(held=schools, more=st.floats(1.0, 3.0))
@settings(max_examples=12, deadline=None)
def test_more_resources_never_take_a_met_indicator_away(held: list[tuple[int, float]], more: float) -> None:
    def met(factor: float) -> list[bool]:
        rows = [
            school(str(at), n, equipment_value_yuan=2000 * level * n * factor) for at, (n, level) in enumerate(held)
        ]
        return list(evaluate(table(*rows), STANDARD).schools["L6_met"])

    assert all(after or not before for before, after in zip(met(1.0), met(more), strict=True))


def test_an_indicator_may_have_the_name_of_its_column(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        BOOKS.replace("id: B", "id: pupils").replace("limit: {primary: 0.5}", "limit: {primary: 2}"), "utf-8"
    )
    rows = [{"school_code": "1", "county_code": "1", "section": "primary", "pupils": 10, "books": 50}]
    for kind in ("polars", "pandas", "pyarrow", "duckdb"):
        found = evaluate(KINDS[kind](table(*rows)), load_standard(path)).to_dict()
        assert found["counties"][0]["schools"][0]["values"] == {"pupils": 5.0}
