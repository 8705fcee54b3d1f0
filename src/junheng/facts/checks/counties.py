"""What a county says beside its schools."""

from collections.abc import Iterator

import polars as pl

from junheng.facts.checks.model import Context, Hit, Registry, Spot, title

REGISTRY = Registry()


@REGISTRY.add("parents_exceed_everyone", "家长问卷多于全部问卷", "More questionnaires of parents than of everyone")
def parents(context: Context) -> Iterator[Hit]:
    """Every number of the group of parents is part of the same number of the group of everyone."""
    surveys = context.facts["surveys"]
    every = surveys.filter(pl.col("group") == "all")
    both = surveys.filter(pl.col("group") == "parents").join(
        every, on="county_code", suffix="_all", maintain_order="left"
    )
    for name in ("questionnaires", "valid", "satisfied", "visits", "visits_satisfied"):
        text = title("surveys", (name,))
        for row in both.filter(pl.col(name) > pl.col(f"{name}_all")).iter_rows(named=True):
            code = row["county_code"]
            yield Hit(
                (Spot("surveys", (name,), code, "parents"), Spot("surveys", (name,), code, "all")),
                {
                    **context.who(code),
                    "field": text.zh,
                    "field_en": text.en,
                    "parents": row[name],
                    "everyone": row[f"{name}_all"],
                },
            )
