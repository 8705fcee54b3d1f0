"""Numbers of schools that limits of ways may name: what was reported, by school and section."""

from collections.abc import Mapping

import polars as pl

from junheng.policy.text import Text

Columns = Mapping[str, Mapping[tuple[str, str], float]]
REPORTED: Mapping[str, Text] = {
    "without_degree": Text("没有高于规定学历的专任教师", "Teachers without the higher degree"),
    "not_backbone": Text("还不是骨干的专任教师", "Teachers who are no backbone teachers yet"),
    "not_pe_art": Text("不教体育艺术的专任教师", "Teachers of other subjects than physical education and art"),
    "teachers": Text("专任教师", "Teachers"),
    "other_area": Text("教学用房以外的校舍面积（㎡）", "Floor area besides teaching rooms (m²)"),
    "teaching_area": Text("教学用房面积（㎡）", "Teaching area (m²)"),
}
"""Column -> what it counts; forms offer these."""
_MADE: Mapping[str, tuple[str, str]] = {
    "without_degree": ("teachers", "teachers_above_qualification"),
    "not_backbone": ("teachers", "backbone_teachers"),
    "not_pe_art": ("teachers", "pe_art_teachers"),
    "other_area": ("building_area", "teaching_area"),
}
"""Column -> what it is the difference of."""
PLAIN = ("teachers", "teaching_area", "classes", "music_rooms", "art_rooms")


def reported(rows: pl.DataFrame) -> Columns:
    """The columns that a table of school sections has the numbers for; what a school did not report stays unknown.

    Args:
        rows: ``school_code``, ``section`` and what was reported.
    """
    held = {name: pl.col(name) for name in PLAIN if name in rows.columns}
    for name, (whole, part) in _MADE.items():
        if {whole, part} <= set(rows.columns):
            held[name] = (pl.col(whole) - pl.col(part)).clip(lower_bound=0)
    made = rows.select("school_code", "section", *(one.cast(pl.Float64).alias(name) for name, one in held.items()))
    places = list(made.select("school_code", "section").iter_rows())
    return {
        name: {place: value for place, value in zip(places, made[name].to_list(), strict=True) if value is not None}
        for name in held
    }
