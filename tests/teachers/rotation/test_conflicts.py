"""What cannot be kept together is the smallest set, in words with numbers."""

from collections.abc import Iterator

import pytest

from junheng.policy.rotation_rules import RotationRules
from junheng.programs import Solver
from junheng.teachers.rotation.conflicts import RELIEFS, conflict, short
from junheng.teachers.rotation.county import County
from tests.teachers.rotation.tiny import county, rules


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as one:
        yield one


STREET = county([0, 0, 1, 1], backbone=[1, 1, 0, 0])
CASES = [
    (STREET, rules(share=100, cap=0.5), {"share", "cap"}),
    (STREET, rules(share=100, most=50), {"share", "most"}),
    (STREET, rules(share=100, out=50), {"share", "out"}),
    (STREET, rules(share=100, into=50), {"share", "into"}),
    (STREET, rules(share=100, backbone=60), {"share", "backbone_share"}),
    (county([0, 1], partner=[1, 0], backbone=[1, 1]), rules(share=100, couple=1), {"share", "couple"}),
    (county([0, 1], child=[0, 1], backbone=[1, 1]), rules(share=100, child=0.5), {"share", "child"}),
    (county([0, 1], need=[[1], [0]], backbone=[1, 1]), rules(share=100), {"share", "subject"}),
    (county([0, 1], section=[0, 1], backbone=[1, 1]), rules(share=100), {"share", "section"}),
    (county([0, 0], backbone=[1, 1]), rules(share=100), {"share", "county"}),
]
HELD = [
    (county([0, 0, 1, 1], backbone=[1, 1, 0, 0], held=[0, 0, 1, 1]), rules(share=50), {"share", "held"}),
    (county([0, 0, 0, 1], held=[1, -1, -1, -1]), rules(share=0, backbone=60), {"held", "backbone_share"}),
]


@pytest.mark.parametrize(("held", "law", "wanted"), HELD)
def test_held_placements_clash_in_words(held: County, law: RotationRules, wanted: set[str], solver: Solver) -> None:
    found = conflict(held, law, solver)
    assert set(found.rules) == wanted
    assert f"锁定的安排 {int((held.staff.held >= 0).sum())} 人" in found.words.zh


@pytest.mark.parametrize(("held", "law", "wanted"), CASES, ids=[min(one[2]) + str(at) for at, one in enumerate(CASES)])
def test_the_smallest_clash_is_named(held: County, law: RotationRules, wanted: set[str], solver: Solver) -> None:
    found = conflict(held, law, solver)
    assert set(found.rules) == wanted
    assert found.possible < found.needed
    assert str(found.needed) in found.words.zh
    assert str(found.possible) in found.words.en


def test_every_relief_is_of_a_rule_that_can_clash() -> None:
    named = {one for _, _, wanted in (*CASES, *HELD) for one in wanted} - {"share"}
    assert named == {*RELIEFS, "county"}


def test_nothing_is_missing_where_the_share_is_reached(solver: Solver) -> None:
    assert short(STREET, rules(share=50), solver) == 0
