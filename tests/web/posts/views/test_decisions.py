"""A decision's pages: who proposed it has no button to approve, another person has."""

from django.test import Client

from junheng.web.accounts.reach import Actor
from junheng.web.posts.actions.propose import propose
from junheng.web.posts.models import DecisionKind, PostsDecision
from tests.web.people import COUNTY, People
from tests.web.posts.ground import line
from tests.web.tiny import CODES

APPROVE, UNDO = 'value="approve"', "提请撤销"


def _text(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_buttons_are_those_of_whoever_looks(staff: People, officer: Actor, authorised: PostsDecision) -> None:
    lines = [line(CODES[0], -1), line(CODES[1], 1)]
    made = propose(officer, COUNTY, DecisionKind.ALLOTMENT, lines, "会议纪要")
    own = _text(staff.client("personnel"), f"/desk/posts-approvals/{made.pk}/")
    other = _text(staff.client("publisher"), f"/desk/posts-approvals/{made.pk}/")
    assert (APPROVE in own, APPROVE in other) == (False, True)
    assert "须由另一人批准" in own
    seen = _text(staff.client("personnel"), f"/desk/posts-decisions/{made.pk}/")
    assert "withdraw" in seen
    assert UNDO not in _text(staff.client("personnel"), f"/desk/posts-decisions/{authorised.pk}/")


def test_nobody_approves_by_address_what_is_their_own(staff: People, officer: Actor, authorised: PostsDecision) -> None:
    lines = [line(CODES[0], -1), line(CODES[1], 1)]
    made = propose(officer, authorised.organisation.code, DecisionKind.ALLOTMENT, lines, "会议纪要")
    answer = staff.client("personnel").post(f"/desk/posts-approvals/{made.pk}/", {"do": "approve"})
    assert answer.status_code == 403
    assert PostsDecision.objects.everything("test").get(pk=made.pk).state == "proposed"
