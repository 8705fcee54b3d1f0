"""``junheng plan``."""

import json
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from junheng.cli import app
from tests.cli.test_planning_base import written

ARGUMENTS = ["--years", "2026", "--seconds", "0.2"]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return written(tmp_path / "base")


def test_it_prints_one_document_and_writes_the_report(base: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    found = CliRunner().invoke(app, ["plan", str(base), *ARGUMENTS, "--json", "--out", str(out)])
    assert found.exit_code == 0, found.output
    told = json.loads(found.stdout)
    assert told["parameters"]["years"] == [2026]
    assert {row["section"] for row in told["key_figures"]} == {"primary", "junior"}
    assert (out / "plan.pdf").is_file()
    assert (out / "projects.xlsx").is_file()


def test_it_speaks_to_people(base: Path) -> None:
    found = CliRunner().invoke(app, ["plan", str(base), *ARGUMENTS, "--counties", "A", "--en"])
    assert found.exit_code == 0, found.output
    assert "2026 primary" in found.stdout
    assert "asked for:" in found.stdout
    zh = CliRunner().invoke(app, ["plan", str(base), *ARGUMENTS, "--counties", "A"])
    assert "待填" in zh.stdout


def test_years_that_are_none_are_refused(base: Path) -> None:
    found = CliRunner().invoke(app, ["plan", str(base), "--years", "soon"])
    assert found.exit_code == 2


def test_everything_wrong_with_a_base_is_told_at_once(base: Path) -> None:
    sites = pl.read_parquet(base / "sites.parquet")
    sites.with_columns(land_m2=0, classes_max=-1).write_parquet(base / "sites.parquet")
    found = CliRunner().invoke(app, ["plan", str(base), "--years", "2026", "--counties", "Z", "--json"])
    assert found.exit_code == 2
    assert {one["code"] for one in json.loads(found.stdout)["faults"]} == {
        "site_without_land",
        "negative_count",
        "county_absent",
    }
    (base / "zones.parquet").unlink()
    said = CliRunner().invoke(app, ["plan", str(base), "--en"])
    assert said.exit_code == 2
    assert "There is no table “zones”" in said.stderr
