"""What is expected of one place: its children year by year with their band, and what they leave of its seats."""

from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from junheng.policy.text import Text
from junheng.publish.plan.columns import table_of
from junheng.publish.table import Table
from junheng.web.workbench.gaps import UNTIL, Question, course_of
from junheng.web.workbench.models import PlanningBase
from junheng.web.workbench.outlook import Outlook, outlook_of
from junheng.web.workbench.planning import county_names, note_of

PERCENT = 100
KEPT = 64
"""Answers kept in a process."""
EMPTY = {"year": pl.Int64, "low": pl.Float64, "point": pl.Float64, "high": pl.Float64, "method": pl.String}


@dataclass(frozen=True, slots=True, eq=False)
class Expected:
    """``rows``: year, counted, low, point, high, planned (what the gap counts), steady (births held, null without a
    scenario). ``around`` holds the forecast the rows are of, ``parts`` that of its counties or townships."""

    place: str
    rows: pl.DataFrame
    around: Outlook
    parts: Outlook

    @property
    def banded(self) -> pl.DataFrame:
        """Years with a band."""
        return self.rows.filter(pl.col("low").is_not_null())

    @property
    def outside(self) -> list[int]:
        """Years in which the children planned with lie outside the band."""
        beyond = (pl.col("planned") < pl.col("low")) | (pl.col("planned") > pl.col("high"))
        return self.banded.filter(beyond)["year"].to_list()

    def band(self, year: int) -> tuple[float, float] | None:
        """Low and high of a year."""
        found = self.banded.filter(pl.col("year") == year).select("low", "high").rows()
        return found[0] if found else None


def expected_of(base: PlanningBase, question: Question, place: str = "") -> Expected:
    """The county or city of a question, or one ``place`` (a township) of the county.

    A county is taken from the forecast of all counties: their past errors say more than its own alone. Computed once
    in a process.
    """
    return _expected(base.digest, base.pk, question, place)


@lru_cache(maxsize=KEPT)
def _expected(_digest: str, base_id: int, question: Question, place: str) -> Expected:
    base = PlanningBase.objects.get(pk=base_id)
    parts = outlook_of(base, question.county, UNTIL)
    around, area = (parts, place) if place or not question.county else (outlook_of(base, "", UNTIL), question.county)
    rows = _counted(around, question, area).join(_banded(around, question, area), on="year", how="full", coalesce=True)
    planned = _course(base, question, place, "planned").filter(pl.col("year") >= around.last)
    rows = rows.join(planned, on="year", how="left").sort("year")
    steady = _course(base, question, place, "steady").filter(pl.col("year") >= around.last)
    if not question.births:
        steady = steady.with_columns(pl.lit(None, pl.Float64).alias("steady"))
    return Expected(area, rows.join(steady, on="year", how="left", maintain_order="left"), around, parts)


def _counted(around: Outlook, question: Question, area: str) -> pl.DataFrame:
    held = around.past.filter((pl.col("area") == area) & (pl.col("section") == question.section))
    return held.select("year", counted="children")


def _banded(around: Outlook, question: Question, area: str) -> pl.DataFrame:
    if around.totals is None:
        years = list(range(around.last + 1, UNTIL + 1))
        return pl.DataFrame({"year": years}, schema={"year": pl.Int64}).with_columns(
            pl.lit(None, kind).alias(name) for name, kind in EMPTY.items() if name != "year"
        )
    held = around.totals.filter((pl.col("area") == area) & (pl.col("section") == question.section))
    return held.select(list(EMPTY))


def _course(base: PlanningBase, question: Question, place: str, name: str) -> pl.DataFrame:
    held = course_of(base, question, steady=name == "steady").filter(pl.col("area") == place)
    return held.select("year", pl.col("children").cast(pl.Float64).alias(name))


def year_table(base: PlanningBase, question: Question, found: Expected) -> Table:
    """Children year by year."""
    ids = ["year", "counted", "low", "point", "high", "planned", *(["steady"] if question.births else [])]
    notes = [one for one in (note_of(base), YEARS_NOTE) if one]
    return table_of("outlook", Text("逐年学龄儿童", "Children year by year"), found.rows, ids, notes)


YEARS_NOTE = Text(
    "规划所用：学位缺口和远期规划按它计算，含出生数和新建住房的假设；预测和区间只看过去，出生数不变",
    "Planned with: what the gap and the plan to the horizon count, with their assumptions on births and dwellings; the "
    "forecast and its band know the past alone, births held",
)


def part_table(base: PlanningBase, question: Question, found: Expected, year: int) -> Table | None:
    """Counties or townships in a year: the band, the method chosen for each and what it has missed by there."""
    held = found.parts
    if held.totals is None or held.backtest is None:
        return None
    here = (pl.col("section") == question.section) & (pl.col("year") == year) & (pl.col("area") != "")
    errors = held.backtest.areas.unpivot(index=["area", "method"], variable_name="tried", value_name="error")
    errors = errors.filter(pl.col("method") == pl.col("tried")).select("area", error=pl.col("error") * PERCENT)
    frame = held.totals.filter(here).join(errors, on="area", how="left").sort("point", descending=True)
    frame = frame.with_columns(place=pl.col("area").replace(county_names()))
    title = Text(f"各{'乡镇街道' if question.county else '区县'}{year}年预测", f"Forecast of {year} by area")
    ids = ["place", "low", "point", "high", "method", "error"]
    return table_of("outlook_parts", title, frame, ids, [one for one in (note_of(base), PARTS_NOTE) if one])


PARTS_NOTE = Text(
    "方法由回测选出；过去误差＝所选方法在该地各次回测的误差合计÷人数合计（全部学段）；分地区预测之和与合计的预测略有出入",
    "The method is chosen by back-test; past error: of the method chosen, errors over truths of all back-tests there, "
    "all sections; the parts need not add up to the forecast of the whole",
)


def error_table(base: PlanningBase, found: Expected) -> Table | None:
    """What each method has missed by, by years ahead."""
    held = found.around.backtest
    if held is None or held.horizons.is_empty():
        return None
    wide = held.horizons.pivot("method", index="horizon", values="wape", aggregate_function="first")
    chosen = held.horizons.filter(pl.col("method") == "chosen").select(
        "horizon", compared="rows", held=pl.col("coverage") * PERCENT
    )
    tried = [name for name in wide.columns if name != "horizon"]
    frame = wide.with_columns(pl.col(tried) * PERCENT).join(chosen, on="horizon").rename({"horizon": "ahead"})
    ids = ["ahead", "compared", *tried, "held"]
    title = Text("各种方法过去的误差", "What each method has missed by")
    return table_of("outlook_errors", title, frame, ids, [one for one in (note_of(base), ERRORS_NOTE) if one])


ERRORS_NOTE = Text(
    "每年末只用当时已知的数重做预测，再与后来的实有数对照（地区×学段，含0至5岁）；落在区间内为“—”：年数不够，还不能检验",
    "Every year's end is replayed with what was known then and held against what came (areas by section, ages 0 to 5 "
    "among them); “—” inside the band: too few years to put it to the test",
)
