"""``junheng teachers ahead``: who retires and arrives in the coming years, and which subjects will be short."""

from pathlib import Path
from typing import Annotated, Any

import typer

from junheng.cli.options import EnglishOption, JsonOption, ParametersOption, norms_day, numbers_of_two
from junheng.cli.output import both, say
from junheng.cli.teacher_tables import OutOption, answer, optional_table, required_tables, say_asked, write_tables
from junheng.cli.unfit import refuse_unfit
from junheng.policy import Language


def ahead(
    folder: Annotated[
        Path,
        typer.Argument(
            help="文件夹：schools.csv、teachers.csv、hours.csv，可有 ahead.csv、arrivals.csv / folder with the tables"
        ),
    ],
    parameters: ParametersOption = None,
    year: Annotated[int | None, typer.Option(help="从哪年 9 月 1 日起，缺省今年 / first year, this one")] = None,
    years: Annotated[int, typer.Option(min=1, max=40, help="年数 / years ahead")] = 10,
    out: OutOption = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """今后各年退休、补充和学科缺员：0 已算出，2 输入有误 / Teachers ahead; exit 0 done, 2 bad input."""
    from junheng.policy.establishment_norms import establishment_norms, establishment_parameters
    from junheng.policy.retirement import retirement_law, retirement_parameters
    from junheng.teachers import UnfitTablesError
    from junheng.teachers.ahead import Laws, Tables, report

    day = norms_day(year)
    both_laws = (establishment_norms, establishment_parameters()), (retirement_law, retirement_parameters())
    laws = Laws(*numbers_of_two(both_laws, parameters, day))
    try:
        needed = required_tables(folder, "schools", "teachers", "hours")
        tables = Tables(*needed, *(optional_table(folder, one) for one in ("ahead", "arrivals")))
        found = report(tables, laws, day.year, years)
    except UnfitTablesError as error:
        refuse_unfit(error, as_json=json, en=en)
    if out:
        write_tables(found, out, "rows", "subjects", "counties")
    answer(found, _say, as_json=json, en=en)


def _say(found: dict[str, Any], language: Language) -> None:
    until = found["year"] + found["years"]
    for one in found["subjects"]:
        head = f"{one['county_code']} {one['section']} {one['subject']}: "
        say(
            head
            + both(
                f"现有 {one['stock']:,.0f}，到 {until} 年退休 {one['retire']:,.1f}",
                f"{one['stock']:,.0f} today, {one['retire']:,.1f} retire until {until}",
                language,
            )
            + _verdict(one, language)
        )
    say_asked(found, language)


def _verdict(one: dict[str, Any], language: Language) -> str:
    if not one["judged"]:
        return both("；需要未知，不评定", "; need not known, not judged", language)
    if one["first_short"] is None:
        return both("；不缺", "; never short", language)
    return both(
        f"；{one['first_short']} 年起缺，各年合计须另招 {one['hire']:,.1f}",
        f"; short from {one['first_short']}, {one['hire']:,.1f} more to be found in all years",
        language,
    )
