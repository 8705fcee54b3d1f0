"""Each placement carries what it improves."""

from junheng.teachers.rotation.placements import placements
from junheng.teachers.rotation.solve import rotate
from tests.teachers.rotation.tiny import rules
from tests.teachers.tables import city


def test_effects_are_those_of_the_whole_plan_at_both_schools() -> None:
    held = city(rules(principal=6, **{"weight.shortage": 0, "weight.commute": 0}))
    law = rules(principal=6, **{"weight.shortage": 0, "weight.commute": 0})
    plan = rotate(held.counties[:1], law, 5.0)[0]
    rows = {row["teacher_id"]: row for row in placements(held, plan, held.posts[0])}
    backbone = next(row for row in rows.values() if row["backbone"] and not row["principal"])
    (before, after), (lacking, gained) = backbone["effects"]["backbone"]
    assert before > after
    assert gained > lacking
    assert "每百名学生骨干教师" in backbone["why"]["zh"]
    assert "backbone teachers per 100 pupils" in backbone["why"]["en"]
    for row in rows.values():
        assert ("志愿" in row["why"]["zh"]) == (row["wish_rank"] is not None)
        assert row["km"] == 1


def test_missing_teachers_and_heads_are_told() -> None:
    law = rules(principal=6, **{"weight.shortage": 0, "weight.commute": 0})
    held = city(law)
    rows = list(placements(held, rotate(held.counties[:1], law, 5.0)[0], held.posts[0]))
    assert any("缺员" in row["why"]["zh"] and "missing" in row["why"]["en"] for row in rows)
    assert all("校长对调" in row["why"]["zh"] for row in rows if row["principal"])
