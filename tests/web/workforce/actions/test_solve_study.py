"""An answer is worked out once, from what is there, and stays as it is."""

import pytest

from junheng.teachers import UnfitTablesError
from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.operations.work import work_on
from junheng.web.workforce.actions.import_tables import import_tables
from junheng.web.workforce.actions.set_question import set_question
from junheng.web.workforce.actions.solve_study import run, solve_study
from junheng.web.workforce.models import PaidPerson, StudyKind, WorkforceStudy
from tests.web.workforce.ground import NUMBERS, PAYING, answered, asked, begun, files, form


@pytest.mark.parametrize(
    ("kind", "why"), [(StudyKind.PAY, "先导入"), (StudyKind.ITINERANT, "先导入"), (StudyKind.TALENT, "随表随算")]
)
def test_without_tables_nothing_is_worked_out(officer: Actor, kind: StudyKind, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        solve_study(officer, begun(officer, kind).pk, revision=1)


def test_what_has_not_been_asked_is_not_worked_out(officer: Actor) -> None:
    for kind, why in ((StudyKind.PAY, "先填写分配比例"), (StudyKind.ITINERANT, "先选择学科")):
        made = asked(officer, kind)
        made = set_question(officer, made.pk, {}, revision=made.revision)
        with pytest.raises(Refusal, match=why):
            solve_study(officer, made.pk, revision=made.revision)


def test_everybody_without_what_a_share_goes_by_is_named_by_row(officer: Actor) -> None:
    made = begun(officer, StudyKind.PAY)
    blank = {name: text.replace(",12,", ",,") for name, text in PAYING.items() if name != "wages"}
    import_tables(officer, made.pk, files(blank), revision=1)
    made = set_question(officer, made.pk, form(NUMBERS[StudyKind.PAY]), revision=2)
    with pytest.raises(UnfitTablesError) as caught:
        solve_study(officer, made.pk, revision=3)
    assert [one.code for one in caught.value.faults] == ["base_blank"] * 2
    assert len({one.place.row for one in caught.value.faults}) == 2


def test_an_answer_is_one_however_often_it_is_worked_out_and_stays(officer: Actor) -> None:
    done = answered(officer, StudyKind.PAY)
    assert done.job is not None
    kept = [one.amounts for one in PaidPerson.objects.everything("test").filter(study=done)]
    run(work_on(done.job))
    again = WorkforceStudy.objects.everything("test").get(pk=done.pk)
    assert again.result == done.result
    assert [one.amounts for one in PaidPerson.objects.everything("test").filter(study=done)] == kept
    assert Event.objects.filter(verb="workforce.solved").count() == 1
    for change in (
        lambda: import_tables(officer, done.pk, files(PAYING), revision=done.revision),
        lambda: set_question(officer, done.pk, {}, revision=done.revision),
        lambda: solve_study(officer, done.pk, revision=done.revision),
    ):
        with pytest.raises(Refusal, match="复制"):
            change()


def test_a_page_that_somebody_overtook_does_not_start_the_work(officer: Actor) -> None:
    made = asked(officer, StudyKind.PAY)
    with pytest.raises(Stale):
        solve_study(officer, made.pk, revision=made.revision - 1)
    made.refresh_from_db()
    assert made.job is None
