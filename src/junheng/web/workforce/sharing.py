"""Itinerant teaching worked out: each subject with the schools that are helped and those that can give."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from junheng.seats.places import haversine
from junheng.teachers import Read, read, tables
from junheng.teachers.itinerant import Group, Laws, Tables, by_hand, faults, groups_of, report
from junheng.teachers.rotation import ways_of
from junheng.web.workforce.laws import hours_of, itinerant_laws
from junheng.web.workforce.models import WorkforceStudy
from junheng.web.workforce.tables_of import opened

LISTS = ("groups", "visits", "loads", "whole", "unjudged")
Document = dict[str, Any]


def shared(of: WorkforceStudy, progress: Callable[[int, int], None]) -> Document:
    """The documents of the subjects as one, with ``by_hand`` (posts, km) in each group and ``notes`` on the ways.

    Raises:
        RuntimeError: the independent checker found something wrong.
    """
    reads, laws, hours = opened(of), itinerant_laws(of), hours_of(of)
    subjects: list[str] = of.asked["subjects"]
    notes: list[Any] = []
    found: Document = {name: [] for name in LISTS}
    for done, one in enumerate(subjects):
        progress(done, len(subjects))
        answer, notes = _subject(reads, laws, one, hours[one] or 0.0, of.asked)
        for name in LISTS:
            found[name] += answer[name]
    progress(len(subjects), len(subjects))
    status = "infeasible" if any(one["reason"] for one in found["groups"]) else "done"
    return {**found, "status": status, "notes": notes, "used": _used(of, laws, hours)}


def _subject(
    reads: Mapping[str, Read], laws: Laws, subject: str, hours: float, asked: Mapping[str, Any]
) -> tuple[Document, list[Any]]:
    section, taught = subject.split(".", 1)
    load = laws.norms.lessons[section] or 1.0
    text = pl.DataFrame({"section": [section], "subject": [taught], "hours": [f"{hours:g}"]})
    lessons = read(text, tables()["hours"])
    narrowed = _narrowed(reads, lessons, load, frozenset(asked["schools"]))
    if narrowed is None:
        return {name: [] for name in LISTS}, []
    km, wrong, notes = ways_of({name: one for name, one in narrowed.items() if name != "teachers"}, haversine)
    given = Tables(narrowed["schools"], narrowed["teachers"], lessons)
    found = report(given, km, laws, max(1.0, asked["seconds"] / len(asked["subjects"])), wrong)
    if faults(given, km, laws, found):
        raise RuntimeError(f"{len(faults(given, km, laws, found))} faults of {subject}")
    groups, _ = groups_of(given.schools, given.teachers, given.hours, km, laws.norms.lessons)
    for row, group in zip(found["groups"], groups, strict=True):
        row["by_hand"] = _by_hand(group, laws)
    return found, [{"zh": one.zh, "en": one.en} for one in notes]


def _by_hand(group: Group, laws: Laws) -> list[float]:
    posts, km = by_hand(group, laws.rules)
    return [posts, round(km, 3)]


def _narrowed(reads: Mapping[str, Read], hours: Read, load: float, helped: frozenset[str]) -> dict[str, Read] | None:
    """The tables with the schools of the section that are helped or lack nothing; None where there are none."""
    section, subject, each = hours.frame.select("section", "subject", "hours").row(0)
    schools = reads["schools"]
    here = replace(schools, frame=schools.frame.filter(pl.col("section") == section))
    teachers = _of_schools(reads["teachers"], here, section)
    there = dict(teachers.frame.filter(pl.col("subject") == subject).group_by("school_code").len().iter_rows())
    kept = [
        code
        for code, classes in zip(here.frame["school_code"], here.column("classes"), strict=True)
        if not helped or code in helped or (classes is not None and there.get(code, 0) * load >= classes * each)
    ]
    if not kept:
        return None
    here = replace(here, frame=here.frame.filter(pl.col("school_code").is_in(kept)))
    return {**reads, "schools": here, "teachers": _of_schools(reads["teachers"], here, section)}


def _of_schools(teachers: Read, schools: Read, section: str) -> Read:
    """The teachers of the section at these schools."""
    frame = teachers.frame.filter(pl.col("school_code").is_in(schools.frame["school_code"].implode()))
    if teachers.has("section"):
        frame = frame.filter(pl.col("section").is_null() | (pl.col("section") == section))
    return replace(teachers, frame=frame)


def _used(of: WorkforceStudy, laws: Laws, hours: Mapping[str, float | None]) -> dict[str, float | None]:
    """The numbers that the answer was worked out with, by id of the parameter."""
    chosen = {f"hours.{one}": hours[one] for one in of.asked["subjects"]}
    sections = {one.split(".", 1)[0] for one in of.asked["subjects"]}
    loads = {f"lessons.{one}": laws.norms.lessons[one] for one in sorted(sections)}
    return {**chosen, **loads, **laws.rules.values}
