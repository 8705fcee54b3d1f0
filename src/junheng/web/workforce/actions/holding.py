"""A study held for a change: in reach, without an answer yet, still as the page showed it."""

from django.http import Http404

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.workforce.models import WorkforceStudy


def hold_study(actor: Actor, pk: int, revision: int | None = None) -> WorkforceStudy:
    """The study, its row locked. Only within a transaction.

    Raises:
        Http404: out of reach.
        Stale: somebody changed it since ``revision``.
        Refusal: it has an answer, or one is being worked out.
    """
    rows = WorkforceStudy.objects.seen_by(actor, "staff.edit").select_for_update(of=("self",))
    held: WorkforceStudy | None = rows.select_related("organisation", "job").filter(pk=pk).first()
    if held is None:
        raise Http404
    if revision is not None and held.revision != revision:
        raise Stale
    if not held.open:
        raise Refusal(
            "这份测算已有结果或正在计算，不能再改；请复制一份再改。",
            "This study has its answer, or it is being worked out. Copy it to change it.",
        )
    return held


def changed(held: WorkforceStudy, *fields: str) -> None:
    """Write the fields of a held study and count the change."""
    held.revision += 1
    held.save(update_fields=[*fields, "revision"])
