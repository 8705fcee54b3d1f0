"""Planning on the page; nothing typed is lost."""

import pytest

from junheng.web.evidence.models import Draw
from tests.web.people import COUNTY, People

GIVEN = {
    "title": "秋季核查",
    f"quota:{COUNTY}|unknown": "2",
    "visitors": "D01, wang，410122 2141000001\nD02",
    "team": "1",
}


def test_a_plan_from_the_form(staff: People) -> None:
    client = staff.client("inspector")
    assert "还没有抽取" in client.get("/desk/visits/").content.decode()
    assert client.get("/desk/visits/new/").status_code == 200
    assert client.post("/desk/visits/new/", GIVEN).status_code == 302
    held = Draw.objects.everything("test").get()
    assert held.listed["visitors"] == [["D01", ["2141000001", "410122"]], ["D02", []]]
    assert held.names == {"D01": "wang", "D02": ""}
    assert "秋季核查" in client.get("/en/desk/visits/").content.decode()


@pytest.mark.parametrize("changes", [{"title": ""}, {"team": "x"}, {"visitors": ", wang"}, {"visitors": "D01\nD01"}])
def test_faults_keep_what_was_typed(staff: People, changes: dict[str, str]) -> None:
    answer = staff.client("inspector").post("/desk/visits/new/", {**GIVEN, "source": "某期彩票", **changes})
    assert answer.status_code == 422
    assert "某期彩票" in answer.content.decode()
    assert not Draw.objects.everything("test").exists()


def test_the_wrong_role(staff: People) -> None:
    for path in ("", "new/"):
        assert staff.client("county_reviewer").get(f"/desk/visits/{path}").status_code == 403
