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
    done = [(plan.key, one) for plan in plans for one in plan.actions]
    table = units.select(kept)
    if not done:
        return table
    by = [*keys, "school_code"]
    long = pl.DataFrame(
        {
            **{name: [key[at] for key, _ in done] for at, name in enumerate(keys)},
            "school_code": [one.school_code for _, one in done],
            "column": [columns[one.indicator] for _, one in done],
            "amount": [float(-one.amount if one.action == "move_out" else one.amount) for _, one in done],
        }
    )
    changes = long.pivot("column", index=by, values="amount", aggregate_function="sum")
    changed = [name for name in changes.columns if name not in by]
    joined = table.join(
        changes.rename({name: f"__{name}" for name in changed}), on=by, how="left", maintain_order="left"
    )
    grown = [(pl.col(name) + pl.col(f"__{name}").fill_null(0.0)).alias(name) for name in changed]
    return joined.with_columns(grown).select(kept)


def judged_again(evaluation: Evaluation, plans: Iterable[Plan]) -> Evaluation:
    """The verdict on the table after the plans."""
    return evaluate(applied(evaluation, plans), evaluation.standard, day=evaluation.day)
