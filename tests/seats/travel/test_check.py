from dataclasses import replace

import numpy as np
import pytest

from junheng.seats.travel import Travel, WrongDistancesError, check_roads, travel

from .streets import anywhere, town

RNG = np.random.default_rng(5)
NETWORK = town(RNG, 10)


@pytest.fixture(scope="module")
def found() -> Travel:
    return travel(anywhere(RNG, 40, 10), anywhere(RNG, 5, 10), NETWORK, limit=900, within=300)


def test_what_was_found_stands_up(found: Travel) -> None:
    assert found.areas is not None
    assert found.schools is not None
    told = check_roads(found.pairs, found.areas, found.schools, NETWORK, limit=900)
    assert told.schools == 5
    assert told.pairs == len(found.pairs)
    assert told.apart < 1e-6


def test_a_changed_distance_and_a_lost_pair_are_noticed(found: Travel) -> None:
    assert found.areas is not None
    assert found.schools is not None
    metres = found.pairs.metres.copy()
    metres[7] += 0.01
    with pytest.raises(WrongDistancesError):
        check_roads(replace(found.pairs, metres=metres), found.areas, found.schools, NETWORK, limit=900)
    kept = np.arange(len(found.pairs)) != 3
    pairs = found.pairs
    fewer = replace(
        pairs,
        area=pairs.area[kept],
        school=pairs.school[kept],
        metres=pairs.metres[kept],
        straight=pairs.straight[kept],
    )
    with pytest.raises(WrongDistancesError, match="1 pairs"):
        check_roads(fewer, found.areas, found.schools, NETWORK, limit=900)
