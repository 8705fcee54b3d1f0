"""What a lock was judged to be, one line per county: kept beside the lock, whatever is locked after it."""

from collections.abc import Iterator
from typing import Any

from junheng.balance.model import CityVerdict, CountyVerdict


def summary(verdict: CityVerdict) -> list[dict[str, Any]]:
    """Plain JSON in the order of the verdict."""
    return [_county(one) for one in verdict.counties]


def _county(one: CountyVerdict) -> dict[str, Any]:
    judged = [school.passes for school in one.schools]
    return {
        "code": one.county_code,
        "name": {"zh": one.county.zh, "en": one.county.en},
        "state": str(one.state),
        "resources": str(one.resources),
        "sections": len(judged),
        "failing": judged.count(False),
        "not_judged": judged.count(None),
    }


def changed(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Iterator[str]:
    """Codes of the counties that a later lock judges otherwise."""
    before = {one["code"]: one for one in old}
    for one in new:
        if before.get(one["code"]) != one:
            yield one["code"]
