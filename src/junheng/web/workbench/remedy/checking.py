"""A plan held against the real verdict: what it does to schools is written into the facts, and they are judged again.

A qualified teacher (L1) who is added is one teacher more with a bachelor's degree, one of physical education or art
(L3) one teacher more of that kind, a backbone teacher (L2) one who is there already. Who is trained or recognised is
there already and gives up a lower degree; who is hired is one teacher more, however many indicators that counts in. Who
moves takes a degree or subject of the giving school along.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from junheng.balance import judge
from junheng.balance.changes import Change, changed
from junheng.balance.model import CountyVerdict
from junheng.balance.remedy import quantities
from junheng.balance.staffing import FIELDS, parts_of
from junheng.facts.tables import Facts
from junheng.policy.text import Text
from junheng.web.workbench.remedy.opened import Opened

TEACHERS = "teachers"
FIRST = ("degree_bachelor", "degree_master", "degree_doctor")
"""Degrees in the order in which they come and go; other kinds go by the order in which they are added up."""
LOWER = ("degree_college", "degree_secondary")
"""Degrees that who reaches a higher one had before, where the section counts them as lower."""
JOINING = ("add", "train", "hire")
"""Actions after which a school has more teachers of a kind of its own."""


def checked(year: Opened, counties: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The counties, each with ``check``: its verdict after the works of all of them, or why it could not be simulated.

    A county without a plan in every section has none.
    """
    try:
        facts = changed(year.facts, [one for county in counties for one in changes_of(year, county["works"])])
    except (ValueError, LookupError) as error:
        fault = {"zh": str(error), "en": str(error)}
        return [{**county, "check": {"fault": fault}} for county in counties]
    after = judge(facts, year.law, snapshot=year.snapshot, expected=year.expected)
    checks = [_told(after.county(one["code"])) if _planned(one) else None for one in counties]
    return [{**one, "check": check} for one, check in zip(counties, checks, strict=True)]


def _planned(county: Mapping[str, Any]) -> bool:
    return all(one["cost"] is not None for one in county["sections"])


def changes_of(year: Opened, works: list[dict[str, Any]]) -> Iterator[Change]:
    """The works as changes of reported facts."""
    staff = _Staff(year.facts)
    columns = {one.indicator: one.column for one in quantities(year.law)}
    for one in works:
        column = columns[one["indicator"]]
        code, section, amount = one["school_code"], one["section"], one["amount"]
        plain = parts_of(column, section) == (column,)
        if one["action"] == "hire" and one["units"]:
            yield Change(code, TEACHERS, one["units"], section)
        if plain:
            yield Change(code, column, -amount if one["action"] == "move_out" else amount, section)
        elif one["action"] in JOINING:
            if one["action"] == "add":
                yield Change(code, TEACHERS, amount, section)
            yield Change(code, kinds(column, section)[0], amount, section)
            if one["action"] == "train":
                yield from staff.without_degree(column, code, section, amount)
        elif one["action"] == "move_out":
            for _each in range(int(amount)):
                kind = staff.taken(column, code, section)
                for place, sign in ((code, -1.0), (one["other_school"], 1.0)):
                    yield Change(place, TEACHERS, sign, section)
                    yield Change(place, kind, sign, section)


def kinds(column: str, section: str) -> list[str]:
    """The kinds of teachers that a column adds up."""
    return sorted(parts_of(column, section), key=lambda one: FIRST.index(one) if one in FIRST else len(FIRST))


class _Staff:
    """The teachers of every school by kind, fewer with each that is taken."""

    def __init__(self, facts: Facts) -> None:
        rows = facts["teachers"].select("school_code", "section", *FIELDS)
        self.left = {(row["school_code"], row["section"]): row for row in rows.iter_rows(named=True)}

    def _of(self, code: str, section: str) -> dict[str, Any]:
        return self.left.get((code, section)) or self.left.get((code, "all")) or {}

    def taken(self, column: str, code: str, section: str) -> str:
        """The kind of one who leaves: the first of which the school has one."""
        held = self._of(code, section)
        several = kinds(column, section)
        kind = next((one for one in several if (held.get(one) or 0) > 0), several[0])
        if held.get(kind):
            held[kind] -= 1
        return kind

    def without_degree(self, column: str, code: str, section: str, amount: float) -> Iterator[Change]:
        """Those who reach a degree leave the lower ones, as far as the school reported any."""
        several = parts_of(column, section)
        if not set(FIRST) & set(several):
            return
        held = self._of(code, section)
        for kind in (one for one in LOWER if one not in several):
            leaving = min(amount, held.get(kind) or 0)
            if leaving:
                held[kind] -= leaving
                amount -= leaving
                yield Change(code, kind, -leaving, section)


def _told(verdict: CountyVerdict) -> dict[str, Any]:
    """The verdict on resources with every school and dispersion that does not pass."""
    return {
        "state": str(verdict.resources),
        "sections": dict(verdict.sections),
        "schools": [
            {
                "code": one.school_code,
                "name": one.school_name,
                "section": one.section,
                "passes": one.passes,
                "reasons": [_both(reason) for reason in one.reasons],
            }
            for one in verdict.schools
            if one.passes is not True
        ],
        "dispersions": [
            {"id": one.indicator, "section": one.section, "value": one.dispersion, "limit": one.limit, "met": one.met}
            for one in verdict.indicators
            if one.met is not True
        ],
        "unreported": [{"code": one.code, "name": one.name, "why": _both(one.why)} for one in verdict.unreported],
    }


def _both(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
