"""Charts become pictures without a network."""

from junheng.policy import Text
from junheng.publish.charts.chart import Chart, chart_of, to_png, to_svg
from junheng.publish.table import Table

TABLE = Table("t", Text("题", "Title"), (), ())
SPEC = {
    "data": {"values": [{"学段": "小学", "值": 1}]},
    "mark": "bar",
    "encoding": {"x": {"field": "值", "type": "quantitative"}, "y": {"field": "学段", "type": "nominal"}},
}


def test_chinese_is_set_in_the_packaged_font() -> None:
    svg = to_svg(chart_of("c", TABLE, "zh", SPEC, "小学1"))
    assert "小学" in svg
    assert "Noto Sans SC" in svg


def test_a_picture_is_made() -> None:
    assert to_png(chart_of("c", TABLE, "zh", SPEC, ""), scale=1).startswith(b"\x89PNG")


def test_the_words_say_what_is_shown() -> None:
    chart = chart_of("c", TABLE, "en", SPEC, "one", part=Text("甲", "A"))
    assert (chart.title, chart.alt) == ("Title: A", "Title: A: one")
    assert isinstance(chart, Chart)
    assert chart.values == [{"学段": "小学", "值": 1}]
