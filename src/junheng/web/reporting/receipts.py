"""A stored receipt as pages and papers show it."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.utils import timezone

from junheng.facts.contracts import contracts
from junheng.facts.findings import Place
from junheng.facts.receipt import OUTCOME_TITLES
from junheng.policy import year_label
from junheng.policy.text import Language, Text
from junheng.publish import SYNTHETIC, About, Column, Table, to_pdf
from junheng.web.reporting.models import Step, Version

SHOWN = 500
"""Findings on a page; the marked workbook holds all."""
WORST_FIRST = tuple(str(one) for one in OUTCOME_TITLES)
WAYS = {
    "upload": Text("上传", "uploaded"),
    "typed": Text("在线填写", "typed in"),
    "bulk": Text("批量导入", "imported"),
}


def shown(receipt: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """What a page says of a stored receipt, the worst first."""
    ordered = sorted(receipt["findings"], key=lambda one: WORST_FIRST.index(one["outcome"]))
    return {
        "files": receipt["files"],
        "cells": receipt["read"]["cells"],
        "counts": [(one, receipt["counts"][one]) for one in WORST_FIRST],
        "read": [
            (contracts()[table].title, rows) for table, rows in receipt["read"]["rows"].items() if table in contracts()
        ],
        "findings": [_finding(one, language) for one in ordered[:SHOWN]],
        "more": max(len(ordered) - SHOWN, 0),
    }


def _finding(one: Mapping[str, Any], language: Language) -> dict[str, str]:
    words = {part: str(one[part][language]) for part in ("what", "rule", "fix")}
    return {"outcome": str(one["outcome"]), "place": place_words(one, language), **words}


def place_words(one: Mapping[str, Any], language: Language) -> str:
    """Where a stored finding points at."""
    place = Place(one["file"] or "", one["sheet"], None if one["cell"] else one["row"], None, None).in_(language)
    cell = {"zh": "单元格", "en": "cell"}[language]
    header = {"zh": "「{}」", "en": '"{}"'}[language].format(one["header"]) if one["header"] else ""
    return " ".join(part for part in (place, f"{cell} {one['cell']}" if one["cell"] else "", header) if part)


def number_of(version: Version) -> str:
    """The number of a receipt: year, unit, version, and eight digits of the content it stands for."""
    submission = version.submission
    digest = hashlib.sha256("".join(sorted(str(one["sha256"]) for one in version.files)).encode()).hexdigest()
    return f"HZ{submission.round.year}-{submission.organisation.code}-{version.number:02d}-{digest[:8].upper()}"


def facts_of(version: Version, steps: Iterable[Step], role: Text) -> list[tuple[Text, str | Text]]:
    """The lines of a receipt, in the order they are read."""
    own, held = version.submission.organisation, version.submission.round
    handed_in = next((one.at for one in steps if one.version_id == version.pk and one.verb == "submit"), None)
    counts = version.receipt["counts"]
    lines: list[tuple[Text, str | Text]] = [
        (Text("回执号", "Receipt"), number_of(version)),
        (
            Text("填报单位", "Organisation"),
            Text(f"{own.name}（{own.code}）", f"{own.name_en or own.name} ({own.code})"),
        ),
        (Text("学年", "School year"), Text(year_label(held.year), f"{held.year}–{held.year + 1}")),
        (Text("版本", "Version"), str(version.number)),
        (Text("方式", "How"), WAYS[version.way]),
        (Text("存入时间", "Stored"), moment(version.made_at)),
        (Text("提交时间", "Handed in"), moment(handed_in) if handed_in else Text("尚未提交", "not yet")),
        (Text("办理角色", "By"), role),
        (Text("读入单元格", "Cells read"), str(version.receipt["read"]["cells"])),
    ]
    lines += [(title, str(counts[str(outcome)])) for outcome, title in OUTCOME_TITLES.items()]
    if version.asked:
        lines.append((Text("必填项完成", "Required lines filled in"), f"{version.given} / {version.asked}"))
    return lines


def moment(at: Any) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M:%S}"


def tables_of(version: Version, lines: Sequence[tuple[Text, str | Text]], language: Language) -> tuple[Table, Table]:
    """The receipt as the tables that its paper is made from."""
    held = version.submission.round
    about = About(held.year, "school", held.standard)
    notes = (SYNTHETIC,) if held.synthetic else ()
    words = tuple((name.in_(language), one.in_(language) if isinstance(one, Text) else one) for name, one in lines)
    head = Table(
        "receipt",
        Text("填报回执", "Receipt"),
        (Column("what", Text("项目", "Item")), Column("value", Text("内容", "Content"))),
        words,
        notes,
        about=about,
    )
    files = Table(
        "files",
        Text("收到的文件", "Files received"),
        (
            Column("name", Text("文件", "File")),
            Column("size", Text("字节", "Bytes"), "number", decimals=0),
            Column("sha256", Text("SHA-256", "SHA-256"), "code"),
        ),
        tuple((one["name"], one["size"], one["sha256"]) for one in version.files),
        about=about,
    )
    return head, files


def pdf(version: Version, lines: Sequence[tuple[Text, str | Text]], language: Language) -> bytes:
    with TemporaryDirectory(prefix="junheng-receipt-") as folder:
        return to_pdf(tables_of(version, lines, language), Path(folder) / "receipt.pdf", language).read_bytes()
