"""``junheng template``: an empty workbook that the importer knows again."""

from pathlib import Path

import openpyxl
import pytest

from junheng.facts import template_kinds
from tests.cli.conftest import Run


@pytest.mark.parametrize("kind", template_kinds())
def test_every_kind_is_written(run: Run, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "new" / f"{kind}.xlsx"
    assert run("template", kind, "--out", path, "--year", 2025).exit_code == 0
    assert openpyxl.load_workbook(path).sheetnames


def test_an_unknown_kind_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("template", "nothing", "--out", tmp_path / "x.xlsx", "--year", 2025)
    assert result.exit_code == 2
    assert "school" in result.stderr
    assert not (tmp_path / "x.xlsx").exists()
