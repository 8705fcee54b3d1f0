"""A new name under the old code, for whoever saw the current one."""

import pytest
from django.http import Http404

from junheng.web.accounts.actions.rename_organisation import rename_organisation
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Stale
from tests.web.people import SCHOOLS, People


def test_the_name_changes_and_the_code_stays(staff: People) -> None:
    held = rename_organisation(staff.actor("system_admin"), SCHOOLS[0], name="实验小学", was="样例小学1")
    assert (held.code, held.name, held.path) == (SCHOOLS[0], "实验小学", staff.places[SCHOOLS[0]].path)
    event = Event.objects.get()
    assert (event.before["name"], event.after["name"]) == ("样例小学1", "实验小学")


def test_who_saw_another_name_changes_nothing(staff: People) -> None:
    with pytest.raises(Stale):
        rename_organisation(staff.actor("system_admin"), SCHOOLS[0], name="实验小学", was="旧名")
    assert Event.objects.count() == 0


def test_for_others_it_is_not_there(staff: People) -> None:
    with pytest.raises(Http404):
        rename_organisation(staff.actor("county_reviewer"), SCHOOLS[0], name="实验小学", was="样例小学1")
