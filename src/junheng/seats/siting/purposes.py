"""What a siting is to make small besides the way itself: uncovered children, or the lot of those who go far.

Each gives the same places with another cost on the arcs, so that every engine and every bound works unchanged.
"""

from dataclasses import replace

import numpy as np

from junheng.seats.assignment import Problem

UNCOVERED = 1_000.0
"""Cost of one pupil beyond the service radius, in the unit that otherwise is metres."""


def uncovered(places: Problem, radius: float) -> Problem:
    """Counts pupils whose school is farther than ``radius`` metres: an objective of 1000 is one such pupil.

    A pupil without a seat counts twice.
    """
    far = places.arcs.metres > radius
    cost = np.where(far, UNCOVERED, 0.0)
    return replace(places, surcharge=cost - places.arcs.metres, unserved_metres=2 * UNCOVERED, nearest=False)


def far_counts_more(places: Problem, radius: float) -> Problem:
    """Counts a way by its square over the radius: twice as far weighs four times, so the worst-off come first.

    The cap ``places.cap_metres`` is the hard form of the same wish; ``p_centre`` finds the smallest cap there is.
    """
    metres = places.arcs.metres
    squared = metres * metres / radius
    unserved = places.unserved_metres * max(places.unserved_metres / radius, 1.0)
    return replace(places, surcharge=squared - metres, unserved_metres=unserved)
