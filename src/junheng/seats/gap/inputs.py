"""The tables a gap is computed from, checked all at once: children by area, schools, distances, reserved land."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import polars as pl

from junheng.policy.seat_norms import SECTIONS
from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError

CHILDREN: Mapping[str, pl.DataType] = {
    "year": pl.Int64(),
    "area": pl.String(),
    "section": pl.String(),
    "children": pl.Float64(),
}
SCHOOLS: Mapping[str, pl.DataType] = {
    "school": pl.String(),
    "area": pl.String(),
    "section": pl.String(),
    "classes": pl.Float64(),
    "seats": pl.Float64(),
    "pupils": pl.Float64(),
    "opens": pl.Int64(),
    "closes": pl.Int64(),
}
DISTANCES: Mapping[str, pl.DataType] = {"area": pl.String(), "school": pl.String(), "metres": pl.Float64()}
LAND: Mapping[str, pl.DataType] = {"area": pl.String(), "section": pl.String(), "classes": pl.Float64()}
CLASS_SIZES: Mapping[str, pl.DataType] = {"school": pl.String(), "section": pl.String(), "pupils": pl.Float64()}
OPTIONAL = {"seats", "pupils", "opens", "closes"}
"""Columns of schools that may be left out: those of the class norm, not known, open from the start, to the end."""


@dataclass(frozen=True, slots=True)
class Places:
    """Checked tables with exactly the columns named above; what was not given is empty.

    ``schools`` has one row per school and section; ``seats`` are those somebody counted, which then stand in place of
    classes times the norm, and ``pupils`` those in it now. ``land`` is what is reserved for
    schools, in classes. ``class_sizes`` has one row per class of today.
    """

    children: pl.DataFrame
    schools: pl.DataFrame
    distances: pl.DataFrame
    land: pl.DataFrame
    class_sizes: pl.DataFrame


@dataclass(slots=True)
class _Checking:
    faults: list[Fault] = field(default_factory=list)

    def table(self, name: str, given: pl.DataFrame | None, schema: Mapping[str, pl.DataType]) -> pl.DataFrame:
        """The columns of the schema; numbers that cannot be read and columns that are not there are faults."""
        frame = pl.DataFrame(schema=dict(schema)) if given is None else given
        missing = [one for one in schema if one not in frame.columns and one not in OPTIONAL]
        if missing:
            where = Text(f"表 {name}", f"table {name}")
            self.faults += [Fault("column_missing", where, {"name": one, "accepted": one}) for one in missing]
            return pl.DataFrame(schema=dict(schema))
        columns = (pl.col(one) if one in frame.columns else pl.lit(None).alias(one) for one in schema)
        written = frame.select(columns)
        read = written.select(pl.col(one).cast(kind, strict=False) for one, kind in schema.items())
        for one in schema:
            lost = written[one].is_not_null() & read[one].is_null()
            for at in lost.arg_true():
                told = {"name": one, "value": written[one][int(at)]}
                place = Text(f"表 {name} 第 {at + 1} 行", f"table {name}, row {at + 1}")
                self.faults.append(Fault("not_a_number", place, told))
        return read.with_columns(pl.col(pl.Float64).fill_nan(None))

    def none_below_zero(self, name: str, frame: pl.DataFrame, columns: Iterable[str], keys: list[str]) -> None:
        for column in columns:
            for row in frame.filter(pl.col(column) < 0).iter_rows(named=True):
                told = {"name": column, "value": row[column]}
                self.faults.append(Fault("negative_count", _where(name, row, keys), told))

    def once(self, name: str, frame: pl.DataFrame, keys: list[str]) -> None:
        twice = frame.group_by(keys, maintain_order=True).len().filter(pl.col("len") > 1)
        self.faults += [Fault("place_repeated", _where(name, row, keys)) for row in twice.iter_rows(named=True)]

    def sections(self, name: str, frame: pl.DataFrame, keys: list[str]) -> None:
        strange = frame.filter(~pl.col("section").is_in(SECTIONS).fill_null(value=False))
        for row in strange.iter_rows(named=True):
            told = {"value": row["section"], "accepted": "、".join(SECTIONS)}
            self.faults.append(Fault("section_unknown", _where(name, row, keys), told))

    def within(self, name: str, frame: pl.DataFrame, column: str, known: pl.Series) -> None:
        held = set(known)
        for value in frame[column].unique(maintain_order=True):
            if value is None or value not in held:
                self.faults.append(
                    Fault("place_unknown", Text(f"表 {name}", f"table {name}"), {"name": column, "value": value})
                )


def _where(name: str, row: Mapping[str, object], keys: list[str]) -> Text:
    place = " ".join(str(row[key]) for key in keys if row[key] is not None)
    return Text(f"表 {name}：{place}", f"table {name}: {place}")


def checked(
    children: pl.DataFrame,
    schools: pl.DataFrame,
    distances: pl.DataFrame | None = None,
    land: pl.DataFrame | None = None,
    class_sizes: pl.DataFrame | None = None,
) -> Places:
    """The tables in their contract form.

    Raises:
        UnfitInputError: with every fault of all tables: missing columns, negative numbers, repeated rows, sections
            that are none, schools outside every area, distances and classes of schools that are not listed.
    """
    check = _Checking()
    tables = Places(
        check.table("children", children, CHILDREN),
        check.table("schools", schools, SCHOOLS),
        check.table("distances", distances, DISTANCES),
        check.table("land", land, LAND),
        check.table("class_sizes", class_sizes, CLASS_SIZES),
    )
    if not check.faults:
        _check(check, tables)
    if check.faults:
        raise UnfitInputError(check.faults)
    return tables


def _check(check: _Checking, tables: Places) -> None:
    keys = {"children": ["year", "area", "section"], "schools": ["school", "section"], "distances": ["area", "school"]}
    check.none_below_zero("children", tables.children, ["children"], keys["children"])
    check.none_below_zero("schools", tables.schools, ["classes", "seats", "pupils"], keys["schools"])
    check.none_below_zero("distances", tables.distances, ["metres"], keys["distances"])
    check.none_below_zero("land", tables.land, ["classes"], ["area", "section"])
    check.none_below_zero("class_sizes", tables.class_sizes, ["pupils"], ["school", "section"])
    for name, held in keys.items():
        check.once(name, getattr(tables, name), held)
    for name, frame in (("children", tables.children), ("schools", tables.schools), ("land", tables.land)):
        check.sections(name, frame, [one for one in ("year", "school", "area") if one in frame.columns])
    check.within("schools", tables.schools, "area", tables.children["area"])
    check.within("distances", tables.distances, "school", tables.schools["school"])
    check.within("distances", tables.distances, "area", tables.children["area"])
    check.within("class_sizes", tables.class_sizes, "school", tables.schools["school"])
    check.within("land", tables.land, "area", tables.children["area"])
