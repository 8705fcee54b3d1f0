"""The plan to the horizon on paper: report as Word and PDF, tables as a workbook, projects for the project library."""

from junheng.publish.plan.content import Source, plan_report
from junheng.publish.plan.tables import plan_tables, project_table
from junheng.publish.plan.write import write_plan

__all__ = ["Source", "plan_report", "plan_tables", "project_table", "write_plan"]
