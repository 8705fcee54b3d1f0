"""``junheng remedy``: the least costly plan with which a county passes, and its proof."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from junheng.cli.csv_table import existing
from junheng.cli.options import EnglishOption, JsonOption, ParametersOption, StandardOption, the_standard
from junheng.cli.output import Exit, refuse, say, say_json, steps
from junheng.cli.remedy_options import (
    BudgetOption,
    CurveOption,
    DemandsOption,
    LeadOption,
    Most,
    MostOption,
    Questions,
    SensitivityOption,
    YearlyOption,
    YearsOption,
    unknown_lead,
    years_in,
)
from junheng.policy import Language, Standard

if TYPE_CHECKING:
    from junheng.balance.remedy import Remedy


def remedy(
    file: Annotated[
        Path, typer.Argument(help="CSV、Parquet、Excel 平表，或快照文件夹（按整校计算）/ a flat table, or a snapshot")
    ],
    costs: Annotated[Path, typer.Option("--costs", help="单价和限制的 YAML 文件 / YAML file of unit costs and limits")],
    standard: StandardOption = "jiaodu-2017-6",
    parameters: ParametersOption = None,
    distances: Annotated[
        Path | None, typer.Option("--distances", help="校际距离 CSV：from, to, km / distances between schools")
    ] = None,
    places: Annotated[
        Path | None,
        typer.Option("--places", help="学校坐标 CSV：school_code, longitude, latitude / where schools are"),
    ] = None,
    per_school: Annotated[
        Path | None,
        typer.Option("--per-school", help="逐校上限 CSV，缺省为平表 / limits school by school, by default the table"),
    ] = None,
    pupils: Annotated[
        Path | None,
        typer.Option("--pupils", help="学位、划片调整后的学生数 CSV / pupils after seats or zones are changed"),
    ] = None,
    seconds: Annotated[
        float, typer.Option("--seconds", min=0.1, help="每个区县学段的时间上限（秒）/ seconds for each county section")
    ] = 30.0,
    gap: Annotated[
        float, typer.Option("--gap", min=0.0, max=1.0, help="差距不超过此值即算已证明 / gap at which a plan is proven")
    ] = 1e-3,
    fast: Annotated[
        bool, typer.Option("--fast", help="只用快速算法，差距照实给出 / fast method only, with its proven gap")
    ] = False,
    budget: BudgetOption = None,
    curve: CurveOption = False,
    most: MostOption = Most.PUPILS,
    prices_of_demands: DemandsOption = False,
    sensitivity: SensitivityOption = None,
    years: YearsOption = None,
    budget_per_year: YearlyOption = None,
    lead: LeadOption = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """最省钱的达标方案：0 都有方案，2 输入有误，3 有的没有 / Exit code 0 all have a plan, 2 bad input, 3 not all."""
    existing(file, folder=True)
    law = the_standard(standard, parameters)
    asked = Questions(budget, curve, most, prices_of_demands, sensitivity, *years_in(years, budget_per_year, lead))
    unknown_lead(asked.lead, law)
    files = Files(file, costs, (distances, places), per_school, pupils)
    found, answered = _found(files, law, (seconds, gap, fast), asked)
    if json:
        say_json({**found.to_dict(), **answered})
    else:
        from junheng.cli.remedy_schools import rezoning_lines
        from junheng.cli.remedy_told import told
        from junheng.cli.remedy_words import remedy_lines, whole_lines

        language: Language = "en" if en else "zh"
        rezoned = rezoning_lines(answered.pop("pupils", []), en=en)
        besides = [one[language] for one in answered.pop("beyond", [])]
        wholes = whole_lines(answered.pop("whole_schools", []), law, language)
        for line in (*rezoned, *remedy_lines(found, language), *wholes, *besides, *told(answered, language)):
            say(line)
    if not found.answered:
        raise typer.Exit(Exit.NOT_JUDGEABLE)


@dataclass(frozen=True, slots=True)
class Files:
    """What the command reads."""

    table: Path
    costs: Path
    ways: tuple[Path | None, Path | None]
    per_school: Path | None
    pupils: Path | None

    @property
    def limits(self) -> Path | None:
        """Where columns of limits are: the table itself where it is CSV and no other file was given."""
        return self.per_school or (self.table if self.table.suffix.lower() == ".csv" else None)


def _found(
    files: Files, law: Standard, how: tuple[float, float, bool], asked: Questions
) -> "tuple[Remedy, dict[str, Any]]":
    """The plans, and the answers to what is asked besides; ``how``: seconds, gap, whether fast."""
    from junheng.balance import InputError
    from junheng.balance.remedy import beyond, costs_from, quantities, rezoned, wholes
    from junheng.balance.remedy import remedy as worked_out
    from junheng.cli.remedy_files import document, kilometres
    from junheng.cli.remedy_ground import Ground, judged
    from junheng.cli.remedy_questions import answers
    from junheng.cli.remedy_schools import CLASSES, columns_named, limits_by_school, pupils_after

    raw = document(files.costs)
    columns = limits_by_school(files.limits, {*columns_named(raw), CLASSES})
    try:
        evaluation, shares = judged(files.table, law)
    except InputError as error:
        refuse("\n".join([str(error), *_further(raw, law, columns)]))
    try:
        codes = evaluation.schools["school_code"].to_list()
        given = costs_from(raw, quantities(law), codes, columns)
        far = kilometres(given, codes, *files.ways)
        told: dict[str, Any] = {}
        if files.pupils is not None:
            if shares is not None:
                refuse(PUPILS_OF_SNAPSHOTS)
            changed = rezoned(evaluation, pupils_after(files.pupils, evaluation))
            evaluation, told = changed.after, {"pupils": changed.to_dict()}
        if given.extended or files.pupils is not None:
            told["beyond"] = [one.to_dict() for one in beyond(evaluation, columns.get(CLASSES, {}))]
        seconds, gap, fast = how
        ground = Ground(evaluation, given, far, shares, fast=fast)
        with steps() as step:
            found = worked_out(
                evaluation,
                given,
                distances=far,
                shares=shares,
                seconds=seconds,
                gap=gap,
                fast=fast,
                progress=step("求解 Solve"),
            )
            if shares is not None:
                told["whole_schools"] = [one.to_dict() for one in wholes(found.plans, shares)]
            return found, told | answers(asked, ground, found.plans, step)
    except InputError as error:
        refuse(str(error))


PUPILS_OF_SNAPSHOTS = """\
--pupils 只用于平表：快照里学生数一变，多学段学校的校舍要重新分摊，请先改数据再评定
--pupils goes with a flat table: in a snapshot other pupils change how schools of several sections are shared out"""


def _further(raw: Any, law: Standard, columns: dict[str, dict[tuple[str, str], float]]) -> list[str]:
    """What is wrong with the costs besides the table, so that all is said at once."""
    from junheng.balance import InputError
    from junheng.balance.remedy import costs_from, quantities

    try:
        costs_from(raw, quantities(law), columns=columns)
    except InputError as error:
        return [str(error)]
    return []
