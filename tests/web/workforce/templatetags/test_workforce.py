"""Words of templates: money to the fen, a bar that ends at its target."""

import pytest

from junheng.web.workforce.listed_talent import STATES
from junheng.web.workforce.templatetags.workforce import bar, talent_state, yuan


@pytest.mark.parametrize(("fen", "said"), [(0, "0.00"), (5, "0.05"), (123456789, "1,234,567.89"), (-250, "-2.50")])
def test_money_is_written_to_the_fen(fen: int, said: str) -> None:
    assert yuan(fen) == said


@pytest.mark.parametrize(("share", "length"), [(0.0, "0.0"), (0.255, "25.5"), (1.0, "100.0"), (1.4, "100.0")])
def test_a_bar_is_full_at_the_target(share: float, length: str) -> None:
    assert bar(share) == length


def test_every_state_has_its_own_words() -> None:
    assert len({talent_state(one) for one in STATES}) == len(STATES)
