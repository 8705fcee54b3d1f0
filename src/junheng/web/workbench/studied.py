"""Studies as tables and names."""

from typing import Any

import polars as pl
from django.utils.translation import gettext as _

from junheng.policy.text import Text
from junheng.publish.plan.columns import SECTION, table_of
from junheng.publish.plan.tables import BUILDING_NOTE, CROWDED, SHORT_NOTE
from junheng.publish.table import Column, Table
from junheng.web.portal.words import say
from junheng.web.workbench.adding_up import children_add_up, projects_add_up, seats_add_up
from junheng.web.workbench.models import Study, StudyKind
from junheng.web.workbench.planning import county_names, note_of, planning
from junheng.web.workbench.tradeoff import Wanted, named

GOALS = {
    "distance": Text("总路程最短", "Least way of all children"),
    "coverage": Text("超出服务半径的路程最短", "Least way beyond the service radius"),
    "farthest": Text("照顾最远的儿童（路程平方）", "Those who live farthest (squared way)"),
}
YUAN = 10_000


def result_of(study: Study) -> dict[str, Any]:
    """The answer of a study; empty while it is worked on."""
    held: dict[str, Any] = study.result or {}
    return held


POINT = (
    Column("plan", Text("方案", "Plan")),
    Column("schools", Text("新建", "New schools"), "number", "所", 0),
    Column("sites", Text("用地", "Sites")),
    Column("grown", Text("扩班学校", "Schools extended"), "number", "所", 0),
    Column("classes", Text("扩班", "Classes added"), "number", "班", 0),
    Column("money", Text("投资", "Cost"), "number", "万元", 0),
    Column("mean", Text("平均路程", "Mean way"), "number", "米", 0),
    Column("farthest", Text("最远路程", "Farthest way"), "number", "米", 0),
    Column("within", Text("半径内", "Within the radius"), "percent", "%", 1),
    Column("unserved", Text("没有学位", "Without a seat"), "number", "人", 0),
    Column("gap", Text("差距不超过", "Gap at most"), "percent", "%", 2),
)


def siting_name(county: str, wanted: Wanted) -> str:
    """What a study is called in the language of the page."""
    place = county_names().get(county, county)
    return _("%(place)s %(year)s年%(section)s布点") % {
        "place": place,
        "year": wanted.year,
        "section": say(SECTION[wanted.section]),
    }


def title_of(study: Study) -> str:
    """A study's name; a siting is always called after its question."""
    if study.kind == StudyKind.SITING and study.parameters:
        return siting_name(study.county_code, Wanted(**study.parameters))
    return study.name


NOTHING = Text("现状：不建不扩", "As it stands: nothing built")


def point_table(study: Study) -> Table:
    """Doing nothing, then the points of a trade-off."""
    base, held = planning(study.base, study.county_code), result_of(study)
    lines = [(NOTHING, held["today"])] if "today" in held else []
    lines += [(_most(one["schools"]), one) for one in held["points"]]
    rows = tuple(
        (
            title,
            len(one["opened"]),
            "、".join(named(base, one["opened"])) or "—",
            len(one["extended"]),
            sum(one["extended"].values()),
            None if one["money"] is None else one["money"] / YUAN,
            one["mean_metres"],
            one["farthest_metres"],
            None if one["within"] is None else 100 * one["within"],
            one["unserved"],
            None if one["gap"] is None else 100 * one["gap"],
        )
        for title, one in lines
    )
    notes = [one for one in (note_of(study.base), SEATED_NOTE, GAP_NOTE) if one]
    return Table("trade_off", Text("取舍曲线", "Trade-off"), POINT, rows, tuple(notes))


def _most(schools: int) -> Text:
    if not schools:
        return Text("只扩班，不新建", "Extensions only")
    return Text(f"至多新建{schools}所", f"At most {schools} new")


SEATED_NOTE = Text(
    "路程只计有学位的儿童：没有学位的人多时，路程看起来会短",
    "Ways are of children with a seat: where many have none they look shorter",
)
GAP_NOTE = Text(
    "差距：本方案至多比最优高出的比例，由拉格朗日下界证明",
    "Gap: at most so much above the best plan, proven by a Lagrangian bound",
)


def result_tables(study: Study) -> list[Table]:
    """The tables of a plan to the horizon as they are kept with the study."""
    names, held = county_names(), result_of(study)
    frames = {name: _frame(held[name], names) for name in ("key_figures", "projects", "zone_plans", "building")}
    key = frames["key_figures"].with_columns(pl.col("covered_today", "covered") * 100)
    projects = frames["projects"].with_columns(new_seats="seats", cost=pl.col("cost") / YUAN)
    zones = frames["zone_plans"].with_columns(
        zone_seats="seats", zone_gap=pl.col("gap") * 100, within_radius=pl.col("within_radius") * 100
    )
    building = frames["building"].with_columns(pl.col("cost", "cost_bound") / YUAN, cost_gap=pl.col("cost_gap") * 100)
    why = ["project", "year", "county_code", "place_name", "kind", "primary", "junior", "new_seats", "cost"]
    zoned = ["year", "county_code", "section", "children", "zoned", "elsewhere", "zone_seats", "above", "fullest"]
    zoned += ["changed_children", "mean_metres", "within_radius", "zone_gap"]
    note = note_of(study.base)
    notes = [note] if note else []
    return [
        table_of(
            "key_figures", Text("主要数字", "Key figures"), key, KEY, [*notes, SHORT_NOTE, CROWDED, *seats_add_up(held)]
        ),
        table_of("projects", Text("项目清单", "Projects"), projects, why, [*notes, *projects_add_up(held)]),
        table_of("building", Text("各区县布点", "Building by county"), building, BUILDING, [*notes, BUILDING_NOTE]),
        table_of("zone_plans", Text("学区方案", "Zone plans"), zones, zoned, [*notes, *children_add_up(held)]),
    ]


KEY = (
    "year",
    "section",
    "children",
    "seats_today",
    "missing_today",
    "seats",
    "missing",
    "changed_children",
    "above",
    "fullest",
    "mean_metres",
    "covered_today",
    "covered",
)
BUILDING = ("year", "county_code", "unserved", "unserved_bound", "allowed", "cost", "cost_bound", "cost_gap")
NUMBERS = {"cost": pl.Float64, "cost_bound": pl.Float64, "cost_gap": pl.Float64, "gap": pl.Float64}


def _frame(rows: list[dict[str, object]], names: dict[str, str]) -> pl.DataFrame:
    frame = pl.DataFrame(rows, infer_schema_length=None)
    if frame.is_empty():
        columns = ("project", "year", "county_code", "place_name", "kind", "primary", "junior", "seats", "cost")
        frame = pl.DataFrame(schema=dict.fromkeys(columns, pl.String)).with_columns(pl.col("cost").cast(pl.Float64))
    frame = frame.with_columns(pl.col(name).cast(kind) for name, kind in NUMBERS.items() if name in frame.columns)
    return frame.with_columns(pl.col("county_code").replace(names)) if "county_code" in frame.columns else frame
