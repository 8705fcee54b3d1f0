"""Writers of workbooks that look like what offices send: the official school workbook and the flat export."""

from junheng.facts.writers.flat import write_flat_export
from junheng.facts.writers.jiaoji import write_jiaoji

__all__ = ["write_flat_export", "write_jiaoji"]
