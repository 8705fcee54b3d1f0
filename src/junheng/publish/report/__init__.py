"""The self-assessment report of a county (县级自评报告) as Word and PDF, from the same blocks."""

from junheng.publish.report.content import Material, county_report
from junheng.publish.report.write import write_report

__all__ = ["Material", "county_report", "write_report"]
