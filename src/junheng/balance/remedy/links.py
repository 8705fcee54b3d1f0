"""What the sections of a county share: quantities of a school of which every unit counts in several of its sections."""

from collections.abc import Sequence

import numpy as np

from junheng.balance.remedy.problem import Ints
from junheng.balance.remedy.sections import Section


def links_of(sections: Sequence[Section]) -> Ints:
    """(k, 5) of every quantity shared: the first section with it and its school, another and its school, the indicator.

    Shared is of which a part of every unit counts in either section. Sections that cannot be judged share nothing.
    """
    first: dict[tuple[str, int], tuple[int, int]] = {}
    rows = []
    for section, one in enumerate(sections):
        if one.problem is None or one.share is None:
            continue
        for school, at in np.argwhere(one.share < 1).tolist():
            place = (one.problem.schools[school], at)
            if place in first:
                rows.append((*first[place], section, school, at))
            else:
                first[place] = section, school
    return np.array(rows, np.int64).reshape(-1, 5)
