"""A round carried as far as a solved draft."""

from datetime import timedelta

from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.operations.work import work_on
from junheng.web.personnel.actions.import_tables import import_tables
from junheng.web.personnel.actions.move_round import move_round
from junheng.web.personnel.actions.solve_draft import run, solve_draft
from junheng.web.personnel.models import RotationDraft, RotationRound, RoundState
from tests.web.personnel.ground import files


def collected(actor: Actor, pk: int) -> RotationRound:
    """The round with its tables."""
    import_tables(actor, pk, files(), revision=1)
    return RotationRound.objects.everything("test").get(pk=pk)


def wishing(actor: Actor, of: RotationRound) -> RotationRound:
    """Wishes are taken for another week."""
    until = timezone.localdate() + timedelta(days=7)
    return move_round(actor, of.pk, RoundState.WISHES, revision=of.revision, until=until)


def drafting(actor: Actor, of: RotationRound) -> RotationRound:
    """Past the wishes."""
    return move_round(actor, of.pk, RoundState.DRAFT, revision=of.revision)


def solved(actor: Actor, of: RotationRound) -> RotationDraft:
    """A draft with its answer."""
    asked = solve_draft(actor, of.pk, 1.0)
    assert asked.job is not None
    run(work_on(asked.job))
    return RotationDraft.objects.everything("test").get(pk=asked.pk)


def drafted(actor: Actor, pk: int) -> RotationDraft:
    """An opened round taken as far as a solved draft."""
    return solved(actor, drafting(actor, wishing(actor, collected(actor, pk))))
