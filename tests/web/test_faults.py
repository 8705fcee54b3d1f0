"""The list of faults a city's site must stand: each has a test here, or is named with the tests that hold it.

What is tried on the pages runs on the database of the tests, SQLite or PostgreSQL; kills run on a file of their own.
"""

import importlib
import json
import re
import signal
import socket
import subprocess
import sys
import time
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from junheng.web.reporting.models import Correction, State, Step, Submission, Version
from junheng.web.serve import taken
from tests.conftest import own_environment
from tests.web.people import PASSWORD, SCHOOLS, People
from tests.web.reporting.conftest import City, city
from tests.web.reporting.files import book, uploaded
from tests.web.site import free_port

__all__ = ["city"]
ROOT = Path(__file__).parents[2]
HELD_BY = {
    "two reviewers at once": ["reporting.test_two_at_once.test_on_a_file_of_sqlite"],
    "two reviewers at once, on a server": ["reporting.test_two_at_once.test_on_the_server_the_tests_run_on"],
    "double submit, two tabs": [
        "reporting.views.test_preview.test_double_submit_and_two_tabs_make_one_version",
        "reporting.actions.test_submit.test_twice_at_once_is_once",
    ],
    "upload cut off": [
        "reporting.views.test_upload.test_an_upload_cut_off_is_a_bad_request_or_a_finding",
        "kit.test_store.test_a_source_that_breaks_off_leaves_nothing",
    ],
    "too large": [
        "test_middleware.test_what_is_too_large_is_not_read",
        "reporting.views.test_upload.test_what_is_too_large_is_not_read",
        "reporting.actions.test_preview.test_a_bomb_is_not_opened",
    ],
    "wrong role": ["test_access_matrix.test_nobody_gets_further_than_the_role_allows"],
    "formula injection": [
        "audit.views.test_events.test_csv_runs_no_formula",
        "verdicts.test_tablefiles.test_the_same_numbers_on_the_page_and_in_the_files",
        "test_hostile.test_no_name_runs_in_a_page_or_a_spreadsheet",
    ],
    "path traversal": [
        "reporting.test_archive.test_names_cannot_lead_out",
        "reporting.test_names.test_the_last_part_without_tricks",
        "kit.test_store.test_no_name_leads_elsewhere",
        "operations.test_backup.test_a_name_that_leads_elsewhere_is_refused",
        "test_hostile.test_no_address_climbs_out_of_its_folder",
    ],
    "XSS in school names": [
        "portal.test_pages.test_a_hostile_name_is_only_text",
        "test_hostile.test_no_name_runs_in_a_page_or_a_spreadsheet",
    ],
    "CSRF": [
        "test_access_matrix.test_no_form_is_taken_without_its_csrf_token",
        "accounts.test_held.test_what_another_site_sent_is_never_offered",
    ],
    "expired session": ["accounts.test_held.test_the_whole_way_from_a_lost_session_to_the_saved_form"],
    "kill -9": [
        "reporting.test_killed.test_repeating_after_a_kill_makes_one_version",
        "review.test_jobs.test_killed_anywhere_it_comes_to_the_same_end",
        "kit.test_store.test_a_killed_process_leaves_nothing_under_a_good_name",
    ],
    "restore": [
        "operations.test_backup.test_a_restored_site_has_equal_hashes",
        "operations.test_backup.test_a_site_moves_to_postgresql_and_back",
    ],
    "database locked or down": [
        "operations.views.test_faults.test_a_locked_file_gives_a_clear_page_and_no_half_write",
        "operations.views.test_faults.test_a_server_that_stopped_gives_a_clear_page",
    ],
}


@pytest.mark.parametrize("fault", HELD_BY)
def test_the_fault_is_tried(fault: str) -> None:
    for name in HELD_BY[fault]:
        module, _, test = name.rpartition(".")
        assert callable(getattr(importlib.import_module(f"tests.web.{module}"), test)), name


def test_two_tabs_hand_in_once(city: City) -> None:
    city.confirmed()
    client, held = city.client(), city.submission()
    sent = {"revision": held.revision}
    first, second = (client.post(f"/desk/submission/{held.pk}/submit/", sent) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 409)
    assert city.submission().state == State.SUBMITTED
    assert Step.objects.everything("a test").filter(verb="submit").count() == 1


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_workbook_cut_off_is_told_and_nothing_is_kept(city: City, share: float) -> None:
    client, whole = city.client(), book()
    page = f"/desk/submission/{city.submission().pk}/upload/"
    answer = client.post(page, {"files": [uploaded(whole[: int(len(whole) * share)])], "revision": 1}, follow=True)
    assert answer.status_code == 200
    assert "退回" in answer.content.decode()
    assert "确认保存为草稿" not in answer.content.decode()
    assert Version.objects.everything("a test").count() == 0


@pytest.mark.exhaustive
def test_200_megabytes_are_refused_and_memory_stays_flat(tmp_path: Path) -> None:
    """A real server is sent as much of it as it takes; its memory is what it was."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "junheng.cli",
        "serve",
        "--site",
        str(tmp_path),
        "--port",
        str(port),
        "--no-worker",
    ]
    program = "from pathlib import Path; import sys; from junheng.web.serve import serve; "
    command = [sys.executable, "-c", program + "serve(Path(sys.argv[1]), port=int(sys.argv[2]), worker=False)"]
    with subprocess.Popen([*command, str(tmp_path), str(port)], env=own_environment()) as server:  # noqa: S603
        try:
            end = time.monotonic() + 90
            while not taken("127.0.0.1", port):
                assert time.monotonic() < end
                assert server.poll() is None
                time.sleep(0.3)
            assert _sent(port, 1000)[0] in {b"403", b"422", b"401", b"302"}
            before = _memory(server.pid)
            status, _given = _sent(port, 200 * 1024**2)
            assert status == b"413"
            assert _memory(server.pid) - before < 30 * 1024
        finally:
            server.terminate()


def _sent(port: int, size: int) -> tuple[bytes, int]:
    """The status and how many bytes could be sent before the answer came."""
    head = f"POST /check/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/csv\r\nContent-Length: {size}\r\n"
    given = 0
    with socket.create_connection(("127.0.0.1", port), timeout=60) as held:
        held.sendall(f"{head}Connection: close\r\n\r\n".encode())
        try:
            while given < size:
                given += held.send(b"x" * min(1 << 16, size - given))
        except OSError:
            pass
        return held.recv(64).partition(b" ")[2][:3], given


def _memory(pid: int) -> int:
    """The most memory, in kB, that the server or a process of its has ever held."""
    family = [pid, *(int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]
    found = (re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{one}/status").read_text()) for one in family)
    return sum(int(one[1]) for one in found if one)


@pytest.mark.exhaustive
def test_publishing_killed_anywhere_publishes_once(tmp_path: Path) -> None:
    def publish(place: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tests.web.killed_publishing", str(tmp_path), place]
        return subprocess.run(  # noqa: S603
            command, cwd=ROOT, env=own_environment(), capture_output=True, text=True, timeout=240, check=False
        )

    died = publish("record_edition")
    assert died.returncode == -signal.SIGKILL, died.stderr
    done = publish("")
    assert done.returncode == 0, done.stderr
    assert {key: json.loads(done.stdout)[key] for key in ("editions", "current", "records")} == {
        "editions": 1,
        "current": 1,
        "records": 1,
    }


# ---- a session that ends in mid-form


def hidden(answer: Any) -> dict[str, str]:
    """The hidden fields of a page's form, as the browser would send them."""
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', answer.content.decode())
    return {unescape(name): unescape(value) for name, value in found}


def signed_in_again(people: People, role: str, path: str, typed: dict[str, Any]) -> tuple[Client, Any]:
    """The page that offers the form again after the session was lost while it was filled in."""
    client = Client()
    client.force_login(people.users[role], "junheng.web.accounts.backend.DeskBackend")
    client.session.flush()
    lost = client.post(path, typed)
    assert lost.status_code == 401
    given = hidden(lost)
    client.post("/accounts/login/", {**given, "login": role, "password": PASSWORD})
    return client, client.get("/accounts/held/")


def test_expired_while_typing_a_report(city: City) -> None:
    path = f"/desk/submission/{city.submission().pk}/type/rooms/"
    typed = {"rooms..books": "1234", "rooms..computers": "", "then": "next"}
    client, again = signed_in_again(city.people, "school_reporter", path, typed)
    page = again.content.decode()
    assert "图书册数" in page
    assert "1234" in page
    assert "<dt>rooms" not in page
    assert client.post(path, hidden(again)).status_code == 302
    assert 'name="rooms..books" value="1234"' in client.get(path).content.decode()


def test_expired_while_reviewing(city: City) -> None:
    city.confirmed()
    held = city.submission()
    city.client().post(f"/desk/submission/{held.pk}/submit/", {"revision": held.revision})
    path = f"/desk/review/{held.pk}/decide/"
    typed = {
        "do": "return",
        "revision": held.revision + 1,
        "note|sections|primary|pupils": "与学籍不符",
        "comment": "x",
    }
    client, again = signed_in_again(city.people, "county_reviewer", path, typed)
    assert "在校学生人数（小学）的退回理由" in again.content.decode()
    assert "与学籍不符" in again.content.decode()
    assert client.post(path, hidden(again)).status_code == 302
    assert city.submission().state == State.RETURNED


def test_expired_while_giving_the_reason_of_a_correction(city: City) -> None:
    token = correction(city)
    typed = {"token": token, "reason": "体育场地少算一块", "checked": "yes"}
    client, again = signed_in_again(city.people, "school_reporter", "/desk/corrections/ask/", typed)
    page = again.content.decode()
    assert "<dt>理由</dt><dd>体育场地少算一块" in page
    assert f"<dd>{token}" not in page
    assert client.post("/desk/corrections/ask/", hidden(again)).status_code == 302
    assert Correction.objects.everything("a test").get().reason == "体育场地少算一块"


def test_expired_with_files_says_to_choose_them_again(city: City) -> None:
    path = f"/desk/submission/{city.submission().pk}/upload/"
    _client, again = signed_in_again(city.people, "school_reporter", path, {"revision": 1, "files": [uploaded()]})
    page = again.content.decode()
    assert "重新选择文件" in page
    assert "<dt>revision" not in page
    assert "再次提交</button>" not in page


def test_a_stale_token_offers_the_typed_report_again(city: City) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(city.people.users["school_reporter"], "junheng.web.accounts.backend.DeskBackend")
    path = f"/desk/submission/{city.submission().pk}/type/rooms/"
    client.get(path)
    stale = {"rooms..books": "77", "csrfmiddlewaretoken": "x" * 64}
    again = client.post(path, stale, HTTP_ORIGIN="http://testserver")
    assert again.status_code == 403
    assert "图书册数" in again.content.decode()
    assert client.post(path, hidden(again), HTTP_ORIGIN="http://testserver").status_code == 302


def test_a_refused_correction_keeps_its_reason(city: City) -> None:
    token = correction(city)
    first = city.client().post("/desk/corrections/ask/", {"token": token, "reason": "   ", "checked": "yes"})
    assert first.status_code == 422
    city.client().post("/desk/corrections/ask/", {"token": token, "reason": "第一份", "checked": "yes"})
    other = correction(city)
    answer = city.client().post("/desk/corrections/ask/", {"token": other, "reason": "第二份理由", "checked": "yes"})
    assert answer.status_code == 409
    assert "第二份理由</textarea>" in answer.content.decode()
    gone = city.client().post("/desk/corrections/ask/", {"token": "0" * 32 + "-" + "0" * 64, "reason": "第三份"})
    assert gone.status_code == 410
    assert "第三份</textarea>" in gone.content.decode()


def correction(city: City) -> str:
    """The token of a previewed correction of what is locked."""
    Submission.objects.everything("a test").filter(organisation__code=SCHOOLS[0]).update(state=State.LOCKED)
    city.round.state = "locked"
    city.round.save()
    held = city.submission()
    page = f"/desk/submission/{held.pk}/upload/"
    sent = {"files": [uploaded()], "revision": held.revision, "purpose": "correction"}
    return str(city.client().post(page, sent)["Location"]).rstrip("/").rpartition("/")[2]
