"""What ``junheng siting`` says: one document for machines, sentences for people, tables and a map for a folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from junheng.cli.output import both
from junheng.cli.siting_files import Known
from junheng.policy import Language, Text

if TYPE_CHECKING:
    from junheng.seats.siting import Ground, SitingPlan, Step, Unsited, Wish

BREAKS = (250, 500, 1000, 1500, 2000, 3000)
"""Metres at which the colour of the map changes."""
NUMBERS = ("objective", "bound", "gap", "money")


def report_of(known: Known, wish: "Wish", answer: "SitingPlan | Unsited", why: "Unsited | None") -> dict[str, Any]:
    """One document; ``feasible`` when everybody has a seat, else ``reason`` says in words why not."""
    from junheng.seats.siting import SitingPlan, on_the_ground

    said = {
        "feasible": False,
        "reason": _reason(why),
        "children": int(known.town.children.sum()),
        "given": [{"zh": one.zh, "en": one.en} for one in known.given],
        "notes": [one.to_dict() for one in known.noted],
    }
    if not isinstance(answer, SitingPlan):
        empty = dict.fromkeys((*NUMBERS, "unserved", "mean_metres", "farthest_metres", "within"))
        return {**said, **empty, "opened": [], "places": [], "assignment": [], "boarding": []}
    ground = on_the_ground(known.town, answer, wish.radius)
    return {
        **said,
        "feasible": ground.unserved == 0,
        **_numbers(answer, ground),
        "opened": _opened(known, answer),
        "places": _places(known, answer, ground),
        "assignment": _assignment(known, ground),
        "boarding": _boarding(known, ground),
    }


def curve_of(known: Known, wish: "Wish", curve: "tuple[Step, ...]") -> list[dict[str, Any]]:
    """One row for each number of sites."""
    from junheng.seats.siting import SitingPlan, on_the_ground

    rows = []
    for step in curve:
        row: dict[str, Any] = {"sites": step.at_most, "opened": None, "reason": None}
        if isinstance(step.answer, SitingPlan):
            names = _opened(known, step.answer)
            row |= {"opened": len(names), "names": names}
            row |= _numbers(step.answer, on_the_ground(known.town, step.answer, wish.radius))
        else:
            row["reason"] = _reason(step.answer)
        rows.append(row)
    return rows


def _reason(why: "Unsited | None") -> dict[str, Any] | None:
    if why is None:
        return None
    demands = [{"kind": one.kind, "zh": one.words.zh, "en": one.words.en} for one in why.demands]
    return {"zh": why.words.zh, "en": why.words.en, "proven": why.proven, "demands": demands}


def _numbers(answer: "SitingPlan", ground: "Ground") -> dict[str, Any]:
    """Objective with its certificate, and what it means on the ground; None for what is no number."""
    import math

    found = {
        "objective": answer.objective,
        "bound": answer.bound,
        "gap": answer.gap,
        "money": answer.money,
        "unserved": ground.unserved,
        "mean_metres": ground.mean_metres,
        "farthest_metres": ground.farthest_metres,
        "within": ground.within,
    }
    return {name: value if math.isfinite(value) else None for name, value in found.items()}


def _opened(known: Known, answer: "SitingPlan") -> list[str]:
    standing = known.town.schools
    seats = answer.seats[standing : len(known.places)].tolist()
    return [name for name, held in zip(known.sites.id, seats, strict=True) if held > 0]


def _places(known: Known, answer: "SitingPlan", ground: "Ground") -> list[dict[str, Any]]:
    """Schools and sites that are open."""
    town, rows = known.town, []
    points = [
        *zip(known.schools.lon, known.schools.lat, strict=True),
        *zip(known.sites.lon, known.sites.lat, strict=True),
    ]
    for at, name in enumerate(known.places):
        if at < town.schools or answer.seats[at] > 0:
            rows.append(
                {
                    "school": name,
                    "kind": "school" if at < town.schools else "site",
                    "longitude": float(points[at][0]),
                    "latitude": float(points[at][1]),
                    "seats": int(answer.seats[at]),
                    "pupils": int(ground.pupils[at]),
                    "areas": int(ground.areas[at]),
                    "money": float(town.money[at]),
                }
            )
    return rows


def _assignment(known: Known, ground: "Ground") -> list[dict[str, Any]]:
    places = known.places
    return [
        {
            "area": area,
            "school": places[school] if school >= 0 else None,
            "children": int(known.town.children[at]),
            "metres": float(ground.metres[at]) if school >= 0 else None,
        }
        for at, (area, school) in enumerate(zip(known.areas.id, ground.school.tolist(), strict=True))
    ]


def _boarding(known: Known, ground: "Ground") -> list[dict[str, Any]]:
    """Who boards where."""
    return [
        {
            "area": known.areas.id[one.area],
            "school": known.places[one.place],
            "boarders": one.children,
            "metres": one.metres,
        }
        for one in ground.boards
    ]


def spoken(report: dict[str, Any], language: Language) -> Iterator[str]:
    """The document in sentences."""
    if report["objective"] is not None:
        yield from _siting_lines(report, language)
    if report["reason"]:
        yield report["reason"][language]
    for row in report.get("curve", ()):
        yield _curve_line(row, language)
    for one in report["given"]:
        yield one[language]


def _siting_lines(report: dict[str, Any], language: Language) -> Iterator[str]:
    opened = report["opened"]
    yield both(f"新开 {len(opened)} 处：", f"{len(opened)} opened: ", language) + (", ".join(opened) or "—")
    yield both(
        f"{report['children'] - report['unserved']:,} 人有学位，{report['unserved']:,} 人没有",
        f"{report['children'] - report['unserved']:,} have a seat, {report['unserved']:,} have none",
        language,
    )
    if report["boarding"]:
        boarders = sum(one["boarders"] for one in report["boarding"])
        schools = len({one["school"] for one in report["boarding"]})
        yield both(f"寄宿 {boarders:,} 人，{schools} 所", f"{boarders:,} board in {schools} schools", language)
    if report["mean_metres"] is not None:
        yield both(
            f"平均 {report['mean_metres']:.0f} 米，最远 {report['farthest_metres']:.0f} 米，"
            f"半径内 {report['within']:.1%}，费用 {report['money']:g}",
            f"{report['mean_metres']:.0f} m on average, {report['farthest_metres']:.0f} m at most, "
            f"{report['within']:.1%} within the radius, money {report['money']:g}",
            language,
        )
    gap = "—" if report["gap"] is None else f"{report['gap']:.2%}"
    yield both(
        f"目标值 {report['objective']:,.0f}，下界 {report['bound']:,.0f}，差距不超过 {gap}",
        f"objective {report['objective']:,.0f}, bound {report['bound']:,.0f}, gap at most {gap}",
        language,
    )


def _curve_line(row: dict[str, Any], language: Language) -> str:
    head = both(f"至多 {row['sites']} 处：", f"at most {row['sites']}: ", language)
    if row["reason"]:
        return head + str(row["reason"][language])
    gap = "—" if row["gap"] is None else f"{row['gap']:.2%}"
    mean = "—" if row["mean_metres"] is None else f"{row['mean_metres']:.0f}"
    return head + both(
        f"开 {row['opened']}，没有学位 {row['unserved']:,}，平均 {mean} 米，半径内 {row['within']:.1%}，差距 {gap}",
        f"{row['opened']} opened, {row['unserved']:,} without a seat, {mean} m on average, {row['within']:.1%} within, "
        f"gap {gap}",
        language,
    )


def written(known: Known, report: dict[str, Any], folder: Path, language: Language) -> list[Path]:
    """The tables and the map in a folder."""
    from junheng.publish.town import (
        Dot,
        Drawing,
        Mark,
        assignment_table,
        boarding_table,
        curve_table,
        point_map,
        sites_table,
        write_town,
    )

    notes = [Text(**one) for one in report["given"]]
    tables = [sites_table(report["places"], notes), assignment_table(report["assignment"], notes)]
    if report["boarding"]:
        tables.append(boarding_table(report["boarding"], notes))
    if "curve" in report:
        tables.append(curve_table(report["curve"], notes))
    dots = [
        Dot(row["area"], float(lon), float(lat), row["metres"])
        for row, lon, lat in zip(report["assignment"], known.areas.lon, known.areas.lat, strict=False)
    ]
    marks = [Mark(one["kind"], one["school"], one["longitude"], one["latitude"]) for one in report["places"]]
    words = Text(f"新开 {len(report['opened'])} 处", f"{len(report['opened'])} opened")
    legend = Text("路程（米；灰：没有学位）", "Way in metres; grey: no seat")
    drawing = Drawing(Text("选址", "Siting"), legend, dots, marks, BREAKS, words)
    return write_town(folder, tables, point_map(drawing, language))
