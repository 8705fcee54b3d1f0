"""Catalogues of messages: both languages hold the same names, and every line has something to say."""

from string import Formatter

import pytest

from junheng.policy.messages import catalogue

PACKAGES = ("junheng.policy", "junheng.facts")


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def bare(text: str, language: str) -> set[str]:
    """The names without the suffix that says in which language they are filled in."""
    return {name.removesuffix(language) for name in names(text)}


@pytest.mark.parametrize("package", PACKAGES)
def test_both_languages_fill_in_the_same_names(package: str) -> None:
    for code, message in catalogue(package).items():
        for part in (message.what, message.rule, message.fix):
            assert part.zh.strip(), code
            assert part.en.strip(), code
            assert bare(part.zh, "_zh") == bare(part.en, "_en"), code


def test_parts_are_filled_in_with_the_values_of_the_finding() -> None:
    what, rule, fix = catalogue("junheng.policy")["not_allowed"].parts("en", {"value": "x", "allowed": "a, b"})
    assert (what, rule, fix) == ("x is not one of the choices", "Choices: a, b", "Use one of them")


def test_braces_that_are_no_names_come_out_single() -> None:
    assert catalogue("junheng.policy")["no_values"].parts("zh", {})[1] == "写成 {日期: 值}；未知写 {日期: null}"
