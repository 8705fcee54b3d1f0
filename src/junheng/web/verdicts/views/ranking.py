"""Progress over the year: a table, its chart, its files."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from junheng.publish import Table
from junheng.web.accounts.access import public
from junheng.web.portal.models import Edition
from junheng.web.portal.words import language, say
from junheng.web.verdicts import queries
from junheng.web.verdicts.charts import change_bars
from junheng.web.verdicts.ranking import MEASURES, ORDER, Measure, Progress, progress
from junheng.web.verdicts.ranking_table import ranking_table, rule
from junheng.web.verdicts.tablefiles import given, offered


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two published years and what came of each county between them."""

    before: Edition
    now: Edition
    found: list[Progress]
    by: str

    @property
    def table(self) -> Table:
        return ranking_table(self.before, self.now, self.found, self.by)


@public
@require_safe
def ranking(request: HttpRequest, year: int | None = None) -> HttpResponse:
    """Three queries: the years, and the counties of two of them. Without an earlier year the page says so."""
    published = queries.editions()
    now, before = _pair(published, year)
    context: dict[str, Any] = {"editions": published, "now": now, "before": before, "by": _by(request)}
    if now and before and now.standard == before.standard:
        context |= _page(_compared(before, now, _by(request)))
    return render(request, "verdicts/ranking.html", context)


@public
@require_safe
def ranking_file(request: HttpRequest, year: int, what: str) -> HttpResponse:
    now, before = _pair(queries.editions(), year)
    if not now or not before or now.standard != before.standard:
        raise Http404
    table = _compared(before, now, _by(request)).table
    return given(table, what, say(table.title), language())


def _by(request: HttpRequest) -> str:
    asked = request.GET.get("by", ORDER)
    return asked if asked in {one.id for one in MEASURES} else ORDER


def _pair(published: list[Edition], year: int | None) -> tuple[Edition | None, Edition | None]:
    """The edition of a year (or the newest) and the one published for a year before it; 404 for an unknown year."""
    now = next((one for one in published if year in {None, one.year}), None)
    if now is None and year is not None:
        raise Http404
    before = next((one for one in published if now is not None and one.year < now.year), None)
    return now, before


def _compared(before: Edition, now: Edition, by: str) -> Comparison:
    return Comparison(before, now, progress(queries.counties(before), queries.counties(now), by), by)


def _shown(held: Comparison) -> Measure:
    """The measure ranked by; when it is all of them in turn, the first of those in which most counties changed."""

    def moved(measure: Measure) -> int:
        changes = (one.changes.get(measure.id) for one in held.found)
        return sum(change is not None and change.by != 0 for change in changes)

    return next((one for one in MEASURES if one.id == held.by), max(MEASURES, key=moved))


def _page(held: Comparison) -> dict[str, Any]:
    shown = _shown(held)
    bars = [(say(one.name), change.by if (change := one.changes.get(shown.id)) else None) for one in held.found]
    return {
        "rows": [(one, [(measure, one.changes.get(measure.id)) for measure in MEASURES]) for one in held.found],
        "measures": MEASURES,
        "shown": shown,
        "rule": rule(held.by),
        "chart": change_bars("progress", say(shown.title), bars, shown.decimals),
        "files": offered(held.table),
    }
