"""What everybody sees of a drawing, and when."""

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from junheng.web.evidence.actions.commit_draw import commit_draw
from junheng.web.evidence.actions.reveal_draw import reveal_draw
from tests.web.evidence.draws_made import planned
from tests.web.people import People


def test_nothing_of_a_plan(client: Client, staff: People) -> None:
    held = planned(staff)
    assert "还没有公开" in client.get("/draws/").content.decode()
    for path in (f"/draws/{held.pk}/", f"/draws/{held.pk}.json"):
        assert client.get(path).status_code == 404


def test_commitment_then_result(
    client: Client, staff: People, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    inspector = staff.actor("inspector")
    held = commit_draw(inspector, planned(staff).pk, revision=1)
    page = client.get(f"/draws/{held.pk}/").content.decode()
    assert held.commitment in page
    assert 'id="drawn"' not in page
    reveal_draw(inspector, held.pk, revision=2)
    for prefix in ("", "/en"):
        html = client.get(f"{prefix}/draws/{held.pk}/").content.decode()
        assert held.secret in html
        assert "inspector</small>" not in html
    with django_assert_max_num_queries(4):
        client.get(f"/draws/{held.pk}/")
    answer = client.get(f"/draws/{held.pk}.json")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer.json()["seed"] == held.secret
