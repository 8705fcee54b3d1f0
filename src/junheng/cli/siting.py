"""``junheng siting``: which sites to open and who then goes where, with a bound; or in words why it cannot be done."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from junheng.cli.options import EnglishOption, JsonOption
from junheng.cli.output import Exit, err, refuse, say, say_json
from junheng.cli.siting_boarding import Asked, BoardingCostOption, BoardingShareOption, BoardingTownshipsOption
from junheng.cli.siting_files import Files, Known, read_town
from junheng.cli.siting_report import curve_of, report_of, spoken, written
from junheng.cli.town_files import (
    ChildrenOption,
    CountOption,
    FolderOption,
    GcjOption,
    Given,
    SeatsEachOption,
    ShareOption,
    ShareSourceOption,
)
from junheng.cli.unfit import refuse_unfit, told
from junheng.policy import Language

if TYPE_CHECKING:
    from junheng.seats.siting import SitingPlan, SitingProblem, Step, Wish


def siting(
    areas: Annotated[Path, typer.Argument(help="片区 CSV：编号、经度、纬度、儿童数 / CSV of areas with children")],
    schools: Annotated[Path, typer.Argument(help="学校 CSV：编号、经度、纬度、seats 或 classes / CSV of schools")],
    sites: Annotated[
        Path, typer.Argument(help="候选地 CSV：编号、经度、纬度、seats 或 classes、cost / CSV of candidate sites")
    ],
    ways: Annotated[list[Path], typer.Argument(help="到学校和候选地的路程 CSV / CSV of ways to schools and sites")],
    open_: Annotated[int | None, typer.Option("--open", help="最多新开几处 / new sites at most")] = None,
    budget: Annotated[float | None, typer.Option(help="费用（cost 列）上限 / money at most, as in column cost")] = None,
    cap: Annotated[float | None, typer.Option(min=0, help="最远路程（米）/ nobody goes farther, metres")] = None,
    objective: Annotated[
        str, typer.Option(help="distance 路程 | coverage 半径外人数 | farthest 最远者优先 / what is made small")
    ] = "distance",
    radius: Annotated[float, typer.Option(min=1, help="服务半径（米）/ service radius in metres")] = 500.0,
    trade_off: Annotated[
        bool, typer.Option("--trade-off", help="从 0 到 --open 各求一个方案 / one siting for each number up to --open")
    ] = False,
    section: Annotated[str, typer.Option(help="primary 小学 | junior 初中，决定班额 / section")] = "primary",
    children: ChildrenOption = "children",
    share: ShareOption = None,
    share_source: ShareSourceOption = "",
    seats_each: SeatsEachOption = None,
    count: CountOption = None,
    site_seats: Annotated[
        float | None, typer.Option(min=0, help="规模未知的候选地每处学位数 / seats of a site that names none")
    ] = None,
    boarding_share: BoardingShareOption = None,
    boarding_cost: BoardingCostOption = None,
    boarding_townships: BoardingTownshipsOption = False,
    gcj02: GcjOption = False,
    seconds: Annotated[float, typer.Option(min=0.2, help="每个方案的求解时间（秒）/ seconds for each siting")] = 20.0,
    seed: Annotated[int, typer.Option(min=0, help="随机种子 / seed")] = 0,
    out: FolderOption = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """选址：0 人人有学位，2 输入有误，3 有人没有学位（说明原因）/ Siting; exit 0 all seated, 2 bad input, 3 not all."""
    from junheng.policy.seat_norms import SECTIONS
    from junheng.seats.faults import UnfitInputError
    from junheng.seats.siting import OBJECTIVES, Wish

    if objective not in OBJECTIVES or section not in SECTIONS:
        refuse(f"--objective: {', '.join(OBJECTIVES)}; --section: {', '.join(SECTIONS)}")
    if trade_off and open_ is None:
        refuse("--trade-off 须给出 --open / --trade-off needs --open")
    given = Given(children, share, share_source, seats_each, count, site_seats).checked()
    wish = Wish(open_, _limit(budget), _limit(cap), objective, radius)  # type: ignore[arg-type]
    boarding = Asked(boarding_share, boarding_cost, boarding_townships)
    begun = time.perf_counter()
    try:
        known = read_town(Files(areas, schools, sites, ways, section, gcj02), given, wish, boarding)
    except UnfitInputError as error:
        refuse_unfit(error, as_json=json, en=en)
    report = _answered(known, wish, trade_off, seconds, seed)
    report["seconds"] = round(time.perf_counter() - begun, 3)
    _told(known, report, out, json, "en" if en else "zh")
    if not report["feasible"]:
        raise typer.Exit(Exit.NOT_JUDGEABLE)


def _limit(given: float | None) -> float:
    return float("inf") if given is None else given


def _answered(known: Known, wish: "Wish", trade_off: bool, seconds: float, seed: int) -> dict[str, Any]:
    """The siting, checked; with the curve up to it where one is asked for."""
    from junheng.seats.siting import SitingPlan, by_number, site, siting_problem, why_not_seated

    problem = siting_problem(known.town, wish)
    curve: tuple[Step, ...] = ()
    if trade_off and wish.at_most is not None:
        curve = by_number(problem, wish.at_most, seconds=seconds, seed=seed, names=known.names)
        answer = curve[-1].answer
    else:
        answer = site(problem, seconds=seconds, seed=seed, names=known.names)
    for number, one in [(wish.at_most, answer), *((step.at_most, step.answer) for step in curve)]:
        if isinstance(one, SitingPlan):
            _check(problem, number, one)
    report = report_of(known, wish, answer, why_not_seated(problem, answer, known.names))
    return {**report, "curve": curve_of(known, wish, curve)} if curve else report


def _check(problem: "SitingProblem", number: int | None, answer: "SitingPlan") -> None:
    """The independent checker; what it finds is a fault of the program.

    Raises:
        RuntimeError: with what is wrong.
    """
    from dataclasses import replace

    from junheng.seats.siting import faults

    wrong = faults(replace(problem, at_most=number), answer)
    if wrong:
        raise RuntimeError("; ".join(wrong[:3]))


def _told(known: Known, report: dict[str, Any], out: Path | None, as_json: bool, language: Language) -> None:
    if out:
        for path in written(known, report, out, language):
            err().print(str(path), markup=False)
    if as_json:
        say_json(report)
        return
    for line in spoken(report, language):
        say(line)
    for line in told(known.noted, language):
        err().print(line, markup=False)
