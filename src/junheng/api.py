"""The Python door: a table or a file, and the name of a standard, to a verdict."""

from datetime import date
from pathlib import Path

import polars as pl
from narwhals.typing import IntoFrame

from junheng.balance import Evaluation
from junheng.balance import evaluate as judge_table
from junheng.balance.columns import CODES, NAMES, known_labels, numbers
from junheng.balance.inputs import InputError, InputFault
from junheng.policy import Standard, load_standard
from junheng.policy.text import Text

BLANKS = ["", "—", "－", "-", "/", "无", "NA", "N/A", "NaN", "nan", "null"]
"""What a cell without a number looks like in a CSV file."""


def evaluate(
    table: IntoFrame | str | Path, standard: str | Path | Standard = "jiaodu-2017-6", *, day: date | None = None
) -> Evaluation:
    """Judge the schools of a flat table and their counties.

    Args:
        table: pandas, Polars, PyArrow or DuckDB table, or the path of a Parquet or CSV file (UTF-8 with or without
            BOM, or GB18030). One row per school, section and year; columns as in ``facts.units.UNIT_COLUMNS``.
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
        InputError: the file is not there, is empty, or is neither Parquet nor CSV.
    """
    if not path.is_file():
        raise _unreadable(path, Text("找不到文件", "there is no such file"))
    if path.suffix.lower() in {".parquet", ".pq"}:
        return _parquet(path, standard)
    try:
        return _csv(path)
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        raise _unreadable(path, Text(f"读不出表格（{error}）", f"no table can be read from it ({error})")) from error


def _parquet(path: Path, standard: Standard) -> pl.DataFrame:
    try:
        scan = pl.scan_parquet(path)
        wanted = {*CODES, *NAMES, "year", *numbers(standard)}
        names = [one for one in scan.collect_schema().names() if known_labels().get(one.strip(), one.strip()) in wanted]
        return scan.select(names).collect()
    except pl.exceptions.PolarsError as error:
        raise _unreadable(path, Text("不是 Parquet 文件", "it is not a Parquet file")) from error


def _csv(path: Path) -> pl.DataFrame:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    header = pl.read_csv(text.encode(), n_rows=0, infer_schema=False).columns
    codes = {one: pl.String for one in header if known_labels().get(one.strip(), one.strip()) in {*CODES, *NAMES}}
    return pl.read_csv(text.encode(), schema_overrides=codes, null_values=BLANKS, infer_schema_length=None)


def _unreadable(path: Path, what: Text) -> InputError:
    return InputError(
        [
            InputFault(
                "unreadable_file",
                Text(f"文件 {path.name}", f"file {path.name}"),
                what,
                Text(
                    "平表为 Parquet 或 CSV（UTF-8 或 GB18030），首行是列名",
                    "a flat table is Parquet or CSV (UTF-8 or GB18030) with the column names in its first row",
                ),
                Text("请核对路径和格式后重试", "check the path and the format and try again"),
            )
        ]
    )
