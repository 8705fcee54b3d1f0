"""A city of one county on frozen facts of three years, published: pages that open down to the cell."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl
import pytest

from junheng.balance import Comparison, compare_2012, judge
from junheng.balance.model import CityVerdict
from junheng.facts import Snapshot
from junheng.policy import load_standard
from junheng.web.portal import proof
from junheng.web.portal.actions.publish_city import publish_city
from tests.web import tiny

ROSTER = pl.DataFrame({"school_code": ["2141000009"], "school_name": ["北岗小学"], "county_code": [tiny.COUNTY]})
COUNTY = f"/2025/county/{tiny.COUNTY}/"


@dataclass(frozen=True)
class Frozen:
    """One year of the tiny city: its facts on disk, judged by both standards."""

    snapshot: Snapshot
    verdict: CityVerdict
    other: Comparison


@pytest.fixture(scope="session")
def years(tmp_path_factory: pytest.TempPathFactory) -> list[Frozen]:
    root = tmp_path_factory.mktemp("snapshots")
    return [_frozen(tiny.snapshot(root, year), ROSTER if year == 2025 else None) for year in (2023, 2024, 2025)]


def _frozen(snapshot: Snapshot, roster: pl.DataFrame | None) -> Frozen:
    verdict = judge(snapshot.facts, load_standard("jiaodu-2017-6"), snapshot=snapshot.hash, expected=roster)
    return Frozen(snapshot, verdict, compare_2012(snapshot.facts, load_standard("jiaodu-2012-3")))


@pytest.fixture
def city(db: None, years: list[Frozen]) -> Iterator[Frozen]:
    """The newest year alone, with the 2012 standard beside it and a school that was expected and never came."""
    yield from _published(years[-1:])


@pytest.fixture
def three_years(db: None, years: list[Frozen]) -> Iterator[list[Frozen]]:
    for _newest in _published(years):
        yield years


def _published(chosen: list[Frozen]) -> Iterator[Frozen]:
    publish_city(
        [one.verdict for one in chosen],
        snapshots={one.verdict.year: one.snapshot.path for one in chosen},
        synthetic=True,
        beside=[one.other for one in chosen],
        expected={2025: ROSTER},
    )
    yield chosen[-1]
    proof._opened.cache_clear()
