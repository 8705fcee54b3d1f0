"""Posts of staff (编制, article 13): what schools need, have and fill, shared out anew; subjects that are short.

report(schools, norms, teachers, hours)    # tables in, one document out
"""

from junheng.teachers.establishment.need import posts_of
from junheng.teachers.establishment.report import report
from junheng.teachers.establishment.subjects import by_county, needed, posted, subjects_of

__all__ = ["by_county", "needed", "posted", "posts_of", "report", "subjects_of"]
