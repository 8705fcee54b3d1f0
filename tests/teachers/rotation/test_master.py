"""The linear optimum is that of every arc of the county, however few there are at the start."""

import numpy as np
import pytest

from junheng.teachers.rotation.master import cheap, master, reduced, relax
from tests.teachers.rotation.tiny import county, random_county, rules


@pytest.mark.parametrize("seed", range(8))
def test_few_arcs_at_the_start_lead_to_the_same_optimum(seed: int) -> None:
    held, law = random_county(seed, teachers=30, posts=7), rules(couple=1, out=60, into=60)
    few, all_ = (relax(master(held, law, near)) for near in (1, held.posts))
    assert few.points == pytest.approx(all_.points, abs=1e-4)


def test_no_arc_that_is_left_out_could_make_it_better() -> None:
    program = master(random_county(3, teachers=30, posts=7), rules(), 1)
    found = relax(program)
    assert reduced(program, found.price, np.arange(program.made.count)).min() > -1e-5
    assert cheap(program, found.price, 1e9).count >= program.open_.sum()


def test_movers_that_the_share_asks_for_in_vain_are_missing() -> None:
    held = county([0, 1], km=[[0, np.inf], [np.inf, 0]])
    assert relax(master(held, rules(share=100))).lack == pytest.approx(2)


def test_steps_beyond_the_margin_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("junheng.teachers.rotation.master.MARGIN", 1)
    held = county([0, 0, 0, 0, 1], backbone=[1] * 5, pupils=[100, 1], need=[[0], [5]])
    assert relax(master(held, rules(**{"weight.shortage": 1e6}))).tails > 0
