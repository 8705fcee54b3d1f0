"""Who is expected to begin: one subject by form, all of them by file; what was planned before stays."""

from typing import Any

import polars as pl
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junheng.policy.text import Text
from junheng.teachers import Fault, UnfitTablesError, vocabulary
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.models import Organisation
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.asked import day_in
from junheng.web.personnel.faults import told
from junheng.web.portal.tables import offer
from junheng.web.portal.words import own_name, say
from junheng.web.posts import queries
from junheng.web.posts.actions.set_arrivals import set_arrivals
from junheng.web.posts.arriving import ENDS, of_file, of_form
from junheng.web.posts.foreseen import SYNTHETIC, arrivals_table
from junheng.web.posts.marked import given_out
from junheng.web.posts.models import ArrivalList
from junheng.web.posts.outlooking import FIRST, YEARS

SECTIONS = ("primary", "junior", "senior")
Subject = tuple[str, str]


@needs("staff.see")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def arrivals(request: HttpRequest, code: str) -> HttpResponse:
    """The plan; ``?at=primary.music`` chooses the subject of the form, ``do=file`` hands all of them in."""
    actor = actor_of(request)
    place = queries.county(actor, code, "staff.edit" if request.method == "POST" else "staff.see")
    subject, years = _chosen(request), _years(place)
    if request.method != "POST":
        return _page(request, place, subject, years)
    by_file = request.POST.get("do") == "file"
    try:
        day = day_in(request, "day")
        text = _uploaded(request) if by_file else of_form(request.POST, *subject, years)
        set_arrivals(actor, code, text, day, subject=None if by_file else subject)
    except Refusal as fault:
        return _page(request, place, subject, years, status=fault.status, fault=fault.why)
    except UnfitTablesError as fault:
        wrong = told(fault.faults) if by_file else {"wrongs": [_in_year(one) for one in fault.faults]}
        return _page(request, place, subject, years, status=422, **wrong)
    messages.success(request, _("到岗计划已保存；重新测算后生效，以前的计划仍可查看。"))
    return redirect("posts-outlook", code)


def _uploaded(request: HttpRequest) -> pl.DataFrame:
    file = request.FILES.get("file")
    if file is None:
        raise Refusal("请选择文件。", "Choose a file.", status=422)
    return of_file(file.name or "", file.read())


def _in_year(fault: Fault) -> Text:
    """A fault of the form: its line is the year, its words name the column."""
    zh, en = (fault.message.parts(one, fault.values)[0] for one in ("zh", "en"))
    year = "" if fault.place.row is None else f"{fault.place.row} "
    return Text(f"{year}{zh}", f"{year}{en}")


def _chosen(request: HttpRequest) -> Subject:
    """The section and subject of the form; the first that the policy names without any."""
    said = request.POST if request.method == "POST" else request.GET
    section, _dot, subject = said.get("at", "").partition(".")
    if section in SECTIONS and subject in vocabulary("subject"):
        return section, subject
    return SECTIONS[0], FIRST[0]


def _years(place: Organisation) -> range:
    """The years of an outlook that is worked out now."""
    origin, edition = queries.latest_round(place), queries.edition()
    first = origin.year if origin else edition.year + 1 if edition else timezone.localdate().year
    return range(first + 1, first + YEARS + 1)


def _page(
    request: HttpRequest, place: Organisation, subject: Subject, years: range, *, status: int = 200, **said: Any
) -> HttpResponse:
    held = queries.arrivals(place)
    table = arrivals_table(held)
    name = f"{own_name(place)} {say(table.title)}"
    if (file := given_out(request, [table], name, SYNTHETIC if held and held.synthetic else None)) is not None:
        return file
    lines = {one["year"]: one for one in _of_subject(held, subject)}
    context = {
        "place": place,
        "held": held,
        "at": ".".join(subject),
        "title": " ".join(
            say(vocabulary(kind)[one]) for kind, one in zip(("section", "subject"), subject, strict=True)
        ),
        "choices": [
            (f"{section}.{one}", f"{say(vocabulary('section')[section])} {say(title)}")
            for section in SECTIONS
            for one, title in vocabulary("subject").items()
        ],
        "rows": [
            (year, [(one, request.POST.get(f"{one}{year}", _typed(lines, year, one))) for one in ENDS])
            for year in years
        ],
        "source": request.POST.get("source", next((one["source"] for one in lines.values()), "")),
        "day": request.POST.get("day", timezone.localdate().isoformat()),
        "table": offer(request, table),
        "edits": actor_of(request).may("staff.edit", place.path),
        **said,
    }
    return render(request, "posts/arrivals.html", context, status=status)


def _of_subject(held: ArrivalList | None, subject: Subject) -> list[dict[str, Any]]:
    return [one for one in (held.lines if held else ()) if (one["section"], one["subject"]) == subject]


def _typed(lines: dict[int, dict[str, Any]], year: int, name: str) -> str:
    value = lines.get(year, {}).get(name)
    return "" if value is None else f"{value:g}"
