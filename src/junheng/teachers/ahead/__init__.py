"""Teachers of the coming years (articles 6 and 7): who retires when, who arrives, what the classes need, by subject.

report(tables, laws, year, years)    # tables in, one document out
"""

from junheng.teachers.ahead.flows import flows
from junheng.teachers.ahead.report import Laws, Tables, report
from junheng.teachers.ahead.retiring import retiring

__all__ = ["Laws", "Tables", "flows", "report", "retiring"]
