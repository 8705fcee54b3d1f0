"""What the school page shows as tables: the years of every section, and its values against what is required."""

from collections.abc import Sequence
from typing import Any

from junheng.balance.model import state_of
from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.publish.display import SYNTHETIC
from junheng.publish.rounding import AVERAGE
from junheng.publish.table import SUPPRESSED, About, Column, Table
from junheng.publish.tables.common import INDICATOR, INDICATOR_TITLE, PUPILS, REASONS, SECTION, UNIT
from junheng.publish.words import section_title
from junheng.web.portal.datasets import STAR
from junheng.web.portal.models import School
from junheng.web.portal.trend import history_rows

YEAR = Column("school_year", Text("学年", "School year"))
WANTED = Column("required", Text("要求", "Required"), "number", None, AVERAGE)
Rows = tuple[tuple[Any, ...], ...]
Source = tuple[Sequence[School], Standard]
MARGIN = Column("margin", Text("最近一年余量", "Margin in the last year"), "number", None, AVERAGE)


def school_years(rows: Sequence[School], standard: Standard) -> Table:
    """One row per section and year, newest first: pupils, indicators met, verdict, reasons."""
    met = Column("met_count", Text("达标项数", "Indicators met"), "number", None, 0)
    held = tuple(
        (section_title(one.section), _year(one), SUPPRESSED if one.suppressed else one.pupils, one.met,
         state_of(one.passes), _joined(one.reasons))
        for one in _judged(rows, standard)
    )  # fmt: skip
    columns = (SECTION, YEAR, PUPILS, met, Column("passes", Text("结论", "Verdict"), "state"), REASONS)
    return _table(("school_years", Text("历年结论", "verdicts of the years")), columns, held, (rows, standard))


def school_values(rows: Sequence[School], standard: Standard) -> Table:
    """One row per section and indicator: what is required, the value of every year, the margin of the newest."""
    years = sorted({one.county.edition.year for one in rows if one.section})
    columns = [Column(str(year), Text(f"{year}—{year + 1}", f"{year}–{year + 1}"), "number", None, AVERAGE)
               for year in years]  # fmt: skip
    held: list[tuple[Any, ...]] = []
    for section in dict.fromkeys(one.section for one in _judged(rows, standard)):
        for row in history_rows(rows, section, standard):
            one, cells = row["indicator"], {cell["year"]: cell for cell in row["cells"]}
            values = [_cell(cells.get(year)) for year in years]
            margin = SUPPRESSED if _cell(row["cells"][-1]) is SUPPRESSED else row["margin"]
            wanted = None if row["threshold"] is None else float(row["threshold"])
            held.append((section_title(section), one.id, one.title, one.unit, wanted, *values, margin))
    shape = (SECTION, INDICATOR, INDICATOR_TITLE, UNIT, WANTED, *columns, MARGIN)
    return _table(
        ("school_values", Text("各项指标历年值", "values of the years")), shape, tuple(held), (rows, standard)
    )


def _judged(rows: Sequence[School], standard: Standard) -> list[School]:
    return sorted((one for one in rows if one.section), key=lambda one: standard.sections.index(one.section))


def _cell(cell: dict[str, Any] | None) -> Any:
    if cell is None:
        return None
    return SUPPRESSED if cell["mark"] == "secret" else cell["value"]


def _year(one: School) -> str:
    return f"{one.county.edition.year}—{one.county.edition.year + 1}"


def _joined(held: Sequence[dict[str, str]]) -> Text | None:
    return Text("；".join(one["zh"] for one in held), "; ".join(one["en"] for one in held)) if held else None


def _table(shape: tuple[str, Text], columns: Sequence[Column], rows: Rows, made_of: Source) -> Table:
    (id_, title), (schools, standard) = shape, made_of
    newest = schools[0].county.edition
    named = Text(f"{schools[0].name}{title.zh}", f"{schools[0].name}: {title.en}")
    notes = [SYNTHETIC] if newest.synthetic else []
    if any(value is SUPPRESSED for row in rows for value in row):
        notes.append(STAR)
    source = f"{standard.number} · {newest.permanent} · snapshot {newest.snapshot[:12]}"
    about = About(newest.year, "school", standard.id, newest.snapshot, schools[0].county.code)
    return Table(id_, named, tuple(columns), rows, tuple(notes), source, about)
