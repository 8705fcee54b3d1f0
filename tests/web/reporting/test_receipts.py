"""Receipts as pages and papers show them."""

from junheng.policy import Text
from junheng.web.reporting import receipts
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book


def test_the_worst_comes_first_with_its_place(city: City) -> None:
    version = city.confirmed(book(teachers__pe_teachers=300))
    shown = receipts.shown(version.receipt, "zh")
    assert [one for one, _ in shown["counts"]] == ["rejected", "warned", "changed", "ignored"]
    assert "单元格 DC3" in shown["findings"][0]["place"]
    assert "cell DC3" in receipts.shown(version.receipt, "en")["findings"][0]["place"]
    assert (
        receipts.place_words({"file": "a", "sheet": None, "cell": None, "row": 7, "header": None}, "zh")
        == "文件 a 行 7"
    )


def test_the_number_follows_the_content(city: City) -> None:
    first, second = city.confirmed(), city.confirmed(book(rooms__books=4))
    numbers = [receipts.number_of(one) for one in (first, second)]
    assert numbers[0].startswith("HZ2025-2141000001-01-")
    assert numbers[0][-8:] != numbers[1][-8:]


def test_the_paper_has_the_lines_of_the_page(city: City) -> None:
    version = city.confirmed()
    lines = receipts.facts_of(version, [], Text("学校填报员", "School reporter"))
    head, files = receipts.tables_of(version, lines, "zh")
    assert head.records()[0] == {"what": "回执号", "value": receipts.number_of(version)}
    assert files.column("sha256") == [version.files[0]["sha256"]]
    assert receipts.pdf(version, lines, "en").startswith(b"%PDF")
    assert len(receipts.moment(version.made_at)) == 19
