"""A batch is written whole or not at all."""

import pytest

from junheng.web.audit.models import Event
from junheng.web.reporting import bulk
from junheng.web.reporting.bulk import NEW, SAME, Taking, closed_state, open_states, write_batch
from junheng.web.reporting.models import State, Step, Version
from tests.web.people import SCHOOLS
from tests.web.reporting.conftest import City


def _taking(city: City, code: str, sha256: str = "a" * 64) -> Taking:
    files = [{"name": "a.xlsx", "sha256": sha256, "size": 1, "kind": "template"}]
    return Taking(city.submission(code).pk, files, {"findings": [], "counts": {}}, 1, 2)


def test_new_same_and_closed(city: City) -> None:
    actor, batch = city.actor("county_reviewer"), [_taking(city, code) for code in SCHOOLS]
    assert set(write_batch(actor, city.round.pk, batch, submit=False).values()) == {NEW}
    assert set(write_batch(actor, city.round.pk, batch, submit=False).values()) == {SAME}
    other = [_taking(city, SCHOOLS[0], "b" * 64)]
    assert set(write_batch(actor, city.round.pk, other, submit=True).values()) == {NEW}
    back = [_taking(city, SCHOOLS[0], "c" * 64)]
    assert set(write_batch(actor, city.round.pk, back, submit=True).values()) == {closed_state(State.SUBMITTED)}
    assert city.submission().versions.count() == 2


def test_a_failure_leaves_nothing(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: object, **_named: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(bulk, "record", broken)
    events = Event.objects.count()
    with pytest.raises(RuntimeError):
        write_batch(city.actor("county_reviewer"), city.round.pk, [_taking(city, SCHOOLS[0])], submit=False)
    assert (Version.objects.everything("a test").count(), Step.objects.everything("a test").count()) == (0, 0)
    assert Event.objects.count() == events
    assert city.submission().state == State.MISSING


def test_queries_do_not_grow_with_schools(city: City, django_assert_max_num_queries: object) -> None:
    batch = [_taking(city, code) for code in SCHOOLS]
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        write_batch(city.actor("county_reviewer"), city.round.pk, batch, submit=False)
    assert open_states() == {"missing", "draft", "returned"}
