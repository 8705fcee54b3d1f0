"""The tables of a plan for people: rounded, named, money in units of 10,000 yuan."""

from collections.abc import Mapping

import polars as pl

from junheng.policy.text import Text
from junheng.publish.plan.columns import COLUMNS, table_of
from junheng.publish.table import Table
from junheng.seats.plan import HorizonPlan

YUAN = 10_000
PERCENT = 100
KILO = 1_000_000.0
"""Pupil-metres to a thousand pupil-kilometres."""
BY = ("year", "county_code", "section")

Names = Mapping[str, str]
"""County code -> its name."""


def plan_tables(plan: HorizonPlan, names: Names) -> list[Table]:
    """All tables of the workbook, the headline first."""
    return [
        key_table(plan),
        county_table(plan, names),
        township_table(plan, names),
        project_table(plan, names),
        building_table(plan, names),
        zone_table(plan, names),
        coverage_table(plan, names),
        load_table(plan, names),
        boarding_table(plan, names),
        children_table(plan, names),
        parameter_table(plan),
    ]


def key_table(plan: HorizonPlan) -> Table:
    """One row per milestone and section."""
    ids = ["year", "section", "children", "seats_today", "missing_today", "seats", "missing", "changed_children"]
    frame = plan.key_figures().with_columns(pl.col("covered_today", "covered") * PERCENT)
    more = ["above", "fullest", "mean_metres", "covered_today", "covered"]
    return table_of("key_figures", Text("主要数字", "Key figures"), frame, [*ids, *more], [SHORT_NOTE, CROWDED])


SHORT_NOTE = Text(
    "缺学位：各区县缺口之和，不以余缺相抵；学位按班数乘班额标准计",
    "Short: sums of the counties that are short, none set off; seats are classes times the class norm",
)


def county_table(plan: HorizonPlan, names: Names) -> Table:
    """Children, seats and gap of every county."""
    sums = pl.col("children", "seats_today", "gap_today", "seats", "gap").sum()
    frame = _named(plan.gap.group_by(BY, maintain_order=True).agg(sums), names)
    frame = frame.sort("year", "section", descending=[False, True], maintain_order=True)
    ids = [*BY, "children", "seats_today", "gap_today", "seats", "gap"]
    return table_of("county_gap", Text("各区县学位缺口", "Seat gap by county"), frame, ids, [SIGN])


def township_table(plan: HorizonPlan, names: Names) -> Table:
    """Children, seats and gap of every township."""
    ids = ["year", "county_code", "township", "section", "children", "seats_today", "gap_today", "seats", "gap"]
    note = Text(
        "学位按学校所在地计，邻近乡镇的学位可以共用", "Seats count where the school stands; neighbours may share them"
    )
    title = Text("各乡镇街道学位缺口", "Seat gap by township")
    return table_of("township_gap", title, _named(plan.gap, names), ids, [SIGN, note])


SIGN = Text("缺口＝儿童−学位，正数为缺，负数为余", "Gap = children less seats: above 0 is missing, below is spare")


def project_list(plan: HorizonPlan, names: Names) -> Table:
    """The project list of the report, without the reasons."""
    whole = project_table(plan, names)
    return Table(
        whole.id, whole.title, whole.columns[:-1], tuple(row[:-1] for row in whole.rows), (*whole.notes, REASONS)
    )


REASONS = Text("每个项目的理由见项目清单工作簿", "The reason of each project is in the workbook of projects")


def project_table(plan: HorizonPlan, names: Names) -> Table:
    """The project list, for the project library."""
    frame = _named(plan.projects, names).with_columns(
        new_seats="seats", cost=pl.col("cost") / YUAN, why=pl.struct("why_zh", "why_en")
    )
    ids = ["project", "year", "county_code", "place_name", "kind", "primary", "junior", "new_seats", "cost", "why"]
    table = table_of("projects", Text("项目清单", "Projects"), frame, ids)
    rows = tuple((*row[:-1], Text(row[-1]["why_zh"], row[-1]["why_en"])) for row in table.rows)
    return Table(table.id, table.title, table.columns, rows)


def building_table(plan: HorizonPlan, names: Names) -> Table:
    """What every county builds, with what is proven of it."""
    by = ["year", "county_code"]
    counted = (
        plan.projects.cast({"year": pl.Int64})
        .group_by(by)
        .agg(
            new_schools=(pl.col("kind") == "new").sum(), extended=(pl.col("kind") == "extend").sum(), new_seats="seats"
        )
    )
    counted = counted.with_columns(pl.col("new_seats").list.sum())
    frame = _named(plan.building.join(counted, on=by, how="left", maintain_order="left"), names).with_columns(
        pl.col("cost", "cost_bound") / YUAN,
        pl.col("new_schools", "extended", "new_seats").fill_null(0),
        cost_gap=pl.col("cost_gap") * PERCENT,
    )
    ids = ["year", "county_code", "new_schools", "extended", "new_seats", "unserved", "unserved_bound", "allowed"]
    ids += ["cost", "cost_bound", "cost_gap"]
    return table_of("building", Text("各区县布点", "Building by county"), frame, ids, [BUILDING_NOTE])


BUILDING_NOTE = Text(
    "只为持续需要的学位建设（见参数），儿童可分到几所学校；先使没有标准学位的儿童最少，容许不超过设定比例，再使投资最少；"
    "任何方案都不低于下界",
    "Only seats needed for long enough are built (see the parameters), children may be split over schools; fewest "
    "children without a seat first, up to the share tolerated, then least money; no plan lies below the bounds",
)


def zone_table(plan: HorizonPlan, names: Names) -> Table:
    """The zone plans with bound and gap."""
    frame = _named(plan.zone_plans, names).with_columns(
        pl.col("objective", "bound") / KILO,
        zone_gap=pl.col("gap") * PERCENT,
        within_radius=pl.col("within_radius") * PERCENT,
    )
    ids = [*BY, "children", "elsewhere", "zoned", "seats", "above", "fullest", "changed_areas", "changed_children"]
    more = ["mean_metres", "within_radius", "objective", "bound", "zone_gap"]
    note = Text(
        "学区全部连片；差距：方案至多比最优高出的比例；差距为空：有片区没有任何通路，就近并入",
        "All zones are contiguous; gap: at most so much above the best plan; an empty gap means that areas without any "
        "way to a seat were joined to the zone beside them",
    )
    return table_of("zone_plans", Text("学区方案", "Zone plans"), frame, [*ids, *more], [note, CROWDED])


CROWDED = Text(
    "超班额标准学生：各校学生数超出标准学位的部分之和（含过渡期和整片区划片造成的）；大班额从56人起",
    "Children above the class norm: in every school those beyond its seats, while seats are bridged and because whole "
    "areas are zoned; classes are oversized from 56",
)


def coverage_table(plan: HorizonPlan, names: Names) -> Table:
    """Children who live within the service radius of a school."""
    frame = _named(plan.coverage, names).with_columns(pl.col("covered_today", "covered") * PERCENT / pl.col("children"))
    ids = [*BY, "children", "covered_today", "covered"]
    return table_of("coverage", Text("服务半径覆盖", "Coverage by the service radius"), frame, ids)


def load_table(plan: HorizonPlan, names: Names) -> Table:
    """Children of every school's zone against its seats."""
    frame = _named(plan.loads, names).with_columns(code="place")
    ids = ["year", "county_code", "section", "code", "classes", "seats", "children"]
    return table_of("loads", Text("各校学位与学生", "Seats and pupils of schools"), frame, ids)


def boarding_table(plan: HorizonPlan, names: Names) -> Table:
    """Rural townships with too few boarding schools."""
    ids = ["county_code", "township", "boarding", "needed", "school_name", "pupils"]
    note = Text(
        "郑政〔2023〕26号第十七条：每个乡镇至少建有1至2所标准化寄宿制学校；可先考察的是该乡镇学生最多的公办学校；"
        "寄宿人数和床位投资没有公布的数值，未测算",
        "Article 17: every rural township has at least one or two boarding schools; the school to look at first is its "
        "public school with the most pupils; who boards and what beds cost is not known and not planned",
    )
    title = Text("尚缺寄宿制学校的乡镇", "Townships that lack a boarding school")
    return table_of("boarding", title, _named(plan.boarding, names), ids, [note])


def children_table(plan: HorizonPlan, names: Names) -> Table:
    """Children of every county and year."""
    frame = plan.children.group_by(BY, maintain_order=True).agg(pl.col("children").sum())
    return table_of("children", Text("学龄人口", "Children of school age"), _named(frame, names), [*BY, "children"])


def parameter_table(plan: HorizonPlan) -> Table:
    """What the planner chose."""
    norms = plan.choices.norms()
    rows = [
        (Text("规划年份", "Milestones"), "、".join(map(str, plan.choices.years))),
        (
            Text("班额标准（小学／初中）", "Class norm (primary/junior)"),
            "／".join(f"{one:g}" for one in norms.class_norm.values()),
        ),
        (Text("服务半径（米）", "Service radius (m)"), "／".join(f"{one:g}" for one in norms.radius.values())),
        (Text("出生数逐年增减（%）", "Births from year to year (%)"), f"{plan.choices.births_percent:+g}"),
        (Text("每套新建住房儿童数", "Children per new dwelling"), _or_none(plan.choices.children_per_dwelling)),
        (Text("年度预算（元）", "Budget a year (yuan)"), _or_none(plan.choices.budget_per_year)),
        (Text("至少需要几年才建", "Years a seat must be needed"), str(plan.choices.needed_years)),
        (Text("新校最少班数", "Least classes of a new school"), str(plan.choices.least_classes)),
        (
            Text("容许超班额的儿童（%）", "Children who may sit above the norm (%)"),
            f"{plan.choices.tolerance_percent:g}",
        ),
        (Text("换校折合路程（米）", "A change of school in metres"), f"{plan.choices.keep_metres:g}"),
        (Text("最远路程（米）", "Farthest way (m)"), _or_none(plan.choices.cap_metres)),
        (Text("撤并线（学区学生少于，人）", "Schools may merge below (pupils)"), _or_none(norms.merge_below)),
        (Text("撤并后最远路程（米）", "Farthest way after a merger (m)"), _or_none(norms.merge_metres)),
        (Text("每个乡镇寄宿制学校（所）", "Boarding schools of a township"), str(norms.boarding)),
    ]
    columns = (COLUMNS["parameter"], COLUMNS["value"])
    return Table("parameters", Text("参数", "Parameters"), columns, tuple(rows))


def _or_none(value: float | None) -> str | None:
    return None if value is None else f"{value:,.10g}"


def _named(frame: pl.DataFrame, names: Names) -> pl.DataFrame:
    return frame.with_columns(pl.col("county_code").replace(dict(names)), pl.col(pl.Float64).fill_nan(None))
