"""Filing an appeal: the county's own, with reason, within the term if there is one; files are what they say."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from junheng.policy.workdays import Deadline
from junheng.web.audit.models import Event
from junheng.web.kit import store
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.verdicts import appealing
from junheng.web.verdicts.actions.file_appeal import FILES, LONGEST, file_appeal
from junheng.web.verdicts.models import Appeal, Record
from tests.web.verdicts.conftest import City

PDF = b"%PDF-1.7 plan"


def file(name: str = "测绘图.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def appeals() -> int:
    return int(Appeal.objects.everything("a test").count())


def test_an_appeal_keeps_its_reason_and_files(city: City, record: Record) -> None:
    made = file_appeal(city.actor("county_reviewer"), record, reason=" 少算一个操场 ", files=[file()])
    kept = made.attachments.get()
    assert (made.reason, made.state, kept.name) == ("少算一个操场", "filed", "测绘图.pdf")
    assert store.read(kept.sha256) == PDF
    event = Event.objects.get(verb="appeal.file")
    assert "少算" not in str(event.after)


@pytest.mark.parametrize("role", ["other_reviewer", "inspector", "publisher", "school_reporter", "system_admin"])
def test_only_the_countys_own_reviewer_appeals(city: City, record: Record, role: str) -> None:
    with pytest.raises(NotAllowed):
        file_appeal(city.actor(role), record, reason="x")
    assert appeals() == 0


@pytest.mark.parametrize("reason", ["", " \n ", "长" * (LONGEST + 1)])
def test_a_reason_is_needed(city: City, record: Record, reason: str) -> None:
    with pytest.raises(Refusal) as said:
        file_appeal(city.actor("county_reviewer"), record, reason=reason)
    assert said.value.status == 422


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"MZ not a pdf"),
        ("a.exe", b"MZ"),
        ("a.html", b"<script>"),
        ("a.pdf", b""),
        ("pdf", PDF),
        ("a.png", PDF),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(city: City, record: Record, name: str, content: bytes) -> None:
    with pytest.raises(Refusal, match="附件只收"):
        file_appeal(city.actor("county_reviewer"), record, reason="x", files=[file(name, content)])
    assert appeals() == 0


def test_too_many_files_are_refused(city: City, record: Record) -> None:
    with pytest.raises(Refusal, match="不超过"):
        file_appeal(city.actor("county_reviewer"), record, reason="x", files=[file()] * (FILES + 1))


def test_a_name_leads_nowhere_and_fits(city: City, record: Record) -> None:
    held = file("x.pdf")
    held._name = "..\\..\\" + "长" * 300 + ".pdf"  # type: ignore[attr-defined]  # Django cleans what comes by request
    made = file_appeal(city.actor("county_reviewer"), record, reason="x", files=[held])
    name = made.attachments.get().name
    assert "\\" not in name
    assert name.endswith(".pdf")
    assert len(name) == 200


def test_one_open_appeal_at_a_time(city: City, appeal: Appeal) -> None:
    with pytest.raises(Refusal, match="正在办理"):
        file_appeal(city.actor("county_reviewer"), appeal.record, reason="again")
    assert appeals() == 1


def test_a_superseded_verdict_is_not_appealed_against(city: City, chain: tuple[Record, Record]) -> None:
    with pytest.raises(Refusal, match="新结论"):
        file_appeal(city.actor("county_reviewer"), chain[0], reason="x")


def test_after_the_term_it_is_too_late(city: City, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    monkeypatch.setattr(appealing, "last_day", lambda _record: Deadline(yesterday, estimated=False))
    with pytest.raises(Refusal, match="届满"):
        file_appeal(city.actor("county_reviewer"), record, reason="x")
