"""The editor of a draft: what each teacher could do, moves by plain forms and by the script's requests, two at once."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from junheng.web.personnel.models import RotationDraft, RoundState
from tests.web.people import People
from tests.web.personnel.ground import NAMES, A, B, C

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


@pytest.fixture
def desk(staff: People) -> Client:
    return staff.client("personnel")


def page(desk: Client, draft: RotationDraft, **said: str) -> str:
    return desk.get(reverse("rotation-draft-edit", args=[draft.pk]), said).content.decode()


def change(desk: Client, draft: RotationDraft, query: str = "", **said: Any) -> Any:
    draft.refresh_from_db()
    address = reverse("rotation-draft-change", args=[draft.pk])
    return desk.post(f"{address}?{query}", {"revision": draft.revision, **said}, headers=JSON)


def free(draft: RotationDraft) -> tuple[str, str]:
    """A teacher who may move and does not, and a school to go to."""
    staying = next(code for code in ("t9", "t7", "t6", "t4", "t2") if code not in draft.places)
    return staying, {"t9": B, "t7": C}.get(staying, C)


def test_the_page_shows_schools_with_who_leaves_and_comes(desk: Client, draft: RotationDraft) -> None:
    shown = page(desk, draft, kind="all")
    assert all(name in shown for name in NAMES)
    assert "样例第1小学" in shown or "样例小学1" in shown
    code, to = next(iter(draft.places.items()))
    assert f"?kind=all&amp;teacher={code}" in shown or f"?teacher={code}" in shown
    assert to in {A, B, C}


def test_a_teacher_shows_every_school_with_rules_and_points(desk: Client, draft: RotationDraft) -> None:
    code, _to = free(draft)
    shown = page(desk, draft, teacher=code)
    assert "可以去的学校" in shown
    assert "安排到这里" in shown
    assert "差异系数" in shown
    barred = page(desk, draft, teacher="t3")
    assert "该教师不符合交流条件或暂不交流" in barred
    assert "安排到这里" not in barred


def test_a_move_by_the_script_brings_the_parts_anew(desk: Client, draft: RotationDraft) -> None:
    code, to = free(draft)
    answer = change(desk, draft, f"teacher={code}", do="place", teacher=code, school=to)
    assert answer.status_code == 200
    assert set(answer.json()["parts"]) == {"head", "teacher", "people", "schools", "history"}
    draft.refresh_from_db()
    assert draft.places[code] == to
    assert f"1. {code}" in answer.json()["parts"]["history"]
    assert change(desk, draft, do="undo").status_code == 200
    draft.refresh_from_db()
    assert code not in draft.places
    assert change(desk, draft, do="redo").status_code == 200
    draft.refresh_from_db()
    assert draft.places[code] == to


def test_a_plain_form_does_the_same_and_comes_back_to_the_same_view(desk: Client, draft: RotationDraft) -> None:
    code, to = free(draft)
    address = reverse("rotation-draft-change", args=[draft.pk])
    said = {"do": "place", "teacher": code, "school": to, "revision": draft.revision}
    answer = desk.post(f"{address}?teacher={code}&kind=all", said)
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith(f"/edit/?teacher={code}&kind=all")
    draft.refresh_from_db()
    assert draft.places[code] == to


def test_the_second_of_two_is_told_and_shown_what_the_first_did(desk: Client, draft: RotationDraft) -> None:
    code, to = free(draft)
    change(desk, draft, do="place", teacher=code, school=to)
    address = reverse("rotation-draft-change", args=[draft.pk])
    late = {"do": "undo", "revision": 1}
    answer = desk.post(address, late, headers=JSON)
    assert answer.status_code == 409
    assert "其他人刚刚修改过" in answer.json()["why"]
    assert f"1. {code}" in answer.json()["parts"]["history"]
    plain = desk.post(address, late, follow=True)
    assert "其他人刚刚修改过" in plain.content.decode()


def test_a_locked_teacher_stays_until_unlocked(desk: Client, draft: RotationDraft) -> None:
    code, to = free(draft)
    assert change(desk, draft, do="lock", teacher=code).status_code == 200
    draft.refresh_from_db()
    assert (draft.locked, draft.revision) == ([code], 1)
    refused = change(desk, draft, do="place", teacher=code, school=to)
    assert refused.status_code == 422
    assert "锁定" in refused.json()["why"]
    assert code in page(desk, draft, kind="locked")
    assert change(desk, draft, do="unlock", teacher=code).status_code == 200
    assert change(desk, draft, do="place", teacher=code, school=to).status_code == 200


def test_rules_and_orders_that_there_are_not_are_refused(desk: Client, draft: RotationDraft) -> None:
    refused = change(desk, draft, do="place", teacher="t3", school=B)
    assert refused.status_code == 422
    assert "不符合交流条件" in refused.json()["why"]
    assert change(desk, draft, do="shuffle").status_code == 422
    assert change(desk, draft, do="lock", teacher="nobody").status_code == 422


def test_the_cost_of_placing_all_others_anew_is_told(desk: Client, draft: RotationDraft) -> None:
    code, to = free(draft)
    shown = page(desk, draft, teacher=code, to=to)
    assert "其他人全部重新安排" in shown
    assert "不能安排到" in page(desk, draft, teacher="t3", to=B)


def test_lists_are_narrowed(desk: Client, draft: RotationDraft) -> None:
    by_name = page(desk, draft, q=NAMES[2], kind="all")
    assert "教师 1 人" in by_name
    assert "教师 1 人" in page(desk, draft, q="t8", kind="all")
    assert "教师 0 人" in page(desk, draft, q="不存在", kind="all")
    assert f"教师 {len(draft.places)} 人" in page(desk, draft)
    assert "教师 4 人" in page(desk, draft, kind="all", subject="mathematics")
    assert "各校出入与缺员：1 校" in page(desk, draft, school=A)


def test_queries_do_not_grow_with_teachers_or_schools(
    desk: Client, draft: RotationDraft, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    page(desk, draft)
    with django_assert_max_num_queries(12):
        page(desk, draft, kind="all", teacher="t9")


def test_a_draft_of_a_published_round_is_only_looked_at(desk: Client, draft: RotationDraft) -> None:
    draft.round.state = RoundState.PUBLISHED
    draft.round.save()
    code, to = free(draft)
    shown = page(desk, draft, teacher=code)
    assert "只能查看" in shown
    assert "安排到这里" not in shown
    assert change(desk, draft, do="place", teacher=code, school=to).status_code == 409


def test_a_draft_without_a_plan_says_so(desk: Client, draft: RotationDraft) -> None:
    RotationDraft.objects.everything("a test").filter(pk=draft.pk).update(status="infeasible")
    answer = desk.get(reverse("rotation-draft-edit", args=[draft.pk]))
    assert answer.status_code == 409
    assert "没有可以修改的方案" in answer.content.decode()


def test_nobody_else_sees_the_page(staff: People, draft: RotationDraft) -> None:
    assert staff.client("school_reporter").get(reverse("rotation-draft-edit", args=[draft.pk])).status_code in {
        403,
        404,
    }


def test_heads_change_places_by_their_button(desk: Client, heads: RotationDraft) -> None:
    shown = page(desk, heads, teacher="h1")
    assert "可以对调的校长：1 人" in shown
    assert "两人对调" in shown
    assert change(desk, heads, do="swap", teacher="h1", other="h2").status_code == 200
    assert "h1 ↔ h2" in page(desk, heads)
    assert change(desk, heads, do="swap", teacher="h1", other="t1").status_code == 422


def test_solved_again_around_the_edits(desk: Client, draft: RotationDraft) -> None:
    address, form = reverse("rotation-solve-again", args=[draft.pk]), {"revision": 1, "seconds": "1", "keep": "locked"}
    assert "没有锁定或修改过的教师" in desk.post(address, form, follow=True).content.decode()
    change(desk, draft, do="lock", teacher="t8")
    assert "锁定 1 人，改过 0 人" in page(desk, draft)
    answer = desk.post(address, form)
    made = RotationDraft.objects.everything("test").get(number=2)
    assert answer.headers["Location"] == reverse("rotation-draft", args=[made.pk])
    assert (
        "围绕草案 1 的修改求解，锁定 1 人" in desk.get(answer.headers["Location"]).content.decode() or not made.status
    )
