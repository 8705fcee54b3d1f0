"""``junheng establishment``: posts that schools need, have and fill, shared out anew, and subjects that are short."""

from pathlib import Path
from typing import Annotated, Any

import typer

from junheng.cli.options import EnglishOption, JsonOption, ParametersOption, YearOption, norms_day, numbers_of
from junheng.cli.output import both, say
from junheng.cli.teacher_tables import answer, optional_table, required_tables, say_asked
from junheng.cli.unfit import refuse_unfit
from junheng.policy import Language


def establishment(
    folder: Annotated[
        Path,
        typer.Argument(help="文件夹：schools.csv，可有 teachers.csv、hours.csv / folder with schools.csv"),
    ],
    parameters: ParametersOption = None,
    year: YearOption = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """编制：0 已算出，2 输入有误 / Posts of staff; exit 0 done, 2 bad input."""
    from junheng.policy.establishment_norms import establishment_norms
    from junheng.teachers import UnfitTablesError
    from junheng.teachers.establishment import report

    norms = numbers_of(establishment_norms, parameters, norms_day(year))
    try:
        (schools,) = required_tables(folder, "schools")
        found = report(schools, norms, *(optional_table(folder, one) for one in ("teachers", "hours")))
    except UnfitTablesError as error:
        refuse_unfit(error, as_json=json, en=en)
    answer(found, _say, as_json=json, en=en)


def _say(found: dict[str, Any], language: Language) -> None:
    for one in found["counties"]:
        need, posts, staff, moved = (_or_dash(one[name]) for name in ("need", "posts", "staff", "moved"))
        say(
            f"{one['county_code']}: "
            + both(
                f"按标准需 {need}，核定编制 {posts}，在编 {staff}；在总量内重新分配须调整 {moved}",
                f"{need} needed, {posts} posts, {staff} filled; {moved} posts change schools when shared anew",
                language,
            )
        )
    for one in found["subjects"]:
        if one["short"]:
            say(
                f"{one['county_code']} {one['section']} {one['subject']}: "
                + both(
                    f"缺 {one['short']:.1f}，余 {one['spare']:.1f}",
                    f"short {one['short']:.1f}, spare {one['spare']:.1f}",
                    language,
                )
            )
    say_asked(found, language)


def _or_dash(value: float | None) -> str:
    return "—" if value is None else f"{value:,}"
