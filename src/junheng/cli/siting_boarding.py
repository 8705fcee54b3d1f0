"""What ``junheng siting`` reads of boarding: places, who boards, what it costs, which townships need a school."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from junheng.cli.town_files import AREA, SCHOOL, SITE
from junheng.policy import Text

if TYPE_CHECKING:
    from junheng.policy.seat_norms import SeatNorms
    from junheng.seats.faults import Fault
    from junheng.seats.places import PointTable
    from junheng.seats.places.counts import Floats
    from junheng.seats.places.ways import Ints

PLACES, BOARDERS, COST, TOWNSHIP = (
    ("boarding", "寄宿学位"),
    ("boarders", "寄宿生"),
    ("boarding_cost", "寄宿费用"),
    ("township", "乡镇"),
)

BoardingShareOption = Annotated[
    float | None,
    typer.Option("--boarding-share", min=0, max=1, help="寄宿学生占儿童的比例 / share of the children who board"),
]
BoardingCostOption = Annotated[
    float | None,
    typer.Option("--boarding-cost", min=0, help="每个寄宿学位的费用 / money for each boarding place of a site"),
]
BoardingTownshipsOption = Annotated[
    bool,
    typer.Option("--boarding-townships", help="每个乡镇至少一所寄宿制学校 / a boarding school in every township"),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user gives: the share who board, the money for a place, whether every township has a boarding school."""

    share: float | None = None
    cost: float | None = None
    townships: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Boarding:
    """(places,) boarding places, (sites,) their money, (areas,) children who may board, (places,) townships and their
    names; notes of what stands on the user's word or on a rule."""

    places: "Ints"
    money: "Floats"
    boarders: "Ints"
    township: "Ints | None"
    townships: Sequence[str]
    notes: Sequence[Text]


def read_boarding(
    tables: "tuple[PointTable, PointTable, PointTable]", children: "Floats", asked: Asked, section: str, *, budget: bool
) -> "tuple[Boarding, list[Fault]]":
    """Boarding as the tables of areas, schools and sites and the user say it, and every fault of it.

    Where no table has a column of boarding places nobody boards. Who boards and what a place costs is asked for where
    it is needed: no number was published.
    """
    import numpy as np

    from junheng.facts.remainders import whole
    from junheng.policy.seat_norms import seat_norms

    areas, schools, sites = tables
    norms = seat_norms(datetime.now(tz=UTC).date())
    (here, wrong), (there, bad) = _places(schools, SCHOOL), _places(sites, SITE)
    faults = [*wrong, *bad]
    some = bool((here > 0).any() or (there > 0).any())
    share = asked.share if asked.share is not None else norms.boarding_share
    boarders, missing = _boarders(areas, children, share, needed=some)
    cost = asked.cost if asked.cost is not None else norms.boarding_cost
    money, dear = _money(sites, there, cost, needed=budget)
    faults += [*missing, *dear]
    held = np.concatenate((here, there)).astype(np.int64)
    township: Ints | None = None
    called: list[str] = []
    if asked.townships and norms.boarding > 0:
        township, called, absent = _townships(areas, schools, sites, held)
        faults += absent
    notes = _notes(norms, asked, section) if some else []
    return Boarding(held, money, whole(np.nan_to_num(boarders)), township, called, notes), faults


def _column(table: "PointTable", among: Sequence[str]) -> str | None:
    return next((one for one in among if one in table.rest.columns), None)


def _places(table: "PointTable", title: Text) -> "tuple[Floats, Sequence[Fault]]":
    """Boarding places of each point; none where no column says so."""
    import numpy as np

    from junheng.seats.places import counts

    column = _column(table, PLACES)
    if column is None:
        return np.zeros(len(table)), ()
    values, faults = counts(table, column, title, blank="boarding_not_given")
    return np.nan_to_num(values), faults


def _boarders(
    areas: "PointTable", children: "Floats", share: float | None, *, needed: bool
) -> "tuple[Floats, Sequence[Fault]]":
    """Children of each area who may board: as counted, or by the share."""
    import numpy as np

    from junheng.seats.faults import Fault
    from junheng.seats.places import counts

    column = _column(areas, BOARDERS)
    if column is not None:
        return counts(areas, column, AREA, blank="boarders_not_given")
    if share is not None:
        return np.nan_to_num(children) * share, ()
    return np.zeros(len(areas)), (Fault("boarders_not_given", AREA),) if needed else ()


def _money(
    sites: "PointTable", places: "Floats", cost: float | None, *, needed: bool
) -> "tuple[Floats, Sequence[Fault]]":
    """What the boarding places of each site cost beside the site itself."""
    import numpy as np

    from junheng.seats.faults import Fault
    from junheng.seats.places import counts, named

    column = _column(sites, COST)
    if column is not None:
        values, faults = counts(sites, column, SITE, blank="boarding_cost_not_given" if needed else None)
        return np.nan_to_num(values), faults
    if cost is not None:
        return places * cost, ()
    asked = np.flatnonzero(places > 0).tolist() if needed else []
    return np.zeros(len(sites)), tuple(Fault("boarding_cost_not_given", named(SITE, sites.id[one])) for one in asked)


def _townships(
    areas: "PointTable", schools: "PointTable", sites: "PointTable", places: "Ints"
) -> "tuple[Ints | None, list[str], list[Fault]]":
    """The township of each place by number, their names, and a fault for each that has no place with boarding."""
    import numpy as np

    from junheng.seats.assignment import NOBODY
    from junheng.seats.faults import Fault
    from junheng.seats.places import named
    from junheng.seats.plan import RURAL

    tables = ((AREA, areas), (SCHOOL, schools), (SITE, sites))
    absent = [
        Fault("column_absent", title, {"column": TOWNSHIP[0]})
        for title, one in tables
        if _column(one, TOWNSHIP) is None
    ]
    if absent:
        return None, [], absent
    lived, stood, offered = ([str(v or "").strip() for v in one.rest[str(_column(one, TOWNSHIP))]] for _, one in tables)
    called = sorted({one for one in lived if one.endswith(RURAL)})
    number = {name: at for at, name in enumerate(called)}
    township = np.array([number.get(name, NOBODY) for name in (*stood, *offered)], np.int64)
    served = set(township[places > 0].tolist())
    title = Text("乡镇", "township")
    faults = [Fault("township_without_boarding", named(title, one)) for one in called if number[one] not in served]
    return township, called, faults


def _notes(norms: "SeatNorms", asked: Asked, section: str) -> list[Text]:
    notes = []
    if section == "primary" and norms.boarding_grade is not None:
        grade = f"{norms.boarding_grade:g}"
        notes.append(
            Text(
                f"小学从 {grade} 年级起可以寄宿：寄宿生数须只含这些年级",
                f"Primary pupils may board from grade {grade} on: boarders are to be counted in those grades only",
            )
        )
    if asked.share is not None:
        notes.append(
            Text(
                f"寄宿生没有表列时按用户给的儿童数 × {asked.share:g} 计",
                f"Boarders where no column counts them: children × {asked.share:g} as given by the user",
            )
        )
    return notes
