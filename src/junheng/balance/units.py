"""From reported facts to the unit table: one row per school section that counts, facilities shared out."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from junheng.balance.campuses import CAMPUS_AMOUNTS, campus_amounts
from junheng.balance.merge import merged
from junheng.balance.model import Failing
from junheng.balance.relief import with_relief
from junheng.balance.scope import scope
from junheng.balance.split import shares, weights
from junheng.balance.staffing import staffing
from junheng.facts.contracts import contract
from junheng.facts.tables import Facts
from junheng.policy.parameters import Rules
from junheng.policy.standard import Standard
from junheng.policy.years import statistics_day

AMOUNTS = tuple(one.id for table in ("rooms", "money") for one in contract(table).measures if one.numeric)
"""What a school has as a whole and its sections share."""

FLAGS = ("dense_centre", "small_rural", "built_by_2010", "built_by_2016", "max_class_below_30")


@dataclass(frozen=True, slots=True)
class Units:
    """The unit table and what it was made from.

    Attributes:
        frame: columns of ``facts.units.UNIT_COLUMNS`` and every other fact of a section or school a standard may
            name, ``sections`` of the school, ``share`` of this one, and a column per relief in force.
        facts: the facts by counting school (uncounted ones merged into their parent).
        members: counting school -> the codes it was put together from.
        left_out: by county code, the school sections that do not count and why.
    """

    frame: pl.DataFrame
    facts: Facts
    members: Mapping[str, tuple[str, ...]]
    left_out: tuple[tuple[str, Failing], ...]


def units_of(facts: Facts, standard: Standard, rules: Rules | None = None) -> Units:
    """The unit table of one school year under a standard; a null is not reported or cannot be attributed."""
    held = rules or standard.rules(statistics_day(facts.year))
    whole = merged(facts)
    counted = scope(whole.facts, standard, held)
    shared = _shared(whole.facts, counted.counted, standard, held)
    units = shared.join(_schools(whole.facts), on="school_code").join(
        staffing(whole.facts["teachers"], shared), on=["school_code", "section"]
    )
    frame = with_relief(_attributed(units, whole.facts, standard, held), standard, held)
    frame = frame.with_columns(year=pl.lit(facts.year, dtype=pl.Int64)).sort("county_code", "section", "school_code")
    return Units(frame, whole.facts, whole.members, counted.left_out)


def _shared(facts: Facts, counted: pl.DataFrame, standard: Standard, rules: Rules) -> pl.DataFrame:
    """The counted sections with their share; senior sections take part in sharing and are not judged."""
    reported = facts["sections"].select("school_code", "section", "pupils")
    silent = counted.join(reported, on=["school_code", "section"], how="anti")
    present = shares(pl.concat([reported, silent]), ["school_code"], weights(standard, rules))
    total = counted.group_by("school_code").agg(school_pupils=pl.col("pupils").sum())
    rest = facts["sections"].drop("pupils")
    return (
        counted.select("school_code", "section")
        .join(present, on=["school_code", "section"])
        .join(total, on="school_code")
        .join(rest, on=["school_code", "section"], how="left")
    )


def _schools(facts: Facts) -> pl.DataFrame:
    names = facts["counties"].select("county_code", county="county_name")
    columns = ("school_code", "school_name", "county_code", "school_type", "organiser", "urban_rural", *FLAGS)
    return facts["schools"].select(columns).join(names, on="county_code", how="left")


def _attributed(units: pl.DataFrame, facts: Facts, standard: Standard, rules: Rules) -> pl.DataFrame:
    """Adds each amount of the school as this section's: by campus where campuses tell, else by share.

    A column no indicator shares out belongs to a section only in a school of one section.
    """
    totals = facts["rooms"].join(facts["money"], on="school_code", how="full", coalesce=True)
    pupils = facts["sections"].select("school_code", "section", "pupils").filter(pl.col("pupils") > 0)
    by_campus = campus_amounts(facts["campuses"], pupils, totals, weights(standard, rules))
    joined = units.join(totals.select("school_code", *AMOUNTS), on="school_code", how="left").join(
        by_campus, on=["school_code", "section"], how="left", suffix="_campus"
    )
    fixed = _not_shared(standard)
    alone = pl.col("sections") == pl.col("section")
    own = [_own(one, pl.when(alone).then(1.0) if one in fixed else pl.col("share")).alias(one) for one in AMOUNTS]
    staff = [one.id for one in contract("staff").measures]
    counts = joined.join(facts["staff"].select("school_code", *staff), on="school_code", how="left")
    return counts.with_columns(*own, *(pl.when(alone).then(pl.col(one)).alias(one) for one in staff))


def _own(amount: str, share: pl.Expr) -> pl.Expr:
    by_share = pl.col(amount) * share
    return pl.coalesce(f"{amount}_campus", by_share) if amount in CAMPUS_AMOUNTS else by_share


def _not_shared(standard: Standard) -> set[str]:
    """Columns that only indicators without splitting use."""
    shared = {name for one in standard.indicators if one.split for name in one.columns}
    return {name for one in standard.indicators if not one.split for name in one.columns} - shared
