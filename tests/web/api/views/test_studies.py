"""Studies for programs: tables in, numbers given, answer out; persons for one verb alone, each reading recorded."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from junheng.web.audit.models import Event
from junheng.web.operations.work import work_on
from junheng.web.workforce.actions.solve_study import run
from junheng.web.workforce.models import StudyKind, WorkforceStudy
from tests.web.api.conftest import Key
from tests.web.matrix.world import World
from tests.web.people import CITY, COUNTY, SCHOOLS
from tests.web.workforce.ground import NAMES, NUMBERS, TABLES, files

HOME = "/api/v1/studies"


@pytest.fixture
def post(client: Client, key: Key) -> Any:
    def sent(path: str, **body: object) -> Any:
        return client.post(f"{HOME}{path}", body, content_type="application/json", headers=key("personnel"))

    return sent


def _hand_in(client: Client, headers: dict[str, str], pk: int, tables: dict[str, str], revision: int) -> Any:
    sent = [SimpleUploadedFile(name, content) for name, content in files(tables)]
    return client.post(f"{HOME}/{pk}/tables", {"revision": revision, "files": sent}, headers=headers)


def _numbers(kind: StudyKind) -> list[dict[str, object]]:
    return [{"id": name, "value": float(value), "source": "样例办法"} for name, value in NUMBERS[kind].items()]


def test_tables_in_answer_out(held: World, client: Client, key: Key, post: Any) -> None:
    made = post("", kind="pay", place=COUNTY, day="2026-09-01").json()
    wrong = {**TABLES[StudyKind.PAY], "pools": "school_code,pool\n1,x\n"}
    answer = _hand_in(client, key("personnel"), made["id"], wrong, 1)
    assert (answer.status_code, "pools.csv" in answer.json()["errors"][0]["where"]) == (422, True)
    told = _hand_in(client, key("personnel"), made["id"], TABLES[StudyKind.PAY], 1).json()
    assert told["rows"] == {"pools": 2, "pay": 5, "wages": 2}
    asked = post(f"/{made['id']}/question", revision=told["revision"], numbers=_numbers(StudyKind.PAY)).json()
    assert (asked["state"], asked["answer"]) == ("open", None)
    assert post(f"/{made['id']}/solve", revision=1).status_code == 409
    waiting = post(f"/{made['id']}/solve", revision=asked["revision"]).json()
    of = WorkforceStudy.objects.everything("test").select_related("job").get(pk=made["id"])
    assert waiting["job"] == of.job_id
    assert of.job is not None
    run(work_on(of.job))
    whole = client.get(f"{HOME}/{made['id']}", headers=key("personnel"))
    assert [one["id"] for one in whole.json()["answer"]] == ["schools", "rules", "years", "numbers"]
    assert not [one for one in NAMES if one in whole.content.decode()]
    again = post(f"/{made['id']}/copy").json()
    assert (again["number"], again["answer"]) == (made["number"] + 1, None)


def test_programmes_answer_at_once_and_sharing_needs_its_subjects(
    held: World, post: Any, client: Client, key: Key
) -> None:
    rows = client.get(f"{HOME}?kind=talent", headers=key("personnel")).json()["items"]
    whole = client.get(f"{HOME}/{rows[0]['id']}", headers=key("personnel")).json()
    assert [one["id"] for one in whole["answer"]][:2] == ["programmes", "counties"]
    assert (whole["county"], whole["why"]) == (CITY, None)
    made = post("", kind="itinerant", place=COUNTY, day="2026-09-01").json()
    path = f"/{made['id']}/question"
    refused = post(path, revision=1, numbers=[], subjects=["primary.flying"])
    assert (refused.status_code, "primary.flying" in refused.json()["detail"]) == (422, True)
    assert post(path, revision=1, numbers=[{"id": "no", "value": 1, "source": "x"}]).status_code == 422
    assert post(f"/{made['id']}/rotation", revision=1).json()["tables"].keys() >= {"schools", "teachers"}


def test_persons_are_for_one_verb_and_every_reading_is_recorded(held: World, client: Client, key: Key) -> None:
    path = f"/api/v1/pay/{held.parts['api.pay_id']}/persons"
    assert client.get(path, headers=key("personnel", "staff.see")).status_code == 403
    assert not Event.objects.filter(verb="workforce.export").exists()
    told = client.get(f"{path}?school={SCHOOLS[0]}", headers=key("personnel", "pay.persons")).json()
    assert NAMES[0] in [row[2]["value"] for row in told["rows"]]
    (event,) = Event.objects.filter(verb="workforce.export")
    assert event.after == {"school": SCHOOLS[0], "format": "json"}
    pk = held.parts["api.study_id"]
    assert client.get(f"/api/v1/pay/{pk}/persons", headers=key("personnel", "pay.persons")).status_code == 404
