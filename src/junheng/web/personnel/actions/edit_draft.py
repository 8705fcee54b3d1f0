"""Put a teacher of a draft at another school, have two heads change places, take that back, or make it again."""

from django.db import transaction
from django.db.models import Max

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal, refuse_all
from junheng.web.personnel.actions.holding import hold_draft
from junheng.web.personnel.actions.lock_teacher import free
from junheng.web.personnel.editing import Editing, edit, exchanged, tried
from junheng.web.personnel.models import RotationDraft, RotationEdit
from junheng.web.personnel.queries import last_done, next_undone

NOBODY = -1


def place_teacher(actor: Actor, pk: int, teacher: str, school: str, *, revision: int) -> RotationDraft:
    """Put a teacher (by code) at a school, the own one meaning to stay; what was undone can no longer be redone.

    Rules over many persons (shares, how many leave and arrive) may be broken meanwhile; they bar the publication.

    Raises:
        Http404, Stale: as ``hold_draft``.
        Refusal: (422) no such teacher or school of the section, a locked teacher, or every rule of persons that the
            edit breaks.
    """
    with transaction.atomic():
        held = hold_draft(actor, pk, revision)
        editing = edit(held)
        number, to = _found(editing, teacher, school)
        free(held, teacher)
        before = editing.place(number)
        if before == school:
            raise Refusal("该教师已经在这所学校。", "The teacher is at this school already.", status=422)
        refuse_all(one.words for one in tried(editing, number, to).barred)
        made = _made(actor, held, teacher=teacher, from_school=before, to_school=school)
        _put(actor, held, editing, made, "rotation.edit")
    return held


def swap_heads(actor: Actor, pk: int, head: str, other: str, *, revision: int) -> RotationDraft:
    """Have two heads (by code) change the places they have in the draft.

    Raises:
        Http404, Stale: as ``hold_draft``.
        Refusal: (422) they are no two heads of one section at two schools, one is locked, or every rule that the
            exchange breaks for either.
    """
    with transaction.atomic():
        held = hold_draft(actor, pk, revision)
        editing = edit(held)
        numbers = [editing.ground.teacher.get(one, NOBODY) for one in (head, other)]
        if NOBODY in numbers or not editing.exchangeable(*numbers):
            raise Refusal(
                "请选择同一学段两所学校的校长。", "Choose the heads of two schools of one section.", status=422
            )
        free(held, head)
        free(held, other)
        refuse_all(exchanged(editing, *numbers).words)
        here, there = (editing.place(one) for one in numbers)
        made = _made(actor, held, teacher=head, other=other, from_school=here, to_school=there)
        _put(actor, held, editing, made, "rotation.swap")
    return held


def _made(actor: Actor, held: RotationDraft, **said: str) -> RotationEdit:
    """The edit with the next number; what was undone is dropped."""
    last = held.edits.aggregate(last=Max("number"))["last"] or 0
    held.edits.filter(undone=True, dropped=False).update(dropped=True)
    return RotationEdit.objects.create(draft=held, number=last + 1, by_id=actor.user_id, **said)


def _found(editing: Editing, teacher: str, school: str) -> tuple[int, int]:
    try:
        number = editing.teacher(teacher)
        return number, editing.post(number, school)
    except KeyError as fault:
        raise Refusal(
            "请选择本县的教师和有同一学段的学校。",
            "Choose a teacher of the county and a school that has the section.",
            status=422,
        ) from fault


def undo_edit(actor: Actor, pk: int, *, revision: int) -> RotationDraft:
    """Put the teacher of the last edit back.

    Raises:
        Refusal: (422) nothing to take back.
    """
    return _turn(actor, pk, revision, back=True)


def redo_edit(actor: Actor, pk: int, *, revision: int) -> RotationDraft:
    """Make the edit again that was taken back last.

    Raises:
        Refusal: (422) nothing to make again.
    """
    return _turn(actor, pk, revision, back=False)


def _turn(actor: Actor, pk: int, revision: int, *, back: bool) -> RotationDraft:
    with transaction.atomic():
        held = hold_draft(actor, pk, revision)
        made = last_done(held) if back else next_undone(held)
        if made is None:
            if back:
                raise Refusal("没有可撤销的修改。", "There is nothing to undo.", status=422)
            raise Refusal("没有可重做的修改。", "There is nothing to redo.", status=422)
        for one in made.places(back=back):
            free(held, one)
        made.undone = back
        made.save(update_fields=["undone"])
        _put(actor, held, edit(held), made, "rotation.undo" if back else "rotation.redo")
    return held


def _put(actor: Actor, held: RotationDraft, editing: Editing, made: RotationEdit, verb: str) -> None:
    places = made.places(back=made.undone)
    away = {code: to for code, to in places.items() if to != editing.home(editing.teacher(code))}
    held.places = {code: to for code, to in held.places.items() if code not in places} | away
    held.revision += 1
    held.save(update_fields=["places", "revision"])
    said = {"number": made.number, "teacher": made.teacher, "to": places[made.teacher]}
    if made.other:
        said |= {"other": made.other}
    record(actor, verb, f"rotation_draft:{held.pk}", path=held.round.organisation.path, after=said)
