"""What a round stands on, now and frozen."""

from junheng.web.personnel import ground
from junheng.web.personnel.models import RotationDraft, RotationRound
from tests.web.personnel.ground import A, B


def test_a_round_is_opened_as_one_county(collected: RotationRound) -> None:
    held = ground.now(collected)
    assert len(held.city.counties) == 1
    assert sorted(held.teacher) == [f"h{one}" for one in (1, 2)] + [f"t{one}" for one in range(1, 10)]
    assert held.school(held.post[B, "primary"]) == B
    assert held.row(held.teacher["t1"])["school_code"] == A
    assert held.inputs.km[0, 1] == 2


def test_the_officers_numbers_count(collected: RotationRound) -> None:
    collected.given = {"eligible.years": {"value": 8.5, "source": "区办法"}}
    assert ground.now(collected).county.eligible() == 3
    assert ground.rules_of(collected).years == 8.5


def test_a_draft_opens_its_frozen_tables_once(draft: RotationDraft) -> None:
    first = ground.opened(draft)
    assert ground.opened(draft) is first
    assert first.rules.share == 10
