"""The commitment binds list and seed; nobody sees the seed; it is made once."""

import pytest
from django.db import connection

from junheng.policy.draw import commitment, list_hash
from junheng.web.audit.models import Event
from junheng.web.evidence.actions.commit_draw import commit_draw, locked
from junheng.web.kit.refusal import Refusal, Stale
from tests.web.evidence.draws_made import planned
from tests.web.people import People


def test_the_commitment(staff: People) -> None:
    held = commit_draw(staff.actor("inspector"), planned(staff).pk, revision=1)
    assert held.commitment == commitment(held.secret, list_hash(held.listed))
    assert len(held.secret) == 64
    other = commit_draw(staff.actor("inspector"), planned(staff).pk, revision=1)
    assert other.list_hash == held.list_hash
    assert other.secret != held.secret


def test_the_seed_is_ciphertext_on_disk_and_in_no_event(staff: People) -> None:
    held = commit_draw(staff.actor("inspector"), planned(staff).pk, revision=1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM evidence_draw")
        stored = bytes(cursor.fetchone()[0])
    assert held.secret.encode() not in stored
    assert not any(held.secret in str(one.after) for one in Event.objects.all())


def test_once(staff: People) -> None:
    held = planned(staff)
    commit_draw(staff.actor("inspector"), held.pk, revision=1)
    with pytest.raises(Stale):
        commit_draw(staff.actor("inspector"), held.pk, revision=1)
    with pytest.raises(Refusal, match="下一步"):
        commit_draw(staff.actor("inspector"), held.pk, revision=2)
    with pytest.raises(Refusal):
        locked(held.pk, 2, "planned")
