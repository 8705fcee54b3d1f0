"""Each role finds its own pages in the menu, and no others."""

import pytest
from django.test import RequestFactory

from junheng.web.accounts.access import actor_of
from junheng.web.accounts.menu import MENU, menu_of
from junheng.web.accounts.roles import roles, verbs
from tests.web.people import People


@pytest.mark.parametrize("role", list(roles()))
def test_what_is_shown_may_be_opened_and_nothing_else(staff: People, role: str) -> None:
    request = RequestFactory().get("/accounts/me/")
    request.user = staff.users[role]
    request.session = staff.client(role).session
    shown = {str(one["title"]) for one in menu_of(request)}
    actor = actor_of(request)
    assert shown == {str(one.title) for one in MENU if not one.verb or actor.may(one.verb)}
    assert [one["here"] for one in menu_of(request)].count(True) == 1


def test_the_verbs_of_the_menu_exist() -> None:
    assert {one.verb for one in MENU if one.verb} <= verbs().keys()


def test_a_page_below_an_entry_is_shown_as_there(staff: People) -> None:
    said = staff.client("system_admin").get("/accounts/organisations/410105/").content.decode()
    assert 'href="/accounts/organisations/" aria-current="page"' in said
    assert said.split('class="desk-menu"')[1].split("</nav>")[0].count("aria-current") == 1
