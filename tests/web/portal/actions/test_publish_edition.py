"""Editions: the next version of a year becomes current, the old ones stay, the same input makes nothing new."""

from dataclasses import replace
from typing import Any

import polars as pl
import pytest
from django.db import connection
from django.test import Client

from junheng.balance.model import State
from junheng.policy import Text
from junheng.web.audit.models import Event
from junheng.web.portal.actions import publish_edition as action
from junheng.web.portal.actions.publish_edition import publish_edition
from junheng.web.portal.models import County, Edition, School
from tests.web import factories


def _publish(state: State = State.MET, **more: Any) -> Edition:
    verdict = factories.city([factories.county(state=state)])
    return publish_edition(verdict, **{"snapshot_path": "a", "synthetic": True, **more})


def test_the_first_version_is_current_and_says_so(db: None) -> None:
    edition = _publish()
    assert (edition.version, edition.current, edition.slug, edition.permanent) == (1, True, "2025", "2025-v1")
    assert edition.changes == [{"zh": "首次发布", "en": "First publication"}]


def test_the_same_input_makes_nothing_new(db: None) -> None:
    first = _publish()
    again = _publish(snapshot_path="moved")
    assert again.pk == first.pk
    assert Edition.objects.get().snapshot_path.endswith("moved")
    assert Event.objects.filter(verb="publish.edition").count() == 1


@pytest.mark.parametrize(
    "more",
    [
        {"state": State.NOT_MET},
        {"disclosure": False},
        {"standard": "jiaodu-2012-3"},
        {"synthetic": False},
        {"geometry": {"features": []}},
        {"expected": pl.DataFrame({"school_code": ["2141000001"]})},
    ],
)
def test_other_input_makes_the_next_version(db: None, more: dict[str, Any]) -> None:
    first = _publish()
    second = _publish(**more)
    first.refresh_from_db()
    assert (first.version, first.current, first.slug) == (1, False, "2025-v1")
    assert (second.version, second.current, second.slug) == (2, True, "2025")
    assert County.objects.count() == 2


def test_the_change_log_names_who_moved_and_what_it_was_given(db: None) -> None:
    _publish()
    second = _publish(State.NOT_MET, changes=[Text("申诉成立", "Appeal upheld")])
    assert [one["zh"] for one in second.changes] == ["申诉成立", "金水区：达标 → 未达标"]


def test_a_switch_of_disclosure_is_in_the_change_log(db: None) -> None:
    _publish()
    assert [one["zh"] for one in _publish(disclosure=False).changes] == ["公开范围改变：不再隐去小数值"]


def test_every_publication_is_an_event_with_its_reason(db: None) -> None:
    _publish(reason="年度发布")
    event = Event.objects.get(verb="publish.edition")
    assert (event.target, event.reason, event.username) == ("edition:2025-v1", "年度发布", "system")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("at", ["record", "_save", "_follow", "rows_of"])
def test_whatever_breaks_wherever_the_old_version_stays(monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    _publish()
    before = list(Edition.objects.values()), list(County.objects.values()), list(School.objects.values())

    def broken(*_args: object, **_more: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(action, at, broken)
    with pytest.raises(OSError, match="disk full"):
        _publish(State.NOT_MET)
    assert (list(Edition.objects.values()), list(County.objects.values()), list(School.objects.values())) == before
    assert not connection.in_atomic_block


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_an_old_version_stays_readable_and_says_what_took_its_place(db: None, client: Client, prefix: str) -> None:
    _publish()
    _publish(State.NOT_MET)
    for path in ("/2025-v1/", "/2025-v1/county/410105/", "/2025-v1/school/2141000001/"):
        html = client.get(prefix + path).content.decode()
        assert ("已被第 2 版取代" in html) or ("superseded by version 2" in html), path
        assert f'href="{prefix}/2025' in html
    assert "superseded" not in client.get(f"{prefix}/2025-v2/").content.decode()
    assert client.get(f"{prefix}/2025/county/410105/").context["county"].state == "not_met"
    assert client.get(f"{prefix}/2025-v1/county/410105/").context["county"].state == "met"
    assert client.get(f"{prefix}/2025-v3/").status_code == 404
    assert client.get(f"{prefix}/2025-v0/").status_code == 404


def test_the_links_of_an_old_version_stay_in_it(db: None, client: Client) -> None:
    _publish()
    _publish(State.NOT_MET)
    html = client.get("/2025-v1/county/410105/").content.decode()
    assert "/2025-v1/school/2141000001/primary/L5/" in html
    assert 'href="/2025-v1/school/2141000001/"' in html
    assert client.get("/api/2025-v1/county/410105.json").json()["version"] == 1


def test_the_trend_of_an_old_version_has_its_own_year(db: None, client: Client) -> None:
    publish_edition(factories.city(year=2024), snapshot_path="z", synthetic=True)
    _publish()
    changed = replace(factories.county(), state=State.NOT_MET)
    publish_edition(factories.city([changed]), snapshot_path="a", synthetic=True)
    old, new = (client.get(f"/{slug}/county/410105/").context["trend"]["years"] for slug in ("2025-v1", "2025"))
    assert [(one.edition.year, one.edition.version) for one in old] == [(2024, 1), (2025, 1)]
    assert [(one.edition.year, one.edition.version) for one in new] == [(2024, 1), (2025, 2)]
