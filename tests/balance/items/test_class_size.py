"""G5: classes of 46 to 50 are too large in primary and allowed in junior; unclear bands are not guessed."""

from decimal import Decimal

import pytest

from junheng.policy import load_standard
from tests.balance.city import JUNIOR, NINE, PRIMARY, Tables, row_of
from tests.balance.items.spoil import item


@pytest.mark.parametrize(
    ("code", "band", "met"),
    [
        (PRIMARY, "classes_41_45", True),
        (PRIMARY, "classes_46_50", False),
        (JUNIOR, "classes_46_50", True),
        (JUNIOR, "classes_51_55", False),
        (JUNIOR, "classes_ge66", False),
    ],
)
def test_a_class_in_a_band(code: str, band: str, *, met: bool) -> None:
    assert item("G5", lambda tables: row_of(tables, "class_sizes", code).update({band: 1})).by_school[code] is met


def test_a_blank_band_leaves_it_open_unless_another_fails() -> None:
    def blank(tables: Tables, more: int) -> None:
        row_of(tables, "class_sizes", PRIMARY).update(classes_ge66=None, classes_51_55=more)

    assert item("G5", lambda tables: blank(tables, 0)).by_school[PRIMARY] is None
    assert item("G5", lambda tables: blank(tables, 1)).by_school[PRIMARY] is False


def whole(tables: Tables, **bands: int) -> None:
    """The combined school reports its classes for the whole school only."""
    tables["class_sizes"] = [row for row in tables["class_sizes"] if row["school_code"] != NINE]
    none = {name: 0 for name in row_of(tables, "class_sizes", PRIMARY) if name.startswith("classes")}
    tables["class_sizes"].append({"school_code": NINE, "section": "all", **none, **bands})


@pytest.mark.parametrize(("band", "met"), [("classes_41_45", True), ("classes_46_50", None), ("classes_51_55", False)])
def test_whole_school_bands_are_judged_where_both_limits_agree(band: str, met: bool | None) -> None:
    assert item("G5", lambda tables: whole(tables, **{band: 1})).by_school[NINE] is met


def test_a_limit_inside_a_band_leaves_its_classes_open() -> None:
    law = load_standard("jiaodu-2017-6").with_values({"G5.primary": Decimal(38)})
    assert item("G5", law=law).by_school[PRIMARY] is None


def test_the_form_counts_classes_above_the_limit() -> None:
    found = item("G5", lambda tables: row_of(tables, "class_sizes", PRIMARY).update(classes_46_50=2, classes_51_55=1))
    assert (found.figures["oversized_primary"], found.figures["oversized_junior"]) == (3, 0)


def test_a_school_with_two_failing_sections_is_one_failing_school() -> None:
    def spoil(tables: Tables) -> None:
        for row in tables["class_sizes"]:
            if row["school_code"] == NINE:
                row["classes_ge66"] = 1

    found = item("G5", spoil)
    assert [one.code for one in found.failing] == [NINE]
    assert "小学" in found.failing[0].why.zh
    assert "；初中" in found.failing[0].why.zh
    assert "1所未达标" in found.summary.zh
