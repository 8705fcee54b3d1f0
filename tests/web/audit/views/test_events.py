"""The audit administrator, and nobody else, looks, exports and checks; looking writes nothing."""

import csv
import io
from collections.abc import Iterable
from typing import cast

import pytest
from django.http import StreamingHttpResponse
from django.test import Client

from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.accounts.roles import roles
from junheng.web.audit.actions.record import record
from junheng.web.audit.chain import verify_chain
from junheng.web.audit.models import Event
from tests.web.people import People


@pytest.fixture
def audit(staff: People) -> Client:
    record(SYSTEM, "round.open", "round:2025", reason="=HYPERLINK(1)")
    record(Actor(7, "张三", "10.0.0.7"), "submission.approve", "submission:12", path="410100/410105/")
    return staff.client("audit_admin")


def _whole(answer: object) -> str:
    return b"".join(cast("Iterable[bytes]", cast("StreamingHttpResponse", answer).streaming_content)).decode()


@pytest.mark.parametrize("role", [one for one in roles() if one != "audit_admin"])
def test_nobody_else_gets_in(staff: People, role: str) -> None:
    client = staff.client(role)
    assert client.get("/desk/audit/").status_code == 403
    assert client.post("/desk/audit/export.csv").status_code == 403
    assert client.post("/desk/audit/verify/").status_code == 403
    assert not Event.objects.filter(verb="audit.export").exists()


def test_looking_writes_nothing(audit: Client) -> None:
    before = Event.objects.count()
    page = audit.get("/desk/audit/").content.decode()
    assert '<td>填报审核通过<small class="code">submission.approve</small></td>' in page
    assert "10.0.0.7" in page
    assert Event.objects.count() == before
    assert audit.get("/en/desk/audit/").content.decode().count("Audit log")


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("username=张三", {"submission:12"}),
        ("verb=round", {"round:2025"}),
        ("verb=审核通过", {"submission:12"}),
        ("verb=Approve", {"submission:12"}),
        ("target=submission:", {"submission:12"}),
        ("since=2000-01-01&until=2999-12-31", {"submission:12", "round:2025"}),
        ("until=2000-01-01", set()),
        ("since=2999-01-01", set()),
    ],
)
def test_what_is_looked_for(audit: Client, query: str, shown: set[str]) -> None:
    page = audit.get(f"/desk/audit/?{query}").content.decode()
    assert {one for one in ("submission:12", "round:2025") if f"<td>{one}" in page} == shown


def test_a_deed_without_a_title_is_named_by_its_verb(audit: Client) -> None:
    record(SYSTEM, "try", "thing:1")
    assert "<td>try<small" in audit.get("/desk/audit/?verb=try").content.decode()


def test_a_faulty_date_is_told(audit: Client) -> None:
    answer = audit.get("/desk/audit/?since=soon")
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()


def test_a_long_log_has_pages(audit: Client) -> None:
    for at in range(60):
        record(SYSTEM, "try", f"thing:{at}")
    page = audit.get("/desk/audit/?verb=try&page=2").content.decode()
    assert "thing:0<" in page
    assert "thing:59<" not in page
    assert "?verb=try&amp;page=1" in page


def test_csv_runs_no_formula(audit: Client) -> None:
    answer = audit.post("/desk/audit/export.csv", {"verb": "round"})
    rows = list(csv.DictReader(io.StringIO(_whole(answer).removeprefix("\ufeff"))))
    assert [row["reason"] for row in rows] == ["'=HYPERLINK(1)"]
    assert Event.objects.filter(verb="audit.export").count() == 1


def test_the_whole_chain_is_exported_with_its_end(audit: Client) -> None:
    written = _whole(audit.post("/desk/audit/export.jsonl")).splitlines()
    assert len(written) == Event.objects.count() + 1
    assert verify_chain().end.digest in written[-1]


def test_export_and_check_are_not_done_by_a_link(audit: Client) -> None:
    assert audit.get("/desk/audit/export.csv").status_code == 405
    assert audit.get("/desk/audit/verify/").status_code == 405


def test_the_chain_is_checked_in_the_background(audit: Client) -> None:
    answer = audit.post("/desk/audit/verify/", follow=True)
    assert "审计日志完整：共2条" in answer.content.decode()
