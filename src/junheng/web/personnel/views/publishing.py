"""Publication: what the publisher decides on, the result on the desk, and the counts for everybody."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from junheng.publish.table import Table
from junheng.web.accounts.access import actor_of, needs, public
from junheng.web.personnel import queries
from junheng.web.personnel.actions.publish_rotation import publish_rotation, withdraw_rotation
from junheng.web.personnel.disclosed import summary_of
from junheng.web.personnel.document import document
from junheng.web.personnel.listed import dispersion_table, fairness_table, rules_table, transfers_table
from junheng.web.personnel.models import Publication, RotationDraft
from junheng.web.portal.delivery import delivered
from junheng.web.portal.small_cells import disclosure_rules
from junheng.web.portal.tables import files_response, offer
from junheng.web.workbench.asked import whole


@needs("staff.publish")
@never_cache
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """What was put forward, and what is published."""
    actor = actor_of(request)
    context = {"drafts": queries.put_forward(actor), "publications": queries.published(actor)}
    return render(request, "personnel/publishing.html", context)


@needs("staff.publish")
@never_cache
@require_safe
def decision(request: HttpRequest, draft_id: int) -> HttpResponse:
    """One draft as whoever publishes sees it: counts, rules and fairness, nobody named."""
    of = queries.draft_of(actor_of(request), draft_id, "staff.publish")
    context: dict[str, Any] = {"draft": of, "round": of.round}
    if of.solved:
        found = document(of)
        small = disclosure_rules(of.round.year).small_count
        context |= {
            "told": summary_of(found, small),
            "rules": offer(request, rules_table(found)),
            "fairness": offer(request, fairness_table(found["fairness"])),
        }
        tables = [rules_table(found), fairness_table(found["fairness"])]
        if (file := files_response(request, tables, _name(of))) is not None:
            return file
    return render(request, "personnel/decision.html", context)


def _name(of: RotationDraft) -> str:
    return f"{of.round.organisation.name} {of.round.year} {_('教师交流轮岗')}"


@needs("staff.publish")
@require_POST
def published(request: HttpRequest, draft_id: int) -> HttpResponse:
    made = publish_rotation(actor_of(request), draft_id, revision=whole(request, "revision"))
    messages.success(request, _("已公示。"))
    return redirect("rotation-public", made.pk)


@needs("staff.publish")
@require_POST
def withdrawn(request: HttpRequest, round_id: int) -> HttpResponse:
    withdraw_rotation(actor_of(request), round_id, request.POST.get("reason", ""))
    messages.success(request, _("公示已撤回。"))
    return redirect("rotation-publishing")


@needs("staff.see")
@never_cache
@require_safe
def result(request: HttpRequest, round_id: int) -> HttpResponse:
    """What is published of a round, person by person, for the officer."""
    actor = actor_of(request)
    of = queries.round_of(actor, round_id)
    made = queries.publication(of)
    context: dict[str, Any] = {"round": of, "published": made, "publications": queries.publications(of)}
    if made is not None:
        table = transfers_table(queries.transfers(actor, made))
        if (file := files_response(request, [table], _name(made.draft))) is not None:
            return file
        context["table"] = offer(request, table)
    return render(request, "personnel/result.html", context)


@public
@delivered
@require_safe
def rotations(request: HttpRequest) -> HttpResponse:
    """Every published rotation."""
    return render(request, "personnel/public_rotations.html", {"publications": queries.public_publications()})


@public
@delivered
@require_safe
def rotation(request: HttpRequest, publication_id: int) -> HttpResponse:
    """One published rotation: counts, evenness and fairness."""
    made = queries.public_publication(publication_id)
    tables = _public_tables(made)
    if (file := files_response(request, tables, _name(made.draft))) is not None:
        return file
    context = {
        "publication": made,
        "round": made.draft.round,
        "told": made.summary,
        "tables": [offer(request, one) for one in tables],
    }
    return render(request, "personnel/public_rotation.html", context)


def _public_tables(made: Publication) -> list[Table]:
    return [fairness_table(made.summary["fairness"]), dispersion_table(made.summary["dispersion"])]
