"""The page of a draft: tables, files, the clash in words, putting it forward."""

import pytest

from junheng.web.personnel.models import RotationDraft, RotationRound
from tests.web.people import People
from tests.web.personnel.ground import NAMES


def test_a_draft_is_asked_for(staff: People, drafting: RotationRound) -> None:
    client = staff.client("personnel")
    answer = client.post(f"/desk/rotation/{drafting.pk}/solve/", {"seconds": "1"})
    made = RotationDraft.objects.everything("test").get()
    assert answer.headers["Location"] == f"/desk/rotation/drafts/{made.pk}/"
    assert client.post(f"/desk/rotation/{drafting.pk}/solve/", {"seconds": "999"}).status_code == 422


@pytest.mark.parametrize("format_", ["xlsx", "csv", "docx"])
def test_its_tables_are_files(staff: People, draft: RotationDraft, format_: str) -> None:
    client = staff.client("personnel")
    answer = client.get(f"/desk/rotation/drafts/{draft.pk}/", {"format": format_, "table": "placements"})
    assert answer.status_code == 200
    if format_ == "csv":
        assert NAMES[0] in answer.content.decode("utf-8-sig")


def test_a_clash_is_told_on_the_page(staff: People, draft: RotationDraft) -> None:
    assert draft.result is not None
    found = {**draft.result, "counties": [{**draft.result["counties"][0], "reason": {"zh": "路程太短", "en": "cap"}}]}
    RotationDraft.objects.everything("test").update(status="infeasible", result=found)
    assert "路程太短" in staff.client("personnel").get(f"/desk/rotation/drafts/{draft.pk}/").content.decode()


def test_it_is_put_forward_by_its_button(staff: People, draft: RotationDraft) -> None:
    client = staff.client("personnel")
    client.post(f"/desk/rotation/drafts/{draft.pk}/propose/", {"revision": "1"})
    assert RotationDraft.objects.everything("test").get().put_forward
    page = client.post(f"/desk/rotation/drafts/{draft.pk}/propose/", {"revision": "9"}, follow=True)
    assert "其他人刚刚修改过" in page.content.decode()


def test_lists_have_pages_and_keep_what_is_asked(staff: People, draft: RotationDraft) -> None:
    client, address = staff.client("personnel"), f"/desk/rotation/drafts/{draft.pk}/"
    code = next(iter(draft.places))
    found = client.get(address, {"q": code}).content.decode()
    assert "交流去向：1 人" in found
    assert f'value="{code}"' in found
    assert "交流去向：0 人" in client.get(address, {"q": "没有这个人"}).content.decode()
    assert f"交流去向：{len(draft.places)} 人" in client.get(address, {"placements": "99"}).content.decode()
    file = client.get(address, {"format": "csv", "table": "placements", "q": code}).content.decode("utf-8-sig")
    assert len(file.splitlines()) == 2


def test_weights_without_a_reason_are_refused(staff: People, drafting: RotationRound) -> None:
    client, form = staff.client("personnel"), {"seconds": "1", "weight.wish": "9"}
    refused = client.post(f"/desk/rotation/{drafting.pk}/solve/", form, follow=True).content.decode()
    assert "没有写依据" in refused
    assert client.post(f"/desk/rotation/{drafting.pk}/solve/", {**form, "weight.source": "局务会"}).status_code == 302
    assert RotationDraft.objects.everything("test").get().values["weight.wish"]["value"] == 9
