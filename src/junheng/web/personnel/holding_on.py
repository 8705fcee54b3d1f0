"""Who is held where when a draft is solved again: the teachers of a draft as the engine's column ``held_at``."""

from collections.abc import Iterable, Mapping

import polars as pl

from junheng.web.personnel.models import RotationDraft
from junheng.web.personnel.queries import edited_codes

LOCKED, EDITED = "locked", "edited"
KEEPS = (LOCKED, EDITED)
"""What solving again keeps: the locked alone, or everybody who was edited too."""
COLUMN = "held_at"


def kept(draft: RotationDraft, keep: str) -> list[str]:
    """The codes of whom solving again leaves where the draft has them."""
    return sorted({*draft.locked, *(edited_codes(draft) if keep == EDITED else ())})


def with_held(teachers: pl.DataFrame, codes: Iterable[str], places: Mapping[str, str]) -> pl.DataFrame:
    """The table of teachers with some held where a draft has them, nobody else; who does not move, at home."""
    home = dict(teachers.select("teacher_id", "school_code").iter_rows())
    at = {code: places.get(code, home[code]) for code in codes}
    column = pl.col("teacher_id").replace_strict(at, default="", return_dtype=pl.String)
    return teachers.with_columns(column.alias(COLUMN))


def held_in(teachers: pl.DataFrame) -> list[str]:
    """The codes of whom a table of teachers holds somewhere."""
    if COLUMN not in teachers.columns:
        return []
    return sorted(teachers.filter(pl.col(COLUMN).fill_null("") != "")["teacher_id"].to_list())
