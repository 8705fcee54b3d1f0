"""Who is eligible, by reason, beside the shares."""

from junheng.web.personnel import ground
from junheng.web.personnel.models import RotationRound
from junheng.web.personnel.standing_of import counts, people


def test_counts_are_of_teachers_and_heads_apart(collected: RotationRound) -> None:
    held = counts(ground.now(collected))
    assert (held.teachers, held.heads, held.eligible, held.eligible_heads, held.backbone) == (9, 2, 8, 0, 2)
    assert (held.needed, held.backbone_needed, held.share, held.backbone_share) == (1, 1, 10, 20)
    assert sum(many for _, many in held.reasons) == 3


def test_everybody_has_a_standing(collected: RotationRound) -> None:
    held = people(ground.now(collected))
    assert held["t3"].kind == "excluded"
    assert held["h1"].kind == "not_eligible"
    assert held["t1"].why is None
