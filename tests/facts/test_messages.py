"""The message catalogue: both languages say the same things with the same names, and every code of ours is used."""

import re
import string
from pathlib import Path

import pytest

import junheng.facts
from junheng.facts.checks import CHECKS
from junheng.facts.findings import messages
from junheng.policy.text import Text

SOURCES = "".join(path.read_text(encoding="utf-8") for path in Path(junheng.facts.__file__).parent.rglob("*.py"))
OURS = ("template_", "form_", "snapshot_", "contract_")


def names(text: str) -> set[str]:
    return {name.removesuffix("_en").removesuffix("_zh") for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", list(messages()))
def test_a_message(code: str) -> None:
    message = messages()[code]
    for text in (message.what, message.rule, message.fix):
        assert isinstance(text, Text)
        assert re.search("[\u4e00-\u9fff]", text.zh) or text.zh.startswith("{")
        assert len(re.findall("[a-z]", text.en)) > len(re.findall("[\u4e00-\u9fff]", text.en)) or "{" in text.en
        assert text.zh.strip() == text.zh
        assert not text.en.endswith(".")


@pytest.mark.parametrize("code", [code for code in messages() if code in CHECKS or code.startswith(OURS)])
def test_both_languages_are_filled_with_the_same_values(code: str) -> None:
    message = messages()[code]
    for text in (message.what, message.rule, message.fix):
        assert names(text.zh) == names(text.en)


def test_every_message_of_templates_and_snapshots_is_used() -> None:
    for code in messages():
        if code.startswith(OURS) and code not in CHECKS:
            assert f'"{code}"' in SOURCES, code
