"""Take the tables of a round in; every fault at once, with its place."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junheng.policy.text import Text
from junheng.teachers import Fault, UnfitTablesError, tables
from junheng.teachers.columns import Table
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel import queries
from junheng.web.personnel.actions.import_tables import Imported, import_tables
from junheng.web.personnel.asked import files_in
from junheng.web.personnel.blank import blank_response
from junheng.web.personnel.faults import told
from junheng.web.personnel.importing import PRIVATE
from junheng.web.personnel.models import RotationRound, RoundState
from junheng.web.personnel.sheets import TABLES
from junheng.web.portal.words import language, listed
from junheng.web.workbench.asked import whole


@needs("staff.edit")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def imported(request: HttpRequest, round_id: int) -> HttpResponse:
    """The form, its blank workbook (``?format=xlsx``), and what an import found wrong."""
    actor = actor_of(request)
    of = queries.round_of(actor, round_id, "staff.edit")
    if request.method != "POST":
        if request.GET.get("format") == "xlsx":
            return blank_response(_tables(), {"teachers": _private()}, language(), _("交流轮岗空白表"))
        return _page(request, of)
    try:
        done = import_tables(actor, of.pk, files_in(request), revision=whole(request, "revision"))
    except Refusal as fault:
        return _page(request, of, fault=fault.why, status=fault.status)
    except UnfitTablesError as fault:
        return _page(request, of, faults=fault.faults, status=422)
    messages.success(request, _said(done))
    return redirect("rotation-eligibility", of.pk)


def _said(done: Imported) -> str:
    """What was read, changed and ignored, in one sentence."""
    rows = listed(f"{tables()[name].title.in_(language())} {many}" for name, many in done.rows.items())
    said = _("已导入：%(rows)s 行；新增教师 %(new)d 人，减少 %(gone)d 人。") % {
        "rows": rows,
        "new": done.new,
        "gone": done.gone,
    }
    if done.ignored:
        said += _("没有用到的列：%(columns)s。") % {
            "columns": listed(one for held in done.ignored.values() for one in held)
        }
    return said


def _tables() -> list[Table]:
    return [tables()[name] for name in TABLES]


def _private() -> list[str]:
    return [names[0 if language() == "zh" else 1] for names in PRIVATE.values()]


def _page(
    request: HttpRequest,
    of: RotationRound,
    *,
    fault: Text | None = None,
    faults: tuple[Fault, ...] = (),
    status: int = 200,
) -> HttpResponse:
    context = {
        "round": of,
        "open": of.state == RoundState.COLLECTING,
        "fault": fault,
        "tables": _tables(),
        "private": _private(),
        **told(faults),
    }
    return render(request, "personnel/import.html", context, status=status)
