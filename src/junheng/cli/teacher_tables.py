"""The tables that the commands on teachers read and write, and what they ask for."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from junheng.cli.csv_table import text_table
from junheng.cli.output import both, err, say, say_json
from junheng.policy import Language

if TYPE_CHECKING:
    from junheng.teachers import Read


OutOption = Annotated[Path | None, typer.Option("--out", "-o", help="把各表写到此文件夹 / folder to write tables")]


def table_file(folder: Path, name: str) -> Path:
    return folder / f"{name}.csv"


def read_table(folder: Path, name: str) -> "Read":
    """One table of the folder as typed columns."""
    from junheng.teachers import read, tables

    return read(text_table(table_file(folder, name)), tables()[name])


def optional_table(folder: Path, name: str) -> "Read | None":
    """The table where it is there."""
    return read_table(folder, name) if table_file(folder, name).is_file() else None


def required_tables(folder: Path, *names: str) -> "tuple[Read, ...]":
    """The tables that have to be there.

    Raises:
        UnfitTablesError: with every one that is not.
    """
    from junheng.teachers import UnfitTablesError, no_file

    absent = [no_file(f"{one}.csv") for one in names if not table_file(folder, one).is_file()]
    if absent:
        raise UnfitTablesError(absent)
    return tuple(read_table(folder, one) for one in names)


def write_tables(found: dict[str, Any], folder: Path, *names: str, without: Sequence[str] = ()) -> None:
    """Rows of a document as CSV files that spreadsheets open; texts in Chinese, lists joined."""
    import polars as pl

    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        rows = [{key: _flat(value) for key, value in row.items() if key not in without} for row in found[name]]
        path = folder / f"{name}.csv"
        pl.DataFrame(rows, infer_schema_length=None).write_csv(path, include_bom=True)
        err().print(str(path), markup=False)


def answer(
    found: dict[str, Any], words: Callable[[dict[str, Any], Language], None], *, as_json: bool, en: bool
) -> None:
    """A document as JSON, or in words."""
    if as_json:
        say_json(found)
    else:
        words(found, "en" if en else "zh")


def _flat(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return " ".join(str(one) for one in value)
    return value["zh"] if isinstance(value, dict) else value


def say_asked(found: dict[str, Any], language: Language) -> None:
    """What the answer notes, and the numbers it asks for."""
    for one in found.get("notes", ()):
        say(one[language])
    for one in found["asked"]:
        title = one["title"][language]
        say(both(f"请填写参数 {one['id']}（{title}）", f"Please fill in {one['id']} ({title})", language))
