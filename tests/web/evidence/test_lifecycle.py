"""Who may do what when, why not, and who is next."""

from datetime import timedelta

import pytest
from django.utils import timezone

from junheng.web.evidence.lifecycle import ALLOWED, who_next, why_not
from junheng.web.evidence.models import Case, CaseState, Finding
from tests.web.evidence.conftest import YEAR, Bring
from tests.web.people import COUNTY, SCHOOLS, People

TURNS = {
    "given": {"county_reviewer": {"give", "withdraw"}, "inspector": {"judge"}},
    "found": {"county_reviewer": {"give", "withdraw", "reply"}, "inspector": {"judge"}},
    "replied": {"county_reviewer": {"give", "withdraw"}, "inspector": {"judge", "finalise"}},
    "final": {"county_reviewer": set(), "inspector": {"reopen"}},
}


@pytest.mark.parametrize("state", TURNS)
def test_everybody_has_their_turn(staff: People, bring: Bring, state: str) -> None:
    case = bring(state)
    for role in staff.users:
        open_ = {action for action in ALLOWED if why_not(staff.actor(role), case, action) is None}
        assert open_ == TURNS[state].get(role, set()), role


def test_a_reason_is_said_in_both_languages(staff: People, bring: Bring) -> None:
    why = why_not(staff.actor("inspector"), bring("final"), "judge")
    assert why is not None
    assert "已确认" in why.zh
    assert "final" in why.en


def test_who_gave_cannot_judge(staff: People, bring: Bring) -> None:
    case = bring("given")
    case.attachments.update(by=staff.users["inspector"])
    why = why_not(staff.actor("inspector"), Case.objects.everything("test").get(), "judge")
    assert why is not None
    assert "双人" in why.zh


def test_without_a_reply_it_becomes_final_only_after_the_day(staff: People, bring: Bring) -> None:
    case, inspector = bring("found"), staff.actor("inspector")
    assert why_not(inspector, case, "finalise") is not None
    Finding.objects.everything("test").update(reply_by=timezone.localdate() - timedelta(days=1))
    assert why_not(inspector, Case.objects.everything("test").get(), "finalise") is None


def test_what_is_left_open_cannot_become_final(staff: People, bring: Bring) -> None:
    why = why_not(staff.actor("inspector"), bring("replied", met=None), "finalise")
    assert why is not None
    assert "材料不足" in why.zh


@pytest.mark.parametrize(
    ("state", "zh"),
    [
        (CaseState.OPEN, "金水区提交佐证"),
        (CaseState.GIVEN, "市级督学认定"),
        (CaseState.FOUND, "金水区回复督导意见"),
        (CaseState.REPLIED, "市级督学确认"),
        (CaseState.FINAL, "无，已确认"),
    ],
)
def test_who_acts_next(staff: People, state: str, zh: str) -> None:
    assert who_next(Case(year=YEAR, organisation=staff.places[COUNTY], item="G1", state=state)).zh == zh


def test_for_a_school_its_county_replies(staff: People) -> None:
    case = Case(year=YEAR, organisation=staff.places[SCHOOLS[0]], item="Q3", state=CaseState.FOUND)
    assert who_next(case).zh == "样例小学1所在区县回复督导意见"
