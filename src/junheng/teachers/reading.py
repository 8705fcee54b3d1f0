"""A table of text as typed columns, with every cell that does not say what it should."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from junheng.facts.findings import Place
from junheng.teachers.columns import Column, Table, headed, plain, spellings, vocabulary
from junheng.teachers.faults import Fault

LINE = "line"
"""Column of the table of text with the number of each line."""
CODED = ("section", "subject", "degree", "gender", "post_kind", "programme", "bool")
NUMBERS = ("int", "float")
SURE_DAYS = 28
"""Days that every month has; later ones count as the last of them."""
FEN = 100
_YUAN = r"^(\d{1,13})(?:\.(\d{1,2}))?$"
_BIRTH = r"^(\d{4})(?:[-/.年]?(\d{1,2}))?(?:[-/.月]?(\d{1,2}))?[日月]?$"


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A table as read.

    Attributes:
        table: what it should be.
        frame: a typed column for every column of the contract that is there, null where blank or wrong, and ``line``.
            Several columns of one kind are called ``wish:1``, ``need:mathematics``.
        headers: id (as in ``frame``) to the header in the file, and its number from 1.
        ignored: headers that no column answers to.
        faults: of headers and cells.
    """

    table: Table
    frame: pl.DataFrame
    headers: Mapping[str, tuple[str, int]]
    ignored: tuple[str, ...]
    faults: tuple[Fault, ...]

    def has(self, column: str) -> bool:
        return column in self.frame.columns

    def column(self, name: str) -> pl.Series:
        """The column, all null when it is not there."""
        if name in self.frame.columns:
            return self.frame[name]
        wanted = next(one for one in self.table.columns if one.id == name)
        return pl.Series(name, [None] * self.frame.height, dtype=_dtype(wanted))

    def many(self, name: str) -> list[str]:
        """The columns of one kind, in the order of the file."""
        found = [one for one in self.frame.columns if one.startswith(f"{name}:")]
        return sorted(found, key=lambda one: self.headers[one][1])

    def place(self, row: int | None = None, column: str | None = None) -> Place:
        """Where in the file; ``row`` counts lines."""
        header, number = self.headers.get(column or "", (column, None))
        return Place(self.table.file, row=row, column=number, header=header)

    def fault(self, code: str, row: int | None = None, column: str | None = None, **values: object) -> Fault:
        return Fault(code, self.place(row, column), values)


def read(text: pl.DataFrame, table: Table) -> Read:
    """The table of text as typed columns; nothing is raised, faults are in what is returned."""
    names = [one for one in text.columns if one != LINE]
    lines = text[LINE] if LINE in text.columns else pl.Series(LINE, range(2, text.height + 2))
    found = headed(table, names)
    ids = {header: _id(column, tail) for header, (column, tail) in found.items()}
    headers = {ids[one]: (one, names.index(one) + 1) for one in found}
    frame = pl.DataFrame({LINE: lines.cast(pl.Int64)})
    made = Read(table, frame, headers, tuple(one for one in names if one not in found), ())
    faults = [
        made.fault("column_absent", column=one.id, name=one.title.zh, name_en=one.title.en)
        for one in table.columns
        if one.required and one.id not in ids.values()
    ]
    if text.height == 0:
        faults.append(made.fault("no_rows"))
    columns = {}
    for header, (column, _) in found.items():
        written = text[header].cast(pl.String).str.strip_chars()
        written = written.set(written == "", None)
        values = _typed(written, column)
        columns[ids[header]] = values
        faults += _wrong(made, ids[header], column, written, values)
    faults += _subjects(made, [tail for column, tail in found.values() if column.id == "need"])
    return Read(table, frame.with_columns(**columns), headers, made.ignored, tuple(faults))


def _id(column: Column, tail: str) -> str:
    if not column.many:
        return column.id
    return f"{column.id}:{spellings('subject').get(plain(tail), tail)}"


def _dtype(column: Column) -> pl.DataType:
    return {"int": pl.Int64(), "float": pl.Float64(), "bool": pl.Boolean(), "birth": pl.Date(), "yuan": pl.Int64()}.get(
        column.type, pl.String()
    )


def _typed(written: pl.Series, column: Column) -> pl.Series:
    if column.type in NUMBERS:
        values = written.cast(pl.Float64, strict=False)
        values = values.set(~values.is_finite(), None)
        if column.type == "int":
            values = values.set(values != values.floor(), None).cast(pl.Int64, strict=False)
        return values
    if column.type in CODED:
        known = spellings(column.type)
        distinct = {one: known.get(plain(one)) for one in written.drop_nulls().unique().to_list()}
        values = written.replace_strict(distinct, return_dtype=pl.String) if distinct else written
        return values == "1" if column.type == "bool" else values
    if column.type == "birth":
        return _births(written)
    return _fen(written) if column.type == "yuan" else written


def _fen(written: pl.Series) -> pl.Series:
    """Yuan with at most two decimals as whole fen; commas may part the thousands."""
    text = written.str.replace_all(",", "")
    known = text.str.contains(_YUAN)
    whole = text.str.extract(_YUAN, 1).cast(pl.Int64, strict=False)
    part = text.str.extract(_YUAN, 2).fill_null("").str.pad_end(2, "0").cast(pl.Int64, strict=False)
    return (whole * FEN + part).set(~known, None)


def _births(written: pl.Series) -> pl.Series:
    """Days of birth; the first of what is not said."""
    parts = pl.DataFrame({"born": written}).select(
        *(pl.col("born").str.extract(_BIRTH, at).cast(pl.Int32, strict=False).alias(str(at)) for at in (1, 2, 3))
    )
    parts = parts.with_columns(pl.col("2").fill_null(1), pl.col("3").fill_null(1))
    usable = pl.col("2").is_between(1, 12) & pl.col("3").is_between(1, 31)
    first = pl.date(pl.col("1"), pl.col("2").clip(1, 12), pl.col("3").clip(1, SURE_DAYS))
    return parts.select(pl.when(usable).then(first).otherwise(None)).to_series()


def _wrong(made: Read, id_: str, column: Column, written: pl.Series, values: pl.Series) -> Iterator[Fault]:
    """Cells that cannot be read, that are blank where a value is needed, or that lie outside the limits."""
    lines = made.frame[LINE]
    title = {"name": column.title.zh, "name_en": column.title.en}
    unread = (written.is_not_null() & values.is_null()).arg_true()
    for at in unread:
        yield made.fault(_code(column), int(lines[at]), id_, value=written[at], known=_known(column), **title)
    if column.required:
        for at in written.is_null().arg_true():
            yield made.fault("blank", int(lines[at]), id_, **title)
    if column.type in NUMBERS:
        for at in _outside(column, values).arg_true():
            code = "negative" if values[at] < 0 else "out_of_range"
            limits = {"low": _limit(column.low), "high": _limit(column.high)}
            yield made.fault(code, int(lines[at]), id_, value=written[at], **limits, **title)


def _code(column: Column) -> str:
    if column.type == "subject":
        return "unknown_subject"
    if column.type in {"birth", "yuan"}:
        return {"birth": "not_a_day", "yuan": "not_money"}[column.type]
    return "not_a_number" if column.type in NUMBERS else "unknown_word"


def _known(column: Column) -> str:
    if column.type not in CODED:
        return ""
    return "、".join(one.zh for one in vocabulary(column.type).values())


def _outside(column: Column, values: pl.Series) -> pl.Series:
    low = float("-inf") if column.low is None else column.low
    high = float("inf") if column.high is None else column.high
    return (~values.is_between(low, high)).fill_null(value=False)


def _limit(value: float | None) -> str:
    return "—" if value is None else f"{value:g}"


def _subjects(made: Read, tails: list[str]) -> Iterator[Fault]:
    for tail in tails:
        if plain(tail) not in spellings("subject"):
            known = "、".join(one.zh for one in vocabulary("subject").values())
            yield made.fault(
                "unknown_subject", column=f"need:{tail}", value=tail, known=known, name="需求", name_en="Need"
            )
