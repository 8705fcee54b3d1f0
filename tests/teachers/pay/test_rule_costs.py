"""What a share does, beside the same pool without it."""

from fractions import Fraction

from junheng.teachers.pay.rule_costs import RuleCost, rule_costs

BASES = {"post": [1.0, 1.0], "head": [0.0, 1.0]}


def test_a_tilt_moves_half_of_its_share_between_two() -> None:
    found = rule_costs(10000, BASES, {"post": Fraction(4, 5), "head": Fraction(1, 5)})
    assert found == [RuleCost("post", 2, 4000, 0), RuleCost("head", 1, 1000, 1000)]


def test_the_only_share_is_held_against_nothing() -> None:
    assert rule_costs(10000, {"post": [1.0, 2.0]}, {"post": Fraction(1)}) == []
