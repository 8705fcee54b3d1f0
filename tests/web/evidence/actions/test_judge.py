"""A finding stands on files of its case, by somebody who gave none of them."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from junheng.web.evidence.actions.give import give
from junheng.web.evidence.actions.judge import judge
from junheng.web.evidence.actions.withdraw import withdraw
from junheng.web.evidence.models import Finding
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from tests.web.evidence.conftest import YEAR, Bring
from tests.web.evidence.files import upload
from tests.web.people import COUNTY, People


def given(**changes: Any) -> dict[str, Any]:
    return {"revision": 1, "met": True, "text": "属实", "reply_by": timezone.localdate(), **changes}


def test_a_finding_waits_for_the_reply(staff: People, bring: Bring) -> None:
    file = bring("given").attachments.get()
    said = given(cites=[file.pk], met=False)
    case = judge(staff.actor("inspector"), staff.places[COUNTY], YEAR, "G1", **said)
    finding = Finding.objects.everything("test").get()
    assert (case.state, finding.met, list(finding.cites.all())) == ("found", False, [file])


def test_not_enough_to_judge_needs_no_file(staff: People, bring: Bring) -> None:
    bring("given")
    said = given(cites=[], met=None)
    assert judge(staff.actor("inspector"), staff.places[COUNTY], YEAR, "G1", **said).state == "found"


def test_what_is_lacking_is_said(staff: People, bring: Bring) -> None:
    file = bring("given").attachments.get()
    yesterday = timezone.localdate() - timedelta(days=1)
    for wrong, why in (
        ({"text": "  "}, "意见"),
        ({"cites": []}, "勾选"),
        ({"cites": [file.pk, 999]}, "不属于本项"),
        ({"reply_by": yesterday}, "期限"),
    ):
        with pytest.raises(Refusal, match=why) as held:
            judge(staff.actor("inspector"), staff.places[COUNTY], YEAR, "G1", **given(**{"cites": [file.pk], **wrong}))
        assert held.value.status == 422
    assert not Finding.objects.everything("test").exists()


def test_a_withdrawn_file_is_no_ground(staff: People, bring: Bring) -> None:
    file = bring("given").attachments.get()
    give(staff.actor("county_reviewer"), staff.places[COUNTY], YEAR, "G1", [upload("b.pdf")], revision=1)
    withdraw(staff.actor("county_reviewer"), file.pk, revision=2)
    with pytest.raises(Refusal, match="已撤回"):
        judge(staff.actor("inspector"), staff.places[COUNTY], YEAR, "G1", **given(cites=[file.pk], revision=3))


def test_four_eyes(staff: People, bring: Bring) -> None:
    file = bring("given").attachments.get()
    file.by = staff.users["inspector"]
    file.save()
    with pytest.raises(Refusal, match="双人"):
        judge(staff.actor("inspector"), staff.places[COUNTY], YEAR, "G1", **given(cites=[file.pk]))


@pytest.mark.parametrize("role", ["county_reviewer", "school_reporter", "city_statistician", "publisher"])
def test_only_inspectors_judge(staff: People, bring: Bring, role: str) -> None:
    file = bring("given").attachments.get()
    with pytest.raises(NotAllowed):
        judge(staff.actor(role), staff.places[COUNTY], YEAR, "G1", **given(cites=[file.pk]))


def test_two_inspectors_at_once(staff: People, bring: Bring) -> None:
    file = bring("found").attachments.get()
    with pytest.raises(Stale):
        judge(staff.actor("inspector"), staff.places[COUNTY], YEAR, "G1", **given(cites=[file.pk]))
