"""``junheng teachers pay``: pools of performance pay shared to the fen, and pay beside civil servants'."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from junheng.cli.options import EnglishOption, JsonOption, ParametersOption, YearOption, norms_day, numbers_of
from junheng.cli.output import both, say
from junheng.cli.teacher_tables import OutOption, answer, optional_table, required_tables, say_asked, write_tables
from junheng.cli.unfit import refuse_unfit
from junheng.policy import Language

TABLES = ("pools", "pay", "wages")


def pay(
    folder: Annotated[
        Path,
        typer.Argument(help="文件夹：pools.csv 和 pay.csv，或 wages.csv / folder with pools and pay, or wages"),
    ],
    parameters: ParametersOption = None,
    year: YearOption = None,
    out: OutOption = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """绩效工资：0 已算出，2 输入有误 / Performance pay; exit 0 done, 2 bad input."""
    from junheng.policy.pay_rules import pay_rules
    from junheng.teachers import UnfitTablesError
    from junheng.teachers.pay import report

    rules = numbers_of(pay_rules, parameters, norms_day(year))
    tables = {one: read for one in TABLES if (read := optional_table(folder, one)) is not None}
    try:
        if "wages" not in tables or len(tables) > 1:
            required_tables(folder, "pools", "pay")
        found = report(rules, **tables)
    except UnfitTablesError as error:
        refuse_unfit(error, as_json=json, en=en)
    if out:
        write_tables(found, out, "persons", "schools", "rules", "counties")
    answer(found, _say, as_json=json, en=en)


def _say(found: dict[str, Any], language: Language) -> None:
    if found["schools"]:
        pool = sum(one["pool"] for one in found["schools"])
        schools, persons = len(found["schools"]), len(found["persons"])
        say(
            both(
                f"{schools} 所学校 {persons} 人，分配 {pool:,} 元，一分不差",
                f"{schools} schools, {persons} persons: {pool:,} yuan shared out to the fen",
                language,
            )
        )
    for one in found["rules"]:
        say(
            f"  {one['title'][language]} {one['share']:.1%}: "
            + both(
                f"改变 {one['moved']:,} 元的去向，{one['persons']} 人共多得 {one['gain']:,} 元",
                f"{one['moved']:,} yuan go elsewhere than without it; {one['persons']} persons gain {one['gain']:,}",
                language,
            )
        )
    for one in found["counties"]:
        say(f"{one['county_code']} {one['year']}: {_county(one, language)}")
    say_asked(found, language)


def _county(one: dict[str, Any], language: Language) -> str:
    parity = _told(one["parity"], one["parity_shortfall"], language)
    link = _told(one["link"], one["link_shortfall"], language)
    return both(
        f"不低于公务员平均工资：{parity}；与公务员工资同幅度提高：{link}",
        f"no less than civil servants: {parity}; rising at their rate: {link}",
        language,
    )


def _told(state: str, shortfall: Decimal | None, language: Language) -> str:
    if state == "kept":
        return both("做到", "kept", language)
    if state == "unknown":
        return both("数据不全，不评定", "not judged, numbers missing", language)
    return both(f"差 {shortfall:,} 元", f"short by {shortfall:,} yuan", language)
