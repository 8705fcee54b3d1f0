"""Dispersion as a cost that is separable over posts.

Moves keep the teachers and the pupils of a county, so the pupil-weighted mean stands still and the squared
dispersion is a sum of one convex function of each post's number; its steps from one whole number to the next are
exact in a linear program (method: weighted dispersion of the national procedure, 教督〔2017〕6号).
"""

from dataclasses import dataclass

import numpy as np

from junheng.teachers.rotation.county import Bools, County, Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """One flag in the sections of a county.

    Attributes:
        target: (P,) teachers at which a post stands on the mean of its section; NaN where the section has none.
        scale: (P,) points of a post that lies by its whole target off.
        share: (P,) pupils of the post over those of its section.
    """

    target: Floats
    scale: Floats
    share: Floats

    @property
    def judged(self) -> Bools:
        return np.isfinite(self.target)

    def points(self, count: Ints | Floats) -> Floats:
        """(P,) points of each post with so many teachers."""
        return np.where(self.judged, self.scale * (count / np.where(self.judged, self.target, 1.0) - 1) ** 2, 0.0)

    def step(self, post: Ints, count: Ints | Floats) -> Floats:
        """Points that one more costs at posts with so many."""
        target = self.target[post]
        cost: Floats = self.scale[post] * ((count + 1) / target - 1) ** 2 - self.scale[post] * (count / target - 1) ** 2
        return cost


def spread(county: County, flag: int, weight: float) -> Spread:
    """The cost of a flag's dispersion: ``weight`` times posts times squared dispersion, section by section."""
    count = county.flagged(flag).astype(float)
    target, scale, share = (np.full(county.posts, np.nan) for _ in range(3))
    for section in np.unique(county.section):
        here = county.section == section
        pupils, total = county.pupils[here], count[here].sum()
        share[here] = pupils / pupils.sum()
        scale[here] = weight * here.sum() * share[here]
        if total > 0:
            target[here] = pupils * total / pupils.sum()
    return Spread(target, scale, share)


def dispersions(county: County, flag: int, post: Ints | None = None) -> dict[int, float | None]:
    """Dispersion (差异系数) of a flag per 100 pupils by section, None where no teacher has it."""
    found: dict[int, float | None] = {}
    count = county.flagged(flag, post).astype(float)
    for section in np.unique(county.section):
        here = county.section == section
        pupils, total = county.pupils[here], count[here].sum()
        if total == 0:
            found[int(section)] = None
            continue
        per = count[here] / pupils
        mean = total / pupils.sum()
        found[int(section)] = float(np.sqrt((pupils / pupils.sum() * (per - mean) ** 2).sum()) / mean)
    return found
