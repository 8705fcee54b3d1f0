"""The past forecast again: what every method said at the end of every year, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from junheng.seats.forecast.combine import combined
from junheng.seats.forecast.grades import Section
from junheng.seats.forecast.panel import Marks, Numbers, Panel
from junheng.seats.forecast.paths import PATHS

COMBINED = "combined"
METHODS = (*PATHS, COMBINED)


@dataclass(frozen=True, slots=True)
class Origin:
    """The forecasts made at the end of one year, by method (horizon × areas × grades)."""

    at: int
    paths: dict[str, Numbers]


@dataclass(frozen=True, slots=True)
class Replay:
    """All origins of a panel in order; the last one is the forecast of the future."""

    panel: Panel
    sections: tuple[Section, ...]
    origins: tuple[Origin, ...]

    @property
    def now(self) -> Origin:
        return self.origins[-1]

    def actual(self, origin: Origin, step: int) -> Numbers:
        counts: Numbers = self.panel.counts[origin.at + step]
        return counts

    def scored(self, origin: Origin, step: int) -> Marks:
        """Areas × sections taught and wholly reported both at the origin and ``step`` years later.

        Closed, newly opened and partly suppressed ones are left out, for every method alike.
        """
        whole = wholly_known(self.panel, self.sections)
        held: Marks = whole[origin.at] & whole[origin.at + step]
        return held


def replay(panel: Panel, sections: Sequence[Section], horizon: int) -> Replay:
    """Every method from every year that has one before it; the last year looks ``horizon`` years ahead."""
    last = len(panel.years) - 1
    origins = tuple(
        _origin(panel.until(at), horizon if at == last else min(horizon, last - at)) for at in range(1, last + 1)
    )
    return Replay(panel, tuple(sections), origins)


def _origin(past: Panel, horizon: int) -> Origin:
    paths = {name: path(past, horizon) for name, path in PATHS.items()}
    return Origin(len(past.years) - 1, {**paths, COMBINED: combined(paths)})


def in_sections(values: Numbers, grades: Sequence[int], sections: Sequence[Section]) -> Numbers:
    """Sums of the last axis (grades) by section; cells that are NaN add nothing."""
    return np.stack(
        [np.nansum(values[..., [at for at, grade in enumerate(grades) if grade in one]], axis=-1) for one in sections],
        axis=-1,
    )


def wholly_known(panel: Panel, sections: Sequence[Section]) -> Marks:
    """Years × areas × sections: some grade is taught and every one taught is reported."""
    unknown = panel.offered & np.isnan(panel.counts)
    parts = [[at for at, grade in enumerate(panel.grades) if grade in one] for one in sections]
    taught = np.stack([panel.offered[..., part].any(-1) for part in parts], axis=-1)
    blank = np.stack([unknown[..., part].any(-1) for part in parts], axis=-1)
    whole: Marks = taught & ~blank
    return whole
