"""What a report is made of, whatever paper it is printed on."""

from dataclasses import dataclass

from junheng.publish.charts import Chart
from junheng.publish.table import Table


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 1 is 一、 and 2 is （一）."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table; a wide one is set in small type."""

    table: Table
    number: int


@dataclass(frozen=True, slots=True)
class Figure:
    chart: Chart
    number: int


Block = Heading | Paragraph | Bullets | TableBlock | Figure


@dataclass(frozen=True, slots=True)
class Report:
    """``notice`` stands in the header of every page; ``year`` fixes the date inside the files."""

    title: str
    subtitle: str
    notice: str
    year: int
    blocks: tuple[Block, ...]
