"""What the editor's form asks for, and who that is."""

import pytest

from junheng.web.personnel.editing import Editing, edit
from junheng.web.personnel.models import RotationDraft
from junheng.web.personnel.narrowing import KINDS, Narrowing, posts_of, teachers
from tests.web.personnel.ground import A

pytestmark = pytest.mark.django_db


def codes(draft: RotationDraft, asked: Narrowing, found: frozenset[str] | None = None) -> list[str]:
    editing = edit(draft)
    names = list(editing.ground.teacher)
    return [names[one] for one in teachers(draft, editing, asked, found)]


def test_an_address_comes_back_as_it_was_and_nothing_said_is_left_out() -> None:
    asked = Narrowing.of({"kind": "staying", "school": A, "page": "2", "unknown": "x", "q": " t1 "})
    assert asked == Narrowing(kind="staying", school=A, page="2", q="t1")
    assert asked.query(page="", kind="moving") == f"school={A}&q=t1"
    assert Narrowing.of({"kind": "nonsense"}).kind == "moving"
    assert Narrowing().query() == ""


def test_every_teacher_is_of_one_kind(draft: RotationDraft) -> None:
    everybody = set(codes(draft, Narrowing(kind="all")))
    moving, staying, barred = (set(codes(draft, Narrowing(kind=one))) for one in ("moving", "staying", "barred"))
    assert moving == set(draft.places)
    assert moving | staying | barred == everybody
    assert len(moving) + len(staying) + len(barred) == len(everybody)
    wished, unasked = (set(codes(draft, Narrowing(kind=one))) for one in ("wished", "unasked"))
    assert wished | unasked == moving
    assert not wished & unasked
    draft.locked = ["t5"]
    assert codes(draft, Narrowing(kind="locked")) == ["t5"]
    assert len(KINDS) == 7


def test_choices_narrow_together(draft: RotationDraft) -> None:
    assert codes(draft, Narrowing(kind="all", subject="mathematics"), frozenset({"t7", "t8"})) == ["t7"]
    assert codes(draft, Narrowing(kind="all", subject="nonsense")) == []
    assert codes(draft, Narrowing(kind="all", section="junior")) == []
    assert "t8" not in codes(draft, Narrowing(kind="barred", school=A))
    why = next(one.why.zh for one in edit(draft).ground.city.standing if one.why)
    assert "t3" in codes(draft, Narrowing(kind="all", reason=why))


def test_schools_that_lack_somebody(draft: RotationDraft) -> None:
    editing: Editing = edit(draft)
    lacking = editing.plan.have < editing.ground.county.need
    assert posts_of(editing, Narrowing(short="1")).tolist() == lacking.any(axis=1).tolist()
    subject = editing.ground.city.subjects[0]
    assert posts_of(editing, Narrowing(short="1", subject=subject)).tolist() == lacking[:, 0].tolist()
    assert posts_of(editing, Narrowing(school=A)).sum() == 1
