"""The pieces of a report."""

from dataclasses import FrozenInstanceError

import pytest

from junheng.publish.report.blocks import Bullets, Heading, Paragraph, Report


def test_blocks_are_values_that_do_not_change() -> None:
    first = Report("题", "副题", "", 2023, (Heading(1, "一"), Paragraph("甲"), Bullets(("乙",))))
    assert first == Report("题", "副题", "", 2023, (Heading(1, "一"), Paragraph("甲"), Bullets(("乙",))))
    with pytest.raises(FrozenInstanceError):
        first.title = "新题"  # type: ignore[misc]
