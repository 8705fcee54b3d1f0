"""Publishing replaces everything or nothing."""

from typing import Any

import pytest

from junheng.balance.model import Failing
from junheng.policy import Text
from junheng.web.portal.actions.publish_city import publish_city
from junheng.web.portal.models import County, Edition, School
from tests.web import factories

SNAPSHOTS = {2024: "a", 2025: "b"}


def _rows() -> list[Any]:
    return [
        list(Edition.objects.order_by("year").values("year", "standard", "snapshot", "synthetic", "geometry")),
        list(
            County.objects.order_by("edition__year", "code").values("code", "state", "summary", "indicators", "detail")
        ),
        list(School.objects.order_by("county__edition__year", "code").values("code", "values", "marks", "reasons")),
    ]


@pytest.mark.django_db
def test_the_same_verdicts_leave_the_same_pages() -> None:
    verdicts = [factories.city(year=2024), factories.city(year=2025)]
    publish_city(verdicts, snapshots=SNAPSHOTS, synthetic=True)
    first = _rows()
    publish_city(verdicts, snapshots=SNAPSHOTS, synthetic=True)
    assert _rows() == first
    assert [len(part) for part in first] == [2, 2, 4]


@pytest.mark.django_db
def test_years_that_are_no_longer_given_disappear() -> None:
    publish_city([factories.city(year=2024)], snapshots=SNAPSHOTS, synthetic=True)
    publish_city([factories.city(year=2025)], snapshots=SNAPSHOTS, synthetic=False)
    assert list(Edition.objects.values_list("year", "synthetic")) == [(2025, False)]


@pytest.mark.django_db
def test_dying_midway_leaves_the_old_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    publish_city([factories.city(year=2024)], snapshots=SNAPSHOTS, synthetic=True)
    before = _rows()

    def die(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("junheng.web.portal.actions.publish_city._judged", die)
    with pytest.raises(KeyboardInterrupt):
        publish_city([factories.city(year=2025)], snapshots=SNAPSHOTS, synthetic=True)
    assert _rows() == before


@pytest.mark.django_db
def test_a_year_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="学年重复"):
        publish_city([factories.city(), factories.city()], snapshots=SNAPSHOTS, synthetic=True)


@pytest.mark.django_db
def test_a_year_without_snapshot_is_refused() -> None:
    with pytest.raises(ValueError, match="2025"):
        publish_city([factories.city()], snapshots={}, synthetic=True)
    assert not Edition.objects.exists()


@pytest.mark.django_db
def test_a_school_left_out_twice_is_named_once() -> None:
    out = Failing("2141000009", "河湾教学点", Text("不足50人", "small"))
    publish_city([factories.city([factories.county(left_out=(out, out))])], snapshots=SNAPSHOTS, synthetic=True)
    assert School.objects.filter(code="2141000009", section="").count() == 1
