"""The desk of disclosure control: only for the publisher, with reason and tick, once, and the public is told."""

import pytest
from django.test import Client

from junheng.web.audit.models import Event
from junheng.web.portal import proof
from junheng.web.portal.models import Edition, School
from tests.web import tiny
from tests.web.people import People
from tests.web.portal.conftest import Frozen

LIST = "/desk/disclosure/"
REASON = "省厅要求公开全部数据"


def _current() -> Edition:
    return Edition.objects.get(current=True)


def _page() -> str:
    return f"{LIST}{_current().pk}/"


def _sent(client: Client, path: str, **more: str) -> int:
    return client.post(path, {"reason": REASON, "sure": "yes", **more}).status_code


def test_off_and_on_again_by_the_page(city: Frozen, staff: People, client: Client) -> None:
    publisher = staff.client("publisher")
    assert "这一学年没有需要隐去的学校" in publisher.get(_page()).content.decode()
    School.objects.filter(code=tiny.CODES[0]).update(suppressed=True, pupils=None)
    html = publisher.get(_page()).content.decode()
    assert "关闭后公众会看到什么" in html
    assert f"<small>{tiny.CODES[0]}</small>" in html
    assert tiny.CODES[1] not in html
    assert '<td class="n">500</td>' in html
    assert _sent(publisher, _page()) == 302
    assert (_current().version, _current().disclosure) == (2, False)
    assert "本版未作小数值保护" in client.get("/").content.decode()
    assert REASON in client.get("/data/changes/").content.decode()
    assert "恢复小数值保护" in publisher.get(_page()).content.decode()
    assert _sent(publisher, _page(), reason="恢复") == 302
    assert (_current().version, _current().disclosure) == (3, True)
    assert [one.reason for one in Event.objects.filter(verb="publish.disclosure")] == [REASON, "恢复"]
    proof._opened.cache_clear()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_list_names_every_year_and_its_state(city: Frozen, staff: People, prefix: str) -> None:
    html = staff.client("publisher").get(prefix + LIST).content.decode()
    assert ("On" if prefix else "已开启") in html
    assert f'href="{prefix}{_page()}"' in html


def test_sending_twice_changes_once(city: Frozen, staff: People) -> None:
    publisher, path = staff.client("publisher"), _page()
    assert _sent(publisher, path) == 302
    assert _sent(publisher, path) == 409
    assert Edition.objects.count() == 2
    assert Event.objects.filter(verb="publish.disclosure").count() == 1
    assert "这已不是现行版本" in publisher.get(path).content.decode()


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ({"reason": " \n", "sure": "yes"}, "请写明理由"),
        ({"reason": "理由在此"}, "请核对并勾选确认"),
        ({}, "请写明理由"),
    ],
)
def test_a_fault_changes_nothing_and_keeps_what_was_typed(
    city: Frozen, staff: People, sent: dict[str, str], fault: str
) -> None:
    answer = staff.client("publisher").post(_page(), sent)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert fault in html
    assert 'role="alert"' in html
    assert sent.get("reason", "").strip() in html
    assert Edition.objects.count() == 1


def test_nobody_else_comes_in(city: Frozen, staff: People, client: Client) -> None:
    assert client.get(LIST).status_code == 302
    for role in sorted(staff.users):
        if not staff.actor(role).may("publish.disclosure"):
            assert staff.client(role).get(LIST).status_code == 403
            assert _sent(staff.client(role), _page()) == 403
    assert Edition.objects.count() == 1


def test_the_post_needs_its_token(city: Frozen, staff: People) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(staff.users["publisher"], "junheng.web.accounts.backend.DeskBackend")
    assert _sent(strict, _page()) == 403
    assert Edition.objects.count() == 1


def test_without_the_snapshot_it_says_so(city: Frozen, staff: People) -> None:
    Edition.objects.update(snapshot_path="/nowhere")
    publisher = staff.client("publisher")
    assert "这份快照不在本机" in publisher.get(_page()).content.decode()
    assert _sent(publisher, _page()) == 409


def test_a_wrong_version_is_not_found(city: Frozen, staff: People) -> None:
    assert staff.client("publisher").get(f"{LIST}999999/").status_code == 404
