"""The page of two drafts side by side."""

from django.test import Client

from junheng.web.accounts.reach import Actor
from junheng.web.personnel.actions.edit_draft import place_teacher
from junheng.web.personnel.models import RotationDraft, RotationRound
from tests.web.people import People
from tests.web.personnel.drafting import solved
from tests.web.personnel.ground import NAMES, A


def test_two_are_compared_and_one_is_not_enough(
    staff: People, officer: Actor, drafting: RotationRound, draft: RotationDraft
) -> None:
    client, address = staff.client("personnel"), f"/desk/rotation/{drafting.pk}/compare/"
    assert "要有两份求解完成的草案" in client.get(address).content.decode()
    other = solved(officer, drafting)
    place_teacher(officer, other.pk, "t9", A, revision=1)
    shown = client.get(address).content.decode()
    assert "草案 1" in shown
    assert "安排不同的教师：1 人" in shown
    assert "留在原校" in shown
    same = client.get(address, {"a": other.pk, "b": other.pk}).content.decode()
    assert "两份草案的安排完全相同" in same
    assert client.get(address, {"format": "csv", "table": "differing"}).status_code == 200
    for wrong in ("0", "x", "99999"):
        assert client.get(address, {"a": wrong}).status_code == 404
    assert Client().get(address).status_code in {302, 404}
    assert not [one for one in NAMES if one in shown]
