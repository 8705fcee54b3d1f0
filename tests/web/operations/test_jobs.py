"""Asking for background work: once by key, with its end written down in both languages."""

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from junheng.web.accounts.reach import SYSTEM
from junheng.web.operations.jobs import enqueue
from junheng.web.operations.models import Job, JobState
from tests.web.operations.kinds_here import CALLS
from tests.web.people import People

IN_THE_DATABASE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture(autouse=True)
def _no_calls() -> None:
    CALLS.clear()


def test_it_runs_with_what_it_was_given_for_who_asked(staff: People) -> None:
    county = staff.places["410105"]
    held = enqueue("test.good", key="a", actor=staff.actor("county_reviewer"), organisation=county, round=7)
    assert held.state == JobState.DONE
    assert held.step == {"zh": "写入", "en": "writing"}
    assert (held.done, held.total, held.attempts) == (2, 2, 1)
    assert held.result == {"href": "/about/"}
    assert CALLS[0].given == {"round": 7}
    assert CALLS[0].actor.username == "county_reviewer"
    assert CALLS[0].actor.may("report.review", county.path)


def test_the_same_key_is_the_same_job(staff: People) -> None:
    first = enqueue("test.good", key="a", actor=SYSTEM)
    assert enqueue("test.good", key="a", actor=staff.actor("planner")).pk == first.pk
    assert len(CALLS) == 1


def test_an_unknown_kind_is_not_taken(db: None) -> None:
    with pytest.raises(KeyError):
        enqueue("test.nothing", key="a", actor=SYSTEM)
    assert not Job.objects.everything("none was made").exists()


def test_a_fault_is_told_by_its_name_and_never_by_what_it_quotes(db: None) -> None:
    held = enqueue("test.bad", key="a", actor=SYSTEM)
    assert held.state == JobState.FAILED
    assert held.fault
    assert "ValueError" in held.fault["zh"]
    assert "ValueError" in held.fault["en"]
    assert "张三" not in str(held.fault)
    assert "13800000000" not in str(held.fault)


def test_a_refusal_is_told_in_its_words(db: None) -> None:
    held = enqueue("test.no", key="a", actor=SYSTEM)
    assert held.fault == {"zh": "批次未截止。", "en": "The round is not frozen."}


def test_what_failed_is_begun_again_when_asked_again(db: None) -> None:
    first = enqueue("test.bad", key="a", actor=SYSTEM)
    second = enqueue("test.bad", key="a", actor=SYSTEM)
    assert second.pk == first.pk
    assert second.attempts == 2


def test_the_task_carries_nothing_but_the_number(db: None, settings: Settings) -> None:
    settings.TASKS = IN_THE_DATABASE
    held = enqueue("test.good", key="a", actor=SYSTEM, round=7)
    assert held.state == JobState.WAITING
    assert [one.args_kwargs for one in DBTaskResult.objects.all()] == [{"args": [held.pk], "kwargs": {}}]


def test_a_transaction_that_is_undone_leaves_neither_job_nor_task(db: None, settings: Settings) -> None:
    settings.TASKS = IN_THE_DATABASE
    with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012
        enqueue("test.good", key="a", actor=SYSTEM)
        raise ZeroDivisionError
    assert not Job.objects.everything("none is left").exists()
    assert not DBTaskResult.objects.exists()
