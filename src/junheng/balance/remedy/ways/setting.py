"""From sections and costs to a county with all its ways, whole schools' limits included."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from junheng.balance.remedy.costs import Costs
from junheng.balance.remedy.links import links_of
from junheng.balance.remedy.sections import Key, Section
from junheng.balance.remedy.ways.county import County
from junheng.balance.remedy.ways.levers import Levers, levers_of

PerClasses = Callable[[Key], float | None]
"""For how many classes there is one specialist room; None where the standard does not say."""


def county_of(sections: Sequence[Section], costs: Costs, per_classes: PerClasses) -> County:
    """The county of sections whose problems were set with ``split_prices``; all of them can be judged.

    What may be done for a whole school is what is said of the school; where it is said of its sections, their sum.
    """
    per = [per_classes(one.key) or 1.0 for one in sections]
    made = [levers_of(one, costs, each) for one, each in zip(sections, per, strict=True)]
    parts = tuple(one for one in made if one is not None)
    county = County(parts, links_of(sections))
    levels = [str(one.key[1]) for one in sections]
    return County.of(
        [_whole_schools(county, section, levels, per[section]) for section in range(len(parts))], county.links
    )


def _whole_schools(county: County, section: int, levels: Sequence[str], per: float) -> Levers:
    """The levers of a section with the limits of whole schools where a way is done for one."""
    levers = county.parts[section]
    least, most = levers.least.copy(), levers.most.copy()
    for school, at in np.argwhere(county.whole[section]).tolist():
        way, code = levers.ways[at], levers.problem.schools[school]
        if way.means == "add":
            continue
        indicator = int(np.flatnonzero(levers.counts[at])[0])
        held = [levels[one] for one, _ in county.spots[section, school, indicator]]
        cap = way.cap.whole(code, held)
        most[school, at] = np.inf if cap is None else cap
        least[school, at] = way.lacking(code, held, per) or 0.0
    return replace(levers, least=least, most=most)


def limits_of_county(costs: Costs) -> bool:
    """Whether some limit is for all sections of a county together."""
    caps = [one.cap for one in costs.ways] + list(costs.limits.moves.values())
    caps += [costs.limits.posts] if costs.limits.posts else []
    return any(np.isfinite(one.per_county) for one in caps)
