"""Where a round stands and who acts next."""

import pytest

from junheng.web.reporting.models import Round, RoundState
from junheng.web.verdicts.stage import LOOKS, NEXT, STEPS, TITLES, Stage, standing


@pytest.mark.parametrize(
    ("state", "snapshot", "drafts", "published", "stage"),
    [
        (RoundState.OPEN, "", [], False, Stage.OPEN),
        (RoundState.LOCKED, "", [], False, Stage.OPEN),
        (RoundState.LOCKED, "x", [], False, Stage.LOCKED),
        (RoundState.LOCKED, "x", [(True, False), (False, False)], False, Stage.DRAFTED),
        (RoundState.LOCKED, "x", [(True, False), (True, False)], False, Stage.SIGNED),
        (RoundState.LOCKED, "x", [(True, True)], True, Stage.RELEASED),
    ],
)
def test_the_stage_follows_from_lock_drafts_and_publication(
    state: str, snapshot: str, drafts: list[tuple[bool, bool]], published: bool, stage: Stage
) -> None:
    found = standing(Round(year=2025, state=state, snapshot=snapshot), drafts, published=published)
    assert found.stage is stage
    assert (found.drafts, found.signed) == (len(drafts), sum(one[0] for one in drafts))
    assert (found.title, found.next, found.look) == (TITLES[stage], NEXT[stage], LOOKS[stage])


def test_every_stage_has_its_words() -> None:
    assert set(TITLES) == set(NEXT) == set(LOOKS) == set(Stage)
    assert set(STEPS) == set(Stage) - {Stage.RELEASED}
