"""Special cases of the national procedure: more columns count for schools with a flag, while the relief lasts.

A relief may add and never takes away: what was not reported of it adds nothing.
"""

from dataclasses import replace

import polars as pl

from junheng.policy.parameters import Rules, Value
from junheng.policy.standard import SpecialCase, Standard
from junheng.policy.text import Text


def relief_column(case: SpecialCase) -> str:
    return f"relief_{case.id}"


def in_force(rules: Rules, enabled: str | None, until: str | None) -> bool:
    """Whether a relief is switched on and has not ended; an end nobody knows has not come."""
    if enabled and rules.value(enabled) is not True:
        return False
    last: Value = rules.value(until) if until else None
    return last is None or rules.day.isoformat() <= str(last)


def cases(standard: Standard, rules: Rules) -> tuple[SpecialCase, ...]:
    """The special cases that hold on the day."""
    return tuple(one for one in standard.special_cases if in_force(rules, one.enabled, one.until))


def end_note(standard: Standard, rules: Rules) -> tuple[Text, ...]:
    """A note when a relief is applied whose last day is not known."""
    if any(one.until and rules.value(one.until) is None for one in cases(standard, rules)):
        return (
            Text(
                "规程特殊情形按仍有效处理：截止日未查到，可在参数中填写",
                "Special cases are taken to be in force: their last day is not known and can be set as a parameter",
            ),
        )
    return ()


def relieved(standard: Standard, rules: Rules) -> Standard:
    """The standard whose indicators count the relief columns of the unit table too."""
    extra: dict[str, list[SpecialCase]] = {}
    for one in cases(standard, rules):
        extra.setdefault(one.indicator, []).append(one)
    indicators = tuple(
        replace(one, numerator={**one.numerator, **{relief_column(case): 1.0 for case in extra.get(one.id, ())}})
        for one in standard.indicators
    )
    return replace(standard, indicators=indicators)


def with_relief(units: pl.DataFrame, standard: Standard, rules: Rules) -> pl.DataFrame:
    """Adds a column per special case in force: what it adds to the numerator, zero for schools it does not cover.

    Args:
        units: the unit table with the flags, the columns to add and ``school_pupils``, the pupils of the school.
        standard: where the cases are.
        rules: the parameters on the day.
    """
    return units.with_columns(
        pl.when(_covered(one, rules))
        .then(pl.sum_horizontal(*one.adds))
        .otherwise(0.0)
        .cast(pl.Float64)
        .alias(relief_column(one))
        for one in cases(standard, rules)
    )


def _covered(case: SpecialCase, rules: Rules) -> pl.Expr:
    least = rules.number(case.pupils["at_least"]) if "at_least" in case.pupils else None
    below = rules.number(case.pupils["below"]) if "below" in case.pupils else None
    covered = pl.col(case.flag).fill_null(False)
    if least is not None:
        covered &= pl.col("school_pupils") >= least
    if below is not None:
        covered &= pl.col("school_pupils") < below
    return covered
