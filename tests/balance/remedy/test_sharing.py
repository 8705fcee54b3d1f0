"""The bound of sections together."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.relaxed import relaxed
from junheng.balance.remedy.sharing import together
from tests.balance.remedy.test_joint import LINK, joint, tried
from tests.balance.remedy.tiny import tiny

NOTHING = np.empty((0, 5), np.int64)


@pytest.mark.parametrize("seed", range(6))
def test_it_is_at_least_that_of_the_dearer_section_and_never_above_the_cheapest_plans(seed: int) -> None:
    county = joint(seed)
    alone = [relaxed(one).bound for one in county.problems]
    found = together(county.problems, LINK, alone, 1e-6)
    assert max(alone) - 1e-6 <= found <= tried(county) + 1e-6


def test_what_shares_nothing_adds_up_and_who_moves_bounds_nothing() -> None:
    one, other = tiny(1), tiny(2)
    alone = [relaxed(each).bound for each in (one, other)]
    assert together([one, other], NOTHING, alone, 0.0) == pytest.approx(sum(alone))
    moving = replace(one, move=np.ones(3))
    assert together([moving, other], NOTHING, alone, 0.0) == pytest.approx(alone[1])
    assert together([one, other], NOTHING, [np.inf, 1.0], 0.0) == np.inf
