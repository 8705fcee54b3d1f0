"""The verification page: what is ours and stands, what is superseded, what is changed; nothing is kept."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from junheng.web.verdicts.models import Paper, Record


def upload(client: Client, content: bytes) -> str:
    return client.post("/verify/", {"file": SimpleUploadedFile("报告.pdf", content)}).content.decode()


def test_a_file_as_given_out_is_ours_and_one_changed_byte_is_not(record: Record, client: Client) -> None:
    content = client.get(f"/verdicts/{record.number}/certificate.pdf").content
    assert "本站发出的文件，所属结论现行有效" in upload(client, content)
    assert "不是本站发出的，或已被改动" in upload(client, content + b" ")


def test_a_file_of_a_superseded_verdict_says_which_one_stands(chain: tuple[Record, Record], client: Client) -> None:
    first, second = chain
    content = client.get(f"/verdicts/{first.number}/record.json").content
    html = upload(client, content)
    assert "但所属结论已被取代" in html
    assert f'href="/verdicts/{second.number}/"' in html


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_numbers_and_digests(chain: tuple[Record, Record], client: Client, prefix: str) -> None:
    first, second = chain
    stands, gone, foreign = ("本站发布的结论，现行有效", "但已被取代", "不是本站发出的")
    if prefix:
        stands, gone, foreign = ("Our verdict; it stands", "Our verdict, but superseded", "Not ours, or changed")
    for asked, words in ((second.number, stands), (first.digest, gone), ("JH-0", foreign), ("0" * 64, foreign)):
        assert words in client.get(f"{prefix}/verify/", {"q": asked}).content.decode()


def test_a_hostile_question_is_only_text(db: None, client: Client) -> None:
    html = client.get("/verify/", {"q": '"><script>x</script>'}).content.decode()
    assert "<script>" not in html


def test_no_file_is_told(db: None, client: Client) -> None:
    answer = client.post("/verify/", {})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_nothing_is_kept(record: Record, client: Client) -> None:
    store = Path(settings.VAR) / "store"
    before, papers = set(store.rglob("*")), Paper.objects.count()
    upload(client, b"x" * 3_000_000)
    assert set(store.rglob("*")) == before
    assert Paper.objects.count() == papers


def test_a_post_without_the_token_is_refused(db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/verify/", {"file": SimpleUploadedFile("a", b"a")}).status_code == 403


def test_other_methods_are_refused(db: None, client: Client) -> None:
    assert client.delete("/verify/").status_code == 405
