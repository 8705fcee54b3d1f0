"""Rows by reach: a school sees its own people, and those who come to it."""

import pytest
from django.http import Http404

from junheng.web.personnel import queries
from junheng.web.personnel.models import Publication, RotationRound, Teacher
from tests.web.people import People
from tests.web.personnel.ground import IDENTITY, NAMES, A


def test_a_school_has_its_own_teachers_and_no_round_page(staff: People, collected: RotationRound) -> None:
    school = staff.actor("school_reporter")
    assert {one.organisation.code for one in queries.teachers(school, collected, "staff.wish")} == {A}
    assert [one.pk for one in queries.wishing(school)] == [collected.pk]
    assert queries.wishing(staff.actor("other_reporter")) == []
    with pytest.raises(Http404):
        queries.round_of(school, collected.pk)
    with pytest.raises(Http404):
        queries.wish_round(staff.actor("other_reporter"), collected.pk)


@pytest.mark.parametrize("words", ["t1", NAMES[0], IDENTITY, IDENTITY.lower()])
def test_a_person_is_found_by_code_whole_name_and_number(staff: People, collected: RotationRound, words: str) -> None:
    rows = queries.teachers(staff.actor("personnel"), collected)
    assert [one.code for one in queries.named(rows, f" {words} ")] == ["t1"]
    assert not queries.named(rows, NAMES[0][:1]).exists()


def test_a_school_sees_who_leaves_and_who_comes(staff: People, publication: Publication) -> None:
    school = staff.actor("school_reporter")
    held = queries.transfers(school, publication, "staff.wish")
    assert {one.teacher.code for one in held} == {"t1", "t6"}
    assert queries.transfers(staff.actor("other_reporter"), publication, "staff.wish") == []


def test_what_is_withdrawn_is_not_public(publication: Publication) -> None:
    assert [one.pk for one in queries.public_publications()] == [publication.pk]
    Publication.objects.everything("test").update(withdrawn_at=publication.at)
    assert queries.public_publications() == []
    with pytest.raises(Http404):
        queries.public_publication(publication.pk)


def test_a_teacher_out_of_reach_is_not_there(staff: People, collected: RotationRound) -> None:
    pk = Teacher.objects.everything("test").get(code="t6").pk
    with pytest.raises(Http404):
        queries.teacher_of(staff.actor("school_reporter"), pk, "staff.wish")
