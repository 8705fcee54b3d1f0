"""Solving makes a new draft once, or says why it cannot."""

import pytest
from django.http import Http404

from junheng.web.operations.models import Job
from junheng.web.operations.running import run_job
from junheng.web.workbench.actions.move_areas import move_areas
from junheng.web.workbench.actions.solve_zones import solve_zones
from junheng.web.workbench.editing import opened
from junheng.web.workbench.models import ZonePlan
from junheng.web.workbench.solving import Wishes
from tests.web.people import People
from tests.web.workbench.ground import AREAS, B

WISHES = Wishes(class_size=8, adding=False, change_metres=100, cap=None, seconds=2)


def run(staff: People, plan: ZonePlan, wishes: Wishes) -> Job:
    job = solve_zones(staff.actor("planner"), plan.pk, wishes)
    job.refresh_from_db()
    assert job.state == "done", job.fault
    return job


@pytest.mark.django_db(transaction=True)
def test_a_solution_is_a_new_draft_with_its_bound_and_only_one(staff: People, plan: ZonePlan) -> None:
    move_areas(staff.actor("planner"), plan.pk, [AREAS[1]], B, revision=1)
    job = run(staff, plan, WISHES)
    made = ZonePlan.objects.everything("test").get(job=job)
    assert made.parent_id == plan.pk
    assert made.owner == staff.users["planner"]
    assert made.objective is not None
    assert made.bound is not None
    assert made.bound <= made.objective
    assert "差距不超过" in made.words["zh"]
    editing = opened(made)
    assert not any(editing.standing.loose)
    assert (editing.standing.pupils.sum(axis=1) <= 48).all()
    run_job.call(job.pk)
    assert ZonePlan.objects.everything("test").filter(job=job).count() == 1
    assert solve_zones(staff.actor("planner"), plan.pk, WISHES).pk == job.pk


@pytest.mark.django_db(transaction=True)
def test_what_cannot_be_is_said_and_nothing_is_made(staff: People, plan: ZonePlan) -> None:
    job = run(staff, plan, Wishes(class_size=7, adding=False, change_metres=0, cap=None, seconds=1))
    assert job.result is not None
    assert "少18个" in job.result["words"]["zh"]
    assert job.result["unsolved"]
    assert job.result["href"].startswith("/desk/zoning/")
    assert not ZonePlan.objects.everything("test").filter(job=job).exists()


def test_only_planners_ask(staff: People, plan: ZonePlan) -> None:
    for role in ("inspector", "county_reviewer"):
        with pytest.raises(Http404):
            solve_zones(staff.actor(role), plan.pk, WISHES)
