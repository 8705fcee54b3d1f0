"""Ways along streets, straight ones marked, inside the county."""

import numpy as np
import polars as pl

from junheng.seats.plan.ways import AT_LEAST, ways
from tests.seats.plan.tiny import tiny


def test_ways_follow_the_streets_and_stay_in_the_county() -> None:
    found = ways(tiny())
    assert not found.straight[found.metres < 5000].any()
    counties = {found.areas[a][0] == found.places[p][0] for a, p in zip(found.area, found.place, strict=True)}
    assert counties == {True}
    pair = (found.area == found.areas.index("A-0-1")) & (found.place == found.places.index("Ap1"))
    assert 3000 < found.metres[pair][0] < 5500


def test_without_streets_every_way_is_straight_and_says_so() -> None:
    base = tiny()
    found = ways(tiny(edges=base.edges.clear(), nodes=base.nodes.clear()))
    assert found.straight.all()
    whole = ways(base)
    assert len(found.area) >= len(whole.area)


def test_far_areas_have_a_way_all_the_same() -> None:
    base = tiny()
    far = base.areas.with_columns(
        longitude=pl.when(pl.col("area") == "A-0-0").then(112.0).otherwise(pl.col("longitude"))
    )
    found = ways(tiny(areas=far))
    mine = found.area == 0
    assert mine.sum() == min(AT_LEAST, 5)
    assert (found.metres[mine] > 80_000).all()
    assert found.straight[mine].all()


def test_arcs_keep_the_shortest_and_the_one_asked_for() -> None:
    found = ways(tiny())
    there = np.arange(12)
    chosen = np.array([found.places.index(one) for one in ("Ap0", "Ap1")])
    arcs = found.arcs(there, chosen, 1, np.ones(12, dtype=np.int64))
    assert np.diff(arcs.first).min() >= 1
    assert all(1 in arcs.school[arcs.first[at] : arcs.first[at + 1]] for at in range(12))
    assert found.arcs(there, chosen, 2).school.size == 24
