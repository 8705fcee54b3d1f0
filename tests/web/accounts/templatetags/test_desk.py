"""Words of the signed-in pages."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from junheng.web.accounts.models import Extent, Kind
from junheng.web.accounts.templatetags import desk
from tests.web.people import CITY, People


def test_moments_are_local_and_to_the_minute() -> None:
    assert desk.when("2026-01-01T16:30:00+00:00") == "2026-01-02 00:30"
    assert desk.when(None) == ""


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_level_and_reach_has_words(language: str) -> None:
    with override(language):
        for kind in Kind.values:
            assert desk.kind_title(kind)
        for extent in Extent.values:
            assert desk.extent_title(extent)
    assert desk.sign_in_title("sign_in.failed") == "登录失败"
    assert desk.role_title("planner").en == "Planner"


def test_a_name_in_the_readers_language(staff: People) -> None:
    city = staff.places[CITY]
    assert desk.org_name(city) == "合成市"
    with override("en"):
        assert desk.org_name(city) == "Synthetic City"
        assert desk.org_name(staff.places["410105"]) == "金水区"


def test_may_asks_the_actor(staff: People) -> None:
    request = RequestFactory().get("/")
    request.user = staff.users["planner"]
    request.session = staff.client("planner").session
    page = Template("{% load desk %}{% may 'plan.edit' as yes %}{% may 'role.grant' as no %}{{ yes }} {{ no }}")
    assert page.render(Context({"request": request})) == "True False"
