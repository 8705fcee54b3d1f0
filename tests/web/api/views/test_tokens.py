"""The page of tokens: the key is shown once, and revoking ends it."""

import re

from django.test import Client

from tests.web.people import People


def test_make_show_once_use_revoke(staff: People, client: Client) -> None:
    mine = staff.client("city_statistician")
    made = mine.post("/desk/tokens/", {"name": "大屏", "scopes": ["report.see"], "days": "90"}).content.decode()
    found = re.search(r"jh_[0-9a-f]{8}_[\w-]{43}", made)
    assert found
    assert found[0] not in mine.get("/desk/tokens/").content.decode()
    headers = {"Authorization": f"Bearer {found[0]}"}
    assert client.get("/api/v1/rounds", headers=headers).status_code == 200
    action = re.search(r'action="(/desk/tokens/\d+/revoke/)"', made)
    assert action
    assert mine.post(action[1]).status_code == 302
    assert client.get("/api/v1/rounds", headers=headers).status_code == 401


def test_a_form_that_is_not_filled_in_stays(staff: People) -> None:
    answer = staff.client("planner").post("/desk/tokens/", {"name": "保留"})
    assert answer.status_code == 422
    assert 'value="保留"' in answer.content.decode()
