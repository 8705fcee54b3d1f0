"""Who teaches where on which day, as one document."""

import time
from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl

from junheng.policy.establishment_norms import establishment_parameters
from junheng.policy.itinerant_rules import ItinerantRules, itinerant_parameters
from junheng.programs import Solver
from junheng.teachers.checks import check_once, check_schools, check_teachers, refuse_unfit, sections_of
from junheng.teachers.establishment import posted
from junheng.teachers.faults import Fault, UnfitTablesError
from junheng.teachers.itinerant.check import faults
from junheng.teachers.itinerant.group import Group, Laws, Tables, groups_of
from junheng.teachers.itinerant.hand_plan import hand_plan
from junheng.teachers.itinerant.solve import Plan, plan
from junheng.teachers.numbers import told
from junheng.teachers.rotation.county import Floats

SECONDS = 10.0


def report(
    tables: Tables, km: Floats, laws: Laws, seconds: float = SECONDS, known: Sequence[Fault] = ()
) -> dict[str, Any]:
    """``groups`` with status, new posts and ways with their bounds, ``visits`` day by day, ``loads`` of who travels.

    Args:
        tables: schools, teachers, lessons of a class.
        km: between the different schools.
        laws: in force.
        seconds: in all, shared by the groups in which lessons are lacking.
        known: faults of the ways.

    Raises:
        UnfitTablesError: with every fault of the tables.
    """
    _refuse(tables, known)
    groups, unjudged = groups_of(tables.schools, tables.teachers, tables.hours, km, laws.norms.lessons)
    names = _names(tables)
    plans = [_no_worse(one, tables, km, laws, names) for one in _plans(groups, laws.rules, seconds)]
    used = {id_: one for id_, one in establishment_parameters().items() if id_.startswith("lessons.")}
    return {
        "status": "infeasible" if any(one.reason for one in plans) else "done",
        **_rows(plans, names),
        "whole": [row for one in plans for row in _whole(one.group)],
        "unjudged": unjudged,
        **told({**used, **itinerant_parameters()}, {**laws.norms.values, **laws.rules.values}),
    }


def _refuse(tables: Tables, known: Sequence[Fault]) -> None:
    def between() -> Iterator[Fault]:
        yield from check_schools(tables.schools)
        yield from check_teachers(tables.teachers, sections_of(tables.schools))
        yield from check_once(tables.hours, "section", "subject")
        yield from known

    refuse_unfit([tables.schools, tables.teachers, tables.hours], between)
    if known:
        raise UnfitTablesError(known)


def _plans(groups: Sequence[Group], rules: ItinerantRules, seconds: float) -> list[Plan]:
    """Small groups first; what they leave of the time is shared by the others."""
    until = time.perf_counter() + seconds
    order = sorted(range(len(groups)), key=lambda at: int((groups[at].shared > 0).sum()))
    made: dict[int, Plan] = {}
    with Solver() as solver:
        for done, at in enumerate(order):
            share = max(1.0, (until - time.perf_counter()) / (len(order) - done)) / 2
            made[at] = plan(groups[at], rules, solver, share)
    return [made[at] for at in range(len(groups))]


Names = dict[tuple[str, str, str], list[str]]


def _names(tables: Tables) -> Names:
    """Teachers of each school, section and subject in the order of the table."""
    frame = posted(tables.schools, tables.teachers)
    ids = tables.teachers.frame["teacher_id"]
    found: Names = {}
    for school, section, subject, at in frame.select("school_code", "section", "subject", pl.col("at")).iter_rows():
        found.setdefault((school, section, subject), []).append(ids[at])
    return found


def _no_worse(one: Plan, tables: Tables, km: Floats, laws: Laws, names: Names) -> Plan:
    """The plan, or the one by hand where it is better and the independent checker finds nothing wrong with it."""
    if one.status not in {"within_gap", "unknown"}:
        return one
    hand = hand_plan(one.group, laws.rules)
    if hand is None or (not one.reason and (hand.posts, hand.km) >= (one.posts, one.km)):
        return one
    judged = hand.beside(max(one.posts_bound, 0), one.bound)
    return one if faults(tables, km, laws, _rows([judged], names)) else judged


def _rows(plans: Sequence[Plan], names: Names) -> dict[str, list[dict[str, Any]]]:
    return {
        "groups": [_group(one) for one in plans],
        "visits": [row for one in plans for row in _visits(one, names)],
        "loads": [row for one in plans for row in _loads(one, names)],
    }


def _key(group: Group) -> dict[str, str]:
    return {"county_code": group.county, "section": group.section, "subject": group.subject}


def _group(one: Plan) -> dict[str, Any]:
    group = one.group
    return {
        **_key(group),
        "status": one.status,
        "schools": int((group.shared > 0).sum()),
        "lessons": int(group.shared.sum()),
        "posts": one.posts,
        "posts_bound": max(one.posts_bound, 0),
        "teachers": len(one.home),
        "km": round(one.km, 3),
        "bound": round(one.bound, 3),
        "gap": one.gap,
        "reason": None if one.reason is None else {"zh": one.reason.zh, "en": one.reason.en},
    }


def _called(one: Plan, names: Names) -> dict[int, str]:
    """The teacher of each carrier: those there in the order of the table, new posts numbered by their school."""
    group, called = one.group, {}
    taken: dict[int, int] = {}
    for carrier, (base, new, _) in one.home.items():
        school = group.schools[base]
        at = taken.get(base, 0)
        taken[base] = at + 1
        called[carrier] = f"+{school}" if new else names[school, group.section, group.subject][at]
    return called


def _visits(one: Plan, names: Names) -> Iterator[dict[str, Any]]:
    """By teacher, day and stop; a new post is called by its school with a plus before it."""
    called, group = _called(one, names), one.group
    for visit in sorted(one.visits, key=lambda row: (row.carrier, row.day, row.stop)):
        yield {
            **_key(group),
            "teacher_id": called[visit.carrier],
            "new": visit.new,
            "from_school": group.schools[visit.base],
            "day": visit.day + 1,
            "stop": visit.stop + 1,
            "to_school": group.schools[visit.school],
            "lessons": visit.lessons,
            "round_km": round(visit.km, 3),
        }


def _loads(one: Plan, names: Names) -> Iterator[dict[str, Any]]:
    called = _called(one, names)
    for carrier, (base, new, home) in one.home.items():
        mine = [visit for visit in one.visits if visit.carrier == carrier]
        yield {
            **_key(one.group),
            "teacher_id": called[carrier],
            "new": new,
            "school_code": one.group.schools[base],
            "home": home,
            "away": sum(visit.lessons for visit in mine),
            "days": len({visit.day for visit in mine}),
            "km": round(sum(visit.km for visit in mine if visit.stop == 0), 3),
        }


def _whole(group: Group) -> Iterator[dict[str, Any]]:
    """Schools that lack whole teachers besides."""
    for school, many in zip(group.schools, group.whole.tolist(), strict=True):
        if many:
            yield {**_key(group), "school_code": school, "teachers": many}
