"""Shared titles."""

from junheng.policy import Standard, Text
from junheng.publish.words import DOMAIN_TITLES, section_title


def test_every_domain_of_the_standard_has_a_title(standard: Standard) -> None:
    assert {item.domain for item in standard.items} | {"resources"} == set(DOMAIN_TITLES)


def test_sections_have_titles_and_unknown_ones_keep_their_name() -> None:
    assert section_title("junior").zh == "初中"
    assert section_title("kindergarten") == Text("kindergarten", "kindergarten")
