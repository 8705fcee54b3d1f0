"""Persons go in, counts come out."""

import json

import pytest

from junheng.teachers import UnfitTablesError
from junheng.web.accounts.reach import Actor
from junheng.web.personnel.models import RotationRound
from junheng.web.portal.models import Edition
from junheng.web.posts.facts import reported
from junheng.web.posts.outlooking import looked_ahead, of_files, of_round
from tests.web.people import COUNTY
from tests.web.personnel.conftest import collected, opened_round  # noqa: F401 - fixtures
from tests.web.personnel.ground import NAMES, TEACHERS
from tests.web.tiny import CODES

OWN = {"lessons.primary": 16.0, "hours.primary.chinese": 6.0}


def test_a_rotation_gives_counts_and_nobody(officer: Actor, collected: RotationRound) -> None:  # noqa: F811
    found = looked_ahead(of_round(collected), OWN, 2026)
    chinese = next(one for one in found["subjects"] if one["subject"] == "chinese")
    assert chinese["stock"] == 5
    assert {one["subject"] for one in found["subjects"] if one["judged"]} == set()
    said = json.dumps(found, ensure_ascii=False)
    assert not [one for one in (*NAMES, "t1", "t9") if f'"{one}"' in said]


def test_a_table_of_teachers_stands_on_the_reported_classes(edition: Edition) -> None:
    sections = reported(edition, COUNTY).sections
    found = looked_ahead(of_files([("教师表.csv", TEACHERS.encode())], sections), OWN, 2026)
    first = next(one for one in found["rows"] if one["subject"] == "chinese")
    assert first["need"] == pytest.approx(len(CODES) * 12 * 6 / 16)
    assert first["gap"] == pytest.approx(first["need"] - 5)
    assert len({one["year"] for one in found["rows"]}) == 11


def test_what_is_wrong_in_a_file_is_told(edition: Edition) -> None:
    sections = reported(edition, COUNTY).sections
    with pytest.raises(UnfitTablesError):
        of_files([("什么.csv", b"a,b\n1,2\n")], sections)
    with pytest.raises(UnfitTablesError):
        looked_ahead(of_files([("教师表.csv", b"teacher_id\nt1\n")], sections), OWN, 2026)
