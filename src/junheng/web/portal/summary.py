"""What the city page says of one county: counts of schools, dispersions and items by how they stand."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from junheng.balance.model import CountyVerdict, ItemResult, State

DOMAINS = ("government", "quality", "social", "veto")
_WORDS: Mapping[bool | None, str] = {True: "met", False: "not_met", None: "not_judged"}


def summary(verdict: CountyVerdict, sections: Iterable[str]) -> dict[str, Any]:
    return {
        "sections": {section: counts(_passes(verdict, section)) for section in sections},
        "dispersions": counts(one.met for one in verdict.indicators),
        "domains": {domain: _domain(verdict, domain) for domain in DOMAINS},
        "reasons": [{"zh": reason.zh, "en": reason.en} for reason in verdict.reasons],
        "unreported": len(verdict.unreported),
    }


def _passes(verdict: CountyVerdict, section: str) -> Iterable[bool | None]:
    return (school.passes for school in verdict.schools if school.section == section)


def counts(stands: Iterable[bool | None]) -> dict[str, int]:
    """How many stand, fail and are open, and how many there are."""
    found = Counter(_WORDS[one] for one in stands)
    return {**{word: found[word] for word in _WORDS.values()}, "of": found.total()}


def _domain(verdict: CountyVerdict, domain: str) -> dict[str, Any]:
    items: list[ItemResult] = [one for one in verdict.items if one.item.domain == domain]
    state = verdict.domains.get(domain, State.NOT_JUDGED)
    return {"state": str(state), **counts(one.ok for one in items)}
