"""What an officer chooses from: the subjects with their lessons, the schools of the tables with their classes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from junheng.teachers.columns import vocabulary
from junheng.web.personnel.queries import schools_of
from junheng.web.portal.words import say
from junheng.web.workforce.models import WorkforceStudy
from junheng.web.workforce.tables_of import opened

USUAL = ("pe", "music", "fine_art", "arts", "psychology", "information", "science", "labour", "english")
"""Subjects that small schools share most; they come first."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject of one section with its line of the form."""

    id: str
    title: str
    section: str
    chosen: bool
    line: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class School:
    """A section of a school; ``small`` is a small rural one."""

    code: str
    name: str
    section: str
    classes: int | None
    small: bool
    chosen: bool


def subject_lines(of: WorkforceStudy, lines: Sequence[Mapping[str, Any]], typed: Sequence[str]) -> list[Subject]:
    """Every subject that the tables have teachers or hours for, the usual ones first."""
    chosen = typed or of.asked.get("subjects", [])
    sections, subjects = vocabulary("section"), vocabulary("subject")
    here = {one.section_id for one in _rows(of)}
    found = []
    for line in lines:
        parts = line["number"].id.split(".")
        if parts[0] == "hours" and (not here or parts[1] in here):
            id_ = f"{parts[1]}.{parts[2]}"
            found.append(Subject(id_, say(subjects[parts[2]]), say(sections[parts[1]]), id_ in chosen, line))
    order = {one: at for at, one in enumerate(USUAL)}
    return sorted(found, key=lambda one: order.get(one.id.split(".")[1], len(order)))


@dataclass(frozen=True, slots=True)
class _Row:
    code: str
    section_id: str
    classes: int | None
    small: bool


def _rows(of: WorkforceStudy) -> list[_Row]:
    """The sections of schools in the tables."""
    held = opened(of).get("schools")
    if held is None:
        return []
    columns = (held.column(one) for one in ("school_code", "section", "classes", "small_rural"))
    return [_Row(code, section, classes, bool(small)) for code, section, classes, small in zip(*columns, strict=True)]


def choices(of: WorkforceStudy, typed: Sequence[str]) -> list[School]:
    """The schools of the tables, the smallest first."""
    chosen, names = typed or of.asked.get("schools", []), schools_of(of.organisation)
    sections = vocabulary("section")
    rows = sorted(_rows(of), key=lambda one: (one.section_id, one.classes is None, one.classes or 0, one.code))
    return [
        School(
            one.code,
            names[one.code].name if one.code in names else one.code,
            say(sections[one.section_id]),
            one.classes,
            one.small,
            one.code in chosen,
        )
        for one in rows
    ]
