"""The numbers of the law, from the dated file."""

from junheng.web.workbench.norms import SECTIONS, norms


def test_class_norm_and_radius_by_section() -> None:
    assert {section: (norms(section, 2025).class_norm, norms(section, 2025).radius) for section in SECTIONS} == {
        "primary": (45, 500),
        "junior": (50, 1000),
    }
