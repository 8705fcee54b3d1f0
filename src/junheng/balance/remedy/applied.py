"""The table after a plan, for the verdict to be asked again."""

from collections.abc import Iterable

import polars as pl

from junheng.balance.columns import CODES, NAMES, numbers
from junheng.balance.evaluate import evaluate
from junheng.balance.evaluation import Evaluation
from junheng.balance.kinds import YEAR
from junheng.balance.remedy.plan import Plan
from junheng.balance.remedy.quantities import quantities


def applied(evaluation: Evaluation, plans: Iterable[Plan]) -> pl.DataFrame:
    """The judged table with every action of the plans carried out."""
    units: pl.DataFrame = evaluation.units.collect(backend="polars").to_native()
    kept = [name for name in (*CODES, *NAMES, YEAR, *numbers(evaluation.standard)) if name in units.columns]
    columns = {one.indicator: one.column for one in quantities(evaluation.standard)}
    keys = [name for name in ("county_code", "section", YEAR) if name in evaluation.keys]
    rows = [
        {
            **dict(zip(keys, plan.key, strict=True)),
            "school_code": one.school_code,
            "column": columns[one.indicator],
            "amount": -one.amount if one.action == "move_out" else one.amount,
        }
        for plan in plans
        for one in plan.actions
    ]
    table = units.select(kept)
    if not rows:
        return table
    by = [*keys, "school_code"]
    changes = pl.DataFrame(rows).pivot("column", index=by, values="amount", aggregate_function="sum")
    changed = [name for name in changes.columns if name not in by]
    joined = table.join(
        changes.rename({name: f"__{name}" for name in changed}), on=by, how="left", maintain_order="left"
    )
    grown = [(pl.col(name) + pl.col(f"__{name}").fill_null(0.0)).alias(name) for name in changed]
    return joined.with_columns(grown).select(kept)


def judged_again(evaluation: Evaluation, plans: Iterable[Plan]) -> Evaluation:
    """The verdict on the table after the plans."""
    return evaluate(applied(evaluation, plans), evaluation.standard, day=evaluation.day)
