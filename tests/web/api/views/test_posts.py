"""Posts for programs: the numbers of the pages, the same refusals, nothing out of reach."""

from django.test import Client

from junheng.web.posts.models import NumberList
from tests.web.api.conftest import Key
from tests.web.matrix.world import World
from tests.web.people import COUNTY, OTHER_COUNTY
from tests.web.posts.ground import NEEDS
from tests.web.tiny import CODES

HOME = f"/api/v1/posts/{COUNTY}"


def test_schools_are_told_with_what_they_need_have_and_lack(held: World, client: Client, key: Key) -> None:
    headers = key("personnel")
    rows = {one["county"]: one for one in client.get("/api/v1/posts", headers=headers).json()}
    assert set(rows) == {COUNTY, OTHER_COUNTY}
    assert (rows[COUNTY]["need"], rows[COUNTY]["pool"]) == (sum(NEEDS), 2)
    assert rows[OTHER_COUNTY]["posts"] is None
    told = client.get(f"{HOME}?only=short&sort=lacking", headers=headers).json()
    ids = [one["id"] for one in told["table"]["columns"]]
    (first, *_rest) = [dict(zip(ids, row, strict=True)) for row in told["table"]["rows"]]
    assert (first["school_code"]["value"], first["lacking"]) == (CODES[5], {"value": 12, "state": "value"})
    assert client.get(HOME, headers=key("county_reviewer")).status_code == 403


def test_a_proposal_is_solved_and_nothing_stored(held: World, client: Client, key: Key) -> None:
    told = client.get(f"{HOME}/proposal?keep=false", headers=key("personnel")).json()
    assert (told["lacking_before"], told["lacking_after"]) == (12, 0)
    assert client.get(f"{HOME}/decisions", headers=key("personnel")).json()["total"] == 2


def test_numbers_are_filled_in_with_their_source(held: World, client: Client, key: Key) -> None:
    def sent(id_: str, source: str) -> int:
        body = {"day": "2025-09-01", "numbers": [{"id": id_, "value": 10, "source": source}]}
        answer = client.post(f"{HOME}/numbers", body, content_type="application/json", headers=key("personnel"))
        return answer.status_code

    assert [sent("small.tilt", ""), sent("small.height", "文"), sent("small.tilt", "区办法")] == [422, 422, 200]
    assert NumberList.objects.everything("test").count() == 1
    rows = {one["id"]: one for one in client.get(f"{HOME}/numbers", headers=key("personnel")).json()}
    assert (rows["small.tilt"]["own"], rows["small.tilt"]["source"]) == (10.0, "区办法")
    assert rows["small.per_class"]["value"] is None
