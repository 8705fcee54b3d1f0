"""From authorised posts to a decision that is undone, by programs of two persons."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from junheng.web.posts.models import PostsDecision
from tests.web.api.conftest import Key
from tests.web.matrix.world import World
from tests.web.people import COUNTY, OTHER_COUNTY, SCHOOLS

HOME, DECISIONS = f"/api/v1/posts/{COUNTY}", "/api/v1/posts-decisions"


@pytest.fixture
def post(client: Client, key: Key) -> Any:
    def sent(path: str, role: str = "personnel", **body: object) -> tuple[int, Any]:
        answer = client.post(path, body, content_type="application/json", headers=key(role))
        return answer.status_code, answer.json()

    return sent


def test_one_proposes_another_approves_and_it_is_undone(held: World, post: Any, client: Client, key: Key) -> None:
    moves = [{"from_school": SCHOOLS[0], "to_school": SCHOOLS[1], "staff": 2}]
    status, made = post(f"{HOME}/transfers", kind="competition", round=1, document="公告", moves=moves)
    assert (status, made["state"], made["round"]) == (200, "proposed", 1)
    assert {one["school"]: one["staff"] for one in made["lines"]} == {SCHOOLS[0]: -2, SCHOOLS[1]: 2}
    path = f"{DECISIONS}/{made['id']}"
    assert post(f"{path}/approve")[0] == 403
    waiting = client.get("/api/v1/posts-approvals", headers=key("publisher")).json()
    assert made["id"] in [one["id"] for one in waiting]
    status, told = post(f"{path}/approve", "publisher")
    assert (status, told["decided_by"], told["order"]) == (200, "publisher", 2)
    status, back = post(f"{path}/undo", document="公告有误")
    assert (status, back["undoes"], back["lines"][0]["staff"]) == (200, made["id"], 2)
    assert post(f"{DECISIONS}/{back['id']}/refuse", "publisher", reason=" ")[0] == 422
    assert post(f"{DECISIONS}/{back['id']}/withdraw")[1]["state"] == "withdrawn"


def test_an_allotment_rests_on_a_document(held: World, post: Any) -> None:
    assert post(f"{HOME}/allotments", document="", keep=False)[0] == 422
    status, made = post(f"{HOME}/allotments", document="会议纪要", keep=False)
    assert (status, made["grounds"]["lacking"]) == (200, [12, 0])
    assert sum(one["posts"] for one in made["lines"]) == 0


def test_everything_wrong_with_transfers_is_told(held: World, post: Any) -> None:
    moves = [{"from_school": "9", "to_school": SCHOOLS[0], "staff": 1}, {"from_school": SCHOOLS[0], "to_school": ""}]
    status, told = post(f"{HOME}/transfers", kind="arrangement", document="文", moves=moves)
    assert status == 422
    assert "第 1 行：不知道学校“9”" in told["detail"]
    status, told = post(f"{HOME}/transfers", kind="arrangement", document="文", moves=moves[:1])
    assert status == 422


def test_authorised_posts_come_in_a_file(held: World, client: Client, key: Key) -> None:
    path, before = f"/api/v1/posts/{OTHER_COUNTY}/authorisations", PostsDecision.objects.everything("test").count()
    wrong = SimpleUploadedFile("编制.csv", f"school_code,posts,staff\n{SCHOOLS[0]},3,2\n".encode())
    answer = client.post(path, {"document": "编办〔2026〕1号", "file": wrong}, headers=key("personnel"))
    assert answer.status_code == 422
    assert SCHOOLS[0] in answer.json()["detail"]
    assert client.post(path, {"document": "文", "rotation": "true"}, headers=key("personnel")).status_code == 422
    fine = SimpleUploadedFile("编制.csv", b"school_code,posts,staff\n2141000009,3,2\n")
    made = client.post(path, {"document": "编办〔2026〕1号", "file": fine}, headers=key("personnel")).json()
    assert made["lines"] == [{"school": "2141000009", "posts": 3, "staff": 2}]
    assert PostsDecision.objects.everything("test").count() == before + 1


def test_nobody_out_of_reach_or_without_the_verb_decides(held: World, post: Any) -> None:
    path = f"{DECISIONS}/{held.parts['decision_id']}"
    assert post(f"{path}/approve", "county_reviewer")[0] == 403
    assert post(f"{path}/withdraw", "publisher")[0] == 403
    assert post(f"{DECISIONS}/999999/withdraw")[0] == 404
