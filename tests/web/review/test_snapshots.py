"""Which snapshot a year is compared with."""

from junheng.web.reporting.models import Round
from junheng.web.review.snapshots import root, snapshot_before
from tests.web import tiny
from tests.web.review.reports import a_round


def test_the_year_before(db: None) -> None:
    assert snapshot_before(2025) is None
    frozen = tiny.snapshot(root(), 2024)
    found = snapshot_before(2025)
    assert found is not None
    assert found.hash == frozen.hash
    assert snapshot_before(2024) is None


def test_a_locked_round_says_which_and_a_lost_one_is_none(db: None) -> None:
    tiny.snapshot(root(), 2024)
    held = a_round(2024)
    Round.objects.filter(pk=held.pk).update(snapshot_path=str(root() / "nowhere"))
    assert snapshot_before(2025) is None
