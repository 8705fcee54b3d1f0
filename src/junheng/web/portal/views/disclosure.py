"""The desk of disclosure control: which years are protected, what a switch would show, and the switch itself."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.portal import queries
from junheng.web.portal.actions.switch_disclosure import VERB, switch_disclosure
from junheng.web.portal.models import Edition
from junheng.web.portal.proof import Proof, proof_of
from junheng.web.portal.small_cells import disclosure_rules

LONGEST = 500
"""Characters of a reason."""


@needs(VERB)
@require_safe
def disclosure(request: HttpRequest) -> HttpResponse:
    """Two queries of its own: the current version of every year, how many school sections each hides."""
    counts = queries.hidden_counts()
    rows = [(one, counts.get(one.pk, 0)) for one in queries.editions()]
    return render(request, "portal/desk_disclosure.html", {"rows": rows})


@needs(VERB)
@require_http_methods(["GET", "HEAD", "POST"])
def switch(request: HttpRequest, pk: int) -> HttpResponse:
    """What would be shown or hidden; with a reason and a tick, the new version. What was typed stays on a fault."""
    held = queries.one_edition(pk)
    faults: dict[str, str] = {}
    reason = request.POST.get("reason", "").strip()[:LONGEST]
    if request.method == "POST":
        faults = _faults(request, reason)
        if not faults:
            made = switch_disclosure(actor_of(request), held, reason)
            messages.success(request, _("已发布第 %(n)d 版，并记入审计日志。") % {"n": made.version})
            return redirect("desk-disclosure")
    proof = proof_of(held)
    context = {
        "held": held,
        "reason": reason,
        "faults": faults,
        "proof": proof,
        "rules": disclosure_rules(held.year),
        "schools": _schools(held, proof),
    }
    return render(request, "portal/desk_switch.html", context, status=422 if faults else 200)


def _faults(request: HttpRequest, reason: str) -> dict[str, str]:
    found = {}
    if not reason:
        found["reason"] = _("请写明理由。")
    if request.POST.get("sure") != "yes":
        found["sure"] = _("请核对并勾选确认。")
    return found


def _schools(held: Edition, proof: Proof | None) -> list[dict[str, Any]]:
    """The school sections whose numbers the public would see (or, on again, would no longer see)."""
    if proof is None:
        return []
    hidden = queries.hidden_sections(held) if held.disclosure else _to_hide(proof)
    return [
        {"county": county.county, "school": one}
        for county in proof.verdict.counties
        for one in county.schools
        if (one.school_code, one.section) in hidden
    ]


def _to_hide(proof: Proof) -> frozenset[tuple[str, str]]:
    from junheng.web.portal.actions.publish_edition import hidden_of

    return hidden_of(proof.verdict).schools
