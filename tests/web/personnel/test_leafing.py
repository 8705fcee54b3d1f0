"""The lists of a draft page by page."""

from junheng.web.personnel.leafing import EACH, LISTS, Leafing, codes_on, leaves, narrowed

MOVES = [{"teacher_id": f"t{at}", "from_school": "a", "to_school": "b" if at % 2 else "c"} for at in range(EACH + 9)]
REFUSED = [{"teacher_id": "t1", "placed_at": "a", "wishes": [{"school": "c"}]}]
FOUND = {"placements": MOVES, "refused": REFUSED, "excluded": [{"teacher_id": "x", "school": "b"}], "status": "optimal"}


def test_choices_are_kept_from_page_to_page() -> None:
    asked = Leafing.of({"school": " b ", "placements": "2", "other": "?"})
    assert asked.query(placements="3") == "school=b&placements=3"
    assert asked.narrows
    assert not Leafing.of({"refused": "2"}).narrows


def test_every_school_that_a_row_speaks_of_finds_it() -> None:
    found = narrowed(FOUND, Leafing(school="c"), None)
    assert {one["to_school"] for one in found["placements"]} == {"c"}
    assert (found["refused"], found["excluded"], found["status"]) == (REFUSED, [], "optimal")
    only = narrowed(FOUND, Leafing(q="x"), frozenset({"x"}))
    assert [codes_on(only[name]) for name in LISTS] == [[], [], ["x"]]


def test_a_page_that_there_is_not_is_the_last() -> None:
    pages = leaves(FOUND, Leafing(placements="99"))
    assert [len(list(pages[name])) for name in LISTS] == [9, 1, 1]
