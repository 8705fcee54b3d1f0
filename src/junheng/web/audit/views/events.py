"""The audit log: looked at, exported, checked. Looking writes nothing; taking it away is recorded."""

import csv
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from junheng.publish.csv_files import safe
from junheng.web.accounts.access import actor_of, needs
from junheng.web.audit import queries
from junheng.web.audit.actions.record import record
from junheng.web.audit.actions.verify import ask_to_verify
from junheng.web.audit.chain import head_of_chain, lines
from junheng.web.audit.models import Event, canonical
from junheng.web.audit.queries import Wanted
from junheng.web.audit.verbs import titles

ON_A_PAGE = 50
COLUMNS = ("number", "at", "username", "ip", "verb", "target", "path", "reason", "before", "after", "digest")


class Filter(forms.Form):
    """What to look for."""

    username = forms.CharField(label=_("用户名"), required=False, max_length=60)
    verb = forms.CharField(label=_("操作"), required=False, max_length=60)
    target = forms.CharField(label=_("对象"), required=False, max_length=200)
    since = forms.DateField(label=_("起始日期"), required=False, widget=forms.DateInput({"type": "date"}))
    until = forms.DateField(label=_("截止日期"), required=False, widget=forms.DateInput({"type": "date"}))

    def wanted(self) -> Wanted:
        return Wanted(**self.cleaned_data)


@needs("audit.read")
@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    form = Filter(request.GET)
    form.is_valid()
    given = {name: value for name, value in request.GET.items() if name in form.fields and value}
    rows = queries.events(actor_of(request), _wanted(form))
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    query = urlencode(given)
    shown = {
        "form": form,
        "page": page,
        "query": f"{query}&" if query else "",
        "head": head_of_chain(),
        "titles": titles(),
    }
    return render(request, "audit/events.html", shown)


@needs("audit.read")
@require_POST
def export_events(request: HttpRequest, what: str) -> StreamingHttpResponse:
    """The whole chain as JSON lines with its anchor, or what was looked for as CSV. Taking it away is recorded."""
    actor = actor_of(request)
    record(actor, "audit.export", f"audit:{what}")
    if what == "jsonl":
        rows: Iterator[str] = lines(queries.chain(actor).iterator(chunk_size=2000))
        kind = "application/x-ndjson"
    else:
        form = Filter(request.POST)
        form.is_valid()
        rows = _csv(queries.events(actor, _wanted(form)).iterator(chunk_size=2000))
        kind = "text/csv; charset=utf-8"
    answer = StreamingHttpResponse(rows, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="junheng-audit.{what}"'
    return answer


@needs("audit.read")
@require_POST
def verify_events(request: HttpRequest) -> HttpResponse:
    return redirect("job", ask_to_verify(actor_of(request)).pk)


def _wanted(form: Filter) -> Wanted:
    """What was understood; a faulty field looks for nothing and says so beside itself."""
    held: dict[str, Any] = form.cleaned_data
    return Wanted(**{name: held.get(name) or getattr(Wanted(), name) for name in form.fields})


class _Echo:
    def write(self, line: str) -> str:
        return line


def _csv(rows: Iterator[Event]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff"
    yield writer.writerow(COLUMNS)
    for row in rows:
        yield writer.writerow([safe(_text(getattr(row, name))) for name in COLUMNS])


def _text(value: Any) -> str:
    return "" if value is None else value if isinstance(value, str) else canonical(value)
