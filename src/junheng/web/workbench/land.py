"""One county and section of a base as the editor needs it: the engine's board, names, and where everything lies.

Coordinates of bases are degrees (CGCS2000, EPSG:4490). Distances are those on foot along the base's streets; straight
lines where it has none, and the pages say so.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.facts.remainders import whole
from junheng.seats.places import from_polygons
from junheng.seats.travel import MODES, Network, Points, network_of, travel
from junheng.seats.zoning.editing import Board, DistanceTable, Nearness
from junheng.seats.zoning.zone_map import Neighbours, neighbours
from junheng.web.workbench.bases import Tables, tables_of
from junheng.web.workbench.models import PlanningBase
from junheng.web.workbench.norms import SECTIONS, norms

KEPT = 24
"""Counties and sections kept ready in a process."""
FAR = 60_000.0
"""Metres beyond which no way to school is looked for."""
FINE = 1e-9
"""Degrees to which corners are taken: neighbours whose corners were rounded apart still touch."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Land:
    """A county and section, ready to be zoned.

    Attributes:
        board: what the engine of zones works on.
        names, townships: of the areas, in the order of the board.
        school_names: of the schools.
        polygons: of the areas in degrees.
        places: (schools, 2) degrees.
        number: area -> its place on the board.
        school_number: school code -> its place on the board.
        share: of the children living in the county that go to the schools of the board; the others go elsewhere.
        by_road: whether distances run along streets.
    """

    county_code: str
    section: str
    board: Board
    names: tuple[str, ...]
    townships: tuple[str, ...]
    school_names: tuple[str, ...]
    polygons: NDArray[np.object_]
    places: Floats
    number: dict[str, int]
    school_number: dict[str, int]
    share: float
    by_road: bool

    @property
    def called(self) -> dict[str, str]:
        """Code of a school or area -> its name."""
        schools = {code: self.school_names[at] for code, at in self.school_number.items()}
        return {**schools, **{code: self.names[at] for code, at in self.number.items()}}


class NoLand(LookupError):  # noqa: N818 - says what there is not
    """The base has no areas, or no zones of today, for a county and section."""


def land_of(base: PlanningBase, county_code: str, section: str) -> Land:
    """The county and section of a base; made once in a process.

    Raises:
        NoLand: there is nothing to zone.
    """
    return _land(base.digest, base.pk, county_code, section)


@lru_cache(maxsize=KEPT)
def _land(_digest: str, base_id: int, county_code: str, section: str) -> Land:
    base = PlanningBase.objects.get(pk=base_id)
    tables = tables_of(base)
    areas = tables["areas"].filter(pl.col("county_code") == county_code).sort("area")
    zones = tables["zones"].filter(pl.col("section") == section).join(areas.select("area"), on="area", how="semi")
    if section not in SECTIONS or zones.height != areas.height or not areas.height:
        raise NoLand(f"{county_code} {section}")
    return _drawn(base, areas, zones.sort("area"), _schools(tables, county_code, section, zones), section)


def _schools(tables: Tables, county_code: str, section: str, zones: pl.DataFrame) -> pl.DataFrame:
    """The schools with a zone today, and the county's public schools of the section that could have one."""
    seats = tables["seats"].filter(pl.col("section") == section)
    held = tables["schools"].join(seats, on="school_code")
    zoned = pl.col("school_code").is_in(zones["school_code"].unique().to_list())
    return held.filter(zoned | ((pl.col("county_code") == county_code) & pl.col("public"))).sort("school_code")


def _drawn(base: PlanningBase, areas: pl.DataFrame, zones: pl.DataFrame, schools: pl.DataFrame, section: str) -> Land:
    import shapely

    polygons = shapely.from_wkb(areas["polygon"].to_list())
    number = {area: at for at, area in enumerate(areas["area"])}
    school_number = {code: at for at, code in enumerate(schools["school_code"])}
    places = schools.select("longitude", "latitude").to_numpy()
    children = _children(tables_of(base)["children"], areas, section, base.year)
    norm, streets = norms(section, base.year), _streets(base.digest, base.pk)
    share = min(1.0, float(schools["pupils"].sum()) / max(float(children.sum()), 1.0))
    board = Board(
        areas=tuple(areas["area"]),
        grades=tuple(str(age - SECTIONS["primary"][0] + 1) for age in SECTIONS[section]),
        schools=tuple(schools["school_code"]),
        counties=(areas["county_code"][0],),
        pupils=whole(children * share).astype(np.float64),
        borders=borders_of(polygons),
        seats=schools["seats"].cast(pl.Float64).to_numpy(),
        classes=np.repeat(schools["classes"].to_numpy()[:, None] / len(SECTIONS[section]), len(SECTIONS[section]), 1),
        home=np.array([number.get(area, -1) for area in schools["area"]], dtype=np.int64),
        county=np.zeros(schools.height, dtype=np.int64),
        distances=_distances(areas.select("longitude", "latitude").to_numpy(), places, streets),
        today=np.array([school_number[code] for code in zones["school_code"]], dtype=np.int64),
        class_norm=norm.class_norm,
        nearness=Nearness(norm.radius),
    )
    return Land(
        county_code=areas["county_code"][0],
        section=section,
        board=board,
        names=tuple(areas["area_name"]),
        townships=tuple(areas["township"]),
        school_names=tuple(schools["school_name"]),
        polygons=polygons,
        places=places,
        number=number,
        school_number=school_number,
        share=share,
        by_road=streets is not None,
    )


def _children(children: pl.DataFrame, areas: pl.DataFrame, section: str, year: int) -> Floats:
    """(areas, grades) children at the age of each grade."""
    ages = SECTIONS[section]
    held = children.filter((pl.col("year") == year) & pl.col("age").is_in(ages))
    wide = held.pivot("age", index="area", values="children", aggregate_function="sum")
    rows = areas.select("area").join(wide, on="area", how="left", maintain_order="left").fill_null(0)
    return np.stack([rows[str(age)].cast(pl.Float64).to_numpy() for age in ages], axis=1)


def borders_of(polygons: NDArray[np.object_]) -> Neighbours:
    """Which areas share a stretch of border, with its length in metres."""
    found = from_polygons(polygons)
    pairs = zip(found.left.tolist(), found.right.tolist(), found.metres.tolist(), strict=True)
    return neighbours(found.count, list(pairs))


@lru_cache(maxsize=2)
def _streets(_digest: str, base_id: int) -> Network | None:
    """The streets of a base for people on foot; None when it has none."""
    tables = tables_of(PlanningBase.objects.get(pk=base_id))
    return network_of(tables["nodes"], tables["edges"], MODES["walk"]) if tables["edges"].height else None


def _distances(areas: Floats, schools: Floats, streets: Network | None) -> DistanceTable:
    """(areas, schools) metres on foot; straight from point to point without streets."""
    found = travel(Points(*_axes(areas)), Points(*_axes(schools)), streets, limit=FAR)
    metres = found.pairs.matrix(len(areas), len(schools))
    return DistanceTable(np.where(np.isinf(metres), np.nan, metres))


def _axes(points: Floats) -> tuple[Floats, Floats]:
    return np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1])
