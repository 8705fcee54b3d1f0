"""The receipt of an import: what was read, changed, rejected and ignored, file by file."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from junheng.facts.contracts import contract, contracts
from junheng.facts.findings import Finding, Outcome
from junheng.policy.text import Language, Text

OUTCOME_TITLES: Mapping[Outcome, Text] = {
    Outcome.REJECTED: Text("退回", "rejected"),
    Outcome.WARNED: Text("提醒", "please confirm"),
    Outcome.CHANGED: Text("已改", "changed"),
    Outcome.IGNORED: Text("忽略", "ignored"),
}
"""Outcomes in the order a reader wants them, the worst first."""

MORE = Text(
    "…… 另有 {rest} 条；加 --json 列出全部，加 --marked 文件夹 在原表中逐格标出",
    "... and {rest} more; --json lists all of them, --marked FOLDER marks each in a copy of the workbook",
)
NO_FILE = Text("整批数据", "All files together")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it came in. ``kind`` says how it was understood (jiaoji, flat, template, csv, mapping, unreadable).

    ``synthetic``: the file itself says that its data are made up.
    """

    name: str
    sha256: str
    size: int
    kind: str
    synthetic: bool = False


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
    def synthetic(self) -> bool:
        """Whether any file said that its data are made up."""
        return any(one.synthetic for one in self.files)

    @property
    def clean(self) -> bool:
        """Nothing was rejected."""
        return not self.having(Outcome.REJECTED)

    def with_findings(self, more: Iterable[Finding]) -> "Receipt":
        return Receipt(self.files, self.rows, self.cells, (*self.findings, *more))

    def to_dict(self) -> dict[str, Any]:
        return {
            "files": [
                {
                    "name": one.name,
                    "sha256": one.sha256,
                    "size": one.size,
                    "kind": one.kind,
                    "synthetic": one.synthetic,
                }
                for one in self.files
            ],
            "read": {"rows": dict(self.rows), "cells": self.cells},
            "counts": dict(self.counts),
            "findings": [finding.to_dict() for finding in self.findings],
        }

    def to_text(self, language: Language = "zh", *, most: int = 20) -> str:
        """The receipt as plain text: totals, then each file's findings, the worst outcome first, by sheet and row.

        At most ``most`` findings of one outcome and file; where some are left out, the text says how to see them.
        """
        zh = language == "zh"
        rows = ("，" if zh else ", ").join(
            f"{_table_title(table, language)} {count}" for table, count in self.rows.items()
        )
        counts = "  ".join(f"{title.in_(language)} {self.counts[one]}" for one, title in OUTCOME_TITLES.items())
        head = (
            [f"读取文件 {len(self.files)} 个，单元格 {self.cells} 个", f"行数：{rows or '无'}", counts]
            if zh
            else [f"{len(self.files)} files and {self.cells} cells read", f"rows: {rows or 'none'}", counts]
        )
        return "\n".join([*head, *self._files_in(language, most)])

    def _files_in(self, language: Language, most: int) -> Iterator[str]:
        by_file: dict[str, list[Finding]] = {one.name: [] for one in self.files}
        for finding in sorted(self.findings, key=_position):
            by_file.setdefault(finding.place.file, []).append(finding)
        known = {one.name: one for one in self.files}
        for name, findings in by_file.items():
            if findings:
                mark = f"  SHA-256 {known[name].sha256[:12]}" if name in known else ""
                yield f"\n{name or NO_FILE.in_(language)}{mark}"
                yield from _outcomes_in(findings, language, most)


def _position(finding: Finding) -> tuple[str, int, int]:
    """Sheet, row and column; what is about a whole file or sheet comes before what is about its rows."""
    place = finding.place
    return place.sheet or "", place.row or 0, place.column or 0


def _outcomes_in(findings: Sequence[Finding], language: Language, most: int) -> Iterator[str]:
    for outcome, title in OUTCOME_TITLES.items():
        of_it = [one for one in findings if one.outcome is outcome]
        if not of_it:
            continue
        yield f"  {title.in_(language)} {len(of_it)}"
        for one in of_it[:most]:
            where = replace(one.place, file="").in_(language)
            yield f"    {where}: {one.what(language)}".replace("    : ", "    ")
            yield f"      {'规则' if language == 'zh' else 'rule'}: {one.rule(language)}"
            yield f"      {'改法' if language == 'zh' else 'remedy'}: {one.fix(language)}"
        if len(of_it) > most:
            rest = len(of_it) - most
            yield f"    {MORE.in_(language).format(rest=rest)}"


def _table_title(table: str, language: Language) -> str:
    return contract(table).title.in_(language) if table in contracts() else table
