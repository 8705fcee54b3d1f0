"""The pages of rounds: opening, moving on, parameters."""

from junheng.web.personnel.models import RotationRound, RoundState
from tests.web.people import COUNTY, People


def test_a_round_is_opened_by_its_form(staff: People) -> None:
    client = staff.client("personnel")
    answer = client.post("/desk/rotation/", {"county": COUNTY, "year": "2026", "day": "2026-09-01"})
    of = RotationRound.objects.everything("test").get()
    assert answer.headers["Location"] == f"/desk/rotation/{of.pk}/"
    again = client.post("/desk/rotation/", {"county": COUNTY, "year": "2026", "day": "2026-09-01"})
    assert again.status_code == 409
    assert "已有这一学年的交流轮次" in again.content.decode()
    assert client.post("/desk/rotation/", {"county": COUNTY, "year": "2027", "day": ""}).status_code == 422


def test_the_buttons_move_the_round(staff: People, collected: RotationRound) -> None:
    client, path = staff.client("personnel"), f"/desk/rotation/{collected.pk}/state/"
    form = {"state": "wishes", "until": "2030-01-01", "revision": str(collected.revision)}
    assert client.post(path, form).status_code == 302
    assert client.post(path, form).status_code == 409
    assert client.post(path, {"state": "published", "revision": "1"}).status_code == 422
    assert RotationRound.objects.everything("test").get().state == RoundState.WISHES


def test_a_wrong_number_is_told_with_what_was_typed(staff: People, opened_round: RotationRound) -> None:
    client, path = staff.client("personnel"), f"/desk/rotation/{opened_round.pk}/parameters/"
    page = client.post(path, {"revision": "1", "commute.cap": "much"})
    assert page.status_code == 422
    assert 'value="much"' in page.content.decode()
    done = client.post(path, {"revision": "1", "commute.cap": "15", "commute.cap.source": "区办法"})
    assert done.status_code == 302
    assert "区办法" in client.get(path).content.decode()
