"""Have a draft solved: the tables are frozen, a job finds the moves, the independent checker goes over them."""

import json
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from junheng.policy.text import Text
from junheng.teachers import UnfitTablesError
from junheng.teachers.rotation import faults, report, rotate
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.operations.jobs import Work, enqueue, job
from junheng.web.personnel import frozen
from junheng.web.personnel.actions.holding import hold_draft, hold_round
from junheng.web.personnel.given import Given
from junheng.web.personnel.ground import Texts, ground_of, opened, rules_of, texts_of
from junheng.web.personnel.holding_on import KEEPS, held_in, kept, with_held
from junheng.web.personnel.models import RotationDraft, RotationRound, RoundState
from junheng.web.personnel.queries import asked_draft

KIND = "rotation_draft"
LEAST_SECONDS, MOST_SECONDS = 1, 120


def solve_draft(actor: Actor, pk: int, seconds: float, weights: Given | None = None) -> RotationDraft:
    """The draft with its job in the queue; the same question while it is being answered is the same draft.

    ``weights`` are those that this draft is solved with instead of the round's.

    Raises:
        Http404: the round is out of reach.
        Refusal: it is not being drafted, or (422) its tables do not fit together any more.
    """
    with transaction.atomic():
        of = hold_round(actor, pk, states=(RoundState.DRAFT,))
        return _ask(actor, of, texts_of(of), day=of.day, values={**of.given, **(weights or {})}, seconds=seconds)


def solve_again(actor: Actor, pk: int, keep: str, seconds: float, *, revision: int) -> RotationDraft:
    """A new draft on the frozen tables and numbers of another, with some of its teachers held where it has them.

    ``keep`` is one of ``KEEPS``.

    Raises:
        Http404, Stale: as ``hold_draft``.
        Refusal: the round is not being drafted, or (422) nobody is held, or held placements break rules, each named.
    """
    with transaction.atomic():
        base = hold_draft(actor, pk, revision)
        codes = kept(base, keep) if keep in KEEPS else []
        if not codes:
            raise Refusal(
                "没有锁定或修改过的教师，请先锁定。", "Nobody is locked or edited; lock a teacher first.", status=422
            )
        of = hold_round(actor, base.round_id, states=(RoundState.DRAFT,))
        texts = {name: frozen.held(one["sha256"]) for name, one in base.inputs.items()}
        texts["teachers"] = with_held(texts["teachers"], codes, base.places)
        return _ask(actor, of, texts, base=base, day=base.day, values=base.values, seconds=seconds)


def _ask(
    actor: Actor, of: RotationRound, texts: Texts, *, base: RotationDraft | None = None, **asked: Any
) -> RotationDraft:
    """The draft of some tables; ``asked``: day, values and seconds."""
    inputs = {name: frozen.keep(one) for name, one in texts.items()}
    asked["digest"] = frozen.digest_of(inputs)
    rows = RotationDraft.objects.everything("of the round that is held").filter(round=of)
    made: RotationDraft | None = rows.filter(result__isnull=True, **asked).first()
    if made is None:
        number = (rows.aggregate(last=Max("number"))["last"] or 0) + 1
        made = RotationDraft(round=of, number=number, inputs=inputs, made_by_id=actor.user_id, base=base, **asked)
        made.locked = held_in(texts["teachers"])
        try:
            ground_of(texts, rules_of(made), made.day)
        except UnfitTablesError as error:
            raise _unfit(error) from error
        made.save()
        said = {"number": number, **{name: asked[name] for name in ("digest", "values", "seconds")}}
        said |= {"base": base.number, "held": len(made.locked)} if base else {}
        record(actor, "rotation.draft", f"rotation_draft:{made.pk}", path=of.organisation.path, after=said)
    key = f"{KIND}:{made.pk}"
    made.job = enqueue(KIND, key=key, actor=actor, organisation=of.organisation, draft=made.pk)
    made.save(update_fields=["job"])
    return made


def _unfit(error: UnfitTablesError) -> Refusal:
    """The first things wrong, in words."""
    told = error.faults[:5]
    zh, en = ("；".join(one.message.parts(tongue, one.values)[0] for one in told) for tongue in ("zh", "en"))
    return Refusal(zh, en, status=422)


@job(KIND, title=Text("求解交流方案", "Solving a rotation"))
def run(work: Work) -> dict[str, Any]:
    """Given ``draft``. Done twice it is one answer.

    Raises:
        RuntimeError: the checker found the answer wrong.
    """
    draft = asked_draft(work.given["draft"])
    href = {"href": reverse("rotation-draft", args=[draft.pk])}
    if draft.result is not None:
        return href
    work.progress(Text("读取", "Reading"))
    ground = opened(draft)
    steps = Text("求解", "Solving")
    plans = rotate(
        ground.city.counties, ground.rules, draft.seconds, lambda done, total: work.progress(steps, done, total)
    )
    work.progress(Text("核对", "Checking"))
    found = report(ground.city, ground.rules, plans)
    wrong = faults(ground.city, ground.inputs.km, ground.rules, found["placements"])
    if wrong:
        raise RuntimeError(f"{len(wrong)} faults of a rotation")
    _finish(work, draft, found, plans[0].conflict is None)
    return href


def _finish(work: Work, draft: RotationDraft, found: dict[str, Any], feasible: bool) -> None:
    draft.result, draft.status = json.loads(json.dumps(found)), found["status"]
    if feasible:
        draft.objective, draft.bound, draft.gap = found["objective"], found["bound"], found["gap"]
        draft.places = {one["teacher_id"]: one["to_school"] for one in found["placements"]}
    with transaction.atomic():
        draft.save(update_fields=["result", "status", "objective", "bound", "gap", "places"])
        said = {"status": draft.status, "movers": len(draft.places), "gap": draft.gap}
        path = draft.round.organisation.path
        record(work.actor, "rotation.drafted", f"rotation_draft:{draft.pk}", path=path, after=said)
