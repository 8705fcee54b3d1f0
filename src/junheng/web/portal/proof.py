"""What stands behind the published numbers: the snapshot, its verdict again, explanations, workbook cells.

Nothing of this is stored. A snapshot is opened and judged once per process and kept; the same snapshot, standard and
roster give the same verdict, so what is explained is what was published.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import polars as pl

from junheng.balance.model import CityVerdict, Explanation, FactRef
from junheng.publish.disclosure import Hidden, hide, hide_other
from junheng.publish.disclosure_trees import mask
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import Edition
from junheng.web.portal.queries import roster
from junheng.web.portal.small_cells import disclosure_rules

if TYPE_CHECKING:
    from junheng.facts import Snapshot

CellsOf = Callable[[FactRef], Sequence[Mapping[str, Any]]]
BESIDE = "jiaodu-2012-3"
"""The standard that papers set beside the one a city was judged by."""
KEPT = 12
"""Editions kept open: a report reads every year before its own."""
KEY = {"table": pl.String, "code": pl.String, "part": pl.String, "field": pl.String}
_LOCK = Lock()


def facts_of(tree: Explanation) -> Iterator[FactRef]:
    """All facts a tree rests on."""
    yield from tree.facts
    for child in tree.children:
        yield from facts_of(child)


def _key(fact: FactRef) -> tuple[str, ...]:
    return (fact.table, fact.code, fact.part, fact.field)


@dataclass(frozen=True)
class Proof:
    """An open snapshot with the verdict made of it. ``hidden`` is what the public does not see (None: nothing is);
    ``whole`` is set on what the public sees, and leads back to everything."""

    snapshot: "Snapshot"
    verdict: CityVerdict
    synthetic: bool
    hidden: Hidden | None = None
    whole: "Proof | None" = None

    @cached_property
    def public(self) -> "Proof":
        """The same proof without what is hidden from the public."""
        if self.hidden is None:
            return self
        return Proof(self.snapshot, hide(self.verdict, self.hidden), self.synthetic, self.hidden, whole=self)

    @cached_property
    def by_2012(self) -> CityVerdict:
        """The same facts by the 2012 standard."""
        if self.whole is not None and self.hidden is not None:
            return hide_other(self.whole.by_2012, self.hidden)
        from junheng.balance import compare_2012

        return compare_2012(self.snapshot.facts, standard_of(BESIDE), snapshot=self.snapshot.hash).city

    @cached_property
    def masked(self) -> frozenset[str]:
        """The codes of schools of which no tree shows a number: those hidden, and any other that is as small."""
        if self.whole is None or self.hidden is None:
            return frozenset()
        least = disclosure_rules(self.verdict.year).least_pupils
        small = self.snapshot.facts["sections"].filter(pl.col("pupils") < least)["school_code"]
        return self.hidden.codes | frozenset(small)

    def cells(self, tree: Explanation) -> CellsOf:
        """The workbook cells (file, sheet, cell, raw, state) of any fact of a tree, looked up all at once."""
        keys = pl.DataFrame(sorted({_key(fact) for fact in facts_of(tree)}), KEY, orient="row")
        found = self.snapshot.facts.cells.join(keys, on=list(KEY), how="semi")
        by_key: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
        for row in found.iter_rows(named=True):
            by_key.setdefault(tuple(row[name] for name in KEY), []).append(row)
        return lambda fact: by_key.get(_key(fact), [])


def proof_of(edition: Edition) -> Proof | None:
    """The proof of an edition, or None when its snapshot is not on this machine (any more)."""
    if not Path(edition.snapshot_path).is_dir():
        return None
    with _LOCK:  # two first readers must not judge the same city twice
        hidden = Hidden.of(edition.hidden) if edition.disclosure else None
        key = (edition.pk, edition.digest)
        proof = _opened(key, edition.snapshot_path, edition.standard, hidden, edition.synthetic)
    return proof if proof.snapshot.hash == edition.snapshot else None


@lru_cache(maxsize=KEPT)
def _opened(key: tuple[int, str], path: str, standard: str, hidden: Hidden | None, synthetic: bool) -> Proof:
    from junheng.balance import judge
    from junheng.facts import open_snapshot

    snapshot = open_snapshot(Path(path))
    verdict = judge(snapshot.facts, standard_of(standard), snapshot=snapshot.hash, expected=roster(key[0]))
    return Proof(snapshot, verdict, synthetic, hidden)


def why_mean(proof: Proof, county: str, section: str, indicator: str) -> Explanation:
    """Mean and dispersion of one indicator, with what every school adds. LookupError when there is none."""
    from junheng.balance import explain_indicator

    return _explained(proof, explain_indicator, county, section, indicator)


def why_value(proof: Proof, county: str, school: str, section: str, indicator: str) -> Explanation:
    """One value of one school. LookupError when there is none."""
    from junheng.balance import explain_school

    return _explained(proof, explain_school, county, school, section, indicator)


def why_item(proof: Proof, county: str, item: str) -> Explanation:
    """One item of a county. LookupError when there is none."""
    from junheng.balance import explain_item

    return _explained(proof, explain_item, county, item)


def _explained(proof: Proof, explain: Callable[..., Explanation], *where: str) -> Explanation:
    """The tree made of everything, without the numbers that this proof does not show."""
    whole = proof.whole or proof
    return mask(explain(whole.verdict, whole.snapshot.facts, *where), proof.masked)
