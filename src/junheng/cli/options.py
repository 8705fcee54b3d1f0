"""Options that several commands share."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Protocol, TypeVar

import typer
import yaml

from junheng.cli.output import refuse
from junheng.policy import PolicyError, Standard, Value, load_standard
from junheng.policy.years import statistics_day

StandardOption = Annotated[
    str,
    typer.Option(
        "--standard", help="内置标准编号或自定标准的 YAML 文件 / a built-in standard or a YAML file of your own"
    ),
]
ParametersOption = Annotated[
    Path | None,
    typer.Option(
        "--parameters", help="补填或改写参数的 YAML 文件（参数: 值）/ YAML file that sets parameters (id: value)"
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON / print JSON")]
YearOption = Annotated[
    int | None,
    typer.Option("--year", help="年份，取该年 9 月 1 日的标准，缺省今年 / year whose norms apply, this one"),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="不输出说明 / say nothing but the result")]
EnglishOption = Annotated[bool, typer.Option("--en", help="英文输出 / speak English")]


def the_standard(source: str, parameters: Path | None) -> Standard:
    """The standard asked for, with a user's values set; leaves with the code for bad input when it cannot be used."""
    try:
        standard = load_standard(source)
        return standard.with_values(given_values(parameters)) if parameters else standard
    except PolicyError as error:
        refuse(str(error))
    except KeyError as error:
        refuse(f"没有这个参数 / no such parameter: {error.args[0]}")


def given_values(path: Path) -> dict[str, Value]:
    """The values of a parameter file; leaves with the code for bad input when it cannot be read."""
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (OSError, yaml.YAMLError) as error:
        refuse(f"读不了参数文件 / cannot read {path}: {error}")
    if not isinstance(raw, dict):
        refuse(f"{path}：应写成“参数: 值” / expected lines of 'parameter: value'")
    return {str(name): _value(value) for name, value in raw.items()}


Held_co = TypeVar("Held_co", covariant=True)
Other_co = TypeVar("Other_co", covariant=True)


class OfDay(Protocol[Held_co]):
    """What the numbers of a day make, with own values set."""

    def __call__(self, day: date, own: "Mapping[str, Value | float] | None" = None) -> Held_co: ...


def numbers_of(law: OfDay[Held_co], parameters: Path | None, day: date) -> Held_co:
    """The law of a day with a user's values set; leaves with the code for bad input when they cannot be used."""
    return _held(law, given_values(parameters) if parameters else None, day)


def numbers_of_two(
    laws: tuple[tuple[OfDay[Held_co], Iterable[str]], tuple[OfDay[Other_co], Iterable[str]]],
    parameters: Path | None,
    day: date,
) -> tuple[Held_co, Other_co]:
    """Two laws of a day, each with the names of its parameters, whose values come in one file."""
    (one, of_one), (two, of_two) = laws
    own = given_values(parameters) if parameters else {}
    first = {name: value for name, value in own.items() if name not in set(of_two)}
    second = {name: value for name, value in own.items() if name in set(of_two) - set(of_one)}
    return _held(one, first, day), _held(two, second, day)


def _held(law: OfDay[Held_co], own: Mapping[str, Value] | None, day: date) -> Held_co:
    try:
        return law(day, own)
    except (LookupError, ValueError) as error:
        refuse(f"--parameters: {error.args[0]}")


def _value(value: object) -> Value:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return str(value)


def norms_day(year: int | None) -> date:
    """The day whose norms apply: the first of the school year that begins in the year, or in this one."""
    return statistics_day(year or datetime.now(tz=UTC).year)
