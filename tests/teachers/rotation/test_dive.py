"""Diving ends in whole flows and leaves the program as it was."""

import numpy as np
import pytest

from junheng.teachers.rotation.dive import dive
from junheng.teachers.rotation.master import master, relax
from tests.teachers.rotation.tiny import random_county, rules

LAW = rules(share=30, most=40, cap=6, couple=1, into=100)


def test_broken_flows_become_whole_and_bounds_are_put_back() -> None:
    broken = 0
    for seed in range(60):
        program = master(random_county(seed, teachers=30, posts=6), LAW)
        found = relax(program)
        if found.lack > 1e-6 or np.abs(found.flow - np.round(found.flow)).max(initial=0) < 1e-6:
            continue
        broken += 1
        answer = dive(program, found.flow, 0.2)
        assert answer is not None
        assert (answer[0] == np.round(answer[0])).all()
        assert answer[1] >= found.points - 1e-6
        assert relax(program).points == pytest.approx(found.points, abs=1e-4)
    assert broken
