"""What the report of a plan says, block by block."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from junheng.policy.text import Text
from junheng.publish.plan.charts import course_chart, gap_map
from junheng.publish.plan.columns import SECTION, named
from junheng.publish.plan.tables import (
    boarding_table,
    building_table,
    county_table,
    key_table,
    parameter_table,
    project_list,
    zone_table,
)
from junheng.publish.report.blocks import Block, Bullets, Figure, Heading, Paragraph, Report, TableBlock
from junheng.publish.table import Table
from junheng.seats.plan import Base, HorizonPlan

YI = 100_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A plan, what it was made of, the counties' names, and what the base says of itself (that it is synthetic)."""

    plan: HorizonPlan
    base: Base
    names: dict[str, str]
    note: Text | None = None


def plan_report(source: Source) -> Report:
    """The report in Chinese, numbered as official papers are."""
    years = source.plan.choices.years
    return Report(
        title="义务教育学位建设与学区规划",
        subtitle=f"{years[0]}—{years[-1]}年",
        notice=source.note.zh if source.note else "",
        year=source.plan.last,
        blocks=tuple(_numbered(source)),
    )


def _numbered(source: Source) -> Iterator[Block]:
    tables = figures = 0
    for block in _blocks(source):
        if isinstance(block, Table):
            tables += 1
            yield TableBlock(block, tables)
        elif isinstance(block, Figure):
            figures += 1
            yield Figure(block.chart, figures)
        else:
            yield block


def _blocks(source: Source) -> Iterator[Block | Table]:
    plan, names = source.plan, source.names
    yield Heading(1, "一、结论")
    yield from (Paragraph(one) for one in findings(plan))
    yield key_table(plan)
    yield Heading(1, "二、学龄人口与学位缺口")
    yield Paragraph(METHOD_FORECAST)
    yield Figure(course_chart(plan), 0)
    yield from (Figure(gap_map(plan, source.base, *one), 0) for one in worst(plan))
    yield Heading(1, "三、建设项目与投资")
    yield Paragraph(METHOD_BUILDING)
    yield project_list(plan, names)
    yield Paragraph(boarding_said(plan))
    yield Heading(1, "四、学区方案")
    yield Paragraph(METHOD_ZONES)
    yield Paragraph(zones_said(plan))
    yield Heading(1, "五、依据、参数与待填事项")
    yield parameter_table(plan)
    yield Bullets(tuple(named(one.what.zh, names) for one in plan.asked) or ("没有待填事项",))
    yield Paragraph(f"路程中按直线计算的占{plan.straight:.1%}，其余沿路网计算。")
    yield Heading(1, "六、附表")
    yield county_table(plan, names)
    yield building_table(plan, names)
    yield zone_table(plan, names)
    if plan.boarding.height:
        yield boarding_table(plan, names)


def boarding_said(plan: HorizonPlan) -> str:
    """How many townships lack a boarding school, or that none does."""
    if plan.boarding.is_empty():
        return "现有数据中，各乡镇寄宿制学校数均达到《实施意见》第十七条的下限。"
    return (
        f"《实施意见》第十七条要求每个乡镇至少建有1至2所标准化寄宿制学校：现有数据中有{plan.boarding.height}个乡镇不足，"
        "名单见附表；寄宿人数和床位投资没有公布的数值，未计入本方案。"
    )


METHOD_FORECAST = (
    "学龄人口按片区、逐岁推算：在校年龄和入学前各岁儿童按队列变化率逐年递进（哈密尔顿—佩里法），片区变化率向区县收缩，"
    "片区之和等于区县推算数；出生数按设定的情景。学位等于班数乘班额标准，且不超过学校规模上限。"
)
METHOD_BUILDING = (
    "每个区县、每个规划年分两步求解：先使没有标准学位的儿童最少，再在此前提下使投资最少（没有单价时使新建校数和班数最少）。"
    "只建持续需要的学位，新校不超过班数和规模上限。各区县的下界和差距见附表：任何方案都不会低于下界，差距为零即已证明最优。"
)
METHOD_ZONES = (
    "每个片区归一所学校，学区全部连片，目标是学生总路程最短、尽量不改变现行划片、各校超出班额标准最少（三者折合为路程）；"
    "未划片学校（如民办学校）按现有比例招生。换校学生按调整片区的全部适龄儿童计，在校生不转学时只涉及当年新生。下界由片区可拆分的最小费用流证明，差距是方案至多可能高出最优的比例。"
    "预测、缺口、学区三处的儿童数逐县逐学段相等，已核对。"
)
PROMISED = 2026
"""The year by whose autumn article 3 wants schools to keep the class norm."""


def findings(plan: HorizonPlan) -> list[str]:
    """What a deputy mayor reads first: a sentence per milestone and section, what is bridged, then money."""
    found = [_milestone(row, plan.choices.needed_years) for row in plan.key_figures().iter_rows(named=True)]
    first = plan.zone_plans.filter(pl.col("year") == PROMISED)["above"].sum()
    if first:
        found.append(
            f"《实施意见》第三条要求{PROMISED}年秋季开学前基本达到规定班额标准：按本方案届时仍有{first:,}名学生"
            "超出标准学位，应以分流、临时增班等办法过渡。"
        )
    kinds = {kind: int((plan.projects["kind"] == kind).sum()) for kind in ("new", "extend", "close")}
    costs = plan.projects["cost"]
    money = "单价未填，投资未计" if costs.null_count() else f"投资合计{float(costs.sum() or 0) / YI:,.2f}亿元"
    seats = int(plan.projects["seats"].sum())
    merged = f"、撤并{kinds['close']}所" if kinds["close"] else ""
    return [
        *found,
        f"规划新建学校{kinds['new']}所、扩班{kinds['extend']}处{merged}，新增学位{seats:,}个，{money}。",
    ]


def _milestone(row: dict[str, float], needed: int) -> str:
    name = SECTION[str(row["section"])].zh
    short, left, above = (round(row[column]) for column in ("missing_today", "missing", "above"))
    children, changed = (f"{row[column]:,.0f}" for column in ("children", "changed_children"))
    said = [f"{row['year']}年{name}有儿童{children}人"]
    if not short:
        said.append("各区县学位总数均够")
    else:
        said.append(f"不建设时各区县共缺学位{short:,}个，按方案建成后" + (f"仍缺{left:,}个" if left else "不缺"))
    if left and needed > 1:
        said.append(f"所缺的多在{needed}年内回落，以扩大班额过渡")
    if above:
        said.append(f"超出标准学位的学生{above:,}人，最满的学校平均每班{row['fullest']:.1f}人")
    return "，".join(said) + f"；学区调整涉及学生{changed}人。"


def zones_said(plan: HorizonPlan) -> str:
    """How good the zones are, in a sentence."""
    zones, gaps = plan.zone_plans, plan.zone_plans["gap"].drop_nulls()
    large = plan.loads.filter(pl.col("children") >= pl.col("classes") * plan.choices.norms().oversized)
    said = f"共{zones.height}个学区方案（区县×学段×规划年）"
    if gaps.len():
        worst_gap, mean = max(gaps.to_list()), sum(gaps.to_list()) / gaps.len()
        said += f"，与下界的差距平均{mean:.1%}、最大{worst_gap:.1%}"
    if large.height:
        counted = "、".join(f"{year}年{count}所次" for year, count in large.group_by("year").len().sort("year").rows())
        said += f"；平均班额达到大班额的学校：{counted}"
    return said + "。逐区县的结果见附表。"


def worst(plan: HorizonPlan) -> list[tuple[int, str]]:
    """For each section the milestone with the largest gap as things stand."""
    figures = plan.key_figures().sort("missing_today", descending=True, maintain_order=True)
    return [
        (int(part["year"][0]), section)
        for section in SECTION
        if (part := figures.filter(pl.col("section") == section)).height
    ]
