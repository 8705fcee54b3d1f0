"""Posts by pupils and classes, and the county's total shared out anew."""

from datetime import date

from junheng.policy.establishment_norms import EstablishmentNorms, establishment_norms
from junheng.teachers.establishment.need import posts_of
from tests.teachers.tables import table

SCHOOLS = """school_code,county_code,section,pupils,classes,small_rural,posts,staff
a,410101,小学,190,6,0,8,9
b,410101,小学,191,6,0,12,10
c,410101,初中,135,3,0,10,10
d,410101,小学,40,6,1,6,5
e,410102,小学,100,3,0,,4
"""


def norms(**own: float) -> EstablishmentNorms:
    return establishment_norms(date(2026, 9, 1), {name.replace("_", ".", 1): value for name, value in own.items()})


def test_the_need_is_rounded_up_by_section() -> None:
    rows = posts_of(table("schools", SCHOOLS), norms())
    assert rows["need"].to_list() == [10, 11, 10, 3, 6]
    assert rows["lacking"].to_list() == [2, -1, 0, -3, None]
    assert rows["vacant"].to_list() == [-1, 2, 0, 1, None]
    assert set(rows["by"]) == {"pupils"}


def test_a_small_rural_school_counts_by_classes_where_the_number_is_known() -> None:
    rows = posts_of(table("schools", SCHOOLS), norms(small_per_class=1.2))
    assert rows["need"][3] == 8
    assert rows["by"].to_list() == ["pupils", "pupils", "pupils", "classes", "pupils"]


def test_a_county_keeps_its_total_and_one_that_does_not_know_it_is_not_shared() -> None:
    rows = posts_of(table("schools", SCHOOLS), norms())
    assert rows["shared"][:4].sum() == rows["posts"][:4].sum() == 36
    assert rows["change"][:4].sum() == 0
    assert rows["shared"][4] is None


def test_a_tilt_gives_small_rural_schools_more() -> None:
    plain, tilted = (posts_of(table("schools", SCHOOLS), law)["shared"] for law in (norms(), norms(small_tilt=100)))
    assert tilted[3] > plain[3]
    assert tilted[:4].sum() == plain[:4].sum()
