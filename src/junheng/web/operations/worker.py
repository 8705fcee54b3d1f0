"""The process that does the background work, one for a site.

It holds a lock on ``worker.lock`` in the site's folder as long as it lives; the system lets go of the lock when the
process ends, however it ends. Whoever gets the lock therefore knows that work still marked as running was cut off.
A second worker waits for the lock and takes over. A database that is locked for long or away for a while is waited
for; what was begun is then begun again. Exactly one worker may serve a database: with PostgreSQL behind
several machines, start it on one of them.
"""

import fcntl
import logging
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import InterfaceError, OperationalError, connections, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from junheng.policy.text import Text
from junheng.web.operations.jobs import put_in_queue
from junheng.web.operations.kinds import kind_of
from junheng.web.operations.models import Job, JobState
from junheng.web.operations.running import run_job, words

ATTEMPTS = 3
"""How often work is begun before it is given up: what kills its worker each time would otherwise go on for ever."""
LOOK = 1.0
"""Seconds between two looks at the queue, at the lock, and at whether the server still lives."""
PAUSE = 5.0
"""Seconds until a database that was away is tried again."""

log = logging.getLogger("junheng.worker")


def lock_path() -> Path:
    return Path(settings.VAR) / "worker.lock"


@contextmanager
def the_only_one() -> Iterator[None]:
    """Wait until no other worker serves this folder, and keep others waiting."""
    lock_path().parent.mkdir(parents=True, exist_ok=True)
    with lock_path().open("a", encoding="ascii") as file:
        while not _locked(file.fileno()):
            time.sleep(LOOK)
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def worker_alive() -> bool:
    """Whether a worker holds the lock just now."""
    if not lock_path().exists():
        return False
    with lock_path().open("a", encoding="ascii") as file:
        return not _locked(file.fileno())


def _locked(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def take_up_again() -> int:
    """Put work that was cut off back into the queue; only for whoever holds the lock. Returns how many were begun."""
    DBTaskResult.objects.filter(status="RUNNING", task_path=run_job.module_path).delete()
    cut_off = Job.objects.everything("the worker serves all").filter(state=JobState.RUNNING)
    return sum(_take_up(pk) for pk in cut_off.values_list("pk", flat=True))


@transaction.atomic
def _take_up(pk: int) -> bool:
    held = Job.objects.everything("cut off").select_for_update().get(pk=pk)
    if held.cancel:
        held.state = JobState.CANCELLED
    elif not _may_begin_again(held):
        held.state = JobState.FAILED
        held.fault = words(
            Text(
                "任务中途被打断，没有完成，也不会自动重做；请核对后重新提交。",
                "The work was cut off and is not begun again by itself. Check and ask for it again.",
            )
        )
    else:
        put_in_queue(held)
        return True
    held.ended_at = timezone.now()
    held.save()
    return False


def _may_begin_again(held: Job) -> bool:
    try:
        return held.attempts < ATTEMPTS and kind_of(held.kind).again
    except KeyError:
        return False


def work(*, batch: bool = False, parent: int | None = None) -> None:
    """Do what is in the queue until stopped; with ``batch`` until it is empty. Ends with the process ``parent``."""
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    with the_only_one():
        while not _serve_the_queue(batch=batch):
            time.sleep(PAUSE)


def _serve_the_queue(*, batch: bool) -> bool:
    """Begin with what was cut off. False when the database went away before the queue was done with."""
    try:
        take_up_again()
        call_command(
            "db_worker", interval=LOOK, batch=batch, startup_delay=False, reload=False, queue_name="*", verbosity=0
        )
    except (OperationalError, InterfaceError) as fault:
        log.warning("the database is away", exc_info=fault)
        connections.close_all()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        return False
    return True


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK)
    os.kill(os.getpid(), signal.SIGTERM)
