"""What each role sees of drafts and appeals; what is published is everybody's."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from junheng.web.reporting.models import Correction, CorrectionState, Submission, Version
from junheng.web.verdicts import queries
from junheng.web.verdicts.models import Appeal, Record
from tests.web.people import SCHOOLS
from tests.web.verdicts.conftest import City


def test_drafts_and_appeals_go_by_reach(city: City, appeal: Appeal) -> None:
    for role, seen in (("county_reviewer", 1), ("inspector", 1), ("publisher", 1), ("other_reviewer", 0)):
        actor = city.actor(role)
        assert len(queries.drafts(actor, city.round)) == seen, role
        assert len(queries.appeals(actor)) == seen, role
    with pytest.raises(Http404):
        queries.appeal(city.actor("other_reviewer"), appeal.pk)
    with pytest.raises(Http404):
        queries.appealable(city.actor("other_reviewer"), appeal.record.number)


def test_only_the_end_of_a_chain_stands(chain: tuple[Record, Record]) -> None:
    first, second = chain
    assert queries.records() == [second]
    assert queries.records(2024) == []
    assert queries.county_records("410105") == [second, first]
    assert list(queries.newest(2025).values()) == [second]
    assert queries.years() == [2025]


def test_corrections_granted_since_the_last_release_are_named(city: City, record: Record) -> None:
    place = city.people.places[SCHOOLS[0]]
    submission = Submission.objects.create(round=city.round, organisation=place)
    asker = city.people.users["school_reporter"]
    for at, (state, days) in enumerate([("granted", 1), ("granted", -1), ("refused", 1)]):
        version = Version.objects.create(submission=submission, number=at, way="upload", files=[], receipt={}, token=at)
        Correction.objects.create(
            submission=submission,
            version=version,
            reason="x",
            state=CorrectionState(state),
            asked_by=asker,
            decided_at=timezone.now() + timedelta(days=days),
        )
    found = queries.granted_corrections(city.round, [record])
    assert [one.submission.organisation for one in found] == [place]
    assert len(queries.granted_corrections(city.round, [])) == 2
