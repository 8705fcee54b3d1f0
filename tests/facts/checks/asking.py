"""One check asked about the year of the examples with some changes."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from junheng.facts.checks import CHECKS
from junheng.facts.checks.model import Context
from junheng.facts.checks.places import findings
from junheng.facts.findings import Finding
from tests.facts.checks.examples import Change, in_memory


def said(
    name: str, change: Change, *, before: Change | None = None, expected: Sequence[dict[str, Any]] | None = None
) -> list[Finding]:
    """What the check says; ``before`` are the changes of the year before, ``expected`` the rows of the list."""
    facts = in_memory(change)
    previous = None if before is None else in_memory(before, 2024)
    listed = None if expected is None else pl.DataFrame(expected)
    return findings([(CHECKS[name], tuple(CHECKS[name].run(Context(facts, previous, listed))))], facts)
