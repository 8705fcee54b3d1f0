"""The whole way in the browser's terms, in both languages, without a script."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from junheng.web.accounts.reach import Actor
from junheng.web.portal.models import Edition
from junheng.web.posts.actions.look_ahead import look_ahead
from junheng.web.posts.models import DecisionState, NumberList, Outlook, PostsDecision
from junheng.web.posts.reading import authorised_in
from tests.web.people import COUNTY, SCHOOLS, People
from tests.web.personnel.ground import NAMES, TEACHERS
from tests.web.tiny import CODES

HOME = f"/desk/posts/{COUNTY}/"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_page_answers(staff: People, officer: Actor, authorised: PostsDecision, prefix: str) -> None:
    look_ahead(officer, COUNTY, [("teachers.csv", TEACHERS.encode())])
    pages = {
        "personnel": [
            "/desk/posts/",
            *(
                f"{HOME}{one}"
                for one in ("", "numbers/", "authorise/", "propose/", "transfer/", "outlook/", "arrivals/")
            ),
            f"/desk/posts-decisions/{authorised.pk}/",
        ],
        "publisher": ["/desk/posts-approvals/", f"/desk/posts-approvals/{authorised.pk}/"],
    }
    for role, paths in pages.items():
        client = staff.client(role)
        for path in paths:
            answer = client.get(prefix + path)
            assert answer.status_code == 200, (role, path)
            text = answer.content.decode()
            assert "<script" not in text
            assert not [one for one in NAMES if one in text]
            if path not in {
                "/desk/posts-approvals/",
                f"{HOME}numbers/",
                f"{HOME}authorise/",
                f"{HOME}transfer/",
                f"{HOME}arrivals/",
            }:
                assert ("合成" in text) or ("ynthetic" in text), path


@pytest.mark.parametrize("kind", ["xlsx", "csv", "docx"])
def test_tables_are_given_out(staff: People, authorised: PostsDecision, kind: str) -> None:
    client = staff.client("personnel")
    for path in ("/desk/posts/", HOME, f"{HOME}propose/", f"/desk/posts-decisions/{authorised.pk}/"):
        answer = client.get(f"{path}?format={kind}")
        assert answer.status_code == 200
        assert kind in answer.headers["Content-Disposition"]
        assert kind != "csv" or "合成" in answer.content.decode("utf-8-sig")


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_is_given_out_can_be_handed_back(staff: People, authorised: PostsDecision, kind: str) -> None:
    client = staff.client("personnel")
    content = client.get(f"{HOME}?format={kind}").content
    found = authorised_in(f"编制.{kind}", content, dict.fromkeys(CODES, ""))
    assert found.faults == []
    assert found.lines == authorised.lines[1:]


def test_a_county_is_narrowed_and_sorted(staff: People, authorised: PostsDecision) -> None:
    text = staff.client("personnel").get(f"{HOME}?kind=short&sort=lacking&format=csv").content.decode("utf-8-sig")
    assert CODES[5] in text
    assert CODES[0] not in text


def test_from_authorised_posts_to_an_approved_allotment(staff: People, edition: Edition) -> None:
    officer, second = staff.client("personnel"), staff.client("publisher")
    assert "还没有登记核定编制" in officer.get(HOME).content.decode()
    assert officer.get(f"{HOME}propose/").status_code == 409
    table = "school_code,posts,staff\n" + "".join(f"{one},{30},{25}\n" for one in SCHOOLS)
    sent = {"document": "编办〔2026〕1号", "do": "file", "file": SimpleUploadedFile("编制.csv", table.encode())}
    assert officer.post(f"{HOME}authorise/", sent).status_code == 302
    made = PostsDecision.objects.everything("test").get()
    assert (made.state, made.synthetic) == (DecisionState.PROPOSED, True)
    assert second.post(f"/desk/posts-approvals/{made.pk}/", {"do": "approve"}).status_code == 302
    unknown = officer.get(f"{HOME}propose/").content.decode()
    assert "样例第4小学" in unknown
    moves = {
        "kind": "competition",
        "round": "1",
        "document": "公告",
        "from1": SCHOOLS[0],
        "to1": SCHOOLS[1],
        "staff1": "2",
    }
    assert officer.post(f"{HOME}transfer/", {**moves, "staff1": "99"}).status_code == 422
    assert officer.post(f"{HOME}transfer/", moves).status_code == 302
    moved = PostsDecision.objects.everything("test").get(number=2)
    assert officer.post(f"/desk/posts-decisions/{moved.pk}/undo/", {"document": "x"}).status_code == 409
    assert second.post(f"/desk/posts-approvals/{moved.pk}/", {"do": "refuse"}).status_code == 422
    assert second.post(f"/desk/posts-approvals/{moved.pk}/", {"do": "approve"}).status_code == 302
    assert officer.post(f"/desk/posts-decisions/{moved.pk}/undo/", {"document": "公告有误"}).status_code == 302
    back = PostsDecision.objects.everything("test").get(number=3)
    assert officer.post(f"/desk/posts-decisions/{back.pk}/withdraw/").status_code == 302


def test_a_solved_allotment_is_put_forward(staff: People, authorised: PostsDecision) -> None:
    officer = staff.client("personnel")
    assert officer.post(f"{HOME}propose/", {"keep": "0"}).status_code == 422
    assert officer.post(f"{HOME}propose/", {"keep": "0", "document": "会议纪要"}).status_code == 302
    made = PostsDecision.objects.everything("test").exclude(pk=authorised.pk).get()
    assert made.grounds["lacking"] == [12, 0]
    assert sum(one["posts"] for one in made.lines) == 0


def test_numbers_and_outlook_by_form(staff: People, edition: Edition) -> None:
    officer = staff.client("personnel")
    form = {"day": "2025-09-01", "lessons.primary": "16"}
    assert officer.post(f"{HOME}numbers/", form).status_code == 422
    assert officer.post(f"{HOME}numbers/", {**form, "lessons.primary.source": "区办法"}).status_code == 302
    assert NumberList.objects.everything("test").count() == 1
    assert officer.post(f"{HOME}outlook/").status_code == 409
    wrong = {"files": SimpleUploadedFile("教师表.csv", b"teacher_id\nt1\n")}
    assert officer.post(f"{HOME}outlook/", wrong).status_code == 422
    given = {"files": SimpleUploadedFile("教师表.csv", TEACHERS.encode())}
    assert officer.post(f"{HOME}outlook/", given).status_code == 302
    assert Outlook.objects.everything("test").count() == 1
    text = officer.get(f"{HOME}outlook/?subject=chinese").content.decode()
    assert "语文 · 小学" in text


def test_before_anything_is_published_the_pages_say_so(staff: People) -> None:
    client = staff.client("personnel")
    assert "还没有发布过数据" in client.get(HOME).content.decode()
    assert client.get("/desk/posts/").status_code == 409
    assert client.get(f"{HOME}propose/").status_code == 409
