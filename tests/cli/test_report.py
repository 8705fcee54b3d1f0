"""``junheng report``: every paper of a county, marked when its data are made up."""

from pathlib import Path

import openpyxl
import polars as pl

from tests.cli.conftest import Run
from tests.conftest import DemoRun

COUNTY = "410106"


def test_all_papers_of_a_county(run: Run, demo_run: DemoRun, tmp_path: Path) -> None:
    schools = pl.read_parquet(demo_run.snapshot(2025) / "schools.parquet")
    school = schools.filter(county_code=COUNTY, school_type="211")["school_code"][0]
    result = run(
        "report", demo_run.snapshot(2025), "--county", COUNTY, "--out", tmp_path,
        "--previous", demo_run.snapshot(2024), "--school", school,
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    names = {path.name for path in tmp_path.iterdir()}
    assert {f"{COUNTY}-申报表{suffix}" for suffix in (".xlsx", ".docx", ".pdf")} <= names
    assert {f"{COUNTY}-自评报告.docx", f"{COUNTY}-自评报告.pdf"} <= names
    assert {f"{COUNTY}-数据表.xlsx", f"{COUNTY}-dispersions.csv", f"{school}-自评表.xlsx"} <= names
    assert {Path(line).name for line in result.stdout.splitlines()} == names
    for sheet in openpyxl.load_workbook(tmp_path / f"{COUNTY}-申报表.xlsx"):
        header = sheet.oddHeader
        assert header is not None
        assert "合成演示数据" in str(header.right.text), sheet.title


def test_wrong_county_and_wrong_format_are_refused(run: Run, demo_run: DemoRun, tmp_path: Path) -> None:
    assert run("report", demo_run.snapshot(2025), "--county", "999999", "--out", tmp_path).exit_code == 2
    assert (
        run("report", demo_run.snapshot(2025), "--county", COUNTY, "--out", tmp_path, "--format", "odt").exit_code == 2
    )
    assert not list(tmp_path.iterdir())
