"""What the report of a plan says, block by block."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from junheng.policy.text import Text
from junheng.publish.plan.charts import course_chart, gap_map
from junheng.publish.plan.columns import SECTION
from junheng.publish.plan.tables import (
    building_table,
    county_table,
    key_table,
    parameter_table,
    project_table,
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
    yield county_table(plan, names)
    yield Heading(1, "三、建设项目与投资")
    yield Paragraph(METHOD_BUILDING)
    yield building_table(plan, names)
    yield project_table(plan, names)
    yield Heading(1, "四、学区方案")
    yield Paragraph(METHOD_ZONES)
    yield zone_table(plan, names)
    yield Heading(1, "五、依据、参数与待填事项")
    yield parameter_table(plan)
    yield Bullets(tuple(one.what.zh for one in plan.asked) or ("没有待填事项",))
    yield Paragraph(f"路程中按直线计算的占{plan.straight:.1%}，其余沿路网计算。")


METHOD_FORECAST = (
    "学龄人口按片区、逐岁推算：在校年龄和入学前各岁儿童按队列变化率逐年递进（哈密尔顿—佩里法），片区变化率向区县收缩，"
    "片区之和等于区县推算数；出生数按设定的情景。学位等于班数乘班额标准，且不超过学校规模上限。"
)
METHOD_BUILDING = (
    "每个区县、每个规划年分两步求解：先使没有标准学位的儿童最少，再在此前提下使投资最少（没有单价时使新建校数和班数最少）。"
    "表中下界由混合整数规划求解器证明，任何方案都不会低于下界；差距为零即已证明最优。"
)
METHOD_ZONES = (
    "每个片区归一所学校，学区全部连片，以学生总路程最短、尽量不改变现行划片为目标；未划片学校（如民办学校）按现有比例招生。"
    "下界由拉格朗日松弛给出，差距是方案至多可能高出最优的比例。预测、缺口、学区三处的儿童数逐县逐学段相等，已核对。"
)


def findings(plan: HorizonPlan) -> list[str]:
    """What a deputy mayor reads first: a sentence per milestone, then money."""
    found = [_milestone(row) for row in plan.key_figures().iter_rows(named=True)]
    new = plan.projects.filter(pl.col("kind") == "new").height
    more = plan.projects.height - new
    costs = plan.projects["cost"]
    money = "单价未填，投资未计" if costs.null_count() else f"合计{float(costs.sum() or 0) / YI:,.2f}亿元"
    seats = int(plan.projects["seats"].sum())
    if plan.choices.needed_years > 1:
        found.append(f"需要不足{plan.choices.needed_years}年的学位不新建，以扩大班额过渡，计入规划后缺口。")
    return [*found, f"规划新建学校{new}所、扩班{more}处，新增学位{seats:,}个，{money}。"]


def _milestone(row: dict[str, float]) -> str:
    name = SECTION[str(row["section"])].zh
    short, left = round(row["missing_today"]), round(row["missing"])
    then = "规划后不缺" if not left else f"规划后仍缺{left:,}个"
    now = f"现有学位缺{short:,}个，{then}" if short else "各区县现有学位均够"
    children, changed = (f"{row[column]:,.0f}" for column in ("children", "changed_children"))
    return f"{row['year']}年{name}有儿童{children}人，{now}；学区调整涉及学生{changed}人。"


def worst(plan: HorizonPlan) -> list[tuple[int, str]]:
    """For each section the milestone with the largest gap as things stand."""
    figures = plan.key_figures().sort("missing_today", descending=True, maintain_order=True)
    return [
        (int(part["year"][0]), section)
        for section in SECTION
        if (part := figures.filter(pl.col("section") == section)).height
    ]
