"""From a remark on a cell to the field of the typing form that the cell was read as."""

from collections.abc import Iterable

from django.urls import reverse

from junheng.web.reporting.earlier import facts_of
from junheng.web.reporting.form import tables_of
from junheng.web.reporting.models import Remark, Submission


def pointers(held: Submission, remarks: Iterable[Remark]) -> dict[int, str]:
    """Remark -> address in the form. A remark on a sheet or a file, or on a cell that held nothing known, has none."""
    asked = [one for one in remarks if one.cell or one.field]
    if not asked or held.current is None:
        return {}
    names = {one.pk: one.field for one in asked if one.field.count(".") >= 2}  # noqa: PLR2004 - table.part.field
    places = {(one.sheet, one.cell): one.pk for one in asked if one.cell and one.pk not in names}
    if places:
        cells = facts_of(held.current, held).cells
        rows = cells.select("sheet", "cell", "table", "part", "field").unique(maintain_order=True).iter_rows()
        for sheet, cell, *name in rows:
            if (sheet, cell) in places:
                names.setdefault(places[sheet, cell], ".".join(name))
    return {pk: _address(held, name) for pk, name in names.items() if _known(held, name)}


def _known(held: Submission, name: str) -> bool:
    return name.partition(".")[0] in tables_of(held.organisation)


def _address(held: Submission, name: str) -> str:
    return f"{reverse('typing', args=[held.pk, name.partition('.')[0]])}#f-{name}"
