"""A small flat table and the command line to run on it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.testing import CliRunner, Result

from junheng.cli import app
from tests.balance.remedy.county import frame
from tests.cli.remedy_ground import ADD, Write

COLUMNS = (
    "school_code,school_name,county_code,county,section,year,pupils,teachers_above_qualification,backbone_teachers,"
    "pe_art_teachers,teaching_area,indoor_sports_area,sports_ground_area,equipment_value_yuan,multimedia_classrooms"
)
GOOD = "2141000001,样例一小,410106,上街区,primary,2025,1000,60,20,12,5600,500,8000,2600000,30"
SHORT = "2141000002,样例二小,410106,上街区,primary,2025,1000,60,20,12,5600,500,5000,2600000,30"
BLANK = "2141000003,样例三小,410106,上街区,primary,2025,1000,60,20,,5600,500,8000,2600000,30"

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    def call(*arguments: object) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    return call


@pytest.fixture
def flat(tmp_path: Path) -> Callable[..., Path]:
    def write(*rows: str, name: str = "flat.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_text("\n".join((COLUMNS, *rows)) + "\n", encoding=encoding)
        return path

    return write


def parsed(result: Result) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(result.stdout)
    return value


@pytest.fixture
def files(tmp_path: Path) -> Write:
    def write(costs: str = ADD, table: pl.DataFrame | None = None) -> tuple[Path, Path]:
        flat, yaml = tmp_path / "flat.csv", tmp_path / "costs.yaml"
        (frame() if table is None else table).write_csv(flat)
        yaml.write_text(costs, encoding="utf-8")
        return flat, yaml

    return write
