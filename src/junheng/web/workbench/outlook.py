"""Children to come with a band, and how far each method has been off: the forecast of a base's own past.

The fifteen ages a base counts stand for the fifteen grades of ``junheng.seats.forecast``, so a method that follows
grades follows every child from birth; the youngest age holds its last number, as births do without a scenario.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from junheng.policy.text import Text
from junheng.seats.faults import UnfitInputError
from junheng.seats.forecast import Backtest, forecast
from junheng.seats.plan.tables import SECTION_AGES
from junheng.web.workbench.models import PlanningBase
from junheng.web.workbench.planning import planning

KEPT = 24
"""Forecasts kept in a process."""
GRADES = ("小班", "中班", "大班", *map(str, range(1, 13)))
"""Age -> the word of the grade that stands for it."""


def _grades(ages: tuple[int, ...]) -> str:
    return f"{GRADES[ages[0]]}-{GRADES[ages[-1]]}"


YOUNGER = tuple(range(SECTION_AGES["primary"][0]))
SECTIONS: Mapping[str, str] = {name: _grades(ages) for name, ages in SECTION_AGES.items()}
"""Section -> its name in the forecast."""
WRITTEN = ",".join((_grades(YOUNGER), *SECTIONS.values()))


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """``totals``: year, area, section, point, low, high, method, with the area ``""`` for all together; low and high
    are null where no past error is known. ``last``: the last year counted; ``past``: year, area, section, children of
    all years counted. ``backtest``: what the methods have
    missed by. ``level``: share of the truths a band should hold. ``why``: why there is none of it."""

    last: int
    past: pl.DataFrame
    totals: pl.DataFrame | None = None
    backtest: Backtest | None = None
    level: float = 0.0
    why: Text | None = None


def outlook_of(base: PlanningBase, county: str, until: int) -> Outlook:
    """The counties of a base or, of one county, its townships; computed once in a process."""
    return _outlook(base.digest, base.pk, county, until)


@lru_cache(maxsize=KEPT)
def _outlook(_digest: str, base_id: int, county: str, until: int) -> Outlook:
    held = planning(PlanningBase.objects.get(pk=base_id), county)
    by = "township" if county else "county_code"
    counted = (
        held.children.filter(pl.col("age") < len(GRADES))
        .join(held.areas.select("area", place=pl.col(by)), on="area")
        .group_by("year", "place", "age")
        .agg(pl.col("children").sum())
        .sort("year", "place", "age")
    )
    past, last = _past(counted), max(counted["year"].to_list())
    panel = counted.select(
        "year",
        area="place",
        grade=pl.col("age").replace_strict(dict(enumerate(GRADES)), return_dtype=pl.String),
        pupils="children",
    )
    try:
        found = forecast(panel, until - last, sections=WRITTEN)
    except UnfitInputError as error:
        return Outlook(last, past, why=_said(error))
    names = {written: section for section, written in SECTIONS.items()}
    totals = found.totals.filter(pl.col("section").is_in(list(names))).with_columns(pl.col("section").replace(names))
    return Outlook(last, past, totals, found.backtest, float(found.parameters["level"]))


def _said(error: UnfitInputError) -> Text:
    """All that stands against a forecast."""
    told = [{tongue: one.message.parts(tongue, one.values) for tongue in ("zh", "en")} for one in error.faults]
    return Text("；".join("，".join(one["zh"]) for one in told), "; ".join(", ".join(one["en"]) for one in told))


def _past(counted: pl.DataFrame) -> pl.DataFrame:
    """Counted children of every section, of each place and of all together."""
    ages = {age: section for section, several in SECTION_AGES.items() for age in several}
    known = counted.filter(pl.col("age").is_in(list(ages))).with_columns(
        section=pl.col("age").replace_strict(ages, return_dtype=pl.String)
    )
    each = known.group_by("year", pl.col("place").alias("area"), "section").agg(pl.col("children").sum())
    whole = each.group_by("year", "section").agg(pl.col("children").sum()).with_columns(area=pl.lit(""))
    return pl.concat([each, whole.select(each.columns)]).sort("year")
