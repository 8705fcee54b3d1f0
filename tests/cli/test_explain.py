"""``junheng explain``: down to the workbook cell."""

import polars as pl
import pytest

from tests.cli.conftest import Run, parsed
from tests.conftest import DemoRun

COUNTY = "410106"


@pytest.fixture(scope="module")
def school(demo_run: DemoRun) -> str:
    schools = pl.read_parquet(demo_run.snapshot(2025) / "schools.parquet")
    return str(schools.filter(county_code=COUNTY, school_type="211")["school_code"][0])


def test_a_value_of_a_school_opens_to_its_cells(run: Run, demo_run: DemoRun, school: str) -> None:
    where = ("--county", COUNTY, "--section", "primary", "--indicator", "L5", "--school", school)
    text = run("explain", demo_run.snapshot(2025), *where).stdout
    assert f"{school}.xlsx!教基5170" in text
    assert "自 2017-04-19" in text
    tree = parsed(run("explain", demo_run.snapshot(2025), *where, "--json"))
    cells = [cell for child in tree["children"] for fact in child["facts"] for cell in fact["cells"]]
    assert {cell["file"] for cell in cells} == {f"{school}.xlsx"}


def test_a_dispersion_opens_to_shares_of_its_schools(run: Run, demo_run: DemoRun) -> None:
    where = ("--county", COUNTY, "--section", "primary", "--indicator", "L5", "--json")
    assert parsed(run("explain", demo_run.snapshot(2025), *where))["children"]


def test_an_item_and_a_county_open_too(run: Run, demo_run: DemoRun) -> None:
    assert "G5" in run("explain", demo_run.snapshot(2025), "--county", COUNTY, "--item", "G5", "--en").stdout
    assert run("explain", demo_run.snapshot(2025), "--county", COUNTY).exit_code == 0


@pytest.mark.parametrize("wrong", [("--county", "999999"), ("--county", COUNTY, "--item", "G99")])
def test_what_is_not_there_is_refused(run: Run, demo_run: DemoRun, wrong: tuple[str, ...]) -> None:
    result = run("explain", demo_run.snapshot(2025), *wrong)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_a_folder_that_is_no_snapshot_is_refused(run: Run, demo_run: DemoRun) -> None:
    assert run("explain", demo_run.folder, "--county", COUNTY).exit_code == 2


@pytest.mark.parametrize(
    "half", [("--indicator", "L5"), ("--school", "2141000001"), ("--school", "1", "--section", "primary")]
)
def test_half_a_question_is_refused(run: Run, demo_run: DemoRun, half: tuple[str, ...]) -> None:
    assert run("explain", demo_run.snapshot(2025), "--county", COUNTY, *half).exit_code == 2
