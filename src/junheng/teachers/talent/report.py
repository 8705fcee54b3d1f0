"""Talent programmes as one document."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from junheng.policy.talent_targets import TalentTargets, Target, talent_parameters
from junheng.teachers.checks import check_once, refuse_unfit
from junheng.teachers.columns import vocabulary
from junheng.teachers.faults import Fault
from junheng.teachers.numbers import told
from junheng.teachers.reading import Read
from junheng.teachers.talent.allotted import allotted

Row = dict[str, Any]
Counts = dict[int, dict[str, int]]
"""Numbers by year and county."""


def report(
    targets: TalentTargets,
    day: date,
    programmes: Read | None = None,
    trainings: Read | None = None,
    rural: Read | None = None,
) -> dict[str, Any]:
    """``programmes``: the city year by year beside the target; ``counties``: each county; ``trainings`` and
    ``training_counties``: the same of rural training, each county beside its allotment; ``allotments`` of one year.

    ``state`` is met, under_way (the last day has not passed), missed, unreported (counties are missing and what there
    is falls short) or no_target.

    Raises:
        UnfitTablesError: with every fault of the tables.
        ValueError: the fewest of each county are more than the target of training.
    """
    refuse_unfit([programmes, trainings, rural], lambda: _between(programmes, trainings, rural))
    found: dict[str, Any] = {"day": day, "programmes": [], "counties": [], "trainings": []}
    for id_, target in targets.programmes.items():
        counts = _counts(programmes, "count", id_)
        head = {"programme": id_, "title": _title(id_)}
        found["programmes"] += [{**head, **row} for row in _city(counts, target, day, yearly=False)]
        found["counties"] += [
            {**head, "year": year, "county_code": county, "count": many}
            for year, of_year in sorted(counts.items())
            for county, many in sorted(of_year.items())
        ]
    shares = {} if rural is None else allotted(rural, targets)
    done = _counts(trainings, "person_times")
    found["allotments"] = [{"county_code": county, "person_times": many} for county, many in shares.items()]
    asked = {year: of_year for year, of_year in done.items() if _asked(year, targets)}
    found["trainings"] += _city(asked, targets.training, day, yearly=True, known=set(shares))
    found["training_counties"] = [row for year in sorted(asked) for row in _each(year, asked[year], shares)]
    return found | told(talent_parameters(), targets.values)


def _between(programmes: Read | None, trainings: Read | None, rural: Read | None) -> Iterator[Fault]:
    keys = (("county_code", "programme", "year"), ("county_code", "year"), ("county_code",))
    for table, key in zip((programmes, trainings, rural), keys, strict=True):
        if table is not None:
            yield from check_once(table, *key)


def _counts(table: Read | None, column: str, programme: str | None = None) -> Counts:
    found: Counts = {}
    for row in () if table is None else table.frame.iter_rows(named=True):
        if programme is None or row["programme"] == programme:
            found.setdefault(row["year"], {})[row["county_code"]] = row[column]
    return found


def _asked(year: int, targets: TalentTargets) -> bool:
    return targets.first is None or targets.first <= year <= targets.training.by.year


def _city(counts: Counts, target: Target, day: date, *, yearly: bool, known: set[str] | None = None) -> Iterator[Row]:
    """The sum of the counties in each year; a county that another year has and this one has not did not report."""
    everybody = (known or set()).union(*counts.values()) if counts else set()
    for year, of_year in sorted(counts.items()):
        absent = sorted(everybody - set(of_year))
        count = sum(of_year.values())
        last = date(year, 12, 31) if yearly else target.by
        yield {
            "year": year,
            "count": count,
            "target": target.amount,
            "missing": None if target.amount is None else max(target.amount - count, 0),
            "share": count / target.amount if target.amount else None,
            "by": last,
            "state": _state(count, target.amount, day > last, absent),
            "unreported": absent,
        }


def _state(count: int, amount: int | None, passed: bool, absent: list[str]) -> str:
    if amount is None:
        return "no_target"
    if count >= amount:
        return "met"
    if absent:
        return "unreported"
    return "missed" if passed else "under_way"


def _each(year: int, done: dict[str, int], shares: dict[str, int]) -> list[Row]:
    """Every county beside its allotment; null where it did not report, or nothing is allotted to it."""
    return [
        {
            "year": year,
            "county_code": county,
            "person_times": done.get(county),
            "allotted": shares.get(county),
            "missing": max(shares[county] - done[county], 0) if county in shares and county in done else None,
        }
        for county in sorted({*done, *shares})
    ]


def _title(id_: str) -> dict[str, str]:
    title = vocabulary("programme")[id_]
    return {"zh": title.zh, "en": title.en}
