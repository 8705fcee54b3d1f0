"""Pay and talent programmes of the synthetic city, as offices keep them in tables; every number is made up."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.demo.draws import draws
from junheng.demo.teachers import DemoTeachers
from junheng.facts.codes import code_list
from junheng.policy.articles import article
from junheng.policy.own_yaml import own_yaml

LEAST = 0.5
"""Drawn weights of counties lie between this and 1.5."""


@cache
def workforce_told() -> Mapping[str, Any]:
    """``data/workforce.yaml`` as it stands; its comments say what each number means."""
    raw: dict[str, Any] = own_yaml("junheng.demo", "data/workforce.yaml")
    return raw


def pay_tables(seed: int, county: DemoTeachers) -> dict[str, pl.DataFrame]:
    """``pools``, ``pay`` and ``wages`` of one county; persons and names are those of its invented teachers."""
    told, people, dice = workforce_told()["pay"], county.teachers, draws(seed, "pay")
    ranks = people["title_rank"].replace_strict(told["weights"], default=1.0, return_dtype=pl.Float64)
    classes = county.schools.group_by("school_code").agg(pl.col("classes").sum())
    heads = people.join(classes, on="school_code", how="left", maintain_order="left").select(
        pl.int_range(pl.len()).over("school_code") < pl.col("classes")
    )
    pay = people.select(
        "teacher_id",
        "teacher_name",
        "school_code",
        post_weight=ranks,
        lessons=pl.Series(dice.integers(told["lessons"][0], told["lessons"][1], people.height, endpoint=True)),
        score=pl.Series(dice.integers(told["score"][0], told["score"][1], people.height, endpoint=True)),
        class_head=heads.to_series().cast(pl.Int8),
        special=pl.Series((dice.random(people.height) < told["special"]).astype(np.int8)),
        note=pl.lit(workforce_told()["note"]),
    )
    staff = people.group_by("school_code", maintain_order=True).len()
    each = dice.integers(told["each"][0], told["each"][1], staff.height)
    pools = staff.select("school_code", pool=pl.col("len") * pl.Series(each), note=pl.lit(workforce_told()["note"]))
    return {"pools": pools, "pay": pay, "wages": _wages(county.schools["county_code"][0], people.height)}


def _wages(county: str, teachers: int) -> pl.DataFrame:
    columns = ("teachers_average", "servants_average", "performance")
    years = workforce_told()["pay"]["wages"]
    rows = [
        {"county_code": county, "year": year, "teachers": teachers, **dict(zip(columns, yuan, strict=True))}
        for year, yuan in years.items()
    ]
    return pl.DataFrame(rows).with_columns(note=pl.lit(workforce_told()["note"]))


def talent_tables(seed: int, city: DemoTeachers) -> dict[str, pl.DataFrame]:
    """``programmes``, ``trainings`` and ``rural`` of all counties, beside the targets of article 7."""
    told, counties = workforce_told()["talent"], city.schools["county_code"].unique().sort().to_list()
    targets = {one.id: int(one.amount or 0) for one in article("art-07").commitments}
    dice = draws(seed, "talent")
    weights = dice.random(len(counties)) + LEAST
    programmes = [
        {"county_code": county, "programme": name, "year": year, "count": many}
        for name, shares in told["done"].items()
        for year, share in zip(told["years"], shares, strict=True)
        for county, many in zip(counties, _split(round(targets[name] * share), weights), strict=True)
    ]
    schools = city.schools.select("school_code", "section", "county_code", "urban_rural")
    rural = (
        city.teachers.join(schools, on=["school_code", "section"])
        .group_by("county_code")
        .agg(rural_teachers=pl.col("urban_rural").is_in(_rural()).sum())
        .sort("county_code")
    )
    there = dict(rural.select("county_code", "rural_teachers").iter_rows())
    trained = weights * np.array([there.get(county, 0) for county in counties])
    trained = trained if trained.any() else weights
    last = told["years"][-1]
    trainings = [
        {"county_code": county, "year": year, "person_times": many}
        for year, share in zip(told["years"], told["trained"], strict=True)
        for county, many in zip(counties, _split(round(targets["rural-training"] * share), trained), strict=True)
        if not (year == last and county in told["silent"])
    ]
    note = pl.lit(workforce_told()["note"])
    return {
        "programmes": pl.DataFrame(programmes).with_columns(note=note),
        "trainings": pl.DataFrame(trainings).with_columns(note=note),
        "rural": rural.with_columns(note=note),
    }


def _rural() -> list[str]:
    """The kinds of places that count as rural, as tables write them."""
    kinds = code_list("urban_rural")
    return [kinds.codes[one].zh for one in kinds.having("zone", "rural")]


def _split(total: int, weights: NDArray[np.float64]) -> list[int]:
    """A total in whole parts by weight: each but the last rounded down from what has been given so far."""
    until = np.floor(np.cumsum(weights) / weights.sum() * total + 1e-9).astype(int)
    return [int(one) for one in np.diff(until, prepend=0)]
