"""Schools a teacher may wish for."""

from junheng.web.personnel.models import RotationRound, Teacher
from junheng.web.personnel.offered import offer, sections_of
from tests.web.personnel.ground import A, B, C


def test_other_schools_of_the_section_are_offered(collected: RotationRound) -> None:
    teacher = Teacher.objects.everything("test").select_related("organisation", "round").get(code="t1")
    held = offer(teacher)
    assert held.every == {A, B, C}
    assert held.fitting == {B: "样例小学2", C: "样例小学3"}
    teacher.facts = {**teacher.facts, "section": "初中"}
    assert offer(teacher).fitting == {}
    del teacher.facts["section"]
    assert set(offer(teacher).fitting) == {B, C}


def test_nothing_is_offered_before_the_import(opened_round: RotationRound) -> None:
    assert sections_of(opened_round) == {}
