"""Two drafts of a round side by side."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.reach import Actor
from junheng.web.personnel import queries
from junheng.web.personnel.beside import Side, differing, differing_table, points_table, reached_table, weights_table
from junheng.web.personnel.document import document
from junheng.web.personnel.leafing import EACH
from junheng.web.personnel.models import RotationRound
from junheng.web.portal.tables import files_response, offer


@needs("staff.see")
@never_cache
@require_safe
def compare(request: HttpRequest, round_id: int) -> HttpResponse:
    """``a`` and ``b`` are drafts of the round that have a plan; the two newest without."""
    actor = actor_of(request)
    of = queries.round_of(actor, round_id)
    drafts = [one for one in queries.drafts(of) if one.solved]
    newest = [str(one.pk) for one in drafts[:2]]
    context: dict[str, Any] = {"round": of, "drafts": drafts}
    if len(newest) < 2:  # noqa: PLR2004 - two are compared
        return render(request, "personnel/compare.html", context)
    one = _side(actor, of, request.GET.get("a", newest[1]))
    other = _side(actor, of, request.GET.get("b", newest[0]))
    codes = differing(one.draft, other.draft)
    page = Paginator(codes, EACH).get_page(request.GET.get("page"))
    asked = bool(request.GET.get("format"))
    shown = codes if asked else list(page)
    names = {code: held.name for code, held in queries.schools_of(of.organisation).items()}
    tables = (
        reached_table(one, other),
        points_table(one, other),
        weights_table(one, other),
        differing_table(one, other, shown, queries.faces(one.draft, shown), names),
    )
    if (
        file := files_response(request, tables, f"{of.organisation.name} {of.year} {_('两份草案并排比较')}")
    ) is not None:
        return file
    context |= {
        "one": one,
        "other": other,
        "sides": (("a", _("左边"), one), ("b", _("右边"), other)),
        "page": page,
        "tables": {held.id: offer(request, held) for held in tables},
    }
    return render(request, "personnel/compare.html", context)


def _side(actor: Actor, of: RotationRound, said: str) -> Side:
    """A draft of the round by its number in the address.

    Raises:
        Http404: there is none with a plan.
    """
    if not said.isdecimal():
        raise Http404
    found = queries.draft_of(actor, int(said), without=("result",))
    if found.round_id != of.pk or not found.solved:
        raise Http404
    return Side(found, document(found))
