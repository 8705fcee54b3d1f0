"""Checks of a year's facts: what the contracts forbid, what contradicts itself, what jumped, who is missing.

Two outcomes. *Rejected*: the value or row breaks its contract and is not used; a value becomes not reported, a row with
a bad key is dropped, and the receipt names the place. *Warned*: the values are each possible but not together, or not
plausible; nobody can tell from here which one is wrong, so all are kept and the reporter is asked.
"""

from dataclasses import dataclass

import polars as pl

from junheng.facts.checks import classes, contract_checks, counties, presence, relations, schools, years
from junheng.facts.checks.contract_checks import TITLES as CONTRACT_CHECKS
from junheng.facts.checks.contract_checks import keep
from junheng.facts.checks.model import Check, Context, Registry
from junheng.facts.checks.places import findings
from junheng.facts.findings import Finding
from junheng.facts.tables import Facts

__all__ = ["CHECKS", "Accepted", "Check", "accept", "check"]


def _registry() -> Registry:
    registry = Registry()
    contract_checks.register(registry)
    relations.register(registry)
    for module in (classes, schools, counties, years, presence):
        for one in module.REGISTRY.values():
            registry.put(one)
    return registry


CHECKS = _registry()
"""All checks by id, in the order they run."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The facts that can be used, and everything there is to say about those that were given."""

    facts: Facts
    findings: tuple[Finding, ...]


def accept(facts: Facts, *, previous: Facts | None = None, expected: pl.DataFrame | None = None) -> Accepted:
    """Check the facts and take out what is rejected; ``previous`` and ``expected`` as for :func:`check`."""
    kept = keep(facts)
    rejected = findings(((CHECKS[id_], hits) for id_, hits in kept.hits.items()), facts)
    context = Context(kept.facts, previous, expected)
    rest = [one for id_, one in CHECKS.items() if id_ not in CONTRACT_CHECKS]
    warned = findings(((one, tuple(one.run(context))) for one in rest), kept.facts)
    return Accepted(kept.facts, (*rejected, *warned))


def check(facts: Facts, *, previous: Facts | None = None, expected: pl.DataFrame | None = None) -> list[Finding]:
    """Everything there is to say about the facts.

    Args:
        facts: of one school year.
        previous: facts of the year before, for jumps and for schools that are gone or new.
        expected: the schools that should report: ``school_code`` and, as far as known, ``school_name``,
            ``county_code`` and ``section`` (one row per school or per section).
    """
    return list(accept(facts, previous=previous, expected=expected).findings)
