"""How a school of several sections shares its facilities out (F3).

``share_s = w_s·n_s / Σ w·n``, with the weights of one pupil of each section from the standard (1 : 1.1 : 1.32 in a
twelve-year school). A campus with pupils of one section only belongs to that section whole.
"""

import polars as pl

from junheng.policy.parameters import Rules
from junheng.policy.standard import Standard

ORDER = ("primary", "junior", "senior")


def weights(standard: Standard, rules: Rules) -> pl.DataFrame:
    """Columns ``sections`` (joined by +), ``section``, ``weight``; a school of one section needs no weights."""
    rows = [
        {"sections": sections, "section": section, "weight": rules.number(parameter)}
        for sections, by_section in standard.split.items()
        for section, parameter in by_section.items()
    ]
    single = [{"sections": section, "section": section, "weight": 1.0} for section in ORDER]
    schema = {"sections": pl.String, "section": pl.String, "weight": pl.Float64}
    return pl.DataFrame([*single, *rows], schema=schema)


def shares(pupils: pl.DataFrame, key: list[str], weight: pl.DataFrame) -> pl.DataFrame:
    """The share of each section of a school (or campus) in what it owns.

    Args:
        pupils: ``key`` columns, ``section`` and ``pupils``, one row per section present (a section without pupils
            is not present; null pupils are present but not reported).
        key: what names the owner: the school, or school and campus.
        weight: the table of ``weights``.

    Returns:
        ``key``, ``section``, ``pupils``, ``sections`` (those present, joined by +), ``weight`` and ``share``. The
        shares of an owner sum to 1; they are null when a number of pupils or a weight is not known.
    """
    rank = pl.col("section").replace_strict(dict(zip(ORDER, range(len(ORDER)), strict=True)), return_dtype=pl.Int64)
    named = pupils.filter(pl.col("pupils").is_null() | (pl.col("pupils") > 0)).sort(*key, rank)
    present = named.group_by(key, maintain_order=True).agg(sections=pl.col("section").str.join("+"))
    weighed = named.join(present, on=key).join(weight, on=["sections", "section"], how="left", maintain_order="left")
    part = pl.col("weight") * pl.col("pupils")
    whole = pl.when(part.null_count().over(key) == 0).then(part.sum().over(key))
    alone = pl.col("sections") == pl.col("section")
    return weighed.with_columns(share=pl.when(alone).then(1.0).otherwise(part / whole))
