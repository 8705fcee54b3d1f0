"""The life of a submission: no shortcut, nobody alone, nothing silent."""

import pytest
from django.http import Http404
from django.utils import timezone

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.reporting.lifecycle import Note, move, who_next, why_not
from junheng.web.reporting.models import Round, RoundState, State, Step, Submission, Version
from tests.web.people import COUNTY, SCHOOLS, People


@pytest.fixture
def submission(staff: People) -> Submission:
    now = timezone.now()
    made = Round.objects.create(year=2025, state=RoundState.OPEN, opens=now, deadline=now)
    return Submission.objects.create(round=made, organisation=staff.places[SCHOOLS[0]])


def version(of: Submission, staff: People, by: str = "school_reporter") -> Version:
    number = of.versions.count() + 1
    return Version.objects.create(
        submission=of, number=number, way="typed", files=[], receipt={}, token=f"{of.pk}-{number}", made_by=staff.users[by]
    )


def submitted(of: Submission, staff: People) -> Submission:
    reporter = staff.actor("school_reporter")
    held = move(reporter, of.pk, "draft", revision=of.revision, version=version(of, staff))
    return move(reporter, of.pk, "submit", revision=held.revision)


def test_the_straight_way(submission: Submission, staff: People) -> None:
    held = submitted(submission, staff)
    assert held.state == State.SUBMITTED
    assert "金水区" in who_next(held).zh
    held = move(staff.actor("county_reviewer"), held.pk, "approve", revision=held.revision)
    held = move(staff.actor("city_statistician"), held.pk, "lock", revision=held.revision)
    assert held.state == State.LOCKED
    assert [one.verb for one in Step.objects.everything("test")] == ["draft", "submit", "approve", "lock"]
    assert Event.objects.count() == 4
