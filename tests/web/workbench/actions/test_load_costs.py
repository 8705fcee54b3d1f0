"""Unit costs and ways from a file, all of them or none."""

import pytest
from django.http import Http404

from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.actions.load_costs import load_costs
from junheng.web.workbench.models import Lever, PriceList
from tests.web.people import CITY, People
from tests.web.workbench.remedy.test_costs_file import GIVEN, WHOLE

pytestmark = pytest.mark.django_db


def test_all_of_a_file_is_set(staff: People) -> None:
    loaded = load_costs(staff.actor("planner"), CITY, WHOLE.encode(), GIVEN)
    assert (loaded.lists, loaded.levers, len(loaded.ignored)) == (2, 6, 2)
    assert PriceList.objects.everything("test").count() == 2
    assert {one.means for one in Lever.objects.everything("test")} == {
        "train", "recognise", "hire", "build", "posts", "move",
    }  # fmt: skip


def test_a_wrong_file_or_place_sets_nothing(staff: People) -> None:
    with pytest.raises(Refusal, match="不认识「L9」"):
        load_costs(staff.actor("planner"), CITY, b"add: {L1: 1, L9: 1}", GIVEN)
    with pytest.raises(Http404):
        load_costs(staff.actor("inspector"), CITY, WHOLE.encode(), GIVEN)
    assert not PriceList.objects.everything("test").exists()
    assert not Lever.objects.everything("test").exists()
