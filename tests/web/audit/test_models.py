"""The model refuses to change or remove an event."""

import pytest

from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.actions.record import record
from junheng.web.audit.models import Event, Sealed


def test_an_event_is_never_changed_or_removed(db: None) -> None:
    event = record(SYSTEM, "try", "thing:1")
    event.reason = "改"
    with pytest.raises(Sealed):
        event.save()
    with pytest.raises(Sealed):
        event.delete()
    with pytest.raises(Sealed):
        Event.objects.update(reason="改")
    with pytest.raises(Sealed):
        Event.objects.filter(number=1).delete()
    assert Event.objects.get().reason == ""
