"""Tables taken in whole or not at all: names never stored, every fault with its row and column."""

import pytest

from junheng.teachers import UnfitTablesError
from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal
from junheng.web.workforce.actions.import_tables import import_rotation, import_tables
from junheng.web.workforce.models import StudyKind
from junheng.web.workforce.tables_of import opened
from tests.web.people import OTHER_COUNTY, SCHOOLS
from tests.web.workforce.ground import PAYING, SHARING, begun, files


def refused(officer: Actor, kind: StudyKind, tables: dict[str, str]) -> list[tuple[str, str, int | None]]:
    made = begun(officer, kind)
    with pytest.raises(UnfitTablesError) as caught:
        import_tables(officer, made.pk, files(tables), revision=1)
    made.refresh_from_db()
    assert (made.tables, made.revision, made.people.count()) == ({}, 1, 0)
    return [(one.code, one.place.file, one.place.row) for one in caught.value.faults]


def test_a_county_does_not_hand_in_the_wages_of_another(officer: Actor) -> None:
    wages = {"wages": PAYING["wages"].replace("410105", OTHER_COUNTY)}
    assert refused(officer, StudyKind.PAY, wages) == [("no_county", "wages.csv", 2), ("no_county", "wages.csv", 3)]


def test_faults_of_every_file_come_at_once(officer: Actor) -> None:
    wrong = PAYING | {
        "pools": f"school_code,pool\n{SCHOOLS[0]},x\n9999999999,5\n",
        "wages": PAYING["wages"].replace("2024", "soon"),
    }
    found = refused(officer, StudyKind.PAY, wrong)
    assert {("school_not_listed", "pools.csv", 3)} < set(found)
    assert {(file, row) for _, file, row in found} >= {("pools.csv", 2), ("pools.csv", 3), ("wages.csv", 2)}


def test_sharing_keeps_codes_and_neither_names_nor_wishes(officer: Actor) -> None:
    made = begun(officer, StudyKind.ITINERANT)
    done = import_tables(officer, made.pk, files(SHARING), revision=1)
    made.refresh_from_db()
    teachers = opened(made)["teachers"]
    assert teachers.frame["teacher_id"].to_list() == ["t1"]
    assert not teachers.has("wish_1")
    assert set(done.texts["teachers"].columns).isdisjoint({"姓名", "wish_1"})


def test_paid_persons_are_in_no_stored_table(officer: Actor) -> None:
    made = begun(officer, StudyKind.PAY)
    import_tables(officer, made.pk, files(PAYING), revision=1)
    made.refresh_from_db()
    assert made.tables["pay"] == {"rows": 5}
    assert set(opened(made)) == {"pools", "wages"}


def test_without_a_rotation_there_is_nothing_to_take_over(officer: Actor) -> None:
    with pytest.raises(Refusal, match="交流轮次"):
        import_rotation(officer, begun(officer, StudyKind.ITINERANT).pk, revision=1)
