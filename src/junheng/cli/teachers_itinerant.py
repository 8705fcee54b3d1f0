"""``junheng teachers itinerant``: which teacher visits which schools on which weekdays."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from junheng.cli.options import EnglishOption, JsonOption, ParametersOption, YearOption, norms_day, numbers_of_two
from junheng.cli.output import Exit, both, say
from junheng.cli.teacher_tables import OutOption, answer, optional_table, required_tables, say_asked, write_tables
from junheng.cli.unfit import refuse_unfit
from junheng.policy import Language

WAYS = ("distances", "coordinates")


def itinerant(
    folder: Annotated[
        Path,
        typer.Argument(
            help="文件夹：schools.csv、teachers.csv、hours.csv，以及 distances.csv 或坐标 / folder with the tables"
        ),
    ],
    parameters: ParametersOption = None,
    year: YearOption = None,
    seconds: Annotated[float, typer.Option(min=1.0, help="求解时间（秒）/ seconds for solving")] = 20.0,
    out: OutOption = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """走教：0 有方案，2 输入有误，3 有学科做不到 / Itinerant teaching; exit 0 done, 2 bad input, 3 infeasible."""
    from junheng.policy.establishment_norms import establishment_norms, establishment_parameters
    from junheng.policy.itinerant_rules import itinerant_parameters, itinerant_rules
    from junheng.seats.places import haversine
    from junheng.teachers import UnfitTablesError
    from junheng.teachers.itinerant import Laws, Tables, faults, report
    from junheng.teachers.rotation import ways_of

    day = norms_day(year)
    both_laws = (establishment_norms, establishment_parameters()), (itinerant_rules, itinerant_parameters())
    laws = Laws(*numbers_of_two(both_laws, parameters, day))
    try:
        tables = Tables(*required_tables(folder, "schools", "teachers", "hours"))
        given = {one: read for one in WAYS if (read := optional_table(folder, one)) is not None}
        km, wrong, notes = ways_of({"schools": tables.schools, **given}, haversine)
        found = report(tables, km, laws, seconds, wrong)
    except UnfitTablesError as error:
        refuse_unfit(error, as_json=json, en=en)
    _check(faults(tables, km, laws, found))
    found["notes"] = [{"zh": one.zh, "en": one.en} for one in notes]
    if out:
        write_tables(found, out, "groups", "visits", "loads", "whole")
    answer(found, _say, as_json=json, en=en)
    if found["status"] == "infeasible":
        raise typer.Exit(Exit.NOT_JUDGEABLE)


def _check(wrong: Sequence[str]) -> None:
    """What the independent checker finds is a fault of the program.

    Raises:
        RuntimeError: with what is wrong.
    """
    if wrong:
        raise RuntimeError("; ".join(wrong[:3]))


def _say(found: dict[str, Any], language: Language) -> None:
    for one in found["groups"]:
        if one["status"] != "nothing":
            say(f"{one['county_code']} {one['section']} {one['subject']}: {_group(one, language)}")
    for one in found["visits"]:
        say(
            f"  {one['teacher_id']} "
            + both(
                f"周{'一二三四五六日'[one['day'] - 1]} 到 {one['to_school']} 上 {one['lessons']} 节",
                f"on day {one['day']} to {one['to_school']}, {one['lessons']} lessons",
                language,
            )
        )
    for one in found["unjudged"]:
        place = f"{one['county_code']} {one['section']} {one['subject']}"
        say(both(f"{place}：课时或班数未知，不评定", f"{place}: load or classes not known, not judged", language))
    say_asked(found, language)


def _group(one: dict[str, Any], language: Language) -> str:
    if one["reason"]:
        return str(one["reason"][language])
    km, bound, gap = f"{one['km']:,.1f}", f"{one['bound']:,.1f}", f"{one['gap']:.2%}"
    return both(
        f"{one['schools']} 所学校缺 {one['lessons']} 节，走教教师 {one['teachers']} 人，"
        f"其中新设共享岗位 {one['posts']} 个（至少 {one['posts_bound']} 个），"
        f"每周路程 {km} 公里（下界 {bound}，差距不超过 {gap}）",
        f"{one['schools']} schools lack {one['lessons']} lessons; {one['teachers']} teachers, "
        f"{one['posts']} of them on new shared posts (at least {one['posts_bound']}), "
        f"{km} km a week (bound {bound}, gap at most {gap})",
        language,
    )
