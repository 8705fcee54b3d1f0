"""States of results."""

import pytest

from junheng.balance.model import STATE_TITLES, State, state_of


@pytest.mark.parametrize(("met", "state"), [(True, State.MET), (False, State.NOT_MET), (None, State.NOT_JUDGED)])
def test_not_known_is_not_judged_and_never_failing(met: bool | None, state: State) -> None:
    assert state_of(met) is state


def test_every_state_has_words_in_both_languages() -> None:
    assert all(STATE_TITLES[state].zh and STATE_TITLES[state].en for state in State)
