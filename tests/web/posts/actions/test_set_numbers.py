"""Numbers are kept with their source and their day; earlier lists stay."""

from datetime import date

import pytest
from django.http import Http404

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.posts.actions.set_numbers import set_numbers
from junheng.web.posts.models import NumberList
from tests.web.people import COUNTY, People

DAY = date(2025, 9, 1)
FORM = {"small.tilt": "10", "small.tilt.source": "区办法"}


def test_a_list_is_added(officer: Actor) -> None:
    set_numbers(officer, COUNTY, FORM, DAY)
    set_numbers(officer, COUNTY, {}, DAY)
    assert NumberList.objects.everything("test").count() == 2
    assert Event.objects.filter(verb="posts.numbers")[0].after["given"] == {
        "small.tilt": {"value": 10.0, "source": "区办法"}
    }


def test_everything_wrong_is_told_and_nothing_is_kept(staff: People, officer: Actor) -> None:
    form = {"small.tilt": "10", "ratio.primary": "0", "ratio.primary.source": "文"}
    with pytest.raises(Refusal, match=r"没有写依据.*不能为 0"):
        set_numbers(officer, COUNTY, form, DAY)
    with pytest.raises(Refusal, match="生效日期"):
        set_numbers(officer, COUNTY, FORM, None)
    with pytest.raises(Http404):
        set_numbers(staff.actor("publisher"), COUNTY, FORM, DAY)
    assert not NumberList.objects.everything("test").exists()
