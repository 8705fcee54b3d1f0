"""The table of schools: staff shared out to sections, posts near the staff, needs near the teachers."""

import polars as pl

from junheng.demo.city import City
from junheng.demo.teachers_posts import posts, schools_table
from junheng.demo.teachers_told import subjects


def test_staff_of_the_sections_is_the_staff_of_the_school(small: City) -> None:
    held = posts(small)
    listed = held.group_by("school_code").agg(pl.col("staff").sum(), pl.col("teachers").sum())
    whole = listed.join(small.facts[2025]["staff"], on="school_code").filter(
        pl.col("teachers") == pl.col("teachers_total")
    )
    assert whole.height > 50
    assert whole["staff"].to_list() == whole["staff_total"].to_list()
    assert (held["staff"] >= held["teachers"]).all()


def test_needs_are_what_the_county_has_shared_out_by_classes(small: City) -> None:
    held = posts(small)
    table = schools_table(small.seed, held)
    need = table.select(need=pl.sum_horizontal(f"need_{one}" for one in subjects()))["need"]
    county = held.with_columns(need=need).group_by("county_code").agg(pl.col("need", "teachers").sum())
    assert ((county["need"] / county["teachers"]).is_between(0.85, 1.15)).all()
    own = held["teachers"] - need
    assert (own > 0).any()
    assert (own < 0).any()


def test_posts_lie_near_the_staff(small: City) -> None:
    table = schools_table(small.seed, posts(small))
    share = table.filter(pl.col("staff") > 20).select(pl.col("posts") / pl.col("staff")).to_series()
    assert share.is_between(0.95, 1.12).all()
    assert share.n_unique() > 1
