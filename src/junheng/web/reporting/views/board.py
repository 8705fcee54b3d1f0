"""The response board of a round: counts, rows, files of exactly what is seen, and reminders."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header, url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from junheng.publish import to_csv, to_xlsx
from junheng.web.accounts.access import actor_of, needs
from junheng.web.portal.words import language
from junheng.web.reporting import queries
from junheng.web.reporting.actions.remind import remind
from junheng.web.reporting.board import STATES, board_table, county_name
from junheng.web.reporting.models import Round, Submission
from junheng.web.reporting.timing import closed
from junheng.web.reporting.views.upload import XLSX

ON_A_PAGE = 100
FILES = {"xlsx": XLSX, "csv": "text/csv; charset=utf-8"}


@needs("report.see")
@never_cache
@require_safe
def board(request: HttpRequest, round_id: int) -> HttpResponse:
    actor, held = actor_of(request), queries.round_of(round_id)
    asked = _asked(request)
    rows = queries.board(actor, held, **asked)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context: dict[str, Any] = {
        "round": held,
        "closed": closed(held),
        "page": page,
        "rows": [_row(one) for one in page],
        "counties": _counties(request, held),
        "asked": asked,
        "states": [(state, words) for state, words in STATES.items()],
        "query": query.urlencode(),
        "may_remind": actor.may("report.remind") and closed(held) is None,
        "may_import": actor.may("report.review") and closed(held) is None,
        "waiting": queries.WAITING,
    }
    return render(request, "reporting/board.html", context)


def _row(one: Submission) -> dict[str, Any]:
    version = one.current
    share = round(100 * version.given / version.asked) if version and version.asked else None
    late = one.state in queries.WAITING
    county = county_name(one.organisation, english=language() == "en")
    return {"submission": one, "version": version, "share": share, "late": late, "county": county}


def _counties(request: HttpRequest, held: Round) -> list[dict[str, Any]]:
    """A row for each county in reach and their sum."""
    counts = queries.board_counts(actor_of(request), held)
    names = queries.county_names(counts)
    rows = [{"name": names[path], "counts": _counts(found)} for path, found in sorted(counts.items()) if path in names]
    if len(rows) > 1:
        rows.append({"name": None, "counts": _counts(sum(counts.values(), Counter()))})
    return rows


def _counts(found: "Counter[str]") -> list[int]:
    return [found["all"], *(found[state] for state in STATES)]


def _asked(request: HttpRequest) -> dict[str, str]:
    get = request.GET
    return {
        "county": get.get("county", "") if get.get("county", "").isalnum() else "",
        "state": get.get("state", "") if get.get("state") in STATES else "",
        "kind": get.get("kind", "") if get.get("kind") in {"school", "county"} else "",
        "text": get.get("text", "").strip()[:60],
    }


@needs("report.see")
@never_cache
@require_safe
def board_file(request: HttpRequest, round_id: int, suffix: str) -> HttpResponse:
    """The rows of the page, all of them, as a file."""
    if suffix not in FILES:
        raise Http404
    held = queries.round_of(round_id)
    rows: QuerySet[Submission] = queries.board(actor_of(request), held, **_asked(request))
    table = board_table(held, rows, english=language() == "en")
    with TemporaryDirectory(prefix="junheng-board-") as folder:
        path = Path(folder) / f"board.{suffix}"
        if suffix == "xlsx":
            to_xlsx([table], path, language())
        else:
            to_csv(table, path)
        answer = HttpResponse(path.read_bytes(), content_type=FILES[suffix])
    name = f"{table.title.in_(language())}.{suffix}"
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


@needs("report.remind")
@require_POST
def board_remind(request: HttpRequest, round_id: int) -> HttpResponse:
    """Remind the ticked ones, or with ``all`` everybody in reach who has not reported."""
    chosen = [int(one) for one in request.POST.getlist("chosen") if one.isascii() and one.isdecimal()]
    everybody = request.POST.get("whom") == "all"
    number = remind(actor_of(request), round_id, None if everybody else chosen, text=request.POST.get("text", ""))
    messages.success(request, _("已发出%(n)d条催报；今天已催过的没有重复。") % {"n": number})
    back = request.POST.get("back", "")
    here = reverse("board", args=[round_id])
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith(here)
    return redirect(back if safe else here)
