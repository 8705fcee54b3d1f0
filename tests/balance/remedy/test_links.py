"""What sections share is found by school and indicator."""

from dataclasses import replace

import numpy as np

from junheng.balance.remedy.links import links_of
from junheng.balance.remedy.sections import Section
from tests.balance.remedy.tiny import tiny


def section(level: str, codes: tuple[str, ...], share: list[list[float]] | None) -> Section:
    problem = replace(tiny(1, len(codes)), schools=codes)
    return Section(("c", level), problem, share=None if share is None else np.array(share))


def test_a_quantity_is_shared_where_a_part_of_it_counts_in_either_section() -> None:
    one = section("primary", ("a", "b"), [[1, 1, 0.5], [1, 1, 0.7]])
    other = section("junior", ("b", "c"), [[1, 1, 0.3], [1, 1, 0.2]])
    third = section("senior", ("b",), [[1, 0.4, 0.1]])
    assert links_of([one, other]).tolist() == [[0, 1, 1, 0, 2]]
    assert links_of([one, other, third]).tolist() == [[0, 1, 1, 0, 2], [0, 1, 2, 0, 2]]


def test_sections_without_shares_or_without_a_problem_share_nothing() -> None:
    one = section("primary", ("a",), [[1, 1, 0.5]])
    assert links_of([one, section("junior", ("a",), None)]).shape == (0, 5)
    assert links_of([one, replace(one, problem=None)]).size == 0
