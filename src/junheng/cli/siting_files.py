"""The files of ``junheng siting`` as a town: every fault of all of them at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from junheng.cli.siting_boarding import Asked, read_boarding
from junheng.cli.town_files import SITE, SITES, Given, notes_of, read_areas, read_schools, read_sites, read_ways
from junheng.policy import Text

if TYPE_CHECKING:
    from junheng.seats.faults import Fault
    from junheng.seats.places import PointTable
    from junheng.seats.places.counts import Floats
    from junheng.seats.siting import Names, SitingTown, Wish


@dataclass(frozen=True, slots=True)
class Known:
    """The town with its names and points.

    Attributes:
        town: children, seats, money, ways.
        areas, schools, sites: their points.
        given: what was not in the data and stands on the user's word.
        noted: what may be true and is worth a look.
        townships: names of those in which a boarding school must be.
    """

    town: "SitingTown"
    areas: "PointTable"
    schools: "PointTable"
    sites: "PointTable"
    given: Sequence[Text]
    noted: "Sequence[Fault]"
    townships: Sequence[str] = ()

    @property
    def names(self) -> "Names":
        from junheng.seats.siting import Names, expanded

        return expanded(self.town).named(Names(tuple(self.areas.id), tuple(self.places), tuple(self.townships)))

    @property
    def places(self) -> list[str]:
        return [*self.schools.id, *self.sites.id]


@dataclass(frozen=True, slots=True)
class Files:
    """Areas, schools, sites and their ways; ``section`` decides the class norm; ``gcj02`` moves all points."""

    areas: Path
    schools: Path
    sites: Path
    ways: Sequence[Path]
    section: str
    gcj02: bool


def read_town(files: Files, given: Given, wish: "Wish", asked: Asked | None = None) -> Known:
    """The town of the files.

    Raises:
        UnfitInputError: with every fault of all tables.
    """
    import numpy as np

    from junheng.facts.remainders import whole
    from junheng.policy.seat_norms import seat_norms
    from junheng.seats.faults import UnfitInputError
    from junheng.seats.siting import SitingTown, check_siting, siting_problem

    areas, children, faults = read_areas(files.areas, given, gcj02=files.gcj02)
    schools, held, wrong = read_schools(files.schools, given, gcj02=files.gcj02)
    sites, room, bad = read_sites(files.sites, given, gcj02=files.gcj02)
    costs, dear = _costs(sites, needed=bool(np.isfinite(wish.budget)))
    boarding, amiss = read_boarding(
        (areas, schools, sites), children, asked or Asked(), files.section, budget=bool(np.isfinite(wish.budget))
    )
    faults += [*wrong, *bad, *dear, *amiss, *_unpeopled(areas, children, faults), *_placed(areas, schools, sites)]
    places = [*schools.id, *sites.id]
    try:
        measured = read_ways(files.ways, areas.id, places)
    except UnfitInputError as error:
        raise UnfitInputError([*faults, *error.faults]) from error
    if faults:
        raise UnfitInputError(faults)
    norms = seat_norms(datetime.now(tz=UTC).date())
    size = norms.class_norm[files.section], norms.single
    seats = np.concatenate((held.held(*size), room.held(*size))).astype(np.int64)
    money = np.concatenate((np.zeros(len(schools)), costs + boarding.money))
    beds = {"boarders": boarding.boarders, "boarding": boarding.places, "township": boarding.township}
    town = SitingTown(whole(children), seats, len(schools), money, measured, **beds)
    notes = [*notes_of(given, held, room), *boarding.notes]
    known = Known(town, areas, schools, sites, notes, (), boarding.townships)
    found = check_siting(siting_problem(town, wish), known.names).settled()
    return replace(known, noted=found.notes)


def _costs(sites: "PointTable", *, needed: bool) -> "tuple[Floats, tuple[Fault, ...]]":
    """What each site costs; nothing where no budget asks for it and the table does not say."""
    import numpy as np

    from junheng.seats.places import counts

    column = next((one for one in ("cost", "费用") if one in sites.rest.columns), None)
    if column is None and not needed:
        return np.zeros(len(sites)), ()
    values, faults = counts(sites, column or "cost", SITE, blank="cost_not_given" if needed else None)
    return np.nan_to_num(values), faults


def _unpeopled(areas: "PointTable", children: "Floats", faults: "Sequence[Fault]") -> "Iterator[Fault]":
    """Areas whose children nobody knows; cells that are no number are faults already."""
    from junheng.seats.gap import unpeopled

    wrong = {one.where.zh for one in faults}
    yield from (
        one
        for one in unpeopled(areas, children)
        if one.code == "no_population" and one.where.zh not in wrong and "column_absent" not in {f.code for f in faults}
    )


def _placed(areas: "PointTable", schools: "PointTable", sites: "PointTable") -> "Iterator[Fault]":
    """Sites with the id of a school, and schools and sites outside every area."""
    import polars as pl

    from junheng.seats.faults import Fault
    from junheng.seats.places import Places, named, outside

    for id_ in sorted(set(schools.id) & set(sites.id)):
        yield Fault("given_twice", named(SITES, id_), {"name": id_})
    tables = {"areas": ("area", areas), "schools": ("school_code", schools), "sites": ("site", sites)}
    frames = {
        name: pl.DataFrame({column: table.id, "longitude": table.lon, "latitude": table.lat})
        for name, (column, table) in tables.items()
    }
    yield from outside(Places.of(**frames))
