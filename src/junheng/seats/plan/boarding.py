"""Boarding schools of rural townships (寄宿制): how many each has, how many article 17 asks for, where to look first.

Who boards, and what beds cost, is not part of the plan: no number of either was published. A siting in which children
board is ``seats.siting``.
"""

import polars as pl

from junheng.seats.plan.tables import Base

RURAL = ("乡", "镇")
"""Endings of the names of rural townships; subdistricts (街道) are not among those that article 17 names."""
SCHEMA = {
    "county_code": pl.String,
    "township": pl.String,
    "boarding": pl.Int64,
    "needed": pl.Int64,
    "school_code": pl.String,
    "school_name": pl.String,
    "pupils": pl.Int64,
}


def boarding(base: Base, needed: int) -> pl.DataFrame:
    """Rural townships with fewer boarding schools than needed.

    county_code, township, boarding (schools it has), needed, and its public school with the most pupils of compulsory
    age as a place to look at first: school_code, school_name, pupils (null where the township has none).
    """
    by = ["county_code", "township"]
    rural = base.areas.select(by).unique().filter(pl.any_horizontal(pl.col("township").str.ends_with(e) for e in RURAL))
    pupils = base.seats.group_by("school_code").agg(pl.col("pupils").sum())
    schools = base.schools.join(pupils, on="school_code").filter(pl.col("public"))
    held = schools.group_by(by).agg(boarding=pl.col("boarding").fill_null(value=False).sum().cast(pl.Int64))
    largest = (
        schools.filter(~pl.col("boarding").fill_null(value=False))
        .sort("pupils", "school_code", descending=[True, False])
        .group_by(by, maintain_order=True)
        .first()
        .select(*by, "school_code", "school_name", "pupils")
    )
    return (
        rural.join(held, on=by, how="left")
        .with_columns(pl.col("boarding").fill_null(0), needed=pl.lit(needed, pl.Int64))
        .filter(pl.col("boarding") < pl.col("needed"))
        .join(largest, on=by, how="left")
        .select(pl.col(name).cast(kind) for name, kind in SCHEMA.items())
        .sort(by)
    )
