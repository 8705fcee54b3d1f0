"""Tables as HTML: escaped, accessible, the numbers of the table."""

from html.parser import HTMLParser

from junheng.balance.model import CityVerdict
from junheng.policy import Text
from junheng.publish import tables
from junheng.publish.display import grid
from junheng.publish.html import group_spans, to_html
from junheng.publish.table import Column, Table
from tests.publish.conftest import COUNTY


class Cells(HTMLParser):
    """Collects the texts of the body rows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  its signature
        if tag == "tbody":
            self.inside = True
        if self.inside and tag == "tr":
            self.rows.append([])
        if self.inside and tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "tbody":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside and self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.strip("\n")


def test_the_page_has_the_cells_of_the_table(city: CityVerdict) -> None:
    table = tables.school_values(city, COUNTY)
    parser = Cells()
    parser.feed(to_html(table, "zh"))
    assert parser.rows == grid(table, "zh")


def test_names_cannot_break_out_of_the_page() -> None:
    nasty = '<script>alert("1")</script>&'
    table = Table(
        nasty, Text(nasty, nasty), (Column("a", Text(nasty, nasty)),), ((nasty,),), (Text(nasty, nasty),), nasty
    )
    page = to_html(table, "en")
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 6


def test_rows_columns_and_groups_have_headers(city: CityVerdict) -> None:
    page = to_html(tables.school_values(city, COUNTY), "zh")
    assert page.count('scope="row"') == 5
    assert '<th scope="colgroup" colspan="7">资源配置指标</th>' in page
    assert "<caption>金水区各校资源配置</caption>" in page
    assert 'lang="zh-CN"' in page


def test_neighbours_of_one_group_are_counted_together() -> None:
    group = Text("组", "G")
    columns = tuple(Column(str(at), Text("", ""), group=one) for at, one in enumerate((None, group, group, None)))
    assert group_spans(columns, "zh") == [("", 1), ("组", 2), ("", 1)]


def test_a_table_without_notes_has_no_foot() -> None:
    assert "<tfoot>" not in to_html(Table("t", Text("表", "T"), (Column("a", Text("甲", "A")),), ()))
