"""A small town with three areas and four schools, one of them with both sections."""

from datetime import date

import polars as pl
import pytest

from junheng.policy.seat_norms import SeatNorms, seat_norms


@pytest.fixture
def norms() -> SeatNorms:
    return seat_norms(date(2026, 9, 1))


@pytest.fixture
def children() -> pl.DataFrame:
    rows = [
        (2026, "north", "primary", 600.0),
        (2026, "south", "primary", 300.0),
        (2026, "hill", "primary", None),
        (2026, "north", "junior", 250.0),
        (2026, "south", "junior", 150.0),
        (2026, "hill", "junior", 40.0),
        (2030, "north", "primary", 500.0),
        (2030, "south", "primary", 420.0),
        (2030, "hill", "primary", 80.0),
        (2030, "north", "junior", 280.0),
        (2030, "south", "junior", 160.0),
        (2030, "hill", "junior", 30.0),
    ]
    return pl.DataFrame(rows, schema=["year", "area", "section", "children"], orient="row")


@pytest.fixture
def schools() -> pl.DataFrame:
    rows = [
        ("P1", "north", "primary", 12, 580, None, None),
        ("P2", "south", "primary", 6, 200, None, None),
        ("C1", "south", "primary", 4, 180, 2028, None),
        ("C1", "south", "junior", 3, 100, 2028, None),
        ("J1", "north", "junior", 9, 440, None, 2030),
    ]
    names = ["school", "area", "section", "classes", "pupils", "opens", "closes"]
    return pl.DataFrame(rows, schema=names, orient="row", infer_schema_length=None)


@pytest.fixture
def distances() -> pl.DataFrame:
    rows = [
        ("north", "P1", 400.0),
        ("north", "P2", 1500.0),
        ("south", "P2", 450.0),
        ("south", "P1", 1400.0),
        ("south", "C1", 600.0),
        ("hill", "P1", 2600.0),
        ("north", "J1", 900.0),
        ("south", "J1", 1700.0),
    ]
    return pl.DataFrame(rows, schema=["area", "school", "metres"], orient="row")
