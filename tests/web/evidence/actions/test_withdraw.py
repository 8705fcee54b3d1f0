"""Withdrawing keeps the file readable and never pulls the ground from under a finding."""

import pytest
from django.http import Http404

from junheng.web.evidence.actions.give import give
from junheng.web.evidence.actions.withdraw import withdraw
from junheng.web.evidence.models import Attachment
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.kit.store import read
from tests.web.evidence.conftest import YEAR, Bring
from tests.web.evidence.files import PDF, upload
from tests.web.people import COUNTY, People


def test_the_last_file_leaves_the_case_open(staff: People, bring: Bring) -> None:
    file = bring("given").attachments.get()
    case = withdraw(staff.actor("county_reviewer"), file.pk, revision=1)
    held = Attachment.objects.everything("test").get()
    assert (case.state, case.revision) == ("open", 2)
    assert held.withdrawn_by == staff.users["county_reviewer"]
    assert read(held.sha256) == PDF
    assert give(staff.actor("county_reviewer"), staff.places[COUNTY], YEAR, "G1", [upload()], revision=2).revision == 3


def test_another_file_keeps_it_waiting(staff: People, bring: Bring) -> None:
    file = bring("given").attachments.get()
    give(staff.actor("county_reviewer"), staff.places[COUNTY], YEAR, "G1", [upload("b.pdf")], revision=1)
    assert withdraw(staff.actor("county_reviewer"), file.pk, revision=2).state == "given"
    with pytest.raises(Refusal, match="已经撤回"):
        withdraw(staff.actor("county_reviewer"), file.pk, revision=3)


def test_a_cited_file_stays(staff: People, bring: Bring) -> None:
    file = bring("found").attachments.get()
    with pytest.raises(Refusal, match="引用"):
        withdraw(staff.actor("county_reviewer"), file.pk, revision=2)


def test_who_may_not(staff: People, bring: Bring) -> None:
    file = bring("given").attachments.get()
    with pytest.raises(Http404):
        withdraw(staff.actor("other_reviewer"), file.pk, revision=1)
    with pytest.raises(NotAllowed):
        withdraw(staff.actor("inspector"), file.pk, revision=1)
    with pytest.raises(Stale):
        withdraw(staff.actor("county_reviewer"), file.pk, revision=7)
