"""Who of the invented teachers is married to whom, whose child is at which school, and who wishes to go where."""

from collections.abc import Mapping

import numpy as np
import polars as pl
from numpy.random import Generator
from numpy.typing import NDArray

from junheng.demo.draws import draws
from junheng.demo.teachers_ranks import Bools, Ints, ranks
from junheng.demo.teachers_told import told

Words = NDArray[np.str_]


def bonds(seed: int, held: pl.DataFrame, post: Ints, ids: Words, may: Bools) -> Mapping[str, Words]:
    """Columns partner_id, child_school, wish_1, wish_2, …; ``may``: (T,) who may wish."""
    rng = draws(seed, "bonds of teachers")
    near = nearest(held, told()["wishes"]["near"])
    schools = held["school_code"].to_numpy()
    county = held["county_code"].rank("dense").to_numpy().astype(np.int64)[post] - 1
    return {
        "partner_id": _partners(rng, county, ids),
        "child_school": _children(rng, near, schools, post),
        **_wishes(rng, near, schools, post, may & (rng.random(post.size) < told()["wishing"])),
    }


def nearest(held: pl.DataFrame, many: int) -> Ints:
    """(P, many) the nearest posts of the same county and section, -1 where there are no more."""
    found = np.full((held.height, many), -1, dtype=np.int64)
    lon, lat = held["longitude"].to_numpy(), held["latitude"].to_numpy()
    places = np.column_stack((lon * np.cos(np.deg2rad(lat.mean())), lat))
    for _, rows in held.with_row_index("post").group_by("county_code", "section"):
        here = rows["post"].to_numpy()
        apart = np.linalg.norm(places[here, None] - places[here], axis=2)
        np.fill_diagonal(apart, np.inf)
        few = min(many, here.size - 1)
        found[here, :few] = here[np.argsort(apart, axis=1, kind="stable")[:, :few]]
    return found


def _partners(rng: Generator, county: Ints, ids: Words) -> Words:
    """Pairs within a county; each names the other."""
    rank = ranks(county, rng.random(ids.size))
    married = rank < (np.bincount(county) * told()["couples"] / 2).astype(np.int64)[county] * 2
    order = np.lexsort((rank, county))
    order = order[married[order]]
    found = np.full(ids.size, "", dtype=ids.dtype)
    found[order] = ids[order.reshape(-1, 2)[:, ::-1].reshape(-1)]
    return found


def _children(rng: Generator, near: Ints, schools: Words, post: Ints) -> Words:
    """The own school or one nearby."""
    choice = rng.integers(-1, near.shape[1], post.size)
    other = near[post, choice]
    at = np.where((choice < 0) | (other < 0), post, other)
    return np.where(rng.random(post.size) < told()["children"], schools[at], "")


def _wishes(rng: Generator, near: Ints, schools: Words, post: Ints, wishing: Bools) -> dict[str, Words]:
    """One to three different schools nearby, the nearer ones oftener first."""
    most = told()["wishes"]["most"]
    who = np.flatnonzero(wishing)
    choices = near[post[who]]
    key = rng.random(choices.shape) + np.arange(choices.shape[1]) / choices.shape[1]
    first = np.argsort(np.where(choices < 0, np.inf, key), axis=1)[:, :most]
    chosen = np.take_along_axis(choices, first, axis=1)
    many = rng.integers(1, most + 1, who.size)
    found = {}
    for rank in range(most):
        column = np.full(post.size, "", dtype=schools.dtype)
        given = (chosen[:, rank] >= 0) & (rank < many)
        column[who[given]] = schools[chosen[given, rank]]
        found[f"wish_{rank + 1}"] = column
    return found
