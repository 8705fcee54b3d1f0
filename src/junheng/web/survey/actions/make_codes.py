"""Make one-time codes; they are given out once and only their digests are kept."""

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.evidence.actions.move import person
from junheng.web.kit.refusal import Refusal
from junheng.web.survey import codes
from junheng.web.survey.actions.changing import changing
from junheng.web.survey.models import Batch, Code
from junheng.web.survey.queries.surveys import questionnaire_of

MOST = 5000
"""Codes of one batch."""


def make_codes(actor: Actor, pk: int, *, group: str, size: int, label: str = "") -> tuple[Batch, list[str]]:
    """A batch for one group and the codes in clear, which nobody can read again afterwards."""
    if not 1 <= size <= MOST:
        raise Refusal(f"每批1至{MOST}个代码。", f"A batch has 1 to {MOST} codes.", status=422)
    with changing(actor, pk) as held:
        if group not in {one.id for one in questionnaire_of(held).groups}:
            raise Refusal("请选择调查对象。", "Choose a group.", status=422)
        batch = Batch(survey=held, group=group, label=label.strip()[:100], size=size, made_by_id=person(actor))
        batch.save()
        made = list(dict.fromkeys(codes.new() for _ in range(size)))
        Code.objects.everything("they are only added to").bulk_create(
            [Code(digest=digest, batch=batch) for digest in sorted(map(codes.digest, made))], batch_size=500
        )
        said = {"group": group, "size": size}
        record(actor, "survey.codes", f"batch:{batch.pk}", path=held.organisation.path, after=said)
    return batch, made
