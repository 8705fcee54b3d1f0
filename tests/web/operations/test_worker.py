"""Work that was cut off is begun again by the next worker, but not for ever."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from django.db import InterfaceError, OperationalError, connections
from pytest_django import Settings

from junheng.web.accounts.reach import SYSTEM
from junheng.web.operations import worker
from junheng.web.operations.jobs import enqueue
from junheng.web.operations.models import Job, JobState
from junheng.web.operations.worker import ATTEMPTS, take_up_again, the_only_one, worker_alive
from tests.conftest import own_environment
from tests.web.operations.test_jobs import IN_THE_DATABASE


def _cut_off(kind: str, **changes: object) -> Job:
    made = {"state": JobState.RUNNING, "attempts": 1, **changes}
    return Job.objects.create(kind=kind, key=f"{kind}{changes}", **made)


def test_what_was_cut_off_is_put_back(db: None, settings: Settings) -> None:
    settings.TASKS = IN_THE_DATABASE
    held = _cut_off("test.good", done=5, step={"zh": "半途"})
    assert take_up_again() == 1
    held.refresh_from_db()
    assert (held.state, held.done, held.step) == (JobState.WAITING, 0, {})


@pytest.mark.parametrize(
    ("kind", "changes", "state"),
    [
        ("test.once", {}, JobState.FAILED),
        ("test.good", {"attempts": ATTEMPTS}, JobState.FAILED),
        ("test.gone", {}, JobState.FAILED),
        ("test.good", {"cancel": True}, JobState.CANCELLED),
    ],
)
def test_what_must_not_be_begun_again_is_ended(
    db: None, settings: Settings, kind: str, changes: dict[str, object], state: str
) -> None:
    settings.TASKS = IN_THE_DATABASE
    held = _cut_off(kind, **changes)
    assert take_up_again() == 0
    held.refresh_from_db()
    assert held.state == state
    assert held.ended_at is not None
    assert (held.fault is not None) == (state == JobState.FAILED)


def test_work_that_waits_or_is_over_is_left_alone(db: None) -> None:
    done = enqueue("test.good", key="a", actor=SYSTEM)
    take_up_again()
    done.refresh_from_db()
    assert done.state == JobState.DONE


def test_a_worker_is_seen_by_its_lock(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    assert not worker_alive()
    with the_only_one():
        assert worker_alive()
    assert not worker_alive()


@pytest.mark.parametrize("fault", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_waited_for(
    db: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    settings.VAR = tmp_path
    tried: list[str] = []

    def away_at_first(name: str, **_given: object) -> None:
        tried.append(name)
        if len(tried) < 3:
            raise fault("the database system is shutting down")

    monkeypatch.setattr(worker, "call_command", away_at_first)
    monkeypatch.setattr(worker, "PAUSE", 0)
    monkeypatch.setattr(connections, "close_all", lambda: None)
    worker.work(batch=True)
    assert tried == ["db_worker"] * 3
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_other_faults_end_the_worker(
    db: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.VAR = tmp_path

    def broken(*_args: object, **_given: object) -> None:
        raise ValueError("a fault of the program")

    monkeypatch.setattr(worker, "call_command", broken)
    with pytest.raises(ValueError, match="of the program"):
        worker.work(batch=True)


SITE = """
    import sys, time, os
    from pathlib import Path
    from junheng.web.serve import prepare
    site = Path(sys.argv[1])
    prepare(site)
    from junheng.web.operations import worker
    from junheng.web.operations.jobs import enqueue, job
    from junheng.web.accounts.reach import SYSTEM

    @job("slow")
    def slow(work):
        for at in range(100):
            work.progress("数 / counting", at, 100)
            (site / "begun").touch()
            time.sleep(0.0 if (site / "fast").exists() else 0.1)
        with (site / "done").open("a") as file:
            file.write("x")
        return {}

    if sys.argv[2] == "ask":
        enqueue("slow", key="one", actor=SYSTEM)
    worker.work(batch=True)
    """


@pytest.mark.exhaustive
def test_a_killed_worker_loses_nothing(tmp_path: Path) -> None:
    """kill -9 in the middle of the work; the next worker does it, once."""
    environment = {key: value for key, value in own_environment().items() if key != "DATABASE_URL"}
    command = [sys.executable, "-c", textwrap.dedent(SITE), str(tmp_path)]
    first = subprocess.Popen([*command, "ask"], env=environment)  # noqa: S603
    end = time.monotonic() + 300
    while not (tmp_path / "begun").exists():
        assert time.monotonic() < end
        time.sleep(0.05)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    assert not (tmp_path / "done").exists()
    (tmp_path / "fast").touch()
    subprocess.run([*command, "go on"], env=environment, check=True, timeout=300)  # noqa: S603
    assert (tmp_path / "done").read_text() == "x"
