"""A person can give a token what the person has, of what the API knows."""

from junheng.web.api.scopes import SCOPES, scopes_of
from tests.web.people import People


def test_scopes_are_what_one_has_oneself(staff: People) -> None:
    given = scopes_of(staff.actor("county_reviewer"))
    assert "report.review" in given
    assert {"round.lock", "audit.read"}.isdisjoint(given)
    assert set(given) <= set(SCOPES)


def test_powers_of_administration_are_in_no_token() -> None:
    assert {"account.manage", "role.grant", "account.unlock", "system.run", "publish.release"}.isdisjoint(SCOPES)
