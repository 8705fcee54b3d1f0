import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from junheng.seats.travel.graph import rows_of
from junheng.seats.travel.kernel import Reach, Rows, many_to_many


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(2, 40), st.floats(0.5, 60), st.floats(5, 400))
def test_every_pair_within_the_limit_at_its_shortest_whatever_the_width(
    seed: int, nodes: int, width: float, limit: float
) -> None:
    rng = np.random.default_rng(seed)
    from_, to = rng.integers(0, nodes, (2, 3 * nodes))
    metres = rng.choice([0.001, 7.0, 20.0, 55.5, 120.0], 3 * nodes)
    start, targets = rng.integers(0, nodes, 4), rng.integers(0, nodes, 7)
    sources = nodes + np.repeat(np.arange(4), 2)
    arcs = rows_of(
        np.concatenate([from_, sources]),
        np.concatenate([to, np.repeat(start, 2)]),
        np.concatenate([metres, np.tile([3.0, 1.0], 4)]),
        nodes + 4,
    )
    ends = rows_of(targets, np.arange(7), np.full(7, 2.0), nodes + 4)
    found = many_to_many(Rows(*arcs), 4, Rows(*ends), 7, Reach(limit, 1 / width))
    shortest = np.full((nodes, nodes), np.inf)
    np.minimum.at(shortest, (from_, to), metres)
    held = np.isfinite(shortest)
    whole = dijkstra(coo_array((shortest[held], np.nonzero(held)), shape=(nodes, nodes)))[start][:, targets] + 3.0
    wanted = {(s, t): whole[s, t] for s, t in zip(*np.nonzero(whole <= limit - 1e-9), strict=True)}
    told = dict(zip(zip(found[0].tolist(), found[1].tolist(), strict=True), found[2].tolist(), strict=True))
    assert {key: round(value, 6) for key, value in told.items() if value <= limit - 1e-9} == {
        (int(s), int(t)): round(float(value), 6) for (s, t), value in wanted.items()
    }


def test_answers_grow_beyond_the_room_first_made() -> None:
    count = 3000
    ends = np.arange(count)
    star = rows_of(np.full(count, count), ends, np.full(count, 10.0), count + 1)
    hung = rows_of(ends, ends, np.zeros(count), count + 1)
    found = many_to_many(Rows(*star), 1, Rows(*hung), count, Reach(10.0, 0.1))
    assert sorted(found[1].tolist()) == ends.tolist()
    assert set(found[2].tolist()) == {10.0}
