"""What a plan does to the dispersions of a county: schools keep what they have, their pupils change.

The pupils of a school are those it reported, plus those its zone gains against today's map. With today's map the
dispersions are therefore the ones that were published.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.policy import load_standard
from junheng.policy.text import Text
from junheng.policy.years import statistics_day
from junheng.web.workbench.norms import STANDARD

Reported = Mapping[str, tuple[float, Mapping[str, float | None]]]
"""School -> reported pupils and its values per pupil."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Spread:
    """One indicator: its dispersion today and under the plan, and the limit; None where not computable."""

    id: str
    title: Text
    today: float | None
    plan: float | None
    limit: float | None

    @property
    def state(self) -> str:
        """``met``, ``not_met`` or, without numbers, ``not_judged``."""
        if self.plan is None or self.limit is None:
            return "not_judged"
        return "met" if self.plan <= self.limit else "not_met"


def spreads(reported: Reported, gained: Mapping[str, float], section: str, year: int) -> list[Spread]:
    """The dispersion of every indicator of resources per pupil.

    Args:
        reported: of all schools of a county and section, also those without a zone.
        gained: pupils that a school's zone gains against today's.
        section: of the schools.
        year: school year, for the limits.
    """
    standard = load_standard(STANDARD)
    rules = standard.rules(statistics_day(year))
    found = []
    for one in standard.indicators:
        if dict(one.denominator) == {"pupils": 1.0}:
            held = [(n, values[one.id], gained.get(code, 0.0)) for code, (n, values) in reported.items()]
            had = np.array([(n, value, more) for n, value, more in held if value is not None and n > 0])
            before, after = _both(had)
            found.append(Spread(one.id, one.short, before, after, rules.number(one.limit[section])))
    return found


def _both(held: Floats) -> tuple[float | None, float | None]:
    """Before and after; ``held`` has pupils, value and gain of each school."""
    if not len(held):
        return None, None
    pupils, amounts = held[:, 0], held[:, 0] * held[:, 1]
    after = pupils + held[:, 2]
    here = after > 0
    return spread(amounts, pupils), spread(amounts[here], after[here])


def spread(amounts: Floats, pupils: Floats) -> float | None:
    """``CV = S/X̄`` weighted by pupils, of what schools have per pupil; None when there is no mean.

    X̄ = Σa/Σn and S² = Σn(a/n − X̄)²/Σn, as the national procedure has it.
    """
    whole = pupils.sum()
    mean = amounts.sum() / whole if whole else 0.0
    if mean <= 0:
        return None
    apart = amounts / pupils - mean
    return float(np.sqrt((pupils * apart * apart).sum() / whole) / mean)
