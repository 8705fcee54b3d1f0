"""An import is everything or nothing; a second one keeps what the officer wrote down."""

import pytest

from junheng.teachers import UnfitTablesError
from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.personnel.actions.exclude_teacher import exclude_teacher
from junheng.web.personnel.actions.import_tables import import_tables
from junheng.web.personnel.models import Exclusion, RotationRound, Teacher, Wish
from tests.web.personnel.ground import IDENTITY, NAMES, TEACHERS, files


def _teacher(code: str) -> Teacher:
    return Teacher.objects.everything("test").get(code=code)


def test_nothing_half_is_written(officer: Actor, opened_round: RotationRound) -> None:
    with pytest.raises(UnfitTablesError):
        import_tables(officer, opened_round.pk, files(TEACHERS.replace("语文", "俄语", 1)), revision=1)
    assert Teacher.objects.everything("test").count() == 0
    assert RotationRound.objects.everything("test").get().tables == {}
    assert not Event.objects.filter(verb="rotation.import").exists()


def test_a_second_import_keeps_exclusions_and_wishes_by_code(officer: Actor, collected: RotationRound) -> None:
    exclude_teacher(officer, _teacher("t9").pk, "支教")
    without = "\n".join(
        ",".join(one for at, one in enumerate(line.split(",")) if at < 13)
        for line in TEACHERS.splitlines()
        if not line.startswith("t8,")
    )
    done = import_tables(officer, collected.pk, files(without.replace("产假", "")), revision=collected.revision)
    assert (done.new, done.gone, done.rows["teachers"]) == (0, 1, 10)
    held = Exclusion.objects.everything("test").get()
    assert (held.teacher.code, held.reason) == ("t9", "支教")
    assert [one.school for one in Wish.objects.everything("test").filter(teacher__code="t1")] != []
    assert _teacher("t1").name == NAMES[0]


def test_a_stale_page_or_a_later_step_imports_nothing(officer: Actor, wishing: RotationRound) -> None:
    with pytest.raises(Refusal, match="填报志愿"):
        import_tables(officer, wishing.pk, files(), revision=wishing.revision)
    with pytest.raises(Stale):
        import_tables(officer, wishing.pk, files(), revision=1)


def test_the_log_holds_counts_and_no_person(collected: RotationRound) -> None:
    said = str(Event.objects.get(verb="rotation.import").after)
    assert "'teachers': 11" in said
    assert not [one for one in (*NAMES, IDENTITY, "产假") if one in said]
