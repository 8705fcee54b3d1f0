"""Publishing a city: every year or none; what is stored of it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from junheng.balance.model import CityVerdict, Failing
from junheng.policy import Text
from junheng.web.portal.actions import publish_city as action
from junheng.web.portal.actions.publish_city import publish_city
from junheng.web.portal.actions.publish_edition import publish_edition
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
def test_years_that_are_not_given_stay() -> None:
    publish_city([factories.city(year=2024)], snapshots=SNAPSHOTS, synthetic=True)
    publish_city([factories.city(year=2025)], snapshots=SNAPSHOTS, synthetic=False)
    assert list(Edition.objects.values_list("year", "version", "synthetic")) == [(2025, 1, False), (2024, 1, True)]


@pytest.mark.django_db
def test_dying_at_the_second_year_leaves_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    made = publish_edition

    def die(verdict: CityVerdict, **more: Any) -> Edition:
        if verdict.year == 2025:
            raise KeyboardInterrupt
        return made(verdict, **more)

    monkeypatch.setattr(action, "publish_edition", die)
    with pytest.raises(KeyboardInterrupt):
        publish_city([factories.city(year=2025), factories.city(year=2024)], snapshots=SNAPSHOTS, synthetic=True)
    assert not Edition.objects.exists()


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


@pytest.mark.django_db
def test_what_is_stored_of_each_year() -> None:
    roster = pl.DataFrame({"school_code": ["2141000001"]})
    verdicts = [factories.city(year=2024), factories.city(year=2025)]
    shapes = {"type": "FeatureCollection", "features": []}
    publish_city(verdicts, snapshots=SNAPSHOTS, synthetic=True, geometry=shapes, expected={2025: roster})
    new, old = Edition.objects.all()
    assert (new.expected, old.expected) == ([{"school_code": "2141000001"}], [])
    assert new.snapshot == verdicts[1].snapshot
    assert Path(new.snapshot_path).is_absolute()
    assert new.geometry == old.geometry == shapes


@pytest.mark.django_db
def test_counties_keep_the_order_of_the_verdict() -> None:
    given = [factories.county(code) for code in ("ZDXQ", "410105", "410102")]
    publish_city([factories.city(given)], snapshots=SNAPSHOTS, synthetic=True)
    assert list(County.objects.values_list("code", flat=True)) == ["ZDXQ", "410105", "410102"]


@pytest.mark.django_db
def test_a_school_of_two_sections_is_two_rows() -> None:
    both = (factories.school("3441000001"), factories.school("3441000001", "junior"))
    publish_city([factories.city([factories.county(schools=both)])], snapshots=SNAPSHOTS, synthetic=True)
    assert list(School.objects.values_list("code", "section")) == [
        ("3441000001", "junior"),
        ("3441000001", "primary"),
    ]


@pytest.mark.django_db
def test_a_missing_value_is_stored_as_missing() -> None:
    held = factories.school(passes=None, pupils=None)
    held = replace(held, values={**held.values, "L6": None}, met={**held.met, "L6": None})
    publish_city([factories.city([factories.county(schools=[held])])], snapshots=SNAPSHOTS, synthetic=True)
    stored = School.objects.get()
    assert (stored.values["L6"], stored.pupils, stored.passes, stored.marks["L6"]) == (None, None, None, "none")
