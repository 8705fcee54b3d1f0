"""Tables in CSV as commands take them: every cell as text, with the number of its line."""

from pathlib import Path
from typing import TYPE_CHECKING

from junheng.cli.output import refuse

if TYPE_CHECKING:
    import polars as pl

LINE = "line"
"""The column that holds the number of the line."""


def existing(path: Path, *, folder: bool = False) -> Path:
    """The path of a file, or of a ``folder`` where one may be given; leaves with the code for bad input if none is."""
    if not (path.is_file() or (folder and path.is_dir())):
        refuse(f"没有这个文件 / no such file: {path}")
    return path


def text_table(file: Path) -> "pl.DataFrame":
    """The file as text with the number of each line; rows are cut or filled to the header's width."""
    import polars as pl

    from junheng.facts.csvfile import rows

    read, _ = rows(existing(file).read_bytes())
    if not read:
        refuse(f"{file}: 文件是空的 / the file is empty")
    header = [str(cell or "") for cell in read[0]]
    if len(set(header)) < len(header):
        refuse(f"{file}: 列名重复 / columns have the same name: {', '.join(header)}")
    body = [[str(cell) for cell in row[: len(header)]] + [""] * (len(header) - len(row)) for row in read[1:]]
    columns = {name: [row[at] for row in body] for at, name in enumerate(header) if name != LINE}
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)).with_columns(
        pl.Series(LINE, range(2, len(body) + 2), dtype=pl.Int64)
    )
