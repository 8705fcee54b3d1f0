"""Studies from the tables to the answer: totals kept, faults at once, two users, nobody named."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from junheng.teachers import UnfitTablesError
from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.operations.tables import lines, tables
from junheng.web.operations.work import work_on
from junheng.web.workforce.actions.import_tables import import_tables
from junheng.web.workforce.actions.open_study import copy_study
from junheng.web.workforce.actions.set_question import set_question
from junheng.web.workforce.actions.solve_study import run, solve_study
from junheng.web.workforce.models import PaidPerson, StudyKind
from tests.web.people import OTHER_COUNTY, SCHOOLS, People
from tests.web.workforce.ground import NAMES, NUMBERS, PAYING, SHARING, answered, asked, begun, files, form


def test_a_shared_teacher_has_a_week_a_map_and_the_way_by_hand(staff: People, officer: Actor) -> None:
    of = answered(officer, StudyKind.ITINERANT)
    assert of.result is not None
    (group,) = of.result["groups"]
    assert (group["status"], group["posts"], group["lessons"], group["by_hand"][0]) == ("optimal", 0, 6, 0)
    assert group["km"] <= group["by_hand"][1]
    page = staff.client("personnel").get(f"/desk/itinerant/{of.pk}/").content.decode()
    assert 'class="way r0"' in page
    assert "合成数据" in page
    csv = staff.client("personnel").get(f"/desk/itinerant/{of.pk}/?format=csv&table=week").content.decode("utf-8-sig")
    assert "样例小学2 4 节" in csv
    assert all("合成数据" in line for line in csv.splitlines()[1:])


def test_what_cannot_be_done_is_said_in_words(staff: People, officer: Actor) -> None:
    made = asked(officer, StudyKind.ITINERANT)
    numbers = form({**NUMBERS[StudyKind.ITINERANT], "travel.most": "0.1", "posts.most": "0"})
    made = set_question(officer, made.pk, numbers, revision=3, subjects=["primary.music"], seconds=2)
    of = solve_study(officer, made.pk, revision=made.revision)
    assert of.job is not None
    run(work_on(of.job))
    page = staff.client("personnel").get(f"/desk/itinerant/{of.pk}/").content.decode()
    assert "最多新设 0 个共享岗位" in page


def test_pools_are_shared_out_whole_and_shortfalls_told(staff: People, officer: Actor) -> None:
    of = answered(officer, StudyKind.PAY)
    assert of.result is not None
    people = PaidPerson.objects.everything("test").filter(study=of)
    paid = [json.loads(one.amounts)["pay"] for one in people]
    assert sum(paid) == 150001 == sum(one["pool"] for one in of.result["schools"])
    assert [one["link_shortfall"] for one in of.result["counties"]] == [None, 15000]
    page = staff.client("personnel").get(f"/desk/pay/{of.pk}/").content.decode()
    assert "1,500.01" in page
    assert NAMES[0] not in page


def test_names_and_amounts_are_ciphertext_and_taking_the_list_away_is_recorded(staff: People, officer: Actor) -> None:
    of = answered(officer, StudyKind.PAY)
    amount = json.loads(PaidPerson.objects.everything("test").get(study=of, code="p3").amounts)["pay"]
    written = "".join(line for one in tables() for line in lines(one))
    stored = b"".join(one.read_bytes() for one in (Path(settings.VAR) / "store").rglob("*") if one.is_file()).decode()
    assert "p3" in written
    assert [one for one in (*NAMES, f'"pay": {amount}') if one in written + stored] == []
    client = staff.client("personnel")
    assert NAMES[0] in client.get(f"/desk/pay/{of.pk}/persons/?school={SCHOOLS[0]}").content.decode()
    assert not Event.objects.filter(verb="workforce.export").exists()
    file = client.get(f"/desk/pay/{of.pk}/persons/?school={SCHOOLS[0]}&format=csv").content.decode()
    assert NAMES[2] in file
    assert "丁四" not in file
    assert Event.objects.filter(verb="workforce.export").count() == 1


def test_every_fault_is_told_at_once_and_nothing_stored(staff: People, officer: Actor) -> None:
    made = begun(officer, StudyKind.PAY)
    wrong = PAYING | {"pools": f"school_code,pool\n{SCHOOLS[0]},x\n9999999999,5\n"}
    uploads = [SimpleUploadedFile(name, content) for name, content in files(wrong)]
    answer = staff.client("personnel").post(f"/desk/workforce/{made.pk}/tables/", {"files": uploads, "revision": 1})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "9999999999" in page
    assert "pools.csv" in page
    made.refresh_from_db()
    assert (made.tables, made.people.count()) == ({}, 0)


def test_a_county_does_not_hand_in_the_wages_of_another(officer: Actor) -> None:
    made = begun(officer, StudyKind.PAY)
    wages = {"wages": PAYING["wages"].replace("410105", OTHER_COUNTY)}
    with pytest.raises(UnfitTablesError) as caught:
        import_tables(officer, made.pk, files(wages), revision=1)
    assert {one.code for one in caught.value.faults} == {"no_county"}


def test_shares_add_up_and_need_their_source(officer: Actor) -> None:
    made = asked(officer, StudyKind.PAY)
    with pytest.raises(Refusal, match="100"):
        set_question(officer, made.pk, form({"share.post": "50"}), revision=3)
    with pytest.raises(Refusal, match="no source"):
        set_question(officer, made.pk, {"share.post": "100"}, revision=3)


def test_a_subject_needs_its_lessons(officer: Actor) -> None:
    made = begun(officer, StudyKind.ITINERANT)
    import_tables(officer, made.pk, files(SHARING), revision=1)
    with pytest.raises(Refusal, match="周课时"):
        set_question(officer, made.pk, {}, revision=2, subjects=["primary.music"])


def test_of_two_at_once_the_second_is_told_and_an_answer_stays(officer: Actor) -> None:
    made = asked(officer, StudyKind.PAY)
    set_question(officer, made.pk, form(NUMBERS[StudyKind.PAY]), revision=3)
    with pytest.raises(Stale):
        set_question(officer, made.pk, form(NUMBERS[StudyKind.PAY]), revision=3)
    done = answered(officer, StudyKind.PAY)
    with pytest.raises(Refusal, match="复制"):
        import_tables(officer, done.pk, files(PAYING), revision=done.revision)
    again = copy_study(officer, done.pk)
    assert (again.number, again.open, again.people.count()) == (done.number + 1, True, 5)


def test_programmes_stand_beside_their_targets(staff: People, officer: Actor) -> None:
    of = asked(officer, StudyKind.TALENT)
    page = staff.client("personnel").get(f"/desk/talent/{of.pk}/").content.decode()
    assert "40 / 40" in page
    assert "2,000" in page
