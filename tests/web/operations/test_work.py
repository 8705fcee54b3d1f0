"""Work says how far it is and leaves when it is asked to."""

import pytest
from django.db import transaction

from junheng.policy.text import Text
from junheng.web.accounts.reach import SYSTEM
from junheng.web.operations.models import Job
from junheng.web.operations.work import Cancelled, Work, both, work_on
from tests.web.people import People


def test_words_in_one_string_or_two() -> None:
    assert both("读取 / reading") == Text("读取", "reading")
    assert both("读取") == Text("读取", "读取")


def test_it_leaves_when_asked(db: None) -> None:
    held = Job.objects.create(kind="k", key="k", cancel=True)
    with pytest.raises(Cancelled):
        Work(held.pk, {}, SYSTEM).progress("a / b", 1, 2)


def test_inside_a_transaction_nothing_is_written(db: None) -> None:
    held = Job.objects.create(kind="k", key="k")
    work = Work(held.pk, {}, SYSTEM)
    with transaction.atomic():
        work.progress("a / b", 1, 2)
    held.refresh_from_db()
    assert held.done == 0


def test_an_account_that_was_switched_off_may_nothing(staff: People) -> None:
    user = staff.users["planner"]
    user.is_active = False
    user.save()
    assert work_on(Job.objects.create(kind="k", key="k", asked_by=user)).actor.verbs == frozenset()
