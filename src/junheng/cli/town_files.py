"""The files of ``junheng gap`` and ``junheng siting``: areas with children, schools and sites with seats, ways."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from junheng.cli.csv_table import text_table
from junheng.cli.output import refuse
from junheng.cli.travel_files import read_points
from junheng.policy import Text

if TYPE_CHECKING:
    from junheng.seats.faults import Fault
    from junheng.seats.places import Capacity, PointTable, Ways
    from junheng.seats.places.counts import Floats

ChildrenOption = Annotated[str, typer.Option("--children", help="儿童数所在的列 / column of children")]
ShareOption = Annotated[
    float | None,
    typer.Option("--share", min=0, help="该列每一个单位（如每名居民）折合的儿童数 / children per unit of it"),
]
ShareSourceOption = Annotated[str, typer.Option("--share-source", help="折合系数的来源 / where the share comes from")]
SeatsEachOption = Annotated[
    float | None,
    typer.Option("--seats-each", min=0, help="学位未知的学校每校学位数 / seats of a school that reports none"),
]
CountOption = Annotated[
    str | None, typer.Option("--count", help="一行代表几所学校，写在哪一列 / column: schools that a row stands for")
]
GcjOption = Annotated[bool, typer.Option("--gcj02", help="坐标为 GCJ-02 / points are in GCJ-02")]
FolderOption = Annotated[Path | None, typer.Option("--out", "-o", help="把表和地图写到此文件夹 / folder to write")]

AREAS, SCHOOLS, SITES, WAYS = (
    Text("片区表", "areas"),
    Text("学校表", "schools"),
    Text("候选地表", "sites"),
    Text("路程表", "ways"),
)
AREA, SCHOOL, SITE = Text("片区", "area"), Text("学校", "school"), Text("候选地", "site")


@dataclass(frozen=True, slots=True)
class Given:
    """What the user gives because the tables do not say it.

    Attributes:
        children: the column of areas that is counted.
        share: children of the section in one unit of that column, e.g. in one inhabitant; None when it holds children.
        share_source: where the share comes from.
        seats_each: seats of a school of which neither seats nor classes are known.
        count: the column that says for how many schools a row stands.
        site_seats: the same for a site.
    """

    children: str = "children"
    share: float | None = None
    share_source: str = ""
    seats_each: float | None = None
    count: str | None = None
    site_seats: float | None = None

    def checked(self) -> "Given":
        """Leaves with the code for bad input when a share has no source."""
        if self.share is not None and not self.share_source.strip():
            refuse("--share 须写明来源 --share-source / a share needs its source, --share-source")
        return self


def read_areas(file: Path, given: Given, *, gcj02: bool = False) -> "tuple[PointTable, Floats, list[Fault]]":
    """Areas with their children, NaN where the cell is blank, and every fault of the column."""
    from junheng.seats.places import counts

    table = read_points(file, AREAS, gcj02=gcj02)
    values, faults = counts(table, given.children, AREA)
    return table, values * (1.0 if given.share is None else given.share), list(faults)


def read_schools(file: Path, given: Given, *, gcj02: bool = False) -> "tuple[PointTable, Capacity, list[Fault]]":
    """Schools with what they hold."""
    from junheng.seats.places import capacity

    table = read_points(file, SCHOOLS, gcj02=gcj02)
    held, faults = capacity(table, SCHOOL, each=given.seats_each, count=given.count)
    return table, held, list(faults)


def read_sites(file: Path, given: Given, *, gcj02: bool = False) -> "tuple[PointTable, Capacity, list[Fault]]":
    """Candidate sites with what a school there would hold."""
    from junheng.seats.places import capacity

    table = read_points(file, SITES, gcj02=gcj02)
    held, faults = capacity(table, SITE, each=given.site_seats)
    return table, held, list(faults)


def read_ways(files: Sequence[Path], areas: Sequence[str], places: Sequence[str]) -> "Ways":
    """The ways of all files together, from ``areas`` to ``places``; other columns than the first three are dropped."""
    import polars as pl

    from junheng.seats.places import ways

    tables = [text_table(one) for one in files]
    same = [name for name in tables[0].columns if all(name in one.columns for one in tables)]
    return ways(pl.concat([one.select(same) for one in tables]), areas, places, WAYS)


def notes_of(given: Given, schools: "Capacity", sites: "Capacity | None" = None) -> list[Text]:
    """What was not in the data and stands on the user's word."""
    notes = []
    if given.share is not None:
        source = given.share_source
        notes.append(
            Text(
                f"儿童数不在数据里：按用户给的 {given.children} × {given.share:g} 折算，来源：{source}",
                f"Children are not in the data: {given.children} × {given.share:g} as given by the user ({source})",
            )
        )
    if schools.given.any():
        many = int(schools.given.sum())
        notes.append(
            Text(
                f"{many} 行学校的学位不在数据里：按用户给的每校 {given.seats_each:g} 个计",
                f"Seats of {many} rows of schools are not in the data: {given.seats_each:g} each as given by the user",
            )
        )
    if sites is not None and sites.given.any():
        many = int(sites.given.sum())
        notes.append(
            Text(
                f"{many} 个候选地的规模不在数据里：按用户给的每处 {given.site_seats:g} 个学位计",
                f"The size of {many} sites is not in the data: {given.site_seats:g} seats each as given by the user",
            )
        )
    return notes
