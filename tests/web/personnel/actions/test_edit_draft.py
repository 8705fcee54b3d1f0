"""An edit is checked at once, numbered, taken back and made again."""

import pytest

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.personnel.actions.edit_draft import place_teacher, redo_edit, swap_heads, undo_edit
from junheng.web.personnel.actions.lock_teacher import lock_teacher
from junheng.web.personnel.document import checked, document
from junheng.web.personnel.models import RotationDraft, RotationEdit
from tests.web.people import People
from tests.web.personnel.ground import A, B, C


def _stored(draft: RotationDraft) -> RotationDraft:
    return RotationDraft.objects.everything("test").get(pk=draft.pk)


def test_an_edit_is_made_taken_back_and_made_again(staff: People, draft: RotationDraft) -> None:
    actor, before = staff.actor("personnel"), dict(draft.places)
    to = C if before.get("t9") != A else B
    target = A if to == C else B
    held = place_teacher(actor, draft.pk, "t9", target, revision=1)
    assert _stored(draft).places == {**before, "t9": target}
    assert Event.objects.get(verb="rotation.edit").after["teacher"] == "t9"
    held = undo_edit(actor, draft.pk, revision=held.revision)
    assert _stored(draft).places == before
    held = redo_edit(actor, draft.pk, revision=held.revision)
    assert _stored(draft).places["t9"] == target
    assert held.revision == 4


def test_the_own_school_means_to_stay(staff: People, draft: RotationDraft) -> None:
    code = next(iter(draft.places))
    assert draft.result is not None
    home = next(one for one in draft.result["placements"] if one["teacher_id"] == code)["from_school"]
    place_teacher(staff.actor("personnel"), draft.pk, code, home, revision=1)
    assert code not in _stored(draft).places


def test_a_new_edit_drops_what_was_undone(staff: People, draft: RotationDraft) -> None:
    actor = staff.actor("personnel")
    place_teacher(actor, draft.pk, "t9", A, revision=1)
    undo_edit(actor, draft.pk, revision=2)
    place_teacher(actor, draft.pk, "t9", B, revision=3)
    with pytest.raises(Refusal, match="没有可重做"):
        redo_edit(actor, draft.pk, revision=4)
    assert [one.dropped for one in RotationEdit.objects.everything("test")] == [True, False]


def test_two_at_once_one_is_stale_and_changes_nothing(staff: People, draft: RotationDraft) -> None:
    place_teacher(staff.actor("personnel"), draft.pk, "t9", A, revision=1)
    with pytest.raises(Stale):
        place_teacher(staff.actor("personnel"), draft.pk, "t7", A, revision=1)
    assert "t7" not in _stored(draft).places or _stored(draft).places == {**draft.places, "t9": A}


@pytest.mark.parametrize(
    ("teacher", "school", "words"),
    [
        ("t3", B, "不符合交流条件"),
        ("h1", C, "校长只与校长对调"),
        ("nobody", B, "请选择"),
        ("t9", "2141000009", "请选择"),
        ("t9", C, "已经在这所学校"),
    ],
)
def test_rules_of_persons_bar_an_edit_in_words(
    staff: People, draft: RotationDraft, teacher: str, school: str, words: str
) -> None:
    assert "t9" not in draft.places or words != "已经在这所学校"
    with pytest.raises(Refusal, match=words) as fault:
        place_teacher(staff.actor("personnel"), draft.pk, teacher, school, revision=1)
    assert fault.value.status == 422
    assert _stored(draft).revision == 1


def test_nothing_is_undone_twice(staff: People, draft: RotationDraft) -> None:
    with pytest.raises(Refusal, match="没有可撤销"):
        undo_edit(staff.actor("personnel"), draft.pk, revision=1)


def test_heads_change_places_back_and_again(staff: People, heads: RotationDraft) -> None:
    actor, before = staff.actor("personnel"), dict(heads.places)
    here, there = before.get("h1", A), before.get("h2", B)
    held = swap_heads(actor, heads.pk, "h1", "h2", revision=1)
    after = {"h1": there, "h2": here}
    assert {code: _stored(heads).places.get(code, home) for code, home in (("h1", A), ("h2", B))} == after
    assert Event.objects.get(verb="rotation.swap").after["other"] == "h2"
    assert document(_stored(heads))["counties"][0]["heads"] == 2 * (there != A)
    assert checked(_stored(heads)) == ()
    held = undo_edit(actor, heads.pk, revision=held.revision)
    assert _stored(heads).places == before
    redo_edit(actor, heads.pk, revision=held.revision)
    assert _stored(heads).places.get("h2", B) == here


def test_heads_change_places_within_the_rules_only(staff: People, draft: RotationDraft) -> None:
    actor = staff.actor("personnel")
    with pytest.raises(Refusal, match="该教师不符合交流条件或暂不交流；对方校长：该教师不符合"):
        swap_heads(actor, draft.pk, "h1", "h2", revision=1)
    for pair in (("h1", "h1"), ("h1", "t1"), ("t1", "h1"), ("h1", "nobody")):
        with pytest.raises(Refusal, match="请选择同一学段两所学校的校长"):
            swap_heads(actor, draft.pk, *pair, revision=1)
    lock_teacher(actor, draft.pk, "h2", locked=True, revision=1)
    with pytest.raises(Refusal, match="已锁定"):
        swap_heads(actor, draft.pk, "h1", "h2", revision=1)
