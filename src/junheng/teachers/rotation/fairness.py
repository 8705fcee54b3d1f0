"""Whether the moves fall on some more than on others: eligible and moved by gender, age and kind of school."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from junheng.policy.text import Text
from junheng.teachers.columns import vocabulary
from junheng.teachers.rotation.city import City
from junheng.teachers.rotation.standing import ages

BANDS = ((0, 35), (35, 45), (45, 55), (55, 200))
"""Ages from, and below."""
UNKNOWN = Text("未上报", "not reported")


def fairness(city: City, movers: Sequence[str]) -> list[dict[str, Any]]:
    """By ``of`` (gender, age, school_type, small_rural) and group: eligible, moved, share; heads left out."""
    principal = city.teachers.column("principal").fill_null(value=False)
    frame = pl.DataFrame(
        {
            "teacher": city.teachers.frame["teacher_id"],
            "gender": city.teachers.column("gender"),
            "age": _bands(city),
            "school_type": city.schools.column("urban_rural").cast(pl.String).gather(city.post),
            "small_rural": city.schools.column("small_rural").gather(city.post).cast(pl.String),
            "may": [one.may for one in city.standing],
            "principal": principal,
        }
    ).filter(pl.col("may") & ~pl.col("principal"))
    frame = frame.with_columns(moved=pl.col("teacher").is_in(list(movers)))
    return [row for of in ("gender", "age", "school_type", "small_rural") for row in _counted(frame, of)]


def _bands(city: City) -> list[str | None]:
    found: list[str | None] = []
    for age in ages(city.teachers, city.day):
        band = None if age is None else next((one for one in BANDS if one[0] <= age < one[1]), None)
        found.append(None if band is None else f"{band[0]}-{band[1] - 1}")
    return found


def _counted(frame: pl.DataFrame, of: str) -> list[dict[str, Any]]:
    counted = frame.group_by(of).agg(eligible=pl.len(), moved=pl.col("moved").sum()).sort(of, nulls_last=True)
    rows = []
    for row in counted.iter_rows(named=True):
        title = _title(of, row[of])
        rows.append(
            {
                "of": of,
                "group": row[of],
                "title": {"zh": title.zh, "en": title.en},
                "eligible": int(row["eligible"]),
                "moved": int(row["moved"]),
                "share": float(row["moved"] / row["eligible"]),
            }
        )
    return rows


def _title(of: str, group: str | None) -> Text:
    if group is None:
        return UNKNOWN
    if of == "gender":
        return vocabulary("gender")[group]
    if of == "small_rural":
        return Text("乡村小规模学校", "small rural schools") if group == "true" else Text("其他学校", "other schools")
    if of == "age":
        low, high = group.split("-")
        return Text(f"{low}—{high} 周岁", f"aged {low} to {high}") if int(low) and int(high) < 150 else _open(low, high)  # noqa: PLR2004
    return Text(group, group)


def _open(low: str, high: str) -> Text:
    if low == "0":
        return Text(f"{high} 周岁及以下", f"aged {high} or below")
    return Text(f"{low} 周岁及以上", f"aged {low} or above")
