"""The Python door: a table or a file, and the name of a standard, to a verdict."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import polars as pl
from narwhals.typing import IntoFrame

from junheng.balance import Evaluation
from junheng.balance import evaluate as judge_table
from junheng.balance.columns import header_faults, matched
from junheng.balance.evaluate import prepared
from junheng.balance.inputs import InputError, InputFault
from junheng.balance.kinds import take
from junheng.balance.sheets import header_of, no_rows, read_sheet
from junheng.facts.findings import Finding
from junheng.facts.grid import Unreadable, open_workbook
from junheng.policy import Standard, load_standard
from junheng.policy.text import Text


def evaluate(
    table: IntoFrame | str | Path, standard: str | Path | Standard = "jiaodu-2017-6", *, day: date | None = None
) -> Evaluation:
    """Judge the schools of a flat table and their counties.

    Args:
        table: pandas, Polars, PyArrow or DuckDB table, or the path of a Parquet, Excel or CSV file (UTF-8 with or
            without BOM, GB18030 or UTF-16). One row per school, section and year; columns as in
            ``facts.units.UNIT_COLUMNS``.
        standard: the id of a built-in standard, the path of one's own, or a loaded one.
        day: the day whose law applies (default: the statistics day of each row's school year).

    Returns:
        The verdicts, as tables of the caller's own kind (Polars for a path).

    Raises:
        InputError: everything that is wrong with the table.
        PolicyError: everything that is wrong with the standard.
    """
    loaded = standard if isinstance(standard, Standard) else load_standard(standard)
    if not isinstance(table, str | Path):
        return judge_table(table, loaded, day=day)
    return judge_table(read_flat(Path(table), loaded), loaded, day=day)


def read_flat(path: Path, standard: Standard) -> pl.DataFrame:
    """The columns of a flat file that the standard needs.

    Raises:
        InputError: the file is not there, holds no table, has no rows, or has cells that cannot be read.
    """
    if not path.is_file():
        raise _unreadable(path, Text("找不到文件", "there is no such file"))
    with path.open("rb") as file:
        parquet = file.read(4) == b"PAR1" or path.suffix.lower() in {".parquet", ".pq"}
    table = _parquet(path, standard) if parquet else _sheet(path, standard)
    if table.width and table.is_empty():
        raise InputError([no_rows(path.name)])
    return table


def _parquet(path: Path, standard: Standard) -> pl.DataFrame:
    try:
        scan = pl.scan_parquet(path)
        header = scan.collect_schema().names()
        held = sorted(at for found in matched(header, standard).values() for at in found)
        return scan.select(header[at] for at in held).collect()
    except pl.exceptions.PolarsError as error:
        raise _unreadable(path, Text("不是 Parquet 文件", "it is not a Parquet file")) from error


def _sheet(path: Path, standard: Standard) -> pl.DataFrame:
    """The table of a CSV file or workbook, told by its bytes: the sheet whose first rows hold most of the columns."""
    try:
        grids = open_workbook(path)
    except Unreadable as unreadable:
        raise _refused(unreadable.finding) from unreadable
    headers = [header_of(grid.rows, standard) for grid in grids]
    best = max(range(len(grids)), key=lambda at: len(headers[at].found), default=None)
    if best is None or not headers[best].found:
        what = Text("前二十行里没有认得的列名", "no column name in its first twenty rows is known")
        raise InputError([*_unreadable(path, what).faults, *header_faults({}, [], standard)])
    table, faults = read_sheet(grids[best].rows, headers[best], standard)
    if faults:
        raise InputError([*faults, *_further(table, standard, faults)])
    return table


def _further(table: pl.DataFrame, standard: Standard, known: Sequence[InputFault]) -> list[InputFault]:
    """What else is wrong with a table besides the faults known; cells that could not be read are no blank ones."""
    frame, kind = take(table)
    try:
        prepared(frame, standard, kind)
    except InputError as error:
        said = {fault.code for fault in known} | {"blank_key"}
        return [fault for fault in error.faults if fault.code not in said]
    return []


def _refused(finding: Finding) -> InputError:
    parts = (Text(part("zh"), part("en")) for part in (finding.place.in_, finding.what, finding.rule, finding.fix))
    return InputError([InputFault(finding.code, *parts)])


def _unreadable(path: Path, what: Text) -> InputError:
    return InputError(
        [
            InputFault(
                "unreadable_file",
                Text(f"文件 {path.name}", f"file {path.name}"),
                what,
                Text(
                    "平表为 Parquet、Excel 或 CSV（UTF-8 或 GB18030），开头有一行列名",
                    "a flat table is Parquet, Excel or CSV (UTF-8 or GB18030) with a row of column names at its top",
                ),
                Text("请核对路径和格式后重试", "check the path and the format and try again"),
            )
        ]
    )
