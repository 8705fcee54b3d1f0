"""How many pupils stand behind a school of a section: what its indicators are divided by."""

from collections.abc import Mapping

import numpy as np
import polars as pl

from junheng.balance.evaluation import Evaluation
from junheng.balance.remedy.problem import Floats
from junheng.balance.remedy.sections import Key


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
