"""The combined forecast: cohorts that move up and levels that stay, weighted by how far ahead one looks.

One year ahead both know equally much; each further year the cohorts have less to say about who is in school, because
more of them enter from outside. Equal weights are hard to beat (Clemen 1989).
"""

from collections.abc import Mapping

import numpy as np

from junheng.seats.forecast.panel import Numbers

COHORT_WEIGHT, COHORT_DECAY = 0.5, 0.75
"""Weight of the cohorts one year ahead, and what is left of it with each further year."""


def combined(paths: Mapping[str, Numbers]) -> Numbers:
    """The mixture of ``progression`` and ``level`` (horizon × areas × grades)."""
    cohorts, levels = paths["progression"], paths["level"]
    weight = COHORT_WEIGHT * COHORT_DECAY ** np.arange(len(cohorts))[:, None, None]
    return weight * cohorts + (1 - weight) * levels
