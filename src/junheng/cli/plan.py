"""``junheng plan``: forecast, gap, building and zones for the milestones of one planning base, in one run."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from junheng.cli.options import EnglishOption, JsonOption
from junheng.cli.output import both, err, refuse, say, say_json, steps
from junheng.cli.planning_base import note_of, read_planning_base
from junheng.cli.unfit import refuse_unfit

if TYPE_CHECKING:
    from junheng.policy import Language
    from junheng.policy.text import Text
    from junheng.seats.plan import HorizonPlan, Tables

YEARS = "2026,2030,2035"
STEP = "远期规划 plan to the horizon"


def plan(
    base: Annotated[Path, typer.Argument(help="规划底数文件夹（Parquet 表与 costs.json）/ folder of a planning base")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="把各表和报告写到这里 / write tables and reports here")
    ] = None,
    years: Annotated[str, typer.Option(help="规划年份 / milestones")] = YEARS,
    births: Annotated[float, typer.Option(help="出生数逐年增减，% / change of births from year to year, %")] = 0.0,
    per_dwelling: Annotated[
        float | None, typer.Option(help="每套新建住房的 0—14 岁儿童数 / children of 0 to 14 per new dwelling")
    ] = None,
    budget: Annotated[int | None, typer.Option(help="每年预算，元；不填为不限 / yuan a year; no limit without")] = None,
    cap: Annotated[float | None, typer.Option(help="最远路程，米 / farthest way, metres")] = None,
    keep: Annotated[
        float, typer.Option(help="一名学生换学校相当于多少米 / metres that a pupil's change of school counts")
    ] = 500.0,
    counties: Annotated[str, typer.Option(help="只规划这些区县（代码）/ only these counties, by code")] = "",
    needed_years: Annotated[
        int, typer.Option(min=1, help="至少需要这么多年的学位才建 / build only seats needed for so many years")
    ] = 3,
    merge_below: Annotated[
        float | None,
        typer.Option(help="学区学生少于多少人可以撤并；不填不撤并 / schools may merge below so many pupils"),
    ] = None,
    merge_metres: Annotated[
        float | None, typer.Option(help="撤并后最远路程，米 / farthest way after a merger, metres")
    ] = None,
    seconds: Annotated[
        float, typer.Option(min=0.1, help="每个区县、学段、年份的求解时间，秒 / per county, section and year")
    ] = 2.0,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """远期规划：预测、缺口、布点、学区一次算完 / Plan to the horizon: forecast, gap, sites and zones in one run."""
    from junheng.seats.faults import UnfitInputError
    from junheng.seats.plan import Choices
    from junheng.seats.plan import plan as run

    merging = {"merge.below": merge_below, "merge.metres": merge_metres}
    own = {name: value for name, value in merging.items() if value is not None}
    choices = Choices(
        years=_years(years),
        births_percent=births,
        children_per_dwelling=per_dwelling,
        budget_per_year=budget,
        cap_metres=cap,
        keep_metres=keep,
        needed_years=needed_years,
        seconds=seconds,
        own_norms=own,
        counties=tuple(one.strip() for one in counties.split(",") if one.strip()),
    )
    try:
        tables = read_planning_base(base)
        with steps() as step:
            bar = step(STEP)
            found = run(tables, choices, lambda _step, done, total: bar(done, total))
    except UnfitInputError as error:
        refuse_unfit(error, as_json=json, en=en)
    if out:
        _write(found, tables, note_of(base), out)
    if json:
        say_json(found.to_dict())
    else:
        _tell(found, "en" if en else "zh")


def _years(text: str) -> tuple[int, ...]:
    try:
        found = tuple(sorted({int(one) for one in text.split(",")}))
    except ValueError:
        refuse(f"年份应写作 {YEARS} / years are written like {YEARS}: {text}")
    return found


def _write(found: "HorizonPlan", tables: "Tables", note: "Text | None", out: Path) -> None:
    from junheng.facts.codes import code_list
    from junheng.publish.plan import Source, write_plan

    names = {code: said.zh for code, said in code_list("managing_bodies").codes.items()}
    for path in write_plan(Source(found, tables, names, note), out):
        err().print(str(path), markup=False)


def _tell(found: "HorizonPlan", language: "Language") -> None:
    names = {"primary": both("小学", "primary", language), "junior": both("初中", "junior", language)}
    for row in found.key_figures().iter_rows(named=True):
        say(
            f"{row['year']} {names[row['section']]}  "
            + both(
                f"儿童 {row['children']:,}　现有学位 {row['seats_today']:,.0f}　缺 {row['missing_today']:,.0f}"
                f"　规划后学位 {row['seats']:,.0f}　缺 {row['missing']:,.0f}　换校 {row['changed_children']:,}",
                f"children {row['children']:,}, seats today {row['seats_today']:,.0f}, "
                f"{row['missing_today']:,.0f} short; planned seats {row['seats']:,.0f}, {row['missing']:,.0f} short; "
                f"{row['changed_children']:,} change school",
                language,
            )
        )
    costs = found.projects["cost"]
    money = "—" if costs.null_count() else f"{float(costs.sum() or 0) / 1e8:,.2f}"
    say(
        both(
            f"项目 {found.projects.height} 个，投资 {money} 亿元",
            f"{found.projects.height} projects, {money} hundred million yuan",
            language,
        )
    )
    for one in found.asked:
        say(both("待填：", "asked for: ", language) + one.what.in_(language))
