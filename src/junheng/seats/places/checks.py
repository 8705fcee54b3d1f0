"""All checks of the input of planning, at once."""

from collections.abc import Iterator
from dataclasses import dataclass

from junheng.seats.faults import Fault, UnfitInputError
from junheng.seats.places.adjacency import Adjacency, from_polygons
from junheng.seats.places.check_children import missing_years, too_few_seats, unpeopled
from junheng.seats.places.check_map import overlaps, pieces, points_of_touch
from junheng.seats.places.check_points import outside, shifted
from junheng.seats.places.check_rows import negative, nowhere, twice, unknown
from junheng.seats.places.tables import Places


@dataclass(frozen=True, slots=True)
class Findings:
    """``stops``: what planning cannot start with; ``notes``: what it can, and whoever reads the plan should know."""

    stops: tuple[Fault, ...]
    notes: tuple[Fault, ...]

    def settled(self) -> "Findings":
        """These findings, if nothing stops.

        Raises:
            UnfitInputError: with all that stops.
        """
        if self.stops:
            raise UnfitInputError(self.stops)
        return self


def check_places(places: Places, adjacency: Adjacency | None = None) -> Findings:
    """Every fault of the tables, each with its place and remedy.

    Rows that cannot be used stop at once, since the map cannot be looked at with them. Too few seats, a map in pieces
    and areas without children do not stop: whoever plans decides, and a solver answers that it is infeasible and why.

    Args:
        places: the tables.
        adjacency: the neighbourhood planned with; that of the polygons when not given.
    """
    rows = (*twice(places), *nowhere(places), *negative(places), *unknown(places))
    if rows:
        return Findings(rows, ())
    return Findings(
        stops=(*_broken(places), *shifted(places), *outside(places)),
        notes=(*unpeopled(places), *missing_years(places), *too_few_seats(places), *_apart(places, adjacency)),
    )


def _broken(places: Places) -> Iterator[Fault]:
    polygons = places.polygons
    if polygons is not None:
        yield from overlaps(polygons, places.areas["area"].to_list())


def _apart(places: Places, adjacency: Adjacency | None) -> Iterator[Fault]:
    polygons = places.polygons
    if adjacency is None and polygons is not None:
        adjacency = from_polygons(polygons)
    if adjacency is not None:
        names = places.areas["area"].to_list()
        yield from pieces(adjacency, names)
        yield from points_of_touch(adjacency, names)
