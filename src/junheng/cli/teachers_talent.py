"""``junheng teachers talent``: studios, leading and backbone teachers and rural training, beside their targets."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from junheng.cli.options import EnglishOption, JsonOption, ParametersOption, numbers_of
from junheng.cli.output import both, refuse, say
from junheng.cli.teacher_tables import OutOption, answer, optional_table, required_tables, say_asked, write_tables
from junheng.cli.unfit import refuse_unfit
from junheng.policy import Language, Text

TABLES = ("programmes", "trainings", "rural")
WRITTEN = ("programmes", "counties", "trainings", "training_counties", "allotments")
STATES = {
    "met": Text("已完成", "met"),
    "under_way": Text("未到期", "under way"),
    "missed": Text("到期未完成", "not met in time"),
    "unreported": Text("有区县未上报，不评定", "not judged, counties did not report"),
    "no_target": Text("当时没有目标", "no target in force"),
}


def talent(
    folder: Annotated[
        Path,
        typer.Argument(help="文件夹：programmes.csv、trainings.csv、rural.csv 中的若干张 / folder with some of them"),
    ],
    parameters: ParametersOption = None,
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="按哪一天，缺省今天 / day, today")] = None,
    out: OutOption = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """人才培养和农村教师培训：0 已算出，2 输入有误 / Talent programmes; exit 0 done, 2 bad input."""
    from junheng.policy.talent_targets import talent_targets
    from junheng.teachers import UnfitTablesError
    from junheng.teachers.talent import report

    day: date = (on or datetime.now(tz=UTC)).date()
    targets = numbers_of(talent_targets, parameters, day)
    tables = {one: read for one in TABLES if (read := optional_table(folder, one)) is not None}
    try:
        if not tables:
            required_tables(folder, *TABLES)
        found = report(targets, day, **tables)
    except UnfitTablesError as error:
        refuse_unfit(error, as_json=json, en=en)
    except ValueError as error:
        refuse(f"--parameters: {error.args[0]}")
    if out:
        write_tables(found, out, *WRITTEN)
    answer(found, _say, as_json=json, en=en)


def _say(found: dict[str, Any], language: Language) -> None:
    for one in found["programmes"]:
        say(f"{one['year']} {one['title'][language]}: {_progress(one, language)}")
    for one in found["trainings"]:
        say(
            both(f"{one['year']} 农村教师培训", f"{one['year']} rural training", language)
            + f": {_progress(one, language)}"
        )
    for one in found["allotments"]:
        say(
            f"  {one['county_code']}: "
            + both(f"每年 {one['person_times']:,} 人次", f"{one['person_times']:,} person-times a year", language)
        )
    say_asked(found, language)


def _progress(one: dict[str, Any], language: Language) -> str:
    target = "—" if one["target"] is None else f"{one['target']:,}"
    state = STATES[one["state"]].in_(language)
    return both(f"{one['count']:,}，目标 {target}：{state}", f"{one['count']:,} of {target}: {state}", language)
