"""The shares of performance pay: the user's, adding up to 100; the link and the parity are the law's."""

from datetime import date
from fractions import Fraction

import pytest

from junheng.policy.pay_rules import PARTS, pay_parameters, pay_rules

DAY = date(2026, 9, 1)


def test_no_share_is_invented() -> None:
    held = pay_rules(DAY)
    assert held.shares == {}
    assert held.parity == held.link == Fraction(1)
    assert pay_rules(date(2023, 1, 1)).link is None
    for one in pay_parameters().values():
        assert bool(one.inert) == (one.values[-1].value is None)


def test_shares_are_exact_and_add_up() -> None:
    held = pay_rules(DAY, {"share.post": 33.3, "share.load": 66.7})
    assert held.shares == {"post": Fraction(333, 1000), "load": Fraction(667, 1000)}
    assert set(PARTS) > set(held.shares)
    with pytest.raises(ValueError, match="100"):
        pay_rules(DAY, {"share.post": 50})
    with pytest.raises(ValueError, match=r"share\.post"):
        pay_rules(DAY, {"share.post": -1})
