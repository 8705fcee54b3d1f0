"""The ground of every step on a case: lock it, check who and which revision, move it, record it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.evidence.lifecycle import ALLOWED, why_not
from junheng.web.evidence.models import Case, Move
from junheng.web.evidence.queries.cases import item_of
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale


@contextmanager
def moving(
    actor: Actor, organisation: Organisation, year: int, item: str, *, revision: int, action: str
) -> Iterator[Case]:
    """The case, locked and checked, inside a transaction.

    Raises:
        NotAllowed: the person may not do this there.
        Stale: the case is no longer at ``revision``.
        Refusal: the case is in another state, or the same person may not do both.
    """
    if not actor.may(ALLOWED[action][0], organisation.path):
        raise NotAllowed("您的角色不办理这一步。", "Your role does not do this step.")
    item_of(organisation, year, item)
    with transaction.atomic():
        every = Case.objects.everything("the reach was checked above")
        every.get_or_create(organisation=organisation, year=year, item=item)
        case = every.select_for_update().get(organisation=organisation, year=year, item=item)
        if case.revision != revision:
            raise Stale
        why = why_not(actor, case, action)
        if why:
            raise Refusal(why.zh, why.en)
        yield case


def step(actor: Actor, case: Case, action: str, after: str, *, comment: str = "", said: Any = None) -> None:
    """Put the case into a state, one revision further, with its move and its event."""
    before = case.state
    case.state, case.revision, case.changed = after, case.revision + 1, timezone.now()
    case.save()
    Move(case=case, verb=action, before=before, after=after, by_id=person(actor), comment=comment).save()
    record(
        actor,
        f"evidence.{action}",
        f"case:{case.pk}",
        path=case.organisation.path,
        before={"state": before, "revision": case.revision - 1},
        after={"state": after, "revision": case.revision, **(said or {})},
        reason=comment,
    )


def written(text: str, zh: str, en: str) -> str:
    """A text that must be there, without its outer blanks.

    Raises:
        Refusal: (422) it is empty.
    """
    if not text.strip():
        raise Refusal(zh, en, status=422)
    return text.strip()


def person(actor: Actor) -> int:
    """The account behind an actor.

    Raises:
        NotAllowed: nobody is signed in.
    """
    if actor.user_id is None:
        raise NotAllowed("请先登录。", "Sign in first.")
    return actor.user_id
