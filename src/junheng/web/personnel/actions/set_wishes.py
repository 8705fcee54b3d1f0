"""Record the ranked wishes of a teacher."""

from collections.abc import Iterator, Sequence

from django.db import transaction
from django.utils import timezone

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal, refuse_all
from junheng.web.personnel.actions.holding import in_state
from junheng.web.personnel.models import RoundState, Teacher, Wish
from junheng.web.personnel.offered import Offer, offer
from junheng.web.personnel.queries import teacher_of

MOST = 5
"""Wishes that the form takes."""


def set_wishes(actor: Actor, pk: int, schools: Sequence[str]) -> Teacher:
    """The wishes in place of those before, the first ranked first; blanks are passed over, none is no wish.

    Whoever only records for the own school does so until the deadline; the personnel officer may also after it.

    Raises:
        Http404: out of reach.
        Refusal: the round takes no wishes, the deadline is over, or (422) everything wrong with the wishes.
    """
    with transaction.atomic():
        teacher = teacher_of(actor, pk, "staff.wish")
        in_state(teacher.round, (RoundState.WISHES,))
        until = teacher.round.wishes_until
        late = until is not None and timezone.localdate() > until
        if late and not actor.may("staff.edit", teacher.organisation.path):
            raise Refusal(f"志愿填报已于 {until} 截止。", f"Wishes were taken until {until}.")
        given = [one.strip() for one in schools if one.strip()]
        refuse_all(_wrong(teacher, given, offer(teacher)))
        rows = Wish.objects.everything("of a teacher in reach").filter(teacher=teacher)
        before = list(rows.order_by("rank").values_list("school", flat=True))
        rows.delete()
        Wish.objects.bulk_create(
            Wish(teacher=teacher, rank=rank, school=one, by_id=actor.user_id) for rank, one in enumerate(given, 1)
        )
        after = {"teacher": teacher.code, "wishes": given}
        target, path = f"rotation_round:{teacher.round_id}", teacher.organisation.path
        record(actor, "rotation.wish", target, path=path, before=before, after=after)
    return teacher


def _wrong(teacher: Teacher, given: Sequence[str], offered: Offer) -> Iterator[Text]:
    if len(given) > MOST:
        yield Text(f"志愿至多 {MOST} 个", f"at most {MOST} wishes")
    for one in dict.fromkeys(given):
        if given.count(one) > 1:
            yield Text(f"志愿“{one}”写了两次", f"“{one}” is wished for twice")
        if one == teacher.organisation.code:
            yield Text("志愿是现任学校", "the present school is wished for")
        elif one not in offered.every:
            yield Text(f"本轮交流没有学校“{one}”", f"there is no school “{one}” in this round")
        elif one not in offered.fitting:
            yield Text(f"学校“{one}”没有该教师的学段", f"school “{one}” has not the teacher's section")
