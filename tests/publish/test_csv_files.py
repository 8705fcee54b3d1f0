"""Export and import of CSV is a round trip for any table."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.balance.model import CityVerdict, State
from junheng.policy import Text
from junheng.publish import tables
from junheng.publish.csv_files import META, RISKY, plain, read_back, safe, to_csv
from junheng.publish.rounding import shown
from junheng.publish.table import About, Column, Kind, Table
from tests.publish.conftest import COUNTY

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
TEXTS = st.builds(Text, WORDS, WORDS)
VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    "code": WORDS,
    "number": st.one_of(st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False)),
    "percent": st.floats(0, 100),
    "state": st.sampled_from(State),
}


@st.composite
def any_table(draw: st.DrawFn) -> Table:
    kinds: list[Kind] = [*VALUES, "text"]
    columns, strategies = [], []
    for at, kind in enumerate(draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=5))):
        title, decimals = draw(TEXTS), draw(st.none() | st.integers(0, 4))
        columns.append(Column(f"column_{at}", title, kind, draw(st.none() | WORDS), decimals, draw(st.none() | TEXTS)))
        strategies.append(st.none() | (VALUES[kind] if kind in VALUES else draw(st.sampled_from([TEXTS, WORDS]))))
    rows = draw(st.lists(st.tuples(*strategies), max_size=5))
    about = draw(st.none() | st.builds(About, st.integers(2000, 2099), st.just("school"), WORDS, WORDS, WORDS))
    notes = tuple(draw(st.lists(TEXTS, max_size=2)))
    return Table("any", draw(TEXTS), tuple(columns), tuple(rows), notes, draw(WORDS), about)


@settings(max_examples=60, deadline=None)
@given(any_table())
def test_what_is_exported_is_imported_unchanged(table: Table) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.csv"
        to_csv(table, path)
        assert read_back(path) == table


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@x", "'=1", "''", "\t=1", "-"])
def test_a_spreadsheet_cannot_run_a_cell_and_nothing_is_lost(text: str) -> None:
    assert not safe(text).startswith(RISKY[:-1])
    assert plain(safe(text)) == text


def test_every_table_of_a_county_survives(city: CityVerdict, years: tuple[CityVerdict, ...], tmp_path: Path) -> None:
    made = [
        tables.city_overview(city),
        tables.dispersions(city, COUNTY),
        tables.school_values(city, COUNTY),
        tables.failing_schools(city, COUNTY),
        tables.items(city, COUNTY),
        tables.item_failures(city, COUNTY),
        tables.indicator_statistics(city, COUNTY),
        tables.trend(years, COUNTY),
        tables.comparison([city, city], COUNTY),
        tables.missing(city, COUNTY),
        tables.parameters(city),
    ]
    for table in made:
        to_csv(table, tmp_path / f"{table.id}.csv")
        assert read_back(tmp_path / f"{table.id}.csv") == table


def test_the_file_opens_in_excel_and_says_what_it_is_about(city: CityVerdict, tmp_path: Path) -> None:
    path, meta = to_csv(tables.school_values(city, COUNTY), tmp_path / "x.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert meta.name == "x.meta.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:6] == [
        "time_period",
        "geographic_level",
        "county_code",
        "school_code",
        "school_name",
        "section",
    ]
    assert (rows[0]["time_period"], rows[0]["geographic_level"], rows[0]["county_code"]) == (
        "2023-2024",
        "school",
        COUNTY,
    )
    assert all(name == name.lower() or name.startswith("L") for name in rows[0])


def test_numbers_keep_full_precision_and_round_to_the_page(city: CityVerdict, tmp_path: Path) -> None:
    table = tables.dispersions(city, COUNTY)
    path, _ = to_csv(table, tmp_path / "x.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = [row["dispersion"] for row in csv.DictReader(file)]
    assert found[0] == repr(0.1285)
    assert found[-1] == ""
    assert shown(float(found[0]), 3) == "0.129"


def test_the_meta_file_describes_every_column(city: CityVerdict, tmp_path: Path) -> None:
    path, meta = to_csv(tables.dispersions(city, COUNTY), tmp_path / "x.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    with meta.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert tuple(lines[0]) == META
    assert [line["column"] for line in lines if line["role"] in {"dimension", "column", "translation"}] == header
    assert {line["snapshot"] for line in lines if line["role"] == "column"} == {city.snapshot}
    assert {line["standard"] for line in lines if line["role"] == "column"} == {"jiaodu-2017-6"}


def test_missing_meta_is_an_error_of_the_file_system(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a\n1\n")
    with pytest.raises(FileNotFoundError):
        read_back(tmp_path / "x.csv")
