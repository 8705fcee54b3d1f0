"""Drafts: by inspectors, of a locked round, once for a snapshot."""

import pytest

from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.operations.models import Job, JobState
from junheng.web.reporting.models import Round, RoundState
from junheng.web.verdicts.actions import draft_round as module
from junheng.web.verdicts.actions.draft_round import draft_round
from junheng.web.verdicts.digest import digest_of
from junheng.web.verdicts.models import Draft
from tests.web.verdicts.conftest import City


def test_each_county_of_the_snapshot_gets_a_draft(city: City) -> None:
    made = draft_round(city.actor("inspector"), city.round.pk)
    assert [(one.organisation.code, one.snapshot, one.signed_at) for one in made] == [
        ("410105", city.round.snapshot, None)
    ]
    assert made[0].digest == digest_of(made[0].decision)
    assert made[0].state == made[0].decision["state"]


def test_twice_is_once_and_a_new_lock_is_a_new_draft(city: City) -> None:
    first = draft_round(city.actor("inspector"), city.round.pk)
    assert draft_round(city.actor("inspector"), city.round.pk) == first
    city.lock(100)
    assert draft_round(city.actor("inspector"), city.round.pk) != first
    assert Draft.objects.everything("a test").count() == 2


@pytest.mark.parametrize("role", ["publisher", "county_reviewer", "city_statistician", "system_admin"])
def test_only_inspectors_draw_up(city: City, role: str) -> None:
    with pytest.raises(NotAllowed):
        draft_round(city.actor(role), city.round.pk)


def test_an_open_round_is_refused(city: City) -> None:
    Round.objects.update(state=RoundState.OPEN)
    with pytest.raises(Refusal, match="尚未锁定"):
        draft_round(city.actor("inspector"), city.round.pk)


def test_the_job_draws_up(city: City) -> None:
    city.people.client("inspector").post(f"/desk/verdicts/{city.round.pk}/draft/")
    held = Job.objects.everything("a test").get(kind=module.KIND)
    assert (held.state, held.result) == (JobState.DONE, {"drafts": 1, "href": f"/desk/verdicts/{city.round.pk}/"})
