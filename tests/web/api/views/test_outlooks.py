"""Teachers ahead as counts: a plan of arrivals in, the band out; no file and no person is kept."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from junheng.web.posts.models import ArrivalList
from tests.web.api.conftest import Key
from tests.web.matrix.world import World
from tests.web.people import COUNTY
from tests.web.personnel.ground import NAMES, TEACHERS

HOME = f"/api/v1/posts/{COUNTY}"
LINE = {"section": "primary", "subject": "chinese", "year": 2027, "low": 1, "arrive": 2, "source": "招聘计划"}


def _plan(client: Client, headers: dict[str, str], *lines: dict[str, object]) -> int:
    body = {"day": "2026-09-01", "lines": lines}
    answer = client.post(f"{HOME}/arrivals", body, content_type="application/json", headers=headers)
    assert answer.status_code == 200 or answer.json()["errors"], answer.content
    return answer.status_code


def test_a_plan_goes_in_and_its_band_comes_out(held: World, client: Client, key: Key) -> None:
    headers = key("personnel")
    assert client.get(f"{HOME}/outlook", headers=headers).json()["outlook"] is None
    assert _plan(client, headers, LINE) == 200
    assert client.get(f"{HOME}/arrivals", headers=headers).json()["lines"] == [
        {**LINE, "high": None, "on": "2026-09-01"}
    ]
    files = {"files": SimpleUploadedFile("教师表.csv", TEACHERS.encode())}
    answer = client.post(f"{HOME}/outlook", files, headers=headers)
    assert not [one for one in NAMES if one in answer.content.decode()]
    told = answer.json()
    assert (told["stale"], told["outlook"]["from_rotation"]) == (False, False)
    assert told["outlook"]["assumed"] == {"subjects": 1, "arrive": 2.0, "outside": 0}
    ids = [one["id"] for one in told["outlook"]["by_year"]["columns"]]
    assert ids[-2:] == ["stock_low", "stock_high"]
    assert _plan(client, headers) == 422
    assert _plan(client, headers, {**LINE, "arrive": 3}) == 200
    assert client.get(f"{HOME}/outlook", headers=headers).json()["stale"]


def test_what_is_wrong_is_told_line_by_line(held: World, client: Client, key: Key) -> None:
    wrong = ({**LINE, "subject": "flying"}, {**LINE, "low": 5}, {**LINE, "year": 2028, "source": ""})
    body = {"day": "2026-09-01", "lines": wrong}
    answer = client.post(f"{HOME}/arrivals", body, content_type="application/json", headers=key("personnel"))
    assert answer.status_code == 422
    assert len(answer.json()["errors"]) == 2
    assert "flying" in answer.json()["errors"][0]["what"]
    assert not ArrivalList.objects.everything("test").exists()


def test_the_outlook_is_taken_from_the_rotation_without_files(held: World, client: Client, key: Key) -> None:
    answer = client.post(f"{HOME}/outlook", headers=key("personnel"))
    assert answer.status_code == 200, answer.content
    assert answer.json()["outlook"]["from_rotation"]
