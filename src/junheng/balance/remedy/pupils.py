"""How many pupils stand behind a school of a section: what its indicators are divided by, today or after rezoning."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from junheng.balance.evaluate import evaluate
from junheng.balance.evaluation import Evaluation
from junheng.balance.remedy.applied import applied
from junheng.balance.remedy.problem import Floats
from junheng.balance.remedy.sections import Key, named
from junheng.balance.remedy.ways.way import Place

PUPILS = "pupils"


def pupils_of(evaluation: Evaluation) -> Mapping[Key, Mapping[str, float]]:
    """County section -> school code -> pupils; zero where nobody reported them."""
    rows: pl.DataFrame = evaluation.units.collect(backend="polars").to_native()
    below = evaluation.standard.indicators[0].denominator
    counted = rows.with_columns(
        sum((pl.col(name).fill_null(0.0) * factor for name, factor in below.items()), pl.lit(0.0)).alias("__pupils")
    )
    parts = counted.partition_by(evaluation.keys, as_dict=True, maintain_order=True)
    return {key: dict(part.select("school_code", "__pupils").iter_rows()) for key, part in parts.items()}


def in_order(schools: tuple[str, ...], pupils: Mapping[str, float]) -> Floats:
    """(n,) pupils of the schools."""
    return np.array([pupils[code] for code in schools], float)


@dataclass(frozen=True, slots=True)
class Rezoned:
    """A table before and after seats or zones give its schools other pupils."""

    before: Evaluation
    after: Evaluation

    def to_dict(self) -> list[dict[str, Any]]:
        """The JSON contract: by county section the pupils, the schools that have others, and both verdicts."""
        old, new = pupils_of(self.before), pupils_of(self.after)
        was, now = _verdicts(self.before), _verdicts(self.after)
        return [
            {
                **named(key),
                "pupils_before": sum(old[key].values()),
                "pupils_after": sum(new[key].values()),
                "schools_changed": sum(old[key][code] != count for code, count in new[key].items()),
                "passes_before": was[key],
                "passes_after": now[key],
            }
            for key in now
        ]


def _verdicts(evaluation: Evaluation) -> dict[Key, bool | None]:
    keys = evaluation.keys
    return {tuple(one[name] for name in keys): one["passes"] for one in evaluation.to_dict()["counties"]}


def rezoned(evaluation: Evaluation, pupils: Mapping[Place, float]) -> Rezoned:
    """The table judged again with these pupils; schools that are not named keep theirs.

    Args:
        evaluation: of the flat table.
        pupils: by school code and section; an empty section stands for the school's only one.
    """
    table = applied(evaluation, ())
    given = [
        pupils.get((code, section), pupils.get((code, ""), own))
        for code, section, own in table.select("school_code", "section", PUPILS).iter_rows()
    ]
    after = table.with_columns(pl.Series(PUPILS, given, dtype=pl.Float64))
    return Rezoned(evaluation, evaluate(after, evaluation.standard, day=evaluation.day))
