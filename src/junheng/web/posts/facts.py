"""What the schools of a county reported, as the published year has it: the numbers the verdict is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polars as pl

from junheng.balance.merge import merged
from junheng.facts import Facts, SnapshotError, open_snapshot
from junheng.facts.codes import code_list
from junheng.policy.text import Text
from junheng.teachers import Read, read, tables
from junheng.web.kit.refusal import SnapshotGone
from junheng.web.portal.models import Edition

KEPT = 2
"""Years that a process keeps."""
PRIVATE, SPECIAL = "10", "special"
"""The organiser and the kind of school that the standard of posts is not for."""


@dataclass(frozen=True, slots=True, eq=False)
class Reported:
    """The public schools of one county: ``sections`` as the engine reads them; ``schools`` by code with
    ``school_name``, ``urban_rural``, ``small_rural``, ``staff_total``; ``left_out`` how many are private or special.
    """

    year: int
    snapshot: str
    synthetic: bool
    sections: Read
    schools: Mapping[str, Mapping[str, object]]
    left_out: int


def reported(edition: Edition, county: str) -> Reported:
    """The schools of a county in a published year; uncounted schools are part of the one that counts for them.

    Raises:
        Refusal: the snapshot is not on this machine, or is another one.
    """
    try:
        facts, digest = _merged(edition.snapshot_path)
    except (OSError, SnapshotError) as fault:
        raise SnapshotGone from fault
    if digest != edition.snapshot:
        raise SnapshotGone
    here = facts["schools"].filter(pl.col("county_code") == county)
    special = code_list("school_types").having("kind", SPECIAL)
    public = here.filter((pl.col("organiser").fill_null("") != PRIVATE) & ~pl.col("school_type").is_in(list(special)))
    schools = public.join(facts["staff"].select("school_code", "staff_total"), on="school_code", how="left")
    return Reported(
        edition.year,
        edition.snapshot,
        edition.synthetic,
        read(_sections(facts, schools), tables()["schools"]),
        {one["school_code"]: one for one in schools.to_dicts()},
        here.height - public.height,
    )


@lru_cache(maxsize=KEPT)
def _merged(path: str) -> tuple[Facts, str]:
    snapshot = open_snapshot(Path(path), verify=False)
    return merged(snapshot.facts).facts, snapshot.hash


def _sections(facts: Facts, schools: pl.DataFrame) -> pl.DataFrame:
    """A row of text for each section with pupils."""
    wanted = ["school_code", "section", "pupils", "classes"]
    rows = facts["sections"].select(wanted).filter((pl.col("pupils") > 0) & pl.col("section").is_in(list(SECTIONS)))
    small = schools.select("school_code", "county_code", small_rural=pl.col("small_rural").cast(pl.Int8))
    return (
        rows.join(small, on="school_code").select(pl.all().cast(pl.String).fill_null("")).sort("school_code", "section")
    )


SECTIONS: Mapping[str, Text] = {one: code_list("sections").codes[one] for one in ("primary", "junior", "senior")}
