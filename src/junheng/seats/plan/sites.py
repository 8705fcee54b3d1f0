"""Where there are seats and where there may be: the places of one county and section, numbered alike everywhere."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.policy.seat_norms import SeatNorms
from junheng.seats.gap.supply import seats_by_school
from junheng.seats.plan.tables import SITE_SECTIONS, Base
from junheng.seats.plan.ways import Ways

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Schools with a zone in a section, then sites where the section may be taught.

    ``code``; ``place``: number in ``Ways``; ``seats``, ``classes``, ``addable`` classes (0 for sites); ``classes_max``,
    what fits on the land and in a school of its kind (0 for schools); ``schools``: how many are schools.
    ``elsewhere``: pupils, and their seats, of schools without a zone.
    """

    code: list[str]
    place: Ints
    seats: Ints
    classes: Ints
    addable: Ints
    classes_max: Ints
    schools: int
    elsewhere: int
    seats_elsewhere: int

    @property
    def existing(self) -> NDArray[np.bool_]:
        """(places,) True on schools, False on sites."""
        return np.arange(len(self.code)) < self.schools


def places(base: Base, ways: Ways, county: str, section: str, norms: SeatNorms) -> Places:
    """The places of a county for a section; schools that hold more than their size limit have no more seats for it."""
    number = {code: at for at, code in enumerate(ways.places)}
    held = supply(base, norms).filter((pl.col("county_code") == county) & (pl.col("section") == section))
    zoned = _zoned(base, county, section)
    with_zone, without = (held.filter(pl.col("school").is_in(zoned) == flag) for flag in (True, False))
    kinds = [kind for kind, sections in SITE_SECTIONS.items() if section in sections]
    land = base.sites.filter((pl.col("county_code") == county) & pl.col("kind").is_in(kinds))
    code = [*with_zone["school"], *land["site"]]
    none = np.zeros(land.height, dtype=np.int64)
    return Places(
        code=code,
        place=np.array([number[one] for one in code], dtype=np.int64),
        seats=np.concatenate([with_zone["seats"].to_numpy(), none]),
        classes=np.concatenate([with_zone["classes"].to_numpy(), none]),
        addable=np.concatenate([with_zone["addable"].to_numpy(), none]),
        classes_max=np.concatenate(
            [
                np.zeros(with_zone.height, dtype=np.int64),
                np.minimum(land["classes_max"].to_numpy(), largest(section, norms)),
            ]
        ),
        schools=with_zone.height,
        elsewhere=int(without["pupils"].sum()),
        seats_elsewhere=int(without["seats"].sum()),
    )


def largest(section: str, norms: SeatNorms) -> int:
    """Classes of a section in the largest new school."""
    return int(min(norms.most_classes, norms.single // norms.class_norm[section]))


def supply(base: Base, norms: SeatNorms) -> pl.DataFrame:
    """school, section, county_code, area, pupils, classes, seats, addable: whole seats within the size limits, and
    the classes that may be added without passing them."""
    rows = school_rows(base)
    seats = seats_by_school(rows.with_columns(opens=None, closes=None), [0], norms)
    several = pl.len().over("school") > 1
    limit = pl.when(several).then(norms.combined).otherwise(norms.single)
    size = pl.col("section").replace_strict(dict(norms.class_norm), return_dtype=pl.Float64)
    room = ((limit - pl.col("seats_by_norm").sum().over("school")) / size).floor().clip(lower_bound=0)
    classes = (norms.most_classes - pl.col("classes")).clip(lower_bound=0)
    return seats.select(
        "school",
        "section",
        "county_code",
        "area",
        pl.col("pupils").cast(pl.Int64),
        pl.col("classes").cast(pl.Int64),
        pl.col("seats").floor().cast(pl.Int64),
        addable=pl.min_horizontal(pl.col("classes_addable"), room, classes).cast(pl.Int64),
    )


def school_rows(base: Base) -> pl.DataFrame:
    """The schools and their sections as the seat gap takes them, with county and classes that fit on their ground."""
    held = base.seats.join(base.schools.select("school_code", "county_code", "area"), on="school_code")
    return held.select(
        pl.col("school_code").alias("school"),
        "area",
        "section",
        "county_code",
        pl.col("classes", "pupils").cast(pl.Float64),
        pl.lit(None, pl.Float64).alias("seats"),
        "classes_addable",
    )


def _zoned(base: Base, county: str, section: str) -> list[str]:
    """The schools that have a zone in today's map."""
    inside = base.areas.filter(pl.col("county_code") == county)["area"].implode()
    return (
        base.zones.filter((pl.col("section") == section) & pl.col("area").is_in(inside))["school_code"]
        .unique()
        .sort()
        .to_list()
    )
