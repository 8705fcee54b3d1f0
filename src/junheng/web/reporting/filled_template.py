"""Templates for one unit and round: with who it is, with last year's locked values, or with what was handed in last."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from django.http import Http404

from junheng.facts import Facts, write_template
from junheng.policy.text import Text
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.reporting.earlier import current_facts, last_year
from junheng.web.reporting.models import Submission
from junheng.web.reporting.typed import read_typed, typed_of


@dataclass(frozen=True, slots=True)
class Filling:
    """One template on offer; ``kind`` is that of :func:`junheng.facts.write_template`."""

    id: str
    kind: str
    source: str
    title: Text

    def for_kind(self, kind: str) -> bool:
        return (self.kind == "county") == (kind == Kind.COUNTY)


_ALL = (
    Filling("form", "school-form", "blank", Text("官方竖表，只填好本校代码", "Official form, with your code only")),
    Filling(
        "form-last", "school-form", "last", Text("官方竖表，预填上年数据", "Official form with last year's values")
    ),
    Filling(
        "form-now", "school-form", "now", Text("官方竖表，预填本次已报数据", "Official form with what you reported")
    ),
    Filling("row", "school", "blank", Text("横表（分学段，一校一行）", "One row with all sections")),
    Filling("row-now", "school", "now", Text("横表，预填本次已报数据", "One row with what you reported")),
    Filling("county", "county", "blank", Text("区县填报表格", "County form")),
    Filling("county-last", "county", "last", Text("区县填报表格，预填上年数据", "County form with last year's values")),
    Filling(
        "county-now", "county", "now", Text("区县填报表格，预填本次已报数据", "County form with what you reported")
    ),
)
FILLINGS: Mapping[str, Filling] = {one.id: one for one in _ALL}
_FIRST = ("now", "last", "blank")


def offered(held: Submission) -> list[Filling]:
    """The templates that have something to give, the one with most filled in first."""
    there = {"now": held.current_id is not None, "last": last_year(held) is not None, "blank": True}
    mine = (one for one in FILLINGS.values() if one.for_kind(held.organisation.kind) and there[one.source])
    return sorted(mine, key=lambda one: _FIRST.index(one.source))


def filled_template(held: Submission, filling: str, folder: Path) -> Path:
    """Write it into the folder; Http404 for a template that this kind of unit has not."""
    one = FILLINGS.get(filling)
    if one is None or not one.for_kind(held.organisation.kind):
        raise Http404
    path = folder / f"{held.organisation.code}-{held.round.year}-{one.title.zh}.xlsx"
    write_template(one.kind, path, year=held.round.year, rows=_rows(held, one.source), synthetic=held.round.synthetic)
    return path


def _rows(held: Submission, source: str) -> Facts:
    """The values to fill in; who the unit is when there are none."""
    found = {"blank": lambda _: None, "last": last_year, "now": current_facts}[source](held)
    return identity(held.organisation, held.round.year) if found is None else replace(found, year=held.round.year)


def identity(own: Organisation, year: int) -> Facts:
    """Facts that say who a unit is and nothing else."""
    return read_typed(typed_of(None, own), own, year, None)[0]
