"""The receipt on screen and as JSON."""

import json

import pytest

from junheng.facts.findings import Finding, Outcome, Place
from junheng.facts.receipt import OUTCOME_TITLES, Receipt, SourceFile
from junheng.policy.text import Language

FILES = (SourceFile("甲.xlsx", "ab" * 32, 10, "template"), SourceFile("乙.csv", "cd" * 32, 3, "csv"))


def finding(outcome: Outcome, file: str = "甲.xlsx", row: int = 2) -> Finding:
    return Finding("empty_file", outcome, Place(file, "表", row, 1, "人数"))


def test_counts_have_every_outcome() -> None:
    receipt = Receipt(FILES, {"schools": 2}, 9, (finding(Outcome.WARNED), finding(Outcome.WARNED)))
    assert receipt.counts == {"changed": 0, "rejected": 0, "ignored": 0, "warned": 2}
    assert receipt.clean
    assert not receipt.with_findings([finding(Outcome.REJECTED)]).clean
    assert len(receipt.findings) == 2


def test_json_has_everything_in_both_languages() -> None:
    said = json.loads(json.dumps(Receipt(FILES, {"schools": 2}, 9, (finding(Outcome.REJECTED),)).to_dict()))
    assert said["files"][0] == {
        "name": "甲.xlsx",
        "sha256": "ab" * 32,
        "size": 10,
        "kind": "template",
        "synthetic": False,
    }
    assert said["read"] == {"rows": {"schools": 2}, "cells": 9}
    assert said["findings"][0]["cell"] == "A2"
    assert said["findings"][0]["what"] == {"zh": "文件是空的", "en": "The file is empty"}


def test_text_groups_by_file_and_outcome_and_names_the_place_once() -> None:
    findings = (finding(Outcome.CHANGED), finding(Outcome.REJECTED, row=3), finding(Outcome.WARNED, "乙.csv"))
    lines = Receipt(FILES, {"schools": 2, "units": 1}, 9, findings).to_text().splitlines()
    assert lines[:3] == [
        "读取文件 2 个，单元格 9 个",
        "行数：学校基本情况 2，units 1",
        "退回 1  提醒 1  已改 1  忽略 0",
    ]
    assert lines.index("甲.xlsx  SHA-256 abababababab") < lines.index("  退回 1") < lines.index("  已改 1")
    assert "    工作表 表 单元格 A3 「人数」: 文件是空的" in lines
    assert "      改法: 请重新导出或填写后再上传" in lines
    assert "乙.csv  SHA-256 cdcdcdcdcdcd" in lines


def test_files_without_anything_to_say_are_not_listed() -> None:
    assert "甲.xlsx" not in Receipt(FILES, {}, 0, ()).to_text()


@pytest.mark.parametrize(("language", "words"), [("zh", "另有 3 条"), ("en", "and 3 more")])
def test_long_lists_are_cut_on_screen_and_whole_in_json(language: Language, words: str) -> None:
    receipt = Receipt(FILES, {}, 0, tuple(finding(Outcome.WARNED, row=row) for row in range(2, 10)))
    text = receipt.to_text(language, most=5)
    assert words in text
    assert "--json" in text
    assert "--marked" in text
    assert text.count("A2") + text.count("A9") == 1
    assert len(receipt.to_dict()["findings"]) == 8


def test_findings_about_no_file_stand_under_a_heading_of_their_own() -> None:
    text = Receipt(FILES, {}, 0, (Finding("empty_file", Outcome.WARNED, Place("")),)).to_text("en")
    assert "All files together" in text
    assert "\n    The file is empty\n" in text


def test_every_outcome_has_a_title() -> None:
    assert set(OUTCOME_TITLES) == set(Outcome)


def test_findings_stand_in_the_order_of_the_sheet_whatever_order_they_came_in() -> None:
    places = [Place("甲.xlsx", "表2", 1, 1), Place("甲.xlsx", "表1", 10, 1), Place("甲.xlsx", "表1", 9, 2)]
    places += [Place("甲.xlsx", "表1", 9, 1), Place("甲.xlsx", "表1"), Place("甲.xlsx")]
    text = Receipt(FILES, {}, 0, tuple(Finding("empty_file", Outcome.REJECTED, one) for one in places)).to_text()
    found = [line.strip() for line in text.splitlines() if line.endswith("文件是空的")]
    assert found == [
        "文件是空的",
        "工作表 表1: 文件是空的",
        "工作表 表1 单元格 A9: 文件是空的",
        "工作表 表1 单元格 B9: 文件是空的",
        "工作表 表1 单元格 A10: 文件是空的",
        "工作表 表2 单元格 A1: 文件是空的",
    ]
