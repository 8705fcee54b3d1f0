"""The independent checker: from the tables and the document alone, in plain lines, whether every rule is kept."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil, floor
from typing import Any

from junheng.teachers.itinerant.group import Laws, Tables
from junheng.teachers.rotation.county import Floats

NEAR = 1e-6
Row = Mapping[str, Any]


def faults(tables: Tables, km: Floats, laws: Laws, document: Row) -> list[str]:
    """What is wrong with the visits of a document, in sentences; nothing when all is well."""
    return [
        f"{group['county_code']} {group['section']} {group['subject']}: {what}"
        for group in document["groups"]
        if group["status"] not in {"infeasible", "unknown"}
        for what in _Checker(tables, km, laws, document, group).wrong()
    ]


class _Checker:
    """One group: its rows of the document beside the tables."""

    def __init__(self, tables: Tables, km: Floats, laws: Laws, document: Row, group: Row) -> None:
        self.rules, self.km, self.group = laws.rules, km, group
        self.load = laws.norms.lessons[group["section"]] or 0.0
        self.visits, self.loads = ([one for one in document[name] if self._mine(one)] for name in ("visits", "loads"))
        self.number: dict[str, int] = {}
        self.classes: dict[str, int] = {}
        for one in tables.schools.frame.iter_rows(named=True):
            self.number.setdefault(one["school_code"], len(self.number))
            if one["county_code"] == group["county_code"] and one["section"] == group["section"]:
                self.classes[one["school_code"]] = one["classes"]
        each = next(
            one["hours"]
            for one in tables.hours.frame.iter_rows(named=True)
            if (one["section"], one["subject"]) == (group["section"], group["subject"])
        )
        self.lessons = {school: ceil(many * each - NEAR) for school, many in self.classes.items()}
        self.have = self._teachers(tables)

    def _mine(self, row: Row) -> bool:
        return all(row[name] == self.group[name] for name in ("county_code", "section", "subject"))

    def _teachers(self, tables: Tables) -> dict[str, list[str]]:
        """Teachers of the subject by school; heads are none."""
        sections: dict[str, list[str]] = {}
        for one in tables.schools.frame.iter_rows(named=True):
            sections.setdefault(one["school_code"], []).append(one["section"])
        found: dict[str, list[str]] = {school: [] for school in self.classes}
        for one in tables.teachers.frame.iter_rows(named=True):
            section = one.get("section") or sections[one["school_code"]][0]
            here = section == self.group["section"] and one["subject"] == self.group["subject"]
            if here and not one.get("principal") and one["school_code"] in found:
                found[one["school_code"]].append(one["teacher_id"])
        return found

    def wrong(self) -> Iterator[str]:
        for one in self.loads:
            yield from (f"{one['teacher_id']}: {what}" for what in self._teacher(one))
        names = {one["teacher_id"] for one in self.loads}
        yield from (f"{one['teacher_id']}: no load" for one in self.visits if one["teacher_id"] not in names)
        for school in self.classes:
            yield from (f"{school}: {what}" for what in self._school(school))
        new = sum(one["new"] for one in self.loads)
        if new != self.group["posts"] or (self.rules.posts is not None and new > self.rules.posts):
            yield f"{new} new posts"
        km = sum(one["km"] for one in self.loads)
        if abs(km - self.group["km"]) > NEAR * max(1.0, km) + 1e-2:
            yield f"{km} km, not {self.group['km']}"

    def _teacher(self, one: Row) -> Iterator[str]:
        """The week of one teacher."""
        rules, base = self.rules, one["school_code"]
        mine = [row for row in self.visits if row["teacher_id"] == one["teacher_id"]]
        if not one["new"] and one["teacher_id"] not in self.have[base]:
            yield f"is no teacher of {base}"
        if any(row["from_school"] != base or row["to_school"] == base for row in mine):
            yield "starts elsewhere or visits the own school"
        away = sum(row["lessons"] for row in mine)
        if away != one["away"] or away + one["home"] > self.load + NEAR:
            yield f"{away} lessons away, {one['home']} at home"
        days = {row["day"]: [other for other in mine if other["day"] == row["day"]] for row in mine}
        if not set(days) <= set(range(1, rules.days + 1)):
            yield f"days {sorted(days)}"
        for day, stops in days.items():
            yield from (f"day {day}: {what}" for what in self._day(base, stops))
        way = sum(self._km(base, stops) for stops in days.values())
        if rules.teacher is not None and one["home"] > rules.teacher * (rules.days - len(days)) + NEAR:
            yield "too many lessons at home"
        if rules.week is not None and len({row["to_school"] for row in mine}) > rules.week:
            yield "too many schools"
        if abs(way - one["km"]) > 1e-2:  # noqa: PLR2004 - the document gives metres
            yield f"{way} km, not {one['km']}"

    def _day(self, base: str, stops: Sequence[Row]) -> Iterator[str]:
        """The round of one day."""
        rules, way = self.rules, self._km(base, stops)
        if len(stops) > rules.stops or len({row["to_school"] for row in stops}) < len(stops):
            yield f"{len(stops)} schools"
        if rules.km is not None and way > rules.km + NEAR:
            yield f"{way} km"
        if rules.teacher is not None and sum(row["lessons"] for row in stops) > rules.teacher + NEAR:
            yield "too many lessons"

    def _km(self, base: str, stops: Sequence[Row]) -> float:
        """From the own school to the stops in their order and back."""
        schools = [base, *(row["to_school"] for row in sorted(stops, key=lambda row: row["stop"])), base]
        at = [self.number[one] for one in schools]
        return sum(float(self.km[one, other]) for one, other in pairwise(at))

    def _school(self, school: str) -> Iterator[str]:
        """The lessons of one school: given by its own staff, by whole teachers still to be found, and by visitors."""
        travelling = [one for one in self.loads if one["school_code"] == school and not one["new"]]
        own = (len(self.have[school]) - len(travelling)) * self.load + sum(one["home"] for one in travelling)
        own += sum(one["home"] for one in self.loads if one["school_code"] == school and one["new"])
        come = [row for row in self.visits if row["to_school"] == school]
        lacking = max(self.lessons[school] - len(self.have[school]) * self.load, 0.0)
        whole = floor(lacking / self.load + NEAR) * self.load
        if own + whole + sum(row["lessons"] for row in come) < self.lessons[school] - NEAR:
            yield f"{self.lessons[school]} lessons are not given"
        for day in {row["day"] for row in come}:
            today = [row["lessons"] for row in come if row["day"] == day]
            if len(today) > 1:
                yield f"{len(today)} visitors on day {day}"
            if self.rules.group is not None and sum(today) > self.classes[school] * self.rules.group + NEAR:
                yield f"{sum(today)} lessons on day {day}"
