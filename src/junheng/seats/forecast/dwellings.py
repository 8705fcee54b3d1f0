"""Children of new housing: pupils per dwelling, arriving as the dwellings are moved into, and of migrant families."""

import numpy as np

from junheng.seats.forecast.panel import Numbers


def dwelling_yield(deliveries: Numbers, pupils_per_dwelling: Numbers, occupancy: Numbers) -> Numbers:
    """Pupils living in new dwellings (years × areas × grades).

    Args:
        deliveries: years × areas, dwellings handed over.
        pupils_per_dwelling: grades, pupils of each grade in a dwelling once lived in.
        occupancy: share of the dwellings of one delivery that are moved into in its first, second … year; at most 1
            in sum.

    Raises:
        ValueError: negative numbers, or an occupancy above 1.
    """
    if (deliveries < 0).any() or (pupils_per_dwelling < 0).any() or (occupancy < 0).any():
        raise ValueError("deliveries, yields and occupancy are not below 0")
    if occupancy.sum() > 1 + 1e-12:
        raise ValueError(f"occupancy adds up to {occupancy.sum()}, more than every dwelling")
    years = len(deliveries)
    lived_in = np.zeros_like(deliveries, dtype=float)
    for lag, share in enumerate(occupancy[:years]):
        lived_in[lag:] += share * deliveries[: years - lag]
    found: Numbers = np.cumsum(lived_in, axis=0)[:, :, None] * pupils_per_dwelling
    return found


def migrant_children(pupils: Numbers, share: Numbers, change: float) -> Numbers:
    """Children who moved in with their parents (随迁子女), among pupils of the coming years.

    Args:
        pupils: years × areas × grades, without them.
        share: areas, migrant children per other pupil in the last year.
        change: by what share that ratio grows each year; −1 sends them all away.

    Raises:
        ValueError: negative numbers, or a change below −1.
    """
    if (pupils < 0).any() or (share < 0).any() or change < -1:
        raise ValueError("pupils and shares are not below 0, and a change not below −1")
    growth = (1 + change) ** np.arange(1, len(pupils) + 1)
    found: Numbers = pupils * share[:, None] * growth[:, None, None]
    return found
