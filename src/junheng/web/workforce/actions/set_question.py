"""Fill in what is to be worked out: numbers with their source, and for sharing subjects, schools and seconds."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import refuse_all
from junheng.web.personnel.given import said_of
from junheng.web.workforce.actions.holding import changed, hold_study
from junheng.web.workforce.laws import check, hours_of, parameters_of
from junheng.web.workforce.models import StudyKind, WorkforceStudy
from junheng.web.workforce.queries import study_of

SECONDS = 20
MOST_SECONDS = 120


def set_question(
    actor: Actor,
    pk: int,
    form: Mapping[str, str],
    *,
    revision: int,
    subjects: Sequence[str] = (),
    schools: Sequence[str] = (),
    seconds: int = SECONDS,
) -> WorkforceStudy:
    """The officer's values in place of those before.

    Raises:
        Http404, Stale, Refusal: as ``hold_study``; (422) everything wrong in the form.
    """
    of = study_of(actor, pk, verb="staff.edit")
    found, faults = said_of(parameters_of(of.kind).values(), form)
    of.given = found
    refuse_all((*faults, *_unasked(of, subjects)))
    check(of)
    asked: dict[str, object] = {}
    if of.kind == StudyKind.ITINERANT:
        asked = {"subjects": sorted(subjects), "schools": sorted(schools), "seconds": seconds}
    with transaction.atomic():
        held = hold_study(actor, pk, revision)
        before = {"given": held.given, "asked": held.asked}
        held.given, held.asked = found, asked
        changed(held, "given", "asked")
        path, after = held.organisation.path, {"given": found, "asked": asked}
        record(actor, "workforce.question", f"workforce_study:{pk}", path=path, before=before, after=after)
    return held


def _unasked(of: WorkforceStudy, subjects: Sequence[str]) -> list[Text]:
    """Subjects that are not there, or whose weekly lessons nobody has given."""
    hours, titles = hours_of(of), parameters_of(of.kind)
    if of.kind != StudyKind.ITINERANT:
        return []
    faults = []
    for one in subjects:
        if one not in hours:
            faults.append(Text(f"没有学科“{one}”", f"there is no subject “{one}”"))
        elif hours[one] is None:
            title = titles[f"hours.{one}"].title
            faults.append(Text(f"请填写{title.zh}", f"fill in {title.en}"))
        elif of.given.get(_load(one)) is None:
            title = titles[_load(one)].title
            faults.append(Text(f"请填写{title.zh}", f"fill in {title.en}"))
    return list(dict.fromkeys(faults))


def _load(subject: str) -> str:
    return f"lessons.{subject.split('.', 1)[0]}"
