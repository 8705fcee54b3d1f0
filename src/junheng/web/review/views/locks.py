"""The statistician locks a round, and what each lock held."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.models import Kind
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.reporting.models import Round, RoundState
from junheng.web.review import queries
from junheng.web.review.actions.lock_round import KIND, lock_round
from junheng.web.review.actions.relock_round import relock_round
from junheng.web.review.beside import new_since_lock
from junheng.web.review.queries import UnitState
from junheng.web.review.summary import changed


@dataclass(slots=True)
class Readiness:
    """How far one county is: its own report, and its schools by state."""

    name: str
    own: UnitState
    schools: Counter[str] = field(default_factory=Counter)
    waiting: list[UnitState] = field(default_factory=list)

    @property
    def ready(self) -> int:
        return self.schools["approved"] + self.schools["locked"]

    @property
    def all(self) -> int:
        return self.schools.total()


@needs("round.lock")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "review/locks.html", {"rounds": queries.rounds()})


@needs("round.lock")
@require_safe
def page(request: HttpRequest, year: int) -> HttpResponse:
    return _show(request, queries.round_of_year(year))


@needs("round.lock")
@require_POST
def do_lock(request: HttpRequest, year: int) -> HttpResponse:
    """Lock, or lock anew; the reason that was typed stays on the page when it is refused."""
    held = queries.round_of_year(year)
    given = request.POST.get("revision", "")
    revision, reason = int(given) if given.isdecimal() else -1, request.POST.get("reason", "")
    actor = actor_of(request)
    try:
        if request.POST.get("do") == "relock":
            job = relock_round(actor, held.pk, reason, revision=revision)
        else:
            job = lock_round(actor, held.pk, revision=revision, reason=reason)
    except NotAllowed:
        raise
    except Refusal as refusal:
        return _show(request, held, refusal, reason)
    messages.info(request, _("锁定已开始，完成后全市数据不再变动。"))
    return redirect("job", job.pk)


@needs("round.lock")
@require_safe
def made(request: HttpRequest, year: int, number: int) -> HttpResponse:
    lock = queries.lock_of(queries.round_of_year(year).pk, number)
    before = queries.lock_before(lock)
    context = {
        "lock": lock,
        "round": lock.round,
        "before": before,
        "changed": set(changed(before.verdict, lock.verdict)) if before else set(),
        "missing": queries.units_named(lock.missing),
        "replaced": queries.replaced(before, lock) if before else [],
    }
    return render(request, "review/lock_made.html", context)


def _show(request: HttpRequest, held: Round, refusal: Refusal | None = None, reason: str = "") -> HttpResponse:
    states = queries.states_of(held)
    counties = list(readiness(states))
    locks = queries.locks(held)
    pending = next((one for one in locks if one.done_at is None), None)
    context = {
        "round": held,
        "counties": counties,
        "units": len(states),
        "ready": sum(one.ready for one in states),
        "missing": [one for one in states if not one.ready],
        "locks": [one for one in locks if one.done_at is not None],
        "pending": queries.job_id(KIND, f"lock:{held.pk}:{pending.number}") if pending else None,
        "granted": queries.granted_since_lock(held),
        "said": new_since_lock(held),
        "lockable": held.state in {RoundState.OPEN, RoundState.FROZEN},
        "refused": refusal.why if refusal else None,
        "reason": reason,
    }
    return render(request, "review/lock.html", context, status=refusal.status if refusal else 200)


def readiness(states: Iterable[UnitState]) -> Iterable[Readiness]:
    """County by county, in the order of the tree."""
    counties: dict[str, Readiness] = {}
    rest: list[UnitState] = []
    for one in states:
        if one.kind == Kind.COUNTY:
            counties[one.path] = Readiness(one.name, one)
        else:
            rest.append(one)
    for one in rest:
        county = counties.get("/".join(one.path.split("/")[:2]) + "/")
        if county is not None:
            county.schools[one.state] += 1
            if not one.ready:
                county.waiting.append(one)
    return counties.values()
