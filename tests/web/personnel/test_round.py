"""The whole round in the browser's terms: every page answers, in both languages, without a script."""

import pytest
from django.test import Client

from junheng.web.personnel.models import Publication, Teacher
from tests.web.people import People
from tests.web.personnel.ground import NAMES, A


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_page_answers(staff: People, publication: Publication, prefix: str) -> None:
    draft, of = publication.draft, publication.draft.round
    teacher = Teacher.objects.everything("test").get(code="t1")
    pages = {
        "personnel": [
            "/desk/rotation/",
            f"/desk/rotation/{of.pk}/",
            f"/desk/rotation/{of.pk}/parameters/",
            f"/desk/rotation/{of.pk}/import/",
            f"/desk/rotation/{of.pk}/teachers/",
            f"/desk/rotation/{of.pk}/result/",
            f"/desk/rotation/teachers/{teacher.pk}/",
            f"/desk/rotation/drafts/{draft.pk}/",
            "/desk/rotation-wishes/",
        ],
        "publisher": ["/desk/rotation-publishing/", f"/desk/rotation/drafts/{draft.pk}/decision/"],
        "school_reporter": [
            "/desk/rotation-wishes/",
            f"/desk/rotation-wishes/{of.pk}/",
            f"/desk/rotation-wishes/teachers/{teacher.pk}/",
        ],
    }
    for role, paths in pages.items():
        client = staff.client(role)
        for path in paths:
            answer = client.get(prefix + path)
            assert answer.status_code == 200, (role, path)
            assert "<script" not in answer.content.decode()


def test_the_public_sees_counts_and_nobody(publication: Publication) -> None:
    for path in ("/rotation/", f"/rotation/{publication.pk}/"):
        text = Client().get(path).content.decode()
        assert "教师交流轮岗" in text
        assert not [one for one in (*NAMES, A) if one in text]
        assert not [one for one in ("t1", "t9") if f">{one}<" in text]
