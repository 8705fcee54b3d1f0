"""The seat gap of a county or the city in one year, under a what-if: what the page asks and what it is shown."""

from dataclasses import dataclass, replace
from functools import lru_cache

import polars as pl
from django.utils.translation import gettext as _

from junheng.policy.seat_norms import SeatNorms
from junheng.policy.text import Text
from junheng.publish.plan.columns import table_of
from junheng.publish.table import Table
from junheng.seats.gap import seat_gap
from junheng.seats.gap.crowding import to_come
from junheng.seats.plan import SECTIONS, Choices
from junheng.seats.plan.shortfall import distances_of
from junheng.seats.plan.sites import school_rows
from junheng.web.workbench.choropleth import GAP, WAY, Shape, look, sheet_of, township_keys
from junheng.web.workbench.models import PlanningBase
from junheng.web.workbench.planning import children_of, county_names, note_of, planning, ways_of

UNTIL = 2035
LOWEST_BIRTHS, HIGHEST_BIRTHS = -20.0, 20.0
MOST_CHILDREN, MOST_DELIVERED = 3.0, 200.0
LEAST_CLASS, MOST_CLASS = 20, 80
COUNTED = ("children", "schools", "classes", "seats", "gap", "reserved_classes")


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked at: county (empty: the city), section, year, and the scenario; ``norm`` replaces the class norm
    of the section."""

    county: str
    section: str
    year: int
    births: float = 0.0
    per_dwelling: float | None = None
    delivered: float = 100.0
    norm: int | None = None

    @property
    def choices(self) -> Choices:
        own = {} if self.norm is None else {f"class.{self.section}": float(self.norm)}
        return Choices(
            years=(UNTIL,),
            births_percent=self.births,
            children_per_dwelling=self.per_dwelling,
            deliveries_percent=self.delivered,
            own_norms=own,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """``areas``: rows of the gap with ``township`` and ``county_code``; ``townships``: sums of them; ``norms``."""

    areas: pl.DataFrame
    townships: pl.DataFrame
    norms: SeatNorms
    by_road: bool


@lru_cache(maxsize=32)
def _answer(digest: str, base_id: int, question: Question) -> Answer:  # noqa: ARG001 - the digest is the cache's
    base = PlanningBase.objects.get(pk=base_id)
    held, choices = planning(base, question.county), question.choices
    norms = choices.norms()
    found = children_of(base, question.county, choices)
    children = found.table().filter(pl.col("section") == question.section)
    schools = school_rows(held).filter(pl.col("section") == question.section)
    distances, by_road = None, False
    if question.county:
        ways = ways_of(base, question.county)
        distances, by_road = distances_of(ways, schools), not bool(ways.straight.all())
    gap = seat_gap(
        children.filter(pl.col("year") == question.year).select("year", "area", "section", "children"),
        schools,
        norms,
        distances=distances,
        land=_land(held.sites, question.section),
    )
    areas = gap.areas.join(held.areas.select("area", "area_name", "county_code", "township"), on="area").sort("area")
    return Answer(areas, _townships(areas, norms), norms, by_road)


def answer_of(base: PlanningBase, question: Question) -> Answer:
    """The gap; computed once in a process."""
    return _answer(base.digest, base.pk, question)


def course_of(base: PlanningBase, question: Question, *, steady: bool = False) -> pl.DataFrame:
    """year, area, children of every year as the gap counts them: each county of the city or township of the county,
    and the area ``""`` for all together; ``steady`` with births held where they are."""
    held = planning(base, question.county)
    asked = replace(question, births=0.0) if steady else question
    children = children_of(base, question.county, asked.choices).table().filter(pl.col("section") == question.section)
    place = pl.col("township" if question.county else "county_code")
    each = children.join(held.areas.select("area", "township"), on="area").group_by("year", place.alias("place"))
    parts = each.agg(pl.col("children").sum()).rename({"place": "area"})
    whole = parts.group_by("year").agg(pl.col("children").sum()).with_columns(area=pl.lit(""))
    return pl.concat([parts, whole.select(parts.columns)]).sort("year")


def _land(sites: pl.DataFrame, section: str) -> pl.DataFrame:
    """Land that may carry the section; a nine-year site counts whole for either."""
    kinds = [section, "nine_year"]
    rows = sites.filter(pl.col("kind").is_in(kinds))
    return rows.select("area", section=pl.lit(section), classes=pl.col("classes_max").cast(pl.Float64))


def _townships(areas: pl.DataFrame, norms: SeatNorms) -> pl.DataFrame:
    inside = pl.col("children").filter(pl.col("within_radius")).sum()
    measured = pl.col("within_radius").is_not_null().any()
    free = (pl.col("nearest_free") * pl.col("children")).sum() / pl.col("children").filter(
        pl.col("nearest_free").is_not_null()
    ).sum()
    return (
        areas.group_by("county_code", "township", maintain_order=True)
        .agg(
            pl.col(*COUNTED).sum(),
            covered=pl.when(measured).then(100 * inside / pl.col("children").sum()),
            free_metres=pl.when(measured & pl.col("nearest_free").is_not_null().any()).then(free),
        )
        .with_columns(**{name: to_come(norms)[name] for name in ("class_size", "oversized")})
        .sort(pl.col("gap"), descending=True)
    )


def gap_table(base: PlanningBase, question: Question, answer: Answer) -> Table:
    """The townships as a table of the page and its downloads."""
    names = county_names()
    frame = answer.townships.with_columns(
        county_code=pl.col("county_code").replace(names), year=pl.lit(question.year), section=pl.lit(question.section)
    )
    where = ["township"] if question.county else ["township", "county_code"]
    ids = ["children", "schools", "classes", "seats_now", "gap_now", "class_size", "oversized"]
    more = ["covered_share", "free_metres", "reserved_classes"] if question.county else ["reserved_classes"]
    frame = frame.rename({"seats": "seats_now", "gap": "gap_now", "covered": "covered_share"})
    notes = [one for one in (note_of(base), NOTE) if one]
    title = Text("学位缺口", "Seat gap")
    return table_of("seat_gap", title, frame, [*where, *ids, *more], notes)


NOTE = Text(
    "学位＝班数×班额标准，不超过规模上限；缺口＝儿童−学位，正数为缺；大班额指儿童都坐进本乡镇街道现有班级时56人及以上的班",
    "Seats = classes times class norm within the size limit; gap = children less seats, above 0 is missing; oversized: "
    "classes of 56 and more if all children sat in the classes of their township",
)


def gap_shapes(base: PlanningBase, question: Question, answer: Answer) -> list[Shape]:
    """Townships coloured by their gap."""
    sheet = sheet_of(base, question.county, "township")
    counties = {} if question.county else county_names()
    found = []
    for key, row in zip(township_keys(answer.townships), answer.townships.iter_rows(named=True), strict=True):
        gap = row["gap"]
        said = _("%(place)s：儿童%(children)s，学位%(seats)s，缺口%(gap)s") % {
            "place": counties.get(row["county_code"], "") + row["township"],
            "children": f"{row['children']:,.0f}",
            "seats": f"{row['seats']:,.0f}",
            "gap": f"{gap:+,.0f}",
        }
        found.append(Shape(sheet.paths[key], look(gap, GAP, "g"), said))
    return found


def way_shapes(base: PlanningBase, question: Question, answer: Answer) -> list[Shape]:
    """Areas of a county coloured by the way to the nearest free seat."""
    sheet = sheet_of(base, question.county, "area")
    found = []
    for row in answer.areas.iter_rows(named=True):
        way = row["nearest_free"]
        metres = _("没有") if way is None else _("%(metres)s米") % {"metres": f"{way:,.0f}"}
        said = _("%(place)s：儿童%(children)s，最近空余学位%(metres)s") % {
            "place": row["area_name"],
            "children": f"{row['children']:,.0f}",
            "metres": metres,
        }
        found.append(Shape(sheet.paths[row["area"]], look(way, WAY, "w"), said))
    return found


def sections() -> tuple[str, ...]:
    return SECTIONS
