"""Publication: by another person, once, with transfers; withdrawn with a reason."""

import pytest
from django.http import Http404

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.personnel.actions.propose_draft import propose_draft
from junheng.web.personnel.actions.publish_rotation import publish_rotation, withdraw_rotation
from junheng.web.personnel.models import Publication, RotationDraft, RotationRound, RoundState, Transfer
from tests.web.people import People
from tests.web.personnel.ground import A, B


def test_everybody_who_moves_has_a_transfer(staff: People, publication: Publication) -> None:
    rows = {one.teacher.code: one for one in Transfer.objects.everything("test")}
    assert set(rows) == set(publication.draft.places)
    assert (rows["t1"].from_school.code, rows["t1"].to_school.code) == (A, B)
    assert RotationRound.objects.everything("test").get().state == RoundState.PUBLISHED
    assert Event.objects.get(verb="rotation.publish").username == "publisher"


def test_the_maker_of_a_draft_does_not_publish_it(staff: People, officer: Actor, draft: RotationDraft) -> None:
    propose_draft(officer, draft.pk, revision=1)
    with pytest.raises(Http404):
        publish_rotation(officer, draft.pk, revision=1)
    RotationDraft.objects.everything("test").update(made_by=staff.users["publisher"])
    with pytest.raises(NotAllowed):
        publish_rotation(staff.actor("publisher"), draft.pk, revision=1)


def test_only_what_was_put_forward_is_published(staff: People, officer: Actor, draft: RotationDraft) -> None:
    with pytest.raises(Refusal, match="提请"):
        publish_rotation(staff.actor("publisher"), draft.pk, revision=1)
    propose_draft(officer, draft.pk, revision=1)
    with pytest.raises(Stale):
        publish_rotation(staff.actor("publisher"), draft.pk, revision=2)


def test_a_withdrawal_needs_a_reason_and_keeps_the_record(staff: People, publication: Publication) -> None:
    publisher, of = staff.actor("publisher"), publication.draft.round_id
    with pytest.raises(Refusal, match="原因"):
        withdraw_rotation(publisher, of, " ")
    held = withdraw_rotation(publisher, of, "名单有误")
    assert (held.reason, held.withdrawn_by_id) == ("名单有误", publisher.user_id)
    assert Transfer.objects.everything("test").count() == len(publication.draft.places)
    assert RotationRound.objects.everything("test").get().state == RoundState.DRAFT
    again = publish_rotation(publisher, publication.draft_id, revision=1)
    assert again.pk != held.pk
