"""Computes the ways to some schools again, another way, before anyone sees them."""

from dataclasses import dataclass

import numpy as np

from junheng.seats.travel.by_scipy import scipy_pairs
from junheng.seats.travel.network import Network
from junheng.seats.travel.pairs import Pairs
from junheng.seats.travel.snapping import Snapped

CLOSE = 1e-6
"""Metres by which two ways of adding up the same lengths may differ."""


class WrongDistancesError(AssertionError):
    """The distances found do not stand up to the check; nothing is shown."""


@dataclass(frozen=True, slots=True)
class Check:
    """``schools`` were computed again: ``pairs`` agree, the largest difference is ``apart`` metres."""

    schools: int
    pairs: int
    apart: float


def check_roads(
    pairs: Pairs,
    origins: Snapped,
    targets: Snapped,
    network: Network,
    *,
    limit: float,
    schools: int = 20,
    seed: int = 0,
) -> Check:
    """Compare the road distances to some schools, drawn by ``seed``, with those of another method.

    Raises:
        WrongDistancesError: a pair is there in one only, away from the limit, or the metres differ.
    """
    able = np.flatnonzero(targets.on_road)
    chosen = np.sort(np.random.default_rng(seed).choice(able, min(schools, len(able)), replace=False))
    wanted = scipy_pairs(origins, targets, network, limit=limit, only=chosen)
    mine = np.isin(pairs.school, chosen) & ~pairs.straight
    ours = dict(
        zip(
            zip(pairs.area[mine].tolist(), pairs.school[mine].tolist(), strict=True),
            pairs.metres[mine].tolist(),
            strict=True,
        )
    )
    theirs = dict(
        zip(zip(wanted.area.tolist(), wanted.school.tolist(), strict=True), wanted.metres.tolist(), strict=True)
    )
    lone = [
        key for key in ours.keys() ^ theirs.keys() if min(ours.get(key, limit), theirs.get(key, limit)) < limit - CLOSE
    ]
    apart = max((abs(ours[key] - theirs[key]) for key in ours.keys() & theirs.keys()), default=0.0)
    if lone or apart > CLOSE:
        raise WrongDistancesError(f"{len(lone)} pairs in one only, {apart} m apart")
    return Check(len(chosen), len(theirs), apart)
