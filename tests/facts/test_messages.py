"""The message catalogue: both languages say the same things with the same names, and every code of ours is used."""

import ast
import re
import string
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml

import junheng.facts
from junheng.facts.checks import CHECKS
from junheng.facts.findings import messages
from junheng.policy.text import Text

FACTS = Path(junheng.facts.__file__).parent
CATALOGUE = FACTS / "messages.yaml"
SOURCES = "".join(path.read_text(encoding="utf-8") for path in FACTS.rglob("*.py"))
OF_A_CELL = {"raw", "value", "field", "field_en"}
"""What the collector gives to every finding of a cell."""
OURS = ("template_", "form_", "snapshot_", "contract_")


RAW: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@cache
def given() -> Mapping[str, set[str]]:
    """Message code -> names of the values given by the modules that speak of it."""
    found: dict[str, set[str]] = {code: set() for code in RAW}
    for path in FACTS.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        texts = {one.value for one in nodes if isinstance(one, ast.Constant) and isinstance(one.value, str)}
        keys = {one.arg for one in nodes if isinstance(one, ast.keyword) and one.arg}
        keys |= OF_A_CELL if path.name == "values.py" else set()
        for one in nodes:
            if isinstance(one, ast.Dict):
                keys |= {str(key.value) for key in one.keys if isinstance(key, ast.Constant)}
        for code in texts & set(RAW):
            found[code] |= keys
    return found


def names(text: str) -> set[str]:
    return {name.removesuffix("_en").removesuffix("_zh") for _, name, _, _ in string.Formatter().parse(text) if name}


def test_no_code_stands_twice_in_the_file() -> None:
    """YAML would silently keep the second of two."""
    codes = re.findall(r"^(\w+):", CATALOGUE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(codes) == sorted(set(codes)) == sorted(RAW)


@pytest.mark.parametrize("code", list(RAW))
def test_what_is_wrong_the_rule_and_the_remedy_are_said_in_both_languages(code: str) -> None:
    assert list(RAW[code]) == ["what", "rule", "fix"]
    for part in RAW[code].values():
        assert list(part) == ["zh", "en"]
        assert all(isinstance(text, str) and text.strip() for text in part.values())


@pytest.mark.parametrize("code", [code for code in RAW if code not in CHECKS])
def test_only_values_that_are_given_are_asked_for(code: str) -> None:
    """The checks fill theirs in their failing examples; here the modules that name a code give its values."""
    asked = {name for part in RAW[code].values() for text in part.values() for name in placeholders(text)}
    assert all(name.isidentifier() for name in asked)
    assert asked <= given()[code]


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


def test_every_message_is_used() -> None:
    assert [code for code in messages() if code not in CHECKS and f'"{code}"' not in SOURCES] == []
