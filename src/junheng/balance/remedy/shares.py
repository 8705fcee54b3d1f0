"""How much of what is added to a whole school counts in each of its sections, seen from the unit table itself."""

import polars as pl

from junheng.balance.changes import Change, changed
from junheng.balance.evaluate import evaluate
from junheng.balance.evaluation import Evaluation
from junheng.balance.relief import relieved
from junheng.balance.remedy.quantities import quantities
from junheng.balance.remedy.sections import Shares
from junheng.balance.units import units_of
from junheng.facts.tables import Facts
from junheng.policy.parameters import Rules
from junheng.policy.standard import Standard
from junheng.policy.years import statistics_day

KEY = ["school_code", "section"]
SEVERAL = "+"
MANY = 2.0**20
"""Units added at once, so that the difference is exact beside amounts of millions."""


def shares_of(facts: Facts, standard: Standard, rules: Rules | None = None) -> Shares:
    """By school of several sections, section and indicator: what one unit added to the school adds to the section.

    Something is added to every such school, and its sections are set beside what they were before. Where a section gets
    nothing, because the school's largest campus is not one of its own, the sections are left to have their own.
    """
    before = units_of(facts, standard, rules).frame
    codes = before.filter(pl.col("sections").str.contains(SEVERAL, literal=True))["school_code"].unique()
    split = {one.id for one in standard.indicators if one.split}
    columns = {one.indicator: one.column for one in quantities(standard) if one.indicator in split}
    amounts = facts["rooms"].join(facts["money"], on="school_code", how="full", coalesce=True)
    reported = {
        column: amounts.filter(pl.col("school_code").is_in(codes.implode()), pl.col(column).is_not_null())
        for column in columns.values()
    }
    changes = [Change(code, column, MANY) for column, rows in reported.items() for code in rows["school_code"]]
    after = units_of(changed(facts, changes), standard, rules).frame
    both = before.join(after, on=KEY, suffix="_after").filter(pl.col("school_code").is_in(codes.implode()))
    found: dict[tuple[str, str, str], float] = {}
    for id_, column in columns.items():
        more = both.select(*KEY, share=(pl.col(f"{column}_after") - pl.col(column)) / MANY)
        reaching = more.filter((pl.col("share") > 0).all().over("school_code") & pl.col("share").is_not_null())
        found |= {(code, section, id_): share for code, section, share in reaching.iter_rows()}
    return found


def whole_schools(facts: Facts, standard: Standard) -> tuple[Evaluation, Shares]:
    """The judged unit table of a year under a standard with its reliefs, and the shares with which it is planned."""
    rules = standard.rules(statistics_day(facts.year))
    table = units_of(facts, standard, rules).frame
    return evaluate(table, relieved(standard, rules)), shares_of(facts, standard, rules)
