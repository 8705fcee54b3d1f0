"""Switching protection off: only with the verb and a reason, a new version, on the record, told on every page."""

import pytest
from django.test import Client

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.portal.actions.switch_disclosure import switch_disclosure
from junheng.web.portal.models import Edition
from tests.web.people import People
from tests.web.portal.conftest import Frozen


def _edition() -> Edition:
    return Edition.objects.get(current=True)


def test_off_and_on_again(city: Frozen, staff: People, client: Client) -> None:
    publisher = staff.actor("publisher")
    made = switch_disclosure(publisher, _edition(), "省厅要求公开全部数据")
    assert (made.version, made.disclosure, made.current) == (2, False, True)
    assert "省厅要求公开全部数据" in {one["zh"] for one in made.changes}
    event = Event.objects.get(verb="publish.disclosure")
    assert (event.username, event.reason, event.after) == ("publisher", "省厅要求公开全部数据", {"disclosure": False})
    assert "本版未作小数值保护" in client.get("/2025/county/410105/").content.decode()
    again = switch_disclosure(publisher, _edition(), "恢复")
    assert (again.version, again.disclosure) == (3, True)
    assert "本版未作小数值保护" not in client.get("/").content.decode()
    assert "本版未作小数值保护" in client.get("/2025-v2/").content.decode()


def test_only_who_may(city: Frozen, staff: People) -> None:
    for role in sorted(set(staff.users) - {"other_reporter", "other_reviewer"}):
        actor = staff.actor(role)
        if not actor.may("publish.disclosure"):
            with pytest.raises(NotAllowed):
                switch_disclosure(actor, _edition(), "理由")
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_not_without_a_reason(city: Frozen, staff: People, reason: str) -> None:
    with pytest.raises(Refusal, match="理由"):
        switch_disclosure(staff.actor("publisher"), _edition(), reason)
    assert Edition.objects.count() == 1


def test_not_an_old_version_and_not_without_the_snapshot(city: Frozen, staff: People) -> None:
    publisher, old = staff.actor("publisher"), _edition()
    switch_disclosure(publisher, old, "一")
    old.refresh_from_db()
    with pytest.raises(Refusal, match="现行"):
        switch_disclosure(publisher, old, "二")
    Edition.objects.update(snapshot_path="/nowhere")
    with pytest.raises(Refusal, match="快照"):
        switch_disclosure(publisher, _edition(), "三")
