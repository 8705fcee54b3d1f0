"""Writing a plan: report, tables, project list."""

from pathlib import Path

from junheng.policy.text import Text
from junheng.publish.plan.content import Source, plan_report
from junheng.publish.plan.tables import plan_tables, project_table
from junheng.publish.report.pdf import write_pdf
from junheng.publish.report.word import write_docx
from junheng.publish.table import Table
from junheng.publish.workbook import to_xlsx

REPORT, TABLES, PROJECTS = "plan", "plan-tables.xlsx", "projects.xlsx"


def write_plan(source: Source, folder: Path) -> list[Path]:
    """Write ``plan.docx``, ``plan.pdf``, ``plan-tables.xlsx``, ``projects.xlsx`` and Parquet files of every table.

    Raises:
        MissingGlyphError: no font has a glyph for a character of the report.
    """
    folder.mkdir(parents=True, exist_ok=True)
    report = plan_report(source)
    notes = [source.note] if source.note else []
    tables = [table.with_notes(notes) for table in plan_tables(source.plan, source.names)]
    written = [
        write_docx(report, folder / f"{REPORT}.docx"),
        write_pdf(report, folder / f"{REPORT}.pdf"),
        to_xlsx(tables, folder / TABLES),
        to_xlsx([_projects(source, notes)], folder / PROJECTS),
    ]
    for name, frame in source.plan.tables.items():
        frame.write_parquet(folder / f"{name}.parquet")
        written.append(folder / f"{name}.parquet")
    return written


def _projects(source: Source, notes: list[Text]) -> Table:
    return project_table(source.plan, source.names).with_notes(notes)
