"""An evaluation in a notebook: verdicts in words, failing dispersions bold, nothing of the table's text as markup."""

from junheng.balance import evaluate
from junheng.balance.notebook import SHOWN, badge
from junheng.policy import load_standard
from tests.balance.tables import school, table

STANDARD = load_standard("jiaodu-2017-6")


def test_a_failing_dispersion_is_bold_and_the_verdict_in_words() -> None:
    rows = [school("1"), school("2", equipment_value_yuan=500 * 30_000.0)]
    html = evaluate(table(*rows), STANDARD)._repr_html_()
    assert html.count("<strong>") == 1
    assert "未达标 not met" in html


def test_text_from_the_table_is_escaped() -> None:
    html = evaluate(table(school("1", county="<script>")), STANDARD)._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_only_so_many_rows_are_shown_and_the_rest_is_counted() -> None:
    rows = [school(str(at), county=f"c{at:03d}") for at in range(SHOWN + 3)]
    html = evaluate(table(*rows), STANDARD)._repr_html_()
    assert html.count("<tr>") == SHOWN + 1
    assert "3 more rows" in html


def test_every_verdict_has_its_word() -> None:
    assert ["未评定" in badge(None), "达标" in badge(True), "未达标" in badge(False)] == [True] * 3
