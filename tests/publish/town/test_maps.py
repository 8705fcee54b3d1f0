"""The map of a town: what is known is coloured, what is not is grey, marks have their own shapes."""

import xml.etree.ElementTree as ET

import pytest

from junheng.policy import Text
from junheng.policy.text import Language
from junheng.publish.charts import Chart, to_svg
from junheng.publish.town import Dot, Drawing, Mark, point_map

BREAKS = (-100, -10, -1, 1, 10, 100)


def drawn(language: Language = "zh", *marks: Mark) -> Chart:
    dots = [Dot("a", 113.6, 34.7, 30.0), Dot("b", 113.61, 34.71, -200.0), Dot("c", 113.62, 34.7, None)]
    drawing = Drawing(Text("样例", "Sample"), Text("缺口", "Gap"), dots, marks, BREAKS, Text("两个", "two"))
    return point_map(drawing, language)


def test_areas_are_coloured_by_value_and_grey_where_it_is_not_known() -> None:
    svg = to_svg(drawn())
    circles = [one for one in ET.fromstring(svg).iter() if one.get("aria-roledescription") == "circle"]  # noqa: S314
    assert [one.get("fill") for one in circles] == ["#ef8a62", "#2166ac", "#bbbbbb"]


@pytest.mark.parametrize(("language", "word"), [("zh", "新开"), ("en", "New site")])
def test_schools_and_sites_have_marks_and_a_legend(language: Language, word: str) -> None:
    chart = drawn(language, Mark("school", "s", 113.6, 34.7), Mark("site", "n", 113.61, 34.7))
    assert word in to_svg(chart)
    assert chart.alt.endswith("two" if language == "en" else "两个")
