"""Two drafts side by side: figures, points and weights of each, and who is placed differently."""

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.personnel.actions.edit_draft import place_teacher
from junheng.web.personnel.beside import (
    STAYS,
    Side,
    differing,
    differing_table,
    points_table,
    reached_table,
    weights_table,
)
from junheng.web.personnel.document import document
from junheng.web.personnel.models import RotationDraft
from tests.web.personnel.ground import A


def test_each_side_tells_its_own(officer: Actor, draft: RotationDraft) -> None:
    before = Side(draft, document(draft))
    held = place_teacher(officer, draft.pk, "t9", A, revision=1)
    after = Side(held, document(held))
    codes = differing(before.draft, after.draft)
    assert codes == ["t9"]
    table = differing_table(before, after, codes, {"t9": "壬九"}, {A: "甲校"})
    assert table.rows == (("t9", "壬九", STAYS, "甲校"),)
    figures = {
        title.zh: (one, other) for title, one, other in reached_table(before, after).rows if isinstance(title, Text)
    }
    movers = [side.county["movers"] for side in (before, after)]
    assert movers[1] == movers[0] + 1
    assert [said.partition(" / ")[0] for said in figures["交流教师 / 符合条件"]] == [str(one) for one in movers]
    assert len(figures) == len(reached_table(before, after).rows)
    points = points_table(before, after)
    for at, side in enumerate((before, after), 1):
        assert abs(sum(float(str(row[at])) for row in points.rows) - side.county["objective"]) < 1e-6
    assert [row[1:] for row in weights_table(before, after).rows] == [
        (20, 20),
        (20, 20),
        (10, 10),
        (1, 1),
        (3, 3),
        (1, 1),
    ]
