"""The receipt of an import: what was read, changed, rejected and ignored, file by file."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from junheng.facts.findings import Finding, Outcome


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it came in. ``kind`` says how it was understood (jiaoji, flat, template, csv, mapping, unreadable)."""

    name: str
    sha256: str
    size: int
    kind: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """The whole answer to an import. ``rows`` counts accepted rows by table, ``cells`` the cells they came from."""

    files: tuple[SourceFile, ...]
    rows: Mapping[str, int]
    cells: int
    findings: tuple[Finding, ...]

    def having(self, outcome: Outcome) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.outcome is outcome)

    @property
    def counts(self) -> Mapping[str, int]:
        """Findings by outcome, zeros included."""
        found = Counter(finding.outcome for finding in self.findings)
        return {str(outcome): found[outcome] for outcome in Outcome}

    @property
    def clean(self) -> bool:
        """Nothing was rejected."""
        return not self.having(Outcome.REJECTED)

    def with_findings(self, more: Iterable[Finding]) -> "Receipt":
        return Receipt(self.files, self.rows, self.cells, (*self.findings, *more))

    def to_dict(self) -> dict[str, Any]:
        return {
            "files": [
                {"name": one.name, "sha256": one.sha256, "size": one.size, "kind": one.kind} for one in self.files
            ],
            "read": {"rows": dict(self.rows), "cells": self.cells},
            "counts": dict(self.counts),
            "findings": [finding.to_dict() for finding in self.findings],
        }
