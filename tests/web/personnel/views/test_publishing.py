"""The publisher's pages, and what everybody sees."""

from django.test import Client

from junheng.web.accounts.reach import Actor
from junheng.web.personnel.actions.propose_draft import propose_draft
from junheng.web.personnel.models import Publication, RotationDraft
from tests.web.people import People
from tests.web.personnel.ground import NAMES


def test_the_publisher_decides_without_a_name(staff: People, officer: Actor, draft: RotationDraft) -> None:
    client = staff.client("publisher")
    propose_draft(officer, draft.pk, revision=1)
    assert f"/desk/rotation/drafts/{draft.pk}/decision/" in client.get("/desk/rotation-publishing/").content.decode()
    text = client.get(f"/desk/rotation/drafts/{draft.pk}/decision/").content.decode()
    assert not [one for one in NAMES if one in text]
    done = client.post(f"/desk/rotation/drafts/{draft.pk}/publish/", {"revision": "1"})
    assert done.headers["Location"] == f"/rotation/{Publication.objects.everything('test').get().pk}/"


def test_a_withdrawn_publication_is_gone_from_the_public(staff: People, publication: Publication) -> None:
    client, path = staff.client("publisher"), f"/rotation/{publication.pk}/"
    assert Client().get(path).status_code == 200
    assert Client().get(path, {"format": "csv"}).status_code == 200
    withdraw = f"/desk/rotation/{publication.draft.round_id}/withdraw/"
    assert client.post(withdraw, {"reason": ""}).status_code == 422
    assert client.post(withdraw, {"reason": "名单有误"}).status_code == 302
    assert Client().get(path).status_code == 404
    assert "名单有误" in client.get("/desk/rotation-publishing/").content.decode()
