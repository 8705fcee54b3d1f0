"""Lock a round in a process of its own that is killed, as with -9, at the place named: ``killed.py FOLDER PLACE``.

An empty place locks to the end and prints what is there then.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def main(folder: Path, place: str) -> None:
    os.environ |= {"JUNHENG_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "junheng.web.settings.base"}
    os.environ |= {"JUNHENG_SECRET_KEY": "killed", "DATABASE_URL": ""}
    import django
    from django.core.management import call_command

    django.setup()
    if not (folder / "junheng.sqlite3").exists():
        call_command("migrate", verbosity=0)
        _begin()
    from junheng.web.accounts.access import actor_for
    from junheng.web.operations.work import Work
    from junheng.web.reporting.models import Round
    from junheng.web.review import jobs

    held = Round.objects.get()
    wish = held.locks.get()
    number, user = wish.number, wish.asked_by
    assert user is not None
    _die_at(place)
    job = _job()
    jobs.lock(Work(job, {"round": held.pk, "number": number}, actor_for(user.pk, user.username)))
    _print()


def _begin() -> None:
    """Three schools approved and the lock asked for, the job not run."""
    from django.test.utils import override_settings

    from junheng.web.accounts.models import Appointment, User
    from junheng.web.review.actions.lock_round import lock_round
    from tests.web.people import COUNTY, SCHOOLS, People, people
    from tests.web.review.reports import a_round, approved, reports

    staff = people()
    second = User.objects.create_user("second_reviewer")
    Appointment.objects.create(user=second, role="county_reviewer", organisation=staff.places[COUNTY], extent="below")
    crew = People(staff.places, {**staff.users, "second_reviewer": second})
    held = a_round()
    mine = reports(crew, held)
    for code in SCHOOLS:
        approved(mine[code], crew)
    with override_settings(TASKS={"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}):
        lock_round(crew.actor("city_statistician"), held.pk, revision=held.revision, reason="x")


def _job() -> int:
    from junheng.web.operations.models import Job

    return Job.objects.everything("test").get().pk


def _die_at(place: str) -> None:
    from junheng import balance, facts
    from junheng.web.review import jobs
    from junheng.web.review.actions import close_round

    owners: dict[str, Any] = {
        "gather": jobs,
        "freeze": facts,
        "judge": balance,
        "_lock_submissions": close_round,
        "record": close_round,
        "_result": jobs,
    }
    if place:
        name, _dash, after = place.partition("-")
        setattr(owners[name], name, _deadly(getattr(owners[name], name), bool(after)))


def _deadly(do: Callable[..., Any], after: bool) -> Callable[..., Any]:
    def dying(*args: Any, **given: Any) -> Any:
        if after:
            do(*args, **given)
        os.kill(os.getpid(), signal.SIGKILL)

    return dying


def _print() -> None:
    from junheng.web.audit.models import Event
    from junheng.web.reporting.models import Round, Step, Submission

    held = Round.objects.get()
    found = {
        "state": held.state,
        "number": held.lock_number,
        "snapshot": held.snapshot,
        "steps": Step.objects.everything("test").filter(verb="lock").count(),
        "locked": Submission.objects.everything("test").filter(state="locked").count(),
        "events": Event.objects.filter(verb="round.lock").count(),
        "done": held.locks.filter(done_at__isnull=False).count(),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
