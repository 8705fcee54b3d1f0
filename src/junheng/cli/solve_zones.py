"""``junheng solve zones``: redraw the zones of a county from today's plan."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from junheng.cli.options import EnglishOption, JsonOption
from junheng.cli.output import both, refuse, say, say_json
from junheng.cli.unfit import refuse_unfit
from junheng.policy import Language

if TYPE_CHECKING:
    from junheng.seats.zoning.lcps import ZoningCase
    from junheng.seats.zoning.redraw import Redrawn


def zones(
    folder: Annotated[Path, typer.Argument(help="地图文件夹：units、adjacency、schools / folder of the map's tables")],
    seed_plan: Annotated[Path, typer.Option(help="现行方案 CSV：spa_id, district / today's plan")],
    level: Annotated[str, typer.Option(help="学段 ELEM、MID、HIGH / level of the schools")] = "ELEM",
    seconds: Annotated[float, typer.Option(help="时限（秒）/ wall time allowed", min=1)] = 60,
    tries: Annotated[
        int | None, typer.Option(help="每路搜索的尝试次数，给出后结果可重现 / moves per search, for equal results")
    ] = None,
    searches: Annotated[int, typer.Option(help="并行搜索数 / searches side by side", min=1)] = 2,
    seed: Annotated[int, typer.Option(help="随机种子 / seed of the random numbers")] = 0,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """重划学区：连片、含本校、人数与学位相称 / Contiguous zones around their schools, full but not crowded."""
    began = time.monotonic()
    from junheng.cli.zone_files import read_zone_files
    from junheng.seats.faults import UnfitInputError
    from junheng.seats.zoning.lcps import LEVELS, zoning_case
    from junheng.seats.zoning.redraw import redraw

    if level not in LEVELS:
        refuse(f"没有这个学段 / no such level: {level}（{', '.join(LEVELS)}）")
    try:
        case = zoning_case(read_zone_files(folder, seed_plan), level)
    except UnfitInputError as error:
        refuse_unfit(error, as_json=json, en=en)
    left = seconds - (time.monotonic() - began)
    found = redraw(case.land, case.plan, seconds=left, tries=tries, seed=seed, searches=searches)
    if json:
        say_json(_document(case, found, level))
    else:
        _tell(case, found, en=en)


def _document(case: "ZoningCase", found: "Redrawn", level: str) -> dict[str, Any]:
    from junheng.seats.zoning.objective import zones as measure

    land, measured = case.land, measure(case.land, found.plan)
    return {
        "level": level,
        "objective": found.objective,
        "seed_objective": found.before,
        "mended_objective": found.mended,
        "changed_areas": found.changed,
        "changed_pupils": found.pupils_changed,
        "tries": found.tries,
        "seconds": round(found.seconds, 3),
        "assignment": {
            area: case.districts[school] for area, school in zip(land.areas, found.plan.tolist(), strict=True)
        },
        "zones": [
            {
                "district": case.districts[at],
                "school": school,
                "seats": land.seats[at],
                "pupils": measured.pupils[at],
                "imbalance": measured.imbalance[at],
                "sprawl": measured.sprawl[at],
            }
            for at, school in enumerate(land.schools)
        ],
        "notes": [one.to_dict() for one in case.notes],
    }


def _tell(case: "ZoningCase", found: "Redrawn", *, en: bool) -> None:
    language: Language = "en" if en else "zh"
    size, count = len(case.land.areas), len(case.land.schools)
    pupils = f"{found.pupils_changed:,.0f}"
    say(both(f"{size} 个片区，{count} 个学区，全部连片", f"{size} areas, {count} zones, all contiguous", language))
    say(
        both(
            f"目标值 {found.objective:.5f}（现行方案 {found.before:.5f}，连片后 {found.mended:.5f}）",
            f"objective {found.objective:.5f} (today's plan {found.before:.5f}, once contiguous {found.mended:.5f})",
            language,
        )
    )
    say(
        both(
            f"换学校的片区 {found.changed} 个，学生 {pupils} 名",
            f"{found.changed} areas change, {pupils} pupils",
            language,
        )
    )
    for note in case.notes:
        say(note.in_(language))
