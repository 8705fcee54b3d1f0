"""The engine's table of teachers: codes, wishes and exclusions, and no person."""

from junheng.web.personnel.models import RotationRound
from junheng.web.personnel.pseudonymous import EXCLUDED, teachers_table
from tests.web.personnel.ground import IDENTITY, NAMES, A, B, C


def test_exclusions_and_wishes_are_there_and_persons_are_not(collected: RotationRound) -> None:
    frame = teachers_table(collected)
    rows = {row["teacher_id"]: row for row in frame.iter_rows(named=True)}
    assert (rows["t1"]["school_code"], rows["t1"]["wish_1"], rows["t1"]["wish_2"]) == (A, B, C)
    assert rows["t3"]["exclusion"] == EXCLUDED
    assert rows["t2"]["exclusion"] == ""
    assert [one for one in (*NAMES, IDENTITY, "产假") if one in str(frame.rows())] == []
