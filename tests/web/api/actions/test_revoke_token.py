"""Revoking is for one's own, and once."""

import pytest
from django.http import Http404

from junheng.web.api.actions.make_token import make_token
from junheng.web.api.actions.revoke_token import revoke_token
from junheng.web.audit.models import Event
from tests.web.people import People


def test_once_and_only_ones_own(staff: People) -> None:
    token, _key = make_token(staff.actor("planner"), name="x", scopes=["report.see"], days=1)
    with pytest.raises(Http404):
        revoke_token(staff.actor("finance"), token.pk)
    assert (
        revoke_token(staff.actor("planner"), token.pk).revoked == revoke_token(staff.actor("planner"), token.pk).revoked
    )
    assert Event.objects.filter(verb="token.revoke").count() == 1
