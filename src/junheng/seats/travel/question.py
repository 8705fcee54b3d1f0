"""One question about travel, answered whole: the network, the pairs, the check, and what is said about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from junheng.policy.text import Text
from junheng.seats.faults import Fault
from junheng.seats.travel.check import check_roads
from junheng.seats.travel.modes import MODES
from junheng.seats.travel.network import Network, network_of
from junheng.seats.travel.points import Points
from junheng.seats.travel.report import bad_points
from junheng.seats.travel.straight import Detour
from junheng.seats.travel.travel import LIMIT, WITHIN, Travel, travel

VERSION = 1
"""Counts up when the same question gets another answer; part of every key under which answers are kept."""
AREA, SCHOOL = Text("片区", "area"), Text("学校", "school")


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """``roads``: nodes and edges, as ``network_of`` reads them; None asks for straight lines."""

    area_ids: Sequence[str]
    areas: Points
    school_ids: Sequence[str]
    schools: Points
    roads: tuple[pl.DataFrame, pl.DataFrame] | None
    mode: str = "walk"
    limit: float = LIMIT
    within: float = WITHIN
    detour: Detour | None = None

    def parts(self) -> tuple[Any, ...]:
        """Everything the answer depends on."""
        nodes, edges = self.roads or (None, None)
        points = (self.areas.lon, self.areas.lat, self.schools.lon, self.schools.lat)
        rules = (VERSION, self.mode, self.limit, self.within, repr(self.detour))
        return (list(self.area_ids), list(self.school_ids), *points, nodes, edges, *rules)


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """``distances``: area, school, metres, way. ``report``: counts, the check, the points that lie badly."""

    distances: pl.DataFrame
    report: Mapping[str, Any]


def answer(question: Question) -> Answer:
    """Measure, check, report.

    Raises:
        UnfitInputError: the network cannot be used.
        WrongDistancesError: the check does not agree.
    """
    network = network_of(*question.roads, MODES[question.mode]) if question.roads else None
    found = travel(
        question.areas,
        question.schools,
        network,
        limit=question.limit,
        within=question.within,
        detour=question.detour,
    )
    distances = found.pairs.table(question.area_ids, question.school_ids)
    return Answer(distances, _report(question, network, found))


def _report(question: Question, network: Network | None, found: Travel) -> dict[str, Any]:
    pairs = found.pairs
    alone = np.setdiff1d(np.arange(len(question.areas)), pairs.area)
    return {
        "mode": question.mode,
        "limit_m": question.limit,
        "within_m": question.within,
        "detour": {"factor": question.detour.factor, "source": question.detour.source} if question.detour else None,
        "network": {"nodes": network.nodes, "edges": network.edges} if network else None,
        "areas": len(question.areas),
        "schools": len(question.schools),
        "pairs": len(pairs),
        "straight_pairs": int(pairs.straight.sum()),
        "areas_without_school": [question.area_ids[at] for at in alone.tolist()],
        "bad_points": [one.to_dict() for one in _bad(question, found)],
        "check": _check(question, network, found),
    }


def _bad(question: Question, found: Travel) -> list[Fault]:
    sides = ((found.areas, question.area_ids, AREA), (found.schools, question.school_ids, SCHOOL))
    return [
        fault
        for snapped, ids, title in sides
        if snapped is not None
        for fault in bad_points(snapped, ids, title, within=question.within)
    ]


def _check(question: Question, network: Network | None, found: Travel) -> dict[str, Any] | None:
    """What a second method says of some schools; None where nothing was measured along roads."""
    if network is None or found.areas is None or found.schools is None or not found.schools.on_road.any():
        return None
    done = check_roads(found.pairs, found.areas, found.schools, network, limit=question.limit)
    return {
        "method": "scipy.sparse.csgraph.dijkstra",
        "schools": done.schools,
        "pairs": done.pairs,
        "apart_m": done.apart,
    }
