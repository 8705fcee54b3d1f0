"""A database that is locked or away gives a clear page and no half write."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

from tests.web.operations.test_backup import alone

LOCKED = """
    import sqlite3, sys
    from pathlib import Path
    from junheng.web.serve import prepare
    site = Path(sys.argv[1])
    prepare(site)
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from junheng.web.accounts.models import User
    from junheng.web.audit.models import Event
    from junheng.web.operations.models import Job
    settings.ALLOWED_HOSTS.append("testserver")
    user = User.objects.create_user("u", "x")
    job = Job.objects.create(kind="k", key="k", asked_by=user)
    client = Client(raise_request_exception=False)
    client.force_login(user, "junheng.web.accounts.backend.DeskBackend")
    connection.close()
    connection.settings_dict["OPTIONS"]["timeout"] = 0.2
    other = sqlite3.connect(site / "junheng.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    answer = client.post(f"/desk/jobs/{job.pk}/cancel/")
    print(answer.status_code, "数据库暂时不可用" in answer.content.decode(), answer.get("Retry-After"))
    other.execute("ROLLBACK")
    job.refresh_from_db()
    print(job.state, job.cancel, Event.objects.count())
    print(client.post(f"/desk/jobs/{job.pk}/cancel/")["Location"])
    """
STOPPED = """
    import importlib.util, os, sys
    from pathlib import Path
    spec = importlib.util.spec_from_file_location("postgres", sys.argv[2])
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    with tool.server() as address:
        os.environ["DATABASE_URL"] = address
        from junheng.web.serve import prepare
        prepare(Path(sys.argv[1]))
        from django.conf import settings
        from django.test import Client
        settings.ALLOWED_HOSTS.append("testserver")
        client = Client(raise_request_exception=False)
        print(client.get("/").status_code, client.get("/health/").json())
    answer = client.get("/")
    print(answer.status_code, "数据库暂时不可用" in answer.content.decode(), client.get("/health/").json())
    """
TOOL = Path(__file__).parents[4] / "tools" / "postgres.py"


def _said(program: str, *arguments: object) -> list[str]:
    command = [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=alone())  # noqa: S603
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.exhaustive
def test_a_locked_file_gives_a_clear_page_and_no_half_write(tmp_path: Path) -> None:
    assert _said(LOCKED, tmp_path) == ["503 True 30", "waiting False 0", "/desk/jobs/1/"]


@pytest.mark.exhaustive
def test_a_server_that_stopped_gives_a_clear_page(tmp_path: Path) -> None:
    assert _said(STOPPED, tmp_path, TOOL) == ["200 {'state': 'ok'}", "503 True {'state': 'degraded'}"]


@pytest.mark.parametrize("fault", [OperationalError, InterfaceError])
def test_the_page_speaks_both_languages(db: None, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]) -> None:
    def away(*_args: object) -> None:
        raise fault("secret of the server")

    monkeypatch.setattr("junheng.web.operations.views.health.public_state", away)
    answer = Client(raise_request_exception=False).get("/health/")
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "没有留下写了一半的数据" in page
    assert "nothing is half written" in page
    assert "secret" not in page


def test_other_faults_stay_what_they_are(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> None:
        raise ValueError

    monkeypatch.setattr("junheng.web.operations.views.health.public_state", broken)
    assert Client(raise_request_exception=False).get("/health/").status_code == 500
