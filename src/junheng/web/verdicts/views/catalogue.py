"""The catalogue of disclosure with its clock, for the public; what is due next, for the publisher."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from junheng.policy.workdays import NotIssued, is_workday, notices
from junheng.web.accounts.access import needs, public
from junheng.web.portal.words import language, say
from junheng.web.verdicts import queries
from junheng.web.verdicts.catalogue_table import catalogue_table, due_words
from junheng.web.verdicts.clock import Line, Status, lines, made_of
from junheng.web.verdicts.tablefiles import given, offered, page_of


def catalogue_lines() -> list[Line]:
    """Four queries: editions, locked rounds, when records and when drafts were signed."""
    editions, rounds = queries.editions(), queries.locked_rounds()
    made = made_of(editions, rounds, queries.signed_at(), queries.drafts_signed_at())
    return lines(made, timezone.localdate())


@public
@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    held = catalogue_lines()
    table = catalogue_table(held)
    head, cells = page_of(table, language())
    context = {"table": table, "head": head, "rows": list(zip(held, cells, strict=True)), "files": offered(table)}
    return render(request, "verdicts/catalogue.html", context)


@public
@require_safe
def catalogue_file(_request: HttpRequest, what: str) -> HttpResponse:
    table = catalogue_table(catalogue_lines())
    return given(table, what, say(table.title), language())


@needs("publish.release")
@require_safe
def publication(request: HttpRequest) -> HttpResponse:
    """What waits for publication, the most urgent first, and whether the calendar of today is known."""
    waiting = [one for one in catalogue_lines() if one.status in {Status.WAITING, Status.OVERDUE}]
    waiting.sort(key=lambda one: one.left if one.left is not None else 0)
    today = timezone.localdate()
    try:
        working = is_workday(today)
        issued = True
    except NotIssued:
        working = issued = False
    context = {
        "rows": [(one, due_words(one)) for one in waiting],
        "today": today,
        "working": working,
        "issued": issued,
        "known": list(notices().values()),
    }
    return render(request, "verdicts/publication.html", context)
