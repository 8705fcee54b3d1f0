"""Where seats will be missing: children against seats, by area, section and year (学位缺口)."""

from dataclasses import dataclass

import polars as pl

from junheng.policy.seat_norms import SeatNorms
from junheng.seats.gap.crowding import counted, to_come
from junheng.seats.gap.inputs import Places, checked
from junheng.seats.gap.reach import KEYS, reach
from junheng.seats.gap.supply import norm, seats_by_area, seats_by_school


@dataclass(frozen=True, slots=True)
class SeatGap:
    """``areas``: one row per year, area and section. ``city``: sums of them per year and section.

    Columns of ``areas``: ``children, schools, unknown_schools, classes, seats_by_norm, seats, gap`` (children less
    seats: above 0 is missing), ``class_size, oversized, grossly_oversized`` (if all children sat in the classes of
    their area), ``oversized_now, grossly_oversized_now, nearest, nearest_free`` (metres), ``within_radius,
    reserved_classes, reserved_seats``. Null is not known, never 0.

    Columns of ``city``: the sums, ``missing`` and ``spare`` seats, ``unknown_areas`` (whose gap is not known and which
    no sum of gaps holds), and ``covered``, the share of known children who live within the service radius.
    """

    areas: pl.DataFrame
    city: pl.DataFrame
    norms: SeatNorms


def seat_gap(
    children: pl.DataFrame,
    schools: pl.DataFrame,
    norms: SeatNorms,
    *,
    distances: pl.DataFrame | None = None,
    land: pl.DataFrame | None = None,
    class_sizes: pl.DataFrame | None = None,
) -> SeatGap:
    """The gap of every year in ``children``; the columns of each table are those of ``gap.inputs``.

    Raises:
        UnfitInputError: with every fault of the tables.
    """
    return gap_of(checked(children, schools, distances, land, class_sizes), norms)


def gap_of(places: Places, norms: SeatNorms) -> SeatGap:
    """The gap from tables already checked."""
    years = places.children["year"].unique().sort().to_list()
    supply = seats_by_school(places.schools, years, norms)
    reserved = places.land.group_by("area", "section").agg(reserved_classes=pl.col("classes").sum())
    areas = (
        _everywhere(places)
        .join(seats_by_area(supply), on=KEYS, how="left")
        .with_columns(pl.col("schools", "unknown_schools").fill_null(0))
        .with_columns(_none_where_no_school(name) for name in ("classes", "seats_by_norm", "seats"))
        .join(reach(supply, places.distances, norms), on=KEYS, how="left")
        .join(counted(places.class_sizes, places.schools, norms), on=["area", "section"], how="left")
        .join(reserved, on=["area", "section"], how="left")
        .with_columns(
            gap=pl.col("children") - pl.col("seats"),
            within_radius=_measured(places),
            reserved_seats=pl.col("reserved_classes") * norm(norms),
            **to_come(norms),
        )
        .sort(KEYS)
    )
    return SeatGap(areas, _city(areas), norms)


def _everywhere(places: Places) -> pl.DataFrame:
    """Every area, section and year, with its children; null where none were reported."""
    frames = (places.children, places.schools)
    sections = pl.concat([one.select("section") for one in frames]).unique()
    grid = places.children.select("year").unique().join(places.children.select("area").unique(), how="cross")
    return grid.join(sections, how="cross").join(places.children, on=KEYS, how="left")


def _measured(places: Places) -> pl.Expr:
    """Without any distances nobody's radius is known; with them, an area that has none is out of reach."""
    return pl.col("within_radius").fill_null(value=False) if places.distances.height else pl.col("within_radius")


def _none_where_no_school(name: str) -> pl.Expr:
    """No school is no seat: the one case in which there truly is a zero."""
    return pl.when(pl.col("schools") == 0).then(0.0).otherwise(pl.col(name)).alias(name)


def _city(areas: pl.DataFrame) -> pl.DataFrame:
    gap, children = pl.col("gap"), pl.col("children")
    inside = children.filter(pl.col("within_radius")).sum()
    measured = pl.col("within_radius").is_not_null().any() & (children.sum() > 0)
    return (
        areas.group_by("year", "section")
        .agg(
            pl.col("children", "schools", "seats_by_norm", "seats", "gap", "reserved_seats").sum(),
            missing=gap.filter(gap > 0).sum(),
            spare=-gap.filter(gap < 0).sum(),
            unknown_areas=gap.is_null().sum(),
            unknown_schools=pl.col("unknown_schools").sum(),
            oversized=pl.col("oversized").sum(),
            grossly_oversized=pl.col("grossly_oversized").sum(),
            covered=pl.when(measured).then(inside / children.sum()),
        )
        .sort("year", "section")
    )
