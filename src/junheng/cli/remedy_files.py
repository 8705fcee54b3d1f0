"""The files of ``junheng remedy`` besides the table: costs, and how far schools are apart."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from junheng.cli.csv_table import existing, text_table
from junheng.cli.output import refuse
from junheng.policy import Text

if TYPE_CHECKING:
    from junheng.balance.remedy import Costs

Kilometres = Mapping[tuple[str, str], float]
SCHOOLS = Text("学校坐标表", "places of schools")
NO_DISTANCES = """\
max_move_km 要有校际距离（--distances，列 from, to, km）或学校坐标（--places，列 school_code, longitude, latitude）
max_move_km needs distances (--distances: from, to, km) or places (--places: school_code, longitude, latitude)"""
NAMED = 8
"""Schools named in one message."""


def document(path: Path) -> Any:
    """What a YAML file holds; leaves with the code for bad input when it is none."""
    try:
        return yaml.safe_load(existing(path).read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        refuse(f"读不了单价文件 / cannot read the costs: {path}: {error}")


def kilometres(
    costs: "Costs", schools: Sequence[str], distances: Path | None, places: Path | None
) -> Kilometres | None:
    """Kilometres between the schools, measured or in a straight line; None where no farthest move is set."""
    if costs.max_move_km is None:
        return None
    if distances is not None:
        return _measured(distances, set(schools))
    if places is None:
        refuse(NO_DISTANCES)
    return _straight(places, schools)


def _measured(path: Path, schools: set[str]) -> Kilometres:
    table = text_table(path)
    lacking = [name for name in ("from", "to", "km") if name not in table.columns]
    if lacking:
        refuse(f"{path}: 缺少列 / columns missing: {', '.join(lacking)}")
    found: dict[tuple[str, str], float] = {}
    wrong: list[str] = []
    for line, one, other, km in table.select("line", "from", "to", "km").iter_rows():
        try:
            found[one, other] = float(km)
        except ValueError:
            wrong.append(f"第 {line} 行 km 不是数 / line {line}: km is no number: {km!r}")
            continue
        if not 0 <= found[one, other] < float("inf"):
            wrong.append(f"第 {line} 行 km 小于零或无穷 / line {line}: km is negative or infinite: {km}")
        wrong += [
            f"第 {line} 行：表中没有学校 {code} / line {line}: the table has no school {code}"
            for code in (one, other)
            if code not in schools
        ]
    if wrong:
        refuse("\n".join(f"{path}: {one}" for one in wrong))
    return found


def _straight(path: Path, schools: Sequence[str]) -> Kilometres:
    import numpy as np

    from junheng.cli.travel_files import read_points
    from junheng.cli.unfit import refuse_unfit
    from junheng.seats.faults import UnfitInputError
    from junheng.seats.places import haversine

    try:
        points = read_points(existing(path), SCHOOLS, gcj02=False)
    except UnfitInputError as error:
        refuse_unfit(error)
    lacking = sorted(set(schools) - set(points.id))
    if lacking:
        listed = ", ".join(lacking[:NAMED])
        refuse(f"{path}: {len(lacking)} 所学校没有坐标 / schools without a place: {listed}")
    lon, lat = np.asarray(points.lon), np.asarray(points.lat)
    km = haversine(lon[:, None], lat[:, None], lon[None, :], lat[None, :]) / 1000
    return {(one, other): float(km[at, to]) for at, one in enumerate(points.id) for to, other in enumerate(points.id)}
