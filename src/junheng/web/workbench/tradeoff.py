"""How much nearer each further school brings children: one siting for every number of new schools (取舍曲线)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import polars as pl

from junheng.facts.remainders import proportional
from junheng.seats.assignment import NOBODY, Arcs, Problem
from junheng.seats.plan import Base, Choices
from junheng.seats.plan.costs import Prices, prices
from junheng.seats.plan.people import people
from junheng.seats.plan.sites import Places, places
from junheng.seats.plan.ways import Ways, ways
from junheng.seats.siting import (
    Names,
    Options,
    SitingPlan,
    SitingProblem,
    Unsited,
    by_number,
    faults,
    site,
    why_not_seated,
)

OBJECTIVES = ("distance", "coverage", "farthest")
"""What is made small: the way of all children, their way beyond the service radius, or the squared way, which counts
who walks farthest most."""
NEAR = 24
KILO = 1000.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """The question: section and year; up to how many new schools; yuan in all (None for no limit); metres nobody is
    sent beyond (None for none); births from year to year in percent; seconds for each point."""

    section: str
    year: int
    objective: str = "distance"
    most: int = 5
    budget: int | None = None
    cap: float | None = None
    births: float = 0.0
    seconds: float = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """The places of a county and section with the ways to them and the children who go there; ``openings`` (sites,) is
    what a school costs on each site without its classes."""

    places: Places
    arcs: Arcs
    children: np.ndarray
    norm: int
    radius: float
    prices: Prices
    openings: list[float]


def trade_off(base: Base, wanted: Wanted, progress: Callable[[int, int], None]) -> dict[str, Any]:
    """The points of the curve as plain JSON.

    ``today`` is the county as it stands, nothing built and nothing extended; ``points`` has one for every number of
    new schools. Each: ``schools`` allowed, ``opened`` sites, ``extended`` schools (code -> classes), ``money`` in yuan
    (None without prices), ``mean_metres``, ``farthest_metres``, ``within`` (share inside the radius), ``unserved``,
    ``objective``, ``bound``, ``gap``, and ``why``, in both languages, where it cannot be done or somebody has no seat
    (None where everybody has one).
    """
    field = _field(base, wanted)
    names = Names(base.areas["area_name"].to_list(), named(base, field.places.code))
    problem = _problem(field, wanted)
    most = min(wanted.most, len(field.places.code) - field.places.schools)
    steps = most + 2
    progress(0, steps)
    still = _as_it_stands(problem)
    today = site(still, seconds=wanted.seconds, names=names)
    curve = by_number(
        problem, most, seconds=wanted.seconds, names=names, begun=lambda number: progress(number + 1, steps)
    )
    found = {
        "today": _point(field, still, today, names),
        "points": [_point(field, replace(problem, at_most=one.at_most), one.answer, names) for one in curve],
    }
    progress(steps, steps)
    return {
        **found,
        "children": int(field.children.sum()),
        "seats": int(field.places.seats.sum()),
        "priced": field.prices.known,
        "radius": field.radius,
    }


def _as_it_stands(problem: SitingProblem) -> SitingProblem:
    """The same question with every school as large as it is and no site built."""
    whole = problem.options
    leave = whole.first[:-1]
    options = Options(np.arange(leave.size + 1), whole.seats[leave], whole.money[leave])
    return replace(problem, options=options, at_most=0)


def _field(base: Base, wanted: Wanted) -> Field:
    choices = Choices(years=(wanted.year,), births_percent=wanted.births)
    norms, known = choices.norms(), people(base, choices)
    measured: Ways = ways(base)
    county = base.areas["county_code"][0]
    there = np.arange(base.areas.height)
    held = places(base, measured, county, wanted.section, norms)
    living = known.of(wanted.year, wanted.section)
    before = known.of(known.last, wanted.section).sum()
    price, own = prices(base.costs), dict(base.sites.select("site", "cost_yuan").iter_rows())
    away = min(round(held.elsewhere / before * living.sum()) if before else 0, held.seats_elsewhere)
    return Field(
        held,
        measured.arcs(there, held.place, NEAR),
        proportional(int(living.sum()) - int(away), living),
        int(norms.class_norm[wanted.section]),
        norms.radius[wanted.section],
        price,
        [price.opening(own[code]) for code in held.code[held.schools :]],
    )


def _problem(field: Field, wanted: Wanted) -> SitingProblem:
    way, held = field.arcs.metres, field.places
    counted = {
        "distance": way,
        "coverage": np.maximum(way - field.radius, 0.0),
        "farthest": way * way / KILO,
    }[wanted.objective]
    plain = wanted.objective == "distance"
    unserved = 2 * float(counted.max(initial=1.0)) + KILO
    options, new = options_of(field)
    return SitingProblem(
        places=Problem(
            pupils=field.children,
            seats=held.seats,
            arcs=Arcs(field.arcs.first, field.arcs.school, counted),
            unserved_metres=unserved,
            cap_metres=wanted.cap if wanted.cap is not None and plain else float("inf"),
            forbidden=way > wanted.cap if wanted.cap is not None and not plain else None,
        ),
        options=options,
        new=new,
        budget=float("inf") if wanted.budget is None or not field.prices.known else float(wanted.budget),
    )


def options_of(field: Field) -> tuple[Options, np.ndarray]:
    """Schools as they are or with all classes that fit; sites unbuilt or built as large as they allow."""
    held, norm = field.places, field.norm
    first, seats, money = [0], [], []
    for at, code in enumerate(held.code):
        there = int(held.seats[at])
        more = int(held.classes_max[at] if at >= held.schools else held.addable[at])
        seats.append(there)
        money.append(0.0)
        if more:
            new = at >= held.schools
            seats.append(there + more * norm)
            opening = field.openings[at - held.schools] if new else 0.0
            money.append(float(field.prices.cost(opening, more * new, more * (not new)) or 0))
        first.append(len(seats))
        del code
    new_places = np.arange(len(held.code)) >= held.schools
    return Options(np.array(first, np.int64), np.array(seats, np.int64), np.array(money)), new_places


def _point(field: Field, problem: SitingProblem, answer: SitingPlan | Unsited, names: Names) -> dict[str, Any]:
    """What an answer means on the ground; the independent checker has the last word.

    Raises:
        RuntimeError: with what the checker found wrong.
    """
    why = why_not_seated(problem, answer, names)
    told = {"schools": problem.at_most, "why": {"zh": why.words.zh, "en": why.words.en} if why else None}
    if isinstance(answer, Unsited):
        empty = ("money", "mean_metres", "farthest_metres", "within", "unserved", "objective", "bound", "gap")
        return {**told, "opened": [], "extended": {}, **dict.fromkeys(empty)}
    if wrong := faults(problem, answer):
        raise RuntimeError("; ".join(wrong[:3]))
    return {**told, **_built(field, answer), **_on_the_way(field, answer)}


def _built(field: Field, found: SitingPlan) -> dict[str, Any]:
    held, more = field.places, found.seats - field.places.seats
    return {
        "opened": [held.code[at] for at in np.flatnonzero(~held.existing & (more > 0)).tolist()],
        "extended": {
            held.code[at]: int(more[at]) // field.norm for at in np.flatnonzero(held.existing & (more > 0)).tolist()
        },
        "money": float(found.money) if field.prices.known else None,
    }


def _on_the_way(field: Field, found: SitingPlan) -> dict[str, Any]:
    taken = np.flatnonzero(field.arcs.school == found.plan.assignment[field.arcs.area])
    metres, weight = field.arcs.metres[taken], field.children[field.arcs.area[taken]]
    served = max(int(weight.sum()), 1)
    return {
        "mean_metres": float(metres @ weight) / served,
        "farthest_metres": float(metres[weight > 0].max(initial=0.0)),
        "within": float(weight[metres <= field.radius].sum()) / served,
        "unserved": int(field.children[found.plan.assignment == NOBODY].sum()),
        "objective": found.objective,
        "bound": found.bound,
        "gap": found.gap if np.isfinite(found.gap) else None,
    }


def named(base: Base, codes: list[str]) -> list[str]:
    """Names of schools and sites."""
    names = {
        **dict(base.schools.select("school_code", "school_name").iter_rows()),
        **dict(base.sites.select("site", "site_name").iter_rows()),
    }
    return [names.get(one, one) for one in codes]


def placed(base: Base, codes: list[str]) -> list[tuple[str, str, float, float]]:
    """Code, name, longitude, latitude."""
    rows = pl.concat(
        [
            base.schools.select(
                pl.col("school_code").alias("code"), pl.col("school_name").alias("name"), "longitude", "latitude"
            ),
            base.sites.select(pl.col("site").alias("code"), pl.col("site_name").alias("name"), "longitude", "latitude"),
        ]
    )
    return [row for row in rows.iter_rows() if row[0] in set(codes)]
