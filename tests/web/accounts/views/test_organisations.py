"""The pages of the tree."""

import pytest
from django.test import Client

from junheng.web.accounts.forms.organisations import Add, Move, Reason, Rename
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.roles import roles
from tests.web.people import COUNTY, OTHER_COUNTY, SCHOOLS, People

LIST = "/accounts/organisations/"
ONE = f"{LIST}{SCHOOLS[0]}/"


def text(client: Client, page: str) -> str:
    answer = client.get(page)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_is_searched_narrowed_and_paged(staff: People) -> None:
    client = staff.client("system_admin")
    assert text(client, LIST).count('<th scope="row">') == len(staff.places)
    assert text(client, f"{LIST}?q=21410000").count('<th scope="row">') == 4
    assert text(client, f"{LIST}?county={OTHER_COUNTY}").count('<th scope="row">') == 2
    assert "没有符合条件的机构" in text(client, f"{LIST}?q=%25")
    Organisation.objects.bulk_create(
        Organisation(kind=Kind.SCHOOL, code=f"31{at:08d}", name=f"新{at}", path=f"x/{at}/", parent=staff.places[COUNTY])
        for at in range(60)
    )
    second = text(client, f"{LIST}?q=新&page=2")
    assert second.count('<th scope="row">') == 10
    assert "q=%E6%96%B0&amp;page=1" in second


def test_a_hostile_name_is_text(staff: People) -> None:
    staff.places[SCHOOLS[0]].name = "<script>alert(1)</script>"
    staff.places[SCHOOLS[0]].save()
    for page in (LIST, ONE):
        said = text(staff.client("system_admin"), page)
        assert "<script" not in said
        assert "&lt;script&gt;" in said


def test_add_rename_move_close_reopen(staff: People) -> None:
    client = staff.client("system_admin")
    assert 'value="410105"' in text(client, f"{LIST}new/?below={COUNTY}")
    new = {"kind": "school", "code": "2141000077", "name": "新校", "school_type": "211", "parent": COUNTY}
    assert client.post(f"{LIST}new/", new)["Location"] == f"{LIST}2141000077/"
    for verb, given in (
        ("rename", {"name": "新校改名", "was": "新校"}),
        ("move", {"to": OTHER_COUNTY, "was": COUNTY}),
        ("close", {"reason": "合并"}),
        ("reopen", {}),
    ):
        assert client.post(f"{LIST}2141000077/{verb}/", given).status_code == 302, verb
    held = Organisation.objects.everything("a test").get(code="2141000077")
    assert (held.name, held.path, held.active) == ("新校改名", "410100/410122/2141000077/", True)


@pytest.mark.parametrize(
    ("page", "given", "words"),
    [
        ("new/", {"kind": "school", "code": "77", "name": "新校", "parent": COUNTY}, "不合规"),
        ("new/", {"kind": "school", "code": SCHOOLS[0], "name": "新校", "parent": COUNTY}, "已有机构使用"),
        (f"{SCHOOLS[0]}/close/", {"reason": ""}, "必填"),
        (f"{COUNTY}/close/", {"reason": "x"}, "未关闭的机构"),
        (f"{SCHOOLS[0]}/move/", {"to": SCHOOLS[1], "was": COUNTY}, "上级机构不对"),
    ],
)
def test_a_refusal_is_told_on_the_form_that_keeps_what_was_typed(
    staff: People, page: str, given: dict[str, str], words: str
) -> None:
    answer = staff.client("system_admin").post(LIST + page, given)
    said = answer.content.decode()
    assert answer.status_code == 422
    assert words in said
    for value in given.values():
        assert value in said


def test_who_saw_an_old_name_is_told(staff: People) -> None:
    answer = staff.client("system_admin").post(f"{ONE}rename/", {"name": "x", "was": "旧名"})
    assert answer.status_code == 409
    assert "其他人刚刚修改过" in answer.content.decode()


PAGES = ["", "new/", f"{SCHOOLS[0]}/", *(f"{SCHOOLS[0]}/{verb}/" for verb in ("rename", "move", "close", "reopen"))]


@pytest.mark.parametrize("role", [one for one in roles() if one != "system_admin"])
def test_every_other_role_is_refused_on_every_route_and_method(staff: People, role: str) -> None:
    client = staff.client(role)
    for page in PAGES:
        for method in ("get", "post", "put", "delete"):
            assert getattr(client, method)(LIST + page).status_code == 403, (page, method)
    assert Organisation.objects.everything("a test").filter(active=False).count() == 0


def test_strangers_are_sent_to_sign_in_and_wrong_methods_are_told(staff: People, client: Client) -> None:
    for page in PAGES:
        assert client.get(LIST + page)["Location"].startswith("/accounts/login/?next=")
    admin = staff.client("system_admin")
    assert admin.post(LIST).status_code == 405
    assert admin.get(f"{ONE}close/").status_code == 405
    assert admin.get(f"{LIST}9999999999/").status_code == 404


def test_forms_limit_what_is_typed() -> None:
    assert not Rename({"name": "长" * 201, "was": "x"}).is_valid()
    assert not Add({"kind": "city", "code": "410100", "name": "x", "parent": "x"}).is_valid()
    assert not Move({"to": "1" * 21, "was": "x"}).is_valid()
    assert not Reason({"reason": "长" * 501}).is_valid()
