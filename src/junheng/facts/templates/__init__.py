"""Templates for reporting, made from the contracts: write one, fill it in, read it back unchanged.

``school`` has a row per school; ``school-form`` and ``county`` are the official vertical forms with further sheets;
the name of any contract table gives that table. Every template carries its kind, year and version.
"""

from pathlib import Path

import polars as pl

from junheng.facts.tables import Facts
from junheng.facts.templates.book import Book
from junheng.facts.templates.identity import Identity, template_version
from junheng.facts.templates.kinds import EXAMPLES, KINDS, TITLES
from junheng.facts.templates.notes import write_guide
from junheng.facts.templates.values import Filling
from junheng.policy import year_label

__all__ = ["KINDS", "template_kinds", "template_version", "write_template"]


def template_kinds() -> tuple[str, ...]:
    """The kinds ``write_template`` knows."""
    return tuple(KINDS)


def write_template(
    kind: str,
    path: Path,
    *,
    year: int,
    rows: Facts | None = None,
    schools: pl.DataFrame | None = None,
    synthetic: bool = False,
) -> None:
    """Write an .xlsx template, empty or filled with facts.

    Args:
        kind: ``school``, ``school-form``, ``county`` or a contract table.
        rows: facts to fill in; the vertical forms take at most one school or county.
        schools: instead of ``rows``, a list of schools (columns of the table ``schools``) to write the keys of.
        synthetic: say on the sheet 说明 that the data are made up.

    Raises:
        ValueError: unknown kind, or several units for a vertical form.
    """
    if kind not in KINDS:
        raise ValueError(
            f"没有模板 {kind}；可选 {'、'.join(KINDS)} / no template {kind!r}; choose one of {', '.join(KINDS)}"
        )
    facts = rows or Facts.of(year, {} if schools is None else {"schools": schools})
    identity = Identity(kind, template_version(), year)
    title = f"{TITLES[kind]}（{year_label(year)}）"
    with Book(Path(path), identity, title) as book:
        KINDS[kind](book, Filling(facts))
        write_guide(book, title, synthetic=synthetic, example=EXAMPLES.get(kind, ()))
