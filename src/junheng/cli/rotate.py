"""``junheng rotate``: which teachers move where, with a bound, the rules kept, and a reason for every one."""

import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from junheng.cli.options import EnglishOption, JsonOption, ParametersOption, given_values
from junheng.cli.output import Exit, err, refuse, say, say_json, steps
from junheng.cli.rotate_files import Folder, read_folder
from junheng.cli.rotate_words import spoken
from junheng.cli.unfit import refuse_unfit

if TYPE_CHECKING:
    from junheng.policy.rotation_rules import RotationRules

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
    out: Annotated[Path | None, typer.Option("--out", "-o", help="把各表写到此文件夹 / folder to write tables")] = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """交流轮岗：0 有方案，2 输入有误，3 有区县做不到（说明原因）/ Rotation; exit 0 done, 2 bad input, 3 infeasible."""
    from junheng.teachers import UnfitTablesError
    from junheng.teachers.rotation import report
    from junheng.teachers.rotation import rotate as solve

    day = _day(on)
    rules = the_rules(parameters, day)
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
        for path in _written(found, out):
            err().print(str(path), markup=False)
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


def the_rules(parameters: Path | None, day: date) -> "RotationRules":
    """The rules with a user's values set; leaves with the code for bad input when they cannot be used."""
    from junheng.policy.rotation_rules import rotation_rules

    try:
        return rotation_rules(day, given_values(parameters) if parameters else None)
    except LookupError as error:
        refuse(f"--parameters: {error.args[0]}")
    except ValueError as error:
        refuse(f"--parameters: {error}")


def _check(read: Folder, rules: "RotationRules", placements: list[dict[str, Any]]) -> None:
    """The independent checker; what it finds is a fault of the program.

    Raises:
        RuntimeError: with what is wrong.
    """
    from junheng.teachers.rotation import faults

    wrong = faults(read.city, read.km, rules, placements)
    if wrong:
        raise RuntimeError("; ".join(wrong[:3]))


def _written(found: dict[str, Any], folder: Path) -> list[Path]:
    """The placements, refusals and fairness as CSV."""
    import polars as pl

    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in ("placements", "excluded", "fairness"):
        rows = [{key: _flat(value) for key, value in row.items() if key != "effects"} for row in found[name]]
        path = folder / f"{name}.csv"
        pl.DataFrame(rows, infer_schema_length=None).write_csv(path, include_bom=True)
        paths.append(path)
    return paths


def _flat(value: Any) -> Any:
    return value["zh"] if isinstance(value, dict) else value
