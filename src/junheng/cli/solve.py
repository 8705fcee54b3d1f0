"""``junheng solve cpmp | sscflp``: classical siting problems from their files, with a proven gap."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from junheng.cli.options import EnglishOption, JsonOption
from junheng.cli.output import Exit, both, err, refuse, say, say_json
from junheng.cli.solve_zones import zones
from junheng.cli.unfit import refuse_unfit
from junheng.policy import Language

if TYPE_CHECKING:
    from junheng.seats.medians import Answer, Distance, Problem

FileOption = Annotated[Path, typer.Argument(help="数据文件 / the file")]
SecondsOption = Annotated[float, typer.Option("--seconds", min=1, help="时间上限（秒） / time limit in seconds")]
SeedOption = Annotated[int, typer.Option("--seed", min=0, help="随机种子 / seed")]

solve = typer.Typer(no_args_is_help=True, help="求解选址与划片 / solve siting and zoning")
solve.command("zones")(zones)


@solve.command("cpmp")
def cpmp(
    file: FileOption,
    p: Annotated[
        int | None, typer.Option("--p", min=1, help="中位点数，缺省用文件中的 / medians; the file's own")
    ] = None,
    distance: Annotated[
        str, typer.Option(help="euclid 直线距离，floor 取整 / euclid as it is, floor cut to whole units")
    ] = "euclid",
    seconds: SecondsOption = 60.0,
    seed: SeedOption = 0,
    as_json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """有容量 p-中位：0 有解，2 输入有误，3 无解 / Capacitated p-median; exit 0 solved, 2 bad input, 3 no answer."""
    from junheng.seats.faults import UnfitInputError
    from junheng.seats.medians import read_points

    if distance not in {"euclid", "floor"}:
        refuse(f"--distance: euclid | floor, {distance}?")
    rule: Distance = "floor" if distance == "floor" else "euclid"
    try:
        problem = read_points(_text(file), p, rule)
    except UnfitInputError as error:
        refuse_unfit(error, as_json=as_json, en=en)
    _tell(problem, "medians", {"p": problem.p, "distance": distance}, seconds, seed, as_json, en)


@solve.command("sscflp")
def sscflp(
    file: FileOption,
    seconds: SecondsOption = 60.0,
    seed: SeedOption = 0,
    as_json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """单一归属设施选址：0 有解，2 输入有误，3 无解 / Facility location; exit 0 solved, 2 bad input, 3 none."""
    from junheng.seats.faults import UnfitInputError
    from junheng.seats.medians import read_facilities

    try:
        problem = read_facilities(_text(file))
    except UnfitInputError as error:
        refuse_unfit(error, as_json=as_json, en=en)
    _tell(problem, "open", {}, seconds, seed, as_json, en)


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError as error:
        refuse(f"读不了 / cannot be read: {file} ({error.strerror})")


def _tell(
    problem: "Problem", opened: str, given: dict[str, Any], seconds: float, seed: int, as_json: bool, en: bool
) -> None:
    from junheng.seats.medians import solve as solved

    answer = solved(problem, seconds, seed)
    if as_json:
        say_json(_document(answer, opened, given))
    else:
        _words(answer, "en" if en else "zh")
    if answer.objective is None:
        raise typer.Exit(Exit.NOT_JUDGEABLE)


def _document(answer: "Answer", opened: str, given: dict[str, Any]) -> dict[str, Any]:
    reason = answer.reason
    return {
        "status": answer.status,
        "feasible": answer.objective is not None,
        "objective": answer.objective,
        "bound": answer.bound,
        "gap": answer.gap,
        **given,
        opened: list(answer.opened),
        "assignment": list(answer.assignment),
        "seconds": round(answer.seconds, 3),
        "reason": {"code": reason.code, "zh": reason.reason.zh, "en": reason.reason.en} if reason else None,
    }


STATUS = {
    "optimal": ("已证明最优", "proven optimal"),
    "feasible": ("可行", "feasible"),
    "infeasible": ("无解", "infeasible"),
    "unknown": ("时间内未找到可行解", "none found in the time"),
}


def _words(answer: "Answer", language: Language) -> None:
    say(both(*STATUS[answer.status], language))
    if answer.reason:
        say(answer.reason.reason.in_(language))
    if answer.objective is None:
        return
    gap = "" if answer.gap is None else f"{100 * answer.gap:.3f} %"
    names = both("目标值 下界 差距 用时", "objective bound gap seconds", language).split()
    values = (f"{answer.objective:.6f}", f"{answer.bound:.6f}", gap, f"{answer.seconds:.1f}")
    for name, value in zip(names, values, strict=True):
        say(f"{name} {value}")
    say(both("开设（从 0 起）", "open (from 0)", language) + " " + " ".join(map(str, answer.opened)))
    err().print(both("完整归属见 --json", "--json gives the assignment", language), markup=False)
