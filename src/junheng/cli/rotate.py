"""``junheng rotate``: which teachers move where, with a bound, the rules kept, and a reason for every one."""

import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from junheng.cli.options import EnglishOption, JsonOption, ParametersOption, numbers_of
from junheng.cli.output import Exit, refuse, say, say_json, steps
from junheng.cli.rotate_files import read_folder
from junheng.cli.rotate_words import spoken
from junheng.cli.teacher_tables import OutOption, write_tables
from junheng.cli.unfit import refuse_unfit

if TYPE_CHECKING:
    from junheng.policy.rotation_rules import RotationRules
    from junheng.teachers.rotation import Inputs

STEP = "轮岗 rotation"


def rotate(
    folder: Annotated[
        Path,
        typer.Argument(help="文件夹：teachers.csv、schools.csv，以及 distances.csv 或坐标 / folder with the tables"),
    ],
    parameters: ParametersOption = None,
    on: Annotated[
        str | None, typer.Option(help="按哪一天的规则和年龄，缺省今天 / day of rules and ages, today")
    ] = None,
    seconds: Annotated[
        float, typer.Option(min=0.0, help="求证最优的时间（秒）/ seconds for proving the optimum")
    ] = 10.0,
    out: OutOption = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """交流轮岗：0 有方案，2 输入有误，3 有区县做不到（说明原因）/ Rotation; exit 0 done, 2 bad input, 3 infeasible."""
    from junheng.policy.rotation_rules import rotation_rules
    from junheng.teachers import UnfitTablesError
    from junheng.teachers.rotation import report
    from junheng.teachers.rotation import rotate as solve

    day = _day(on)
    rules = numbers_of(rotation_rules, parameters, day)
    begun = time.perf_counter()
    try:
        read = read_folder(folder, rules, day)
    except UnfitTablesError as error:
        refuse_unfit(error, as_json=json, en=en)
    with steps() as step:
        plans = solve(read.city.counties, rules, seconds, step(STEP))
    found = report(read.city, rules, plans)
    _check(read, rules, found["placements"])
    found["notes"] = [{"zh": one.zh, "en": one.en} for one in read.notes]
    found["on"], found["seconds"] = day, round(time.perf_counter() - begun, 3)
    if out:
        write_tables(found, out, "placements", "excluded", "fairness", without=("effects",))
    if json:
        say_json(found)
    else:
        for line in spoken(found, "en" if en else "zh"):
            say(line)
    if found["status"] == "infeasible":
        raise typer.Exit(Exit.NOT_JUDGEABLE)


def _day(on: str | None) -> date:
    if on is None:
        return datetime.now(tz=UTC).date()
    try:
        return date.fromisoformat(on)
    except ValueError:
        refuse(f"--on: 2026-09-01, {on}?")


def _check(read: "Inputs", rules: "RotationRules", placements: list[dict[str, Any]]) -> None:
    """The independent checker; what it finds is a fault of the program.

    Raises:
        RuntimeError: with what is wrong.
    """
    from junheng.teachers.rotation import faults

    wrong = faults(read.city, read.km, rules, placements)
    if wrong:
        raise RuntimeError("; ".join(wrong[:3]))
