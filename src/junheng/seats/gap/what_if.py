"""What if: fewer or more births, estates handed over, another class norm — the gap again, beside the one there is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import polars as pl

from junheng.policy.seat_norms import SeatNorms
from junheng.seats.gap.gap import SeatGap, gap_of
from junheng.seats.gap.inputs import checked
from junheng.seats.gap.reach import KEYS

GRADES: Mapping[str, tuple[int, int]] = {"primary": (1, 6), "junior": (7, 9)}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing asked: births change by a share (−0.1: a tenth fewer) from the year ``births_from`` on; more children
    by ``year, area, section, children`` from new housing; class norms by section that replace those of the law."""

    births: float = 0.0
    births_from: int = 0
    housing: pl.DataFrame | None = None
    class_norm: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compared:
    """The gap as it is and as it would be; ``areas`` holds both (``gap``, ``gap_then``) and their ``difference``."""

    now: SeatGap
    then: SeatGap
    areas: pl.DataFrame


def what_if(
    children: pl.DataFrame,
    schools: pl.DataFrame,
    norms: SeatNorms,
    change: Change,
    *,
    distances: pl.DataFrame | None = None,
    land: pl.DataFrame | None = None,
    class_sizes: pl.DataFrame | None = None,
) -> Compared:
    """The gap without and with the change; tables as for ``seat_gap``.

    Raises:
        UnfitInputError: with every fault of the tables.
        ValueError: births cannot fall by more than all of them, nor a class norm be 0.
        KeyError: a class norm of a section that there is not.
    """
    if change.births < -1 or any(value <= 0 for value in change.class_norm.values()):
        raise ValueError("births fall by at most all of them, and a class norm is above 0")
    unknown = set(change.class_norm) - set(norms.class_norm)
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    places = checked(children, schools, distances, land, class_sizes)
    other = replace(norms, class_norm={**norms.class_norm, **change.class_norm})
    now = gap_of(places, norms)
    then = gap_of(replace(places, children=_changed(places.children, change, norms.entry_age)), other)
    both = now.areas.select(*KEYS, "children", "seats", "gap").join(
        then.areas.select(*KEYS, "children", "seats", "gap"), on=KEYS, suffix="_then"
    )
    return Compared(now, then, both.with_columns(difference=pl.col("gap_then") - pl.col("gap")))


def _changed(children: pl.DataFrame, change: Change, entry_age: int) -> pl.DataFrame:
    scaled = children.with_columns(
        children=pl.col("children") * (1 + change.births * _born_since(change.births_from, entry_age))
    )
    if change.housing is None:
        return scaled
    more = change.housing.select(*KEYS, pl.col("children").alias("more")).group_by(KEYS).agg(pl.col("more").sum())
    return (
        scaled.join(more, on=KEYS, how="left")
        .with_columns(children=pl.col("children") + pl.col("more").fill_null(0.0))
        .drop("more")
    )


def _born_since(first: int, entry_age: int) -> pl.Expr:
    """The share of a section's grades whose children were born in the year ``first`` or later."""
    lowest, highest = (
        pl.col("section").replace_strict({one: ends[at] for one, ends in GRADES.items()}, return_dtype=pl.Int64)
        for at in (0, 1)
    )
    youngest = pl.col("year") - entry_age - (lowest - 1)
    grades = highest - lowest + 1
    return (youngest - first + 1).clip(0, grades) / grades
