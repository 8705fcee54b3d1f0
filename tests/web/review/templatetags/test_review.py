"""Values and changes as the pages say them."""

from junheng.web.review.templatetags.review import cell_value, change


def test_values_as_cells_say_them() -> None:
    assert [cell_value(one) for one in (None, 4000, 2.5, "/", "*", "小学")] == ["—", "4,000", "2.50", "/", "*", "小学"]


def test_a_year_is_a_name_and_no_amount() -> None:
    assert [cell_value(one, "年") for one in (None, 1962, "/")] == ["—", "1962", "/"]
    assert cell_value(1962, "人") == "1,962"


def test_changes_have_a_sign() -> None:
    assert [change(one) for one in (None, 0.0, 0.123, -0.5)] == ["", "0.0%", "+12.3%", "−50.0%"]
