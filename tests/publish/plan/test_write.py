"""Files of a plan."""

from pathlib import Path
from zipfile import ZipFile

import polars as pl

from junheng.publish.plan import Source, write_plan


def test_report_tables_and_projects_are_written(source: Source, tmp_path: Path) -> None:
    written = {path.name: path for path in write_plan(source, tmp_path / "out")}
    assert {"plan.docx", "plan.pdf", "plan-tables.xlsx", "projects.xlsx", "zones.parquet"} <= set(written)
    assert written["plan.pdf"].read_bytes().startswith(b"%PDF")
    words = ZipFile(written["plan.docx"]).read("word/document.xml").decode()
    assert "义务教育学位建设与学区规划" in words
    assert pl.read_parquet(written["projects.parquet"]).equals(source.plan.projects)
    assert "项目清单" in ZipFile(written["projects.xlsx"]).read("xl/workbook.xml").decode()
