"""``junheng travel``: distances from areas to schools along roads, or straight where there is no road."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from junheng.cli.options import EnglishOption, JsonOption
from junheng.cli.output import both, err, refuse, say, say_json
from junheng.cli.travel_files import read_network, read_points
from junheng.cli.unfit import refuse_unfit
from junheng.policy import Language, Text

if TYPE_CHECKING:
    from junheng.seats.travel import Answer, Detour, Question

AREAS, SCHOOLS = Text("片区表", "areas"), Text("学校表", "schools")
TABLES = ("areas", "schools", "network")
SHOWN = 20


def travel(
    areas: Annotated[Path, typer.Argument(help="片区 CSV：编号、经度、纬度 / CSV of areas: id, lon, lat")],
    schools: Annotated[Path, typer.Argument(help="学校 CSV：编号、经度、纬度 / CSV of schools: id, lon, lat")],
    network: Annotated[
        Path | None,
        typer.Option(help="路网：pbf、任意线图层或边表 CSV；缺省用直线 / roads: pbf, any line layer or CSV of edges"),
    ] = None,
    nodes: Annotated[
        Path | None, typer.Option(help="节点表 CSV：node, lon, lat / CSV of nodes, with a CSV of edges")
    ] = None,
    layer: Annotated[str | None, typer.Option(help="图层名，缺省第一个 / layer, the first one by default")] = None,
    crs: Annotated[str | None, typer.Option(help="路网的坐标系，如 EPSG:4490 / system of the network")] = None,
    gcj02: Annotated[
        str, typer.Option("--gcj02", help="哪些是 GCJ-02 坐标：areas,schools,network / which of them are in GCJ-02")
    ] = "",
    mode: Annotated[str, typer.Option(help="walk 步行 | drive 驾车 / mode of travel")] = "walk",
    limit: Annotated[float, typer.Option(min=1, help="最远距离（米） / largest distance in metres")] = 5000.0,
    within: Annotated[
        float, typer.Option(min=0, help="离最近道路的最大距离（米） / how far the nearest road may be")
    ] = 500.0,
    detour: Annotated[float | None, typer.Option(min=1, help="直线距离的绕行系数 / factor on straight lines")] = None,
    detour_source: Annotated[str, typer.Option(help="绕行系数的来源 / where the factor comes from")] = "",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="距离写入此 CSV / write the distances here")] = None,
    cache: Annotated[Path | None, typer.Option(help="缓存文件夹 / folder where distances are kept")] = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """片区到学校的距离：0 已算出，2 输入有误 / Distances from areas to schools; exit 0 done, 2 bad input."""
    from junheng.seats.faults import UnfitInputError
    from junheng.seats.travel import MODES, Points, Question

    moved = {one.strip() for one in gcj02.split(",") if one.strip()}
    if moved - set(TABLES):
        refuse(f"--gcj02: {', '.join(TABLES)}")
    if mode not in MODES:
        refuse(f"--mode: {', '.join(MODES)}")
    began = time.perf_counter()
    try:
        homes = read_points(areas, AREAS, gcj02="areas" in moved)
        goals = read_points(schools, SCHOOLS, gcj02="schools" in moved)
        roads = read_network(network, nodes, layer, crs, gcj02="network" in moved) if network else None
        found = _answer(
            Question(
                homes.id,
                Points(homes.lon, homes.lat),
                goals.id,
                Points(goals.lon, goals.lat),
                roads,
                mode,
                limit,
                within,
                _detour(detour, detour_source),
            ),
            cache,
        )
    except UnfitInputError as error:
        refuse_unfit(error, en=en)
    report = {**found.report, "seconds": round(time.perf_counter() - began, 3)}
    if out:
        found.distances.write_csv(out, include_bom=True)
    if json:
        say_json(report if out else {**report, "distances": found.distances.to_dicts()})
    else:
        _say(report, "en" if en else "zh")


def _detour(factor: float | None, source: str) -> "Detour | None":
    from junheng.seats.travel import Detour

    if factor is None:
        return None
    try:
        return Detour(factor, source)
    except ValueError as error:
        refuse(f"--detour: {error} (--detour-source)")


def _answer(question: "Question", folder: Path | None) -> "Answer":
    from junheng.facts.layers import Kept, digest, kept
    from junheng.seats.travel import Answer, answer

    if folder is None:
        return answer(question)

    def make() -> Kept:
        made = answer(question)
        return Kept(made.distances, made.report)

    found, there = kept(folder, "travel", digest(*question.parts()), make)
    return Answer(found.table, {**found.notes, "cached": there})


def _say(report: dict[str, Any], language: Language) -> None:
    pairs, straight, limit = report["pairs"], report["straight_pairs"], report["limit_m"]
    say(
        both(
            f"{report['areas']} 个片区、{report['schools']} 所学校：{limit:g} 米内 {pairs} 对，其中直线 {straight} 对",
            f"{report['areas']} areas, {report['schools']} schools: {pairs} pairs ≤ {limit:g} m, {straight} straight",
            language,
        )
    )
    alone, bad = report["areas_without_school"], report["bad_points"]
    say(
        both(
            f"{len(alone)} 个片区在此距离内没有学校",
            f"{len(alone)} areas have no school within that distance",
            language,
        )
    )
    for one in bad[:SHOWN]:
        err().print(" | ".join(one[part][language] for part in ("where", "what", "rule", "fix")), markup=False)
    if len(bad) > SHOWN:
        more = len(bad) - SHOWN
        err().print(
            both(f"另有 {more} 个点（见 --json）", f"and {more} more points (see --json)", language), markup=False
        )
