"""Where a round is."""

from junheng.web.personnel.models import RotationRound, RoundState
from junheng.web.personnel.steps import steps


def test_the_steps_follow_the_state(collected: RotationRound) -> None:
    looks = {state: [one.look for one in steps(_in(collected, state))] for state in RoundState}
    assert looks[RoundState.COLLECTING] == ["done", "now", "", "", ""]
    assert looks[RoundState.WISHES] == ["done", "done", "now", "", ""]
    assert looks[RoundState.DRAFT] == ["done", "done", "done", "now", ""]
    assert looks[RoundState.PUBLISHED] == ["done", "done", "done", "done", "now"]


def test_before_the_import_it_is_the_import(opened_round: RotationRound) -> None:
    assert [one.look for one in steps(opened_round)] == ["now", "", "", "", ""]


def _in(of: RotationRound, state: RoundState) -> RotationRound:
    of.state = state
    return of
