"""A published year as the engine takes it: the flat table of a county under the standard with its reliefs."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import polars as pl

from junheng.balance import Evaluation, evaluate
from junheng.balance.relief import relieved
from junheng.balance.remedy import shares_of
from junheng.balance.units import units_of
from junheng.facts import SnapshotError, open_snapshot
from junheng.facts.tables import Facts
from junheng.policy.standard import Standard
from junheng.policy.years import statistics_day
from junheng.web.kit.refusal import SnapshotGone
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import Edition
from junheng.web.portal.queries import roster

KEPT = 3
"""Years kept open in a process."""


@dataclass(frozen=True)
class Opened:
    """A year with what plans are made of. ``law`` is the standard it was published by, ``held`` the one that counts
    its reliefs too."""

    facts: Facts
    snapshot: str
    expected: pl.DataFrame | None
    law: Standard

    @cached_property
    def held(self) -> Standard:
        return relieved(self.law, self.law.rules(statistics_day(self.facts.year)))

    @cached_property
    def units(self) -> pl.DataFrame:
        """One row a school section that counts."""
        return units_of(self.facts, self.law, self.law.rules(statistics_day(self.facts.year))).frame

    def rows(self, county: str) -> pl.DataFrame:
        return self.units.filter(pl.col("county_code") == county)

    @cached_property
    def counties(self) -> Mapping[str, Evaluation]:
        """County code -> its judged table, of the counties with schools."""
        codes = self.units["county_code"].unique().sort().to_list()
        return {code: evaluate(self.rows(code), self.held) for code in codes}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """School code -> its name."""
        return dict(self.units.select("school_code", "school_name").iter_rows())

    @cached_property
    def shares(self) -> Mapping[tuple[str, str, str], float]:
        """School, section and indicator -> what one unit added to the whole school adds to the section."""
        return shares_of(self.facts, self.law, self.law.rules(statistics_day(self.facts.year)))

    def shares_in(self, county: str) -> Mapping[tuple[str, str, str], float]:
        """The shares of the schools of a county."""
        here = set(self.rows(county)["school_code"])
        return {key: share for key, share in self.shares.items() if key[0] in here}

    @cached_property
    def shared(self) -> frozenset[str]:
        """Codes of schools of which two judged sections use the same rooms, ground or equipment."""
        both = Counter((code, indicator) for code, _, indicator in self.shares)
        return frozenset(code for (code, _), sections in both.items() if sections > 1)


def opened(edition: Edition) -> Opened:
    """The year of an edition; its tables are made once in a process.

    Raises:
        Refusal: its snapshot is not on this machine, or is another one.
    """
    try:
        held = _opened(edition.snapshot_path, edition.standard, edition.pk)
    except (OSError, SnapshotError) as fault:
        raise SnapshotGone from fault
    if held.snapshot != edition.snapshot:
        raise SnapshotGone
    return held


@lru_cache(maxsize=KEPT)
def _opened(path: str, standard: str, edition_id: int) -> Opened:
    snapshot = open_snapshot(Path(path))
    return Opened(snapshot.facts, snapshot.hash, roster(edition_id), standard_of(standard))
