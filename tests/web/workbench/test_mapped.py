"""The map of the page: every area in its school's colour, every border of a zone drawn."""

from junheng.seats.zoning.editing import lock, move
from junheng.web.workbench.drawing import drawing_of
from junheng.web.workbench.land import Land
from junheng.web.workbench.mapped import around, border, data_of, mapped
from junheng.web.workbench.models import ZonePlan
from junheng.web.workbench.showing import answer, today_of


def test_areas_carry_what_is_to_be_seen_of_them(plan: ZonePlan, land: Land) -> None:
    shown = mapped(plan, lock(move(today_of(land), [8], 1), [3]))
    looks = {one.at: set(one.look.split()) for one in shown.areas}
    colours = drawing_of(land).colours
    assert looks[0] == {f"z{colours[0]}"}
    assert looks[8] == {f"z{colours[1]}", "changed", "loose"}
    assert looks[3] == {f"z{colours[2]}", "locked"}
    assert [one.at for one in shown.areas if one.changed] == [8]


def test_the_list_holds_what_was_looked_for(plan: ZonePlan, land: Land) -> None:
    editing = today_of(land)
    assert len(mapped(plan, editing).listed) == 12
    assert [one.at for one in mapped(plan, editing, find=" 第3街道 ").listed] == [8, 9, 10, 11]
    assert [one.at for one in mapped(plan, editing, find="第2小学").listed] == [2, 6, 10]
    assert mapped(plan, editing, find="没有").listed == ()


def test_borders_run_where_zones_differ(land: Land) -> None:
    drawing = drawing_of(land)
    assert border(drawing, [0] * 12) == ""
    assert border(drawing, land.board.today.tolist()).count("M") == 6
    assert border(drawing, list(range(12))).count("M") == len(drawing.seams)


def test_a_window_holds_the_area_and_its_schools(plan: ZonePlan, land: Land) -> None:
    editing = move(today_of(land), [8], 2)
    shown = mapped(plan, editing)
    inset = around(plan, shown, 8)
    x, y, width, height = map(float, inset.view.split())
    drawing = drawing_of(land)
    for at, bottom in (drawing.middles[8], drawing.schools[0], drawing.schools[2]):
        assert x <= at <= x + width
        assert y <= bottom <= y + height
    assert inset.named == {0, 2}


def test_the_scripts_data_agrees_with_the_answer(plan: ZonePlan, land: Land) -> None:
    shown = answer(plan, today_of(land), whole=True)
    data = data_of(plan, shown, draws=True)
    assert data["zones"] == shown["zones"] == data["today"]
    assert data["pupils"] == [12] * 12
    assert data["edit"] == f"/desk/zoning/{plan.pk}/edit/"
