"""Confirming: once, by whom it was shown to, on what was seen, whole or not at all."""

import pytest

from junheng.web.audit.models import Event
from junheng.web.kit import store
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.reporting import staging
from junheng.web.reporting.actions.confirm import confirm
from junheng.web.reporting.actions.preview import preview
from junheng.web.reporting.models import State, Step, Version
from tests.web.people import SCHOOLS
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book, uploaded


def _preview(city: City, content: bytes | None = None) -> str:
    held = city.submission()
    return preview(city.actor(), held, [uploaded(content)], revision=held.revision).token


def test_it_makes_a_version_and_a_draft(city: City) -> None:
    version = confirm(city.actor(), _preview(city), checked=True)
    held = city.submission()
    assert (version.number, held.state, held.current_id) == (1, State.DRAFT, version.pk)
    assert store.read(version.files[0]["sha256"])[:2] == b"PK"
    assert version.given > 0
    assert version.asked > version.given
    assert Event.objects.filter(verb="submission.draft", target=f"submission:{held.pk}").count() == 1
    assert not list(staging.root().glob("*"))


def test_twice_is_once(city: City) -> None:
    token = _preview(city)
    first, second = (confirm(city.actor(), token, checked=True) for _ in range(2))
    assert first == second
    assert Version.objects.everything("a test").count() == Step.objects.everything("a test").count() == 1


def test_somebody_else_cannot_confirm_it(city: City) -> None:
    with pytest.raises(Refusal):
        confirm(city.actor("county_reviewer"), _preview(city), checked=True)


def test_what_was_moved_since_is_stale(city: City) -> None:
    first, second = _preview(city), _preview(city, book(SCHOOLS[0], rooms__books=5))
    confirm(city.actor(), first, checked=True)
    with pytest.raises(Stale):
        confirm(city.actor(), second, checked=True)
    assert Version.objects.everything("a test").count() == 1


def test_warnings_are_ticked(city: City) -> None:
    token = _preview(city, book(SCHOOLS[0], teachers__pe_teachers=300))
    with pytest.raises(Refusal, match="我已核对"):
        confirm(city.actor(), token)
    assert confirm(city.actor(), token, checked=True).number == 1


def test_what_is_rejected_is_not_confirmed(city: City) -> None:
    token = _preview(city, book(SCHOOLS[1]))
    with pytest.raises(Refusal, match="退回"):
        confirm(city.actor(), token, checked=True)
    assert not Version.objects.everything("a test").exists()


def test_a_token_with_another_seal_is_refused(city: City) -> None:
    token = _preview(city)
    with pytest.raises(Refusal, match="失效"):
        confirm(city.actor(), token[:-1] + ("0" if token[-1] != "0" else "1"), checked=True)


def test_files_changed_while_waiting_are_not_stored(city: City) -> None:
    token = _preview(city)
    waiting = staging.open_staged(token, city.actor().user_id).paths()[0]
    waiting.write_bytes(book(SCHOOLS[0], rooms__books=7))
    with pytest.raises(Refusal, match="损坏"):
        confirm(city.actor(), token, checked=True)
    assert not Version.objects.everything("a test").exists()


def test_nobody_else_previews_for_a_school(city: City) -> None:
    held = city.submission()
    for role in ("planner", "other_reporter", "publisher"):
        with pytest.raises(NotAllowed):
            preview(city.actor(role), held, [uploaded()], revision=held.revision)
