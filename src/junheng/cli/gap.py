"""``junheng gap``: where seats are missing, from areas with children, schools with seats and the ways between them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from junheng.cli.options import EnglishOption, JsonOption
from junheng.cli.output import both, err, refuse, say, say_json
from junheng.cli.town_files import (
    ChildrenOption,
    CountOption,
    FolderOption,
    GcjOption,
    Given,
    SeatsEachOption,
    ShareOption,
    ShareSourceOption,
    notes_of,
    read_areas,
    read_schools,
    read_ways,
)
from junheng.cli.unfit import refuse_unfit, told
from junheng.policy import Language, Text
from junheng.policy.years import statistics_day

if TYPE_CHECKING:
    import polars as pl

    from junheng.policy.seat_norms import SeatNorms
    from junheng.publish.charts import Chart
    from junheng.publish.table import Table
    from junheng.seats.faults import Fault
    from junheng.seats.gap import Town, TownGap

BREAKS = (-1000, -100, -10, 10, 100, 1000)
"""Seats at which the colour of the map changes."""
LEGENDS = {
    "gap": Text("缺口（个，红缺蓝余）", "Gap (red missing, blue spare)"),
    "unseated": Text("就近安排后无学位（人）", "Without a seat, all seated nearest"),
}


def gap(
    areas: Annotated[Path, typer.Argument(help="片区 CSV：编号、经度、纬度、儿童数 / CSV of areas with children")],
    schools: Annotated[Path, typer.Argument(help="学校 CSV：编号、经度、纬度、seats 或 classes / CSV of schools")],
    ways: Annotated[list[Path], typer.Argument(help="路程 CSV（junheng travel 的结果）/ CSV of ways, by travel")],
    section: Annotated[str, typer.Option(help="primary 小学 | junior 初中 / section")] = "primary",
    year: Annotated[
        int | None, typer.Option(help="年份，取该年 9 月 1 日的标准，缺省今年 / year whose norms apply, this one")
    ] = None,
    children: ChildrenOption = "children",
    share: ShareOption = None,
    share_source: ShareSourceOption = "",
    seats_each: SeatsEachOption = None,
    count: CountOption = None,
    fill: Annotated[
        bool, typer.Option("--fill", help="在校生未知：按总路程最短安排入座 / seat all children the shortest way")
    ] = False,
    radii: Annotated[str, typer.Option(help="覆盖率的半径（米）/ radii of coverage in metres")] = "500,1000",
    gcj02: GcjOption = False,
    out: FolderOption = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """学位缺口：0 已算出，2 输入有误 / Seats against children by area; exit 0 done, 2 bad input."""
    from junheng.policy.seat_norms import SECTIONS, seat_norms
    from junheng.seats.faults import UnfitInputError
    from junheng.seats.gap import town_gap, unpeopled

    if section not in SECTIONS:
        refuse(f"--section: {', '.join(SECTIONS)}")
    of = year or datetime.now(tz=UTC).year
    rings, norms = _radii(radii), seat_norms(statistics_day(of))
    given = Given(children, share, share_source, seats_each, count).checked()
    language: Language = "en" if en else "zh"
    try:
        town, notes = _town(areas, schools, ways, given, gcj02)
        found = town_gap(town, section, of, norms, fill=fill)
    except UnfitInputError as error:
        refuse_unfit(error, as_json=json, en=en)
    noted = unpeopled(town.areas, town.children)
    report = _report(town, found, norms, rings, notes, noted)
    if out:
        _write(report, town, out, language)
    if json:
        say_json(report)
    else:
        _say(report, noted, language)


def _radii(text: str) -> list[float]:
    try:
        found = sorted({float(one) for one in text.split(",") if one.strip()})
    except ValueError:
        refuse(f"--radii: 500,1000, {text}?")
    if not found or found[0] < 0:
        refuse(f"--radii: 500,1000, {text}?")
    return found


def _town(areas: Path, schools: Path, ways: list[Path], given: Given, gcj02: bool) -> "tuple[Town, list[Text]]":
    """The tables read; every fault of all of them at once."""
    from junheng.seats.faults import UnfitInputError
    from junheng.seats.gap import Town

    homes, children, faults = read_areas(areas, given, gcj02=gcj02)
    goals, held, wrong = read_schools(schools, given, gcj02=gcj02)
    faults += wrong
    try:
        measured = read_ways(ways, homes.id, goals.id)
    except UnfitInputError as error:
        raise UnfitInputError([*faults, *error.faults]) from error
    if faults:
        raise UnfitInputError(faults)
    return Town(homes, children, goals, held, measured), notes_of(given, held)


def _report(
    town: "Town",
    found: "TownGap",
    norms: "SeatNorms",
    rings: list[float],
    notes: list[Text],
    noted: "tuple[Fault, ...]",
) -> dict[str, Any]:
    """One document: city, coverage, areas, and what was given or noted."""
    from junheng.seats.gap import coverage

    areas = found.gap.areas
    rows = _rows(areas, town, found)
    city, section = found.gap.city.to_dicts()[0], areas["section"][0]
    reached = areas["nearest_free"].is_not_null().sum()
    return {
        "section": section,
        "year": areas["year"][0],
        "class_norm": norms.class_norm[section],
        "city": {
            **{name: city[name] for name in ("children", "schools", "seats", "gap", "missing", "spare")},
            "areas": areas.height,
            "areas_without_school_in_reach": int(areas["nearest"].is_null().sum()),
            "areas_with_free_seat_in_reach": int(reached),
            "unseated": None if found.seated is None else int(found.seated.unseated.sum()),
        },
        "coverage": coverage(areas, rings).drop("year", "section").to_dicts(),
        "areas": rows,
        "given": [{"zh": one.zh, "en": one.en} for one in notes],
        "notes": [one.to_dict() for one in noted],
    }


def _rows(areas: "pl.DataFrame", town: "Town", found: "TownGap") -> list[dict[str, Any]]:
    """The areas in the order of their file."""
    by_name = {row["area"]: row for row in areas.iter_rows(named=True)}
    names = ("area", "children", "schools", "seats", "gap", "nearest", "nearest_free")
    rows = [{name: by_name[area][name] for name in names} for area in town.areas.id]
    if found.seated is not None:
        for row, left in zip(rows, found.seated.unseated.tolist(), strict=True):
            row["unseated"] = left
    return rows


def _write(report: dict[str, Any], town: "Town", folder: Path, language: Language) -> None:
    from junheng.publish.town import gap_table, write_town

    notes = [Text(**one) for one in report["given"]]
    table: Table = gap_table(report["areas"], notes)
    for path in write_town(folder, [table], _map(report, town, language)):
        err().print(str(path), markup=False)


def _map(report: dict[str, Any], town: "Town", language: Language) -> "Chart":
    from junheng.publish.town import Dot, Drawing, Mark, point_map

    value = "gap" if report["city"]["unseated"] is None else "unseated"
    dots = [
        Dot(row["area"], float(lon), float(lat), row[value])
        for row, lon, lat in zip(report["areas"], town.areas.lon, town.areas.lat, strict=True)
    ]
    marks = [
        Mark("school", name, float(lon), float(lat))
        for name, lon, lat in zip(town.schools.id, town.schools.lon, town.schools.lat, strict=True)
    ]
    city = report["city"]
    words = Text(f"缺 {city['missing']:,.0f}，余 {city['spare']:,.0f}", f"{city['missing']:,.0f} missing")
    drawing = Drawing(Text("学位缺口", "Seat gap"), LEGENDS[value], dots, marks, BREAKS, words)
    return point_map(drawing, language)


def _say(report: dict[str, Any], noted: "tuple[Fault, ...]", language: Language) -> None:
    city = report["city"]
    say(
        both(
            f"{city['areas']} 个片区、{city['schools']} 行学校：儿童 {city['children']:,.0f}，"
            f"学位 {city['seats']:,.0f}，缺口 {city['gap']:,.0f}",
            f"{city['areas']} areas, {city['schools']} rows of schools: {city['children']:,.0f} children, "
            f"{city['seats']:,.0f} seats, gap {city['gap']:,.0f}",
            language,
        )
    )
    for ring in report["coverage"]:
        share = "—" if ring["share"] is None else f"{ring['share']:.1%}"
        say(both(f"{ring['radius']:g} 米内有学校：{share}", f"school within {ring['radius']:g} m: {share}", language))
    alone = city["areas_without_school_in_reach"]
    say(both(f"{alone} 个片区在路程表内没有学校", f"{alone} areas have no school in the table of ways", language))
    if city["unseated"] is not None:
        free, left = city["areas_with_free_seat_in_reach"], city["unseated"]
        say(
            both(
                f"全部就近安排后 {left:,} 人没有学位，{free} 个片区够得到空学位",
                f"all seated the shortest way: {left:,} without a seat, {free} areas have a free seat in reach",
                language,
            )
        )
    for one in report["given"]:
        say(one[language])
    for line in told(noted, language):
        err().print(line, markup=False)
