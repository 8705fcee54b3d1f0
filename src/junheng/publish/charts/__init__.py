"""Charts made from tables: the plotted number is the rounded number, the label shows it, and the axis starts at 0."""

from junheng.publish.charts.chart import Chart, to_png, to_svg
from junheng.publish.charts.dispersions import dispersion_chart
from junheng.publish.charts.schools import school_chart
from junheng.publish.charts.trends import trend_chart

__all__ = ["Chart", "dispersion_chart", "school_chart", "to_png", "to_svg", "trend_chart"]
