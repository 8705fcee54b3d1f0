"""Flat tables for the tests, and the calculation once more in ten plain lines."""

from math import fsum, sqrt
from typing import Any

import polars as pl

from junheng.policy import Standard

LEVELS = {
    "teachers_above_qualification": 0.06,
    "backbone_teachers": 0.013,
    "pe_art_teachers": 0.011,
    "teaching_area": 7.5,
    "indoor_sports_area": 0.5,
    "sports_ground_area": 11.0,
    "equipment_value_yuan": 2800.0,
    "multimedia_classrooms": 0.029,
}


def school(
    code: str, pupils: float = 500, section: str = "primary", county: str = "410105", **own: Any
) -> dict[str, Any]:
    """A school section that meets everything; ``own`` replaces columns."""
    amounts = {name: level * pupils for name, level in LEVELS.items()}
    head = {"school_code": code, "county_code": county, "section": section, "year": 2024, "pupils": float(pupils)}
    return {**head, **amounts, **own}


def table(*rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), infer_schema_length=None)


def oracle(rows: list[dict[str, Any]], standard: Standard, indicator: str) -> tuple[float, float]:
    """Mean and dispersion of one group, written out."""
    one = standard.indicator(indicator)
    a = [sum(factor * row[name] for name, factor in one.numerator.items()) for row in rows]
    n = [sum(factor * row[name] for name, factor in one.denominator.items()) for row in rows]
    x = [one.per * above / below for above, below in zip(a, n, strict=True)]
    mean = one.per * fsum(a) / fsum(n)
    s = sqrt(fsum(part / fsum(n) * (value - mean) ** 2 for part, value in zip(n, x, strict=True)))
    return mean, s / mean
