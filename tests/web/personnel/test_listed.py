"""Tables of a draft: names for those who may see them, reasons in names."""

from junheng.publish.table import SUPPRESSED
from junheng.web.personnel import queries
from junheng.web.personnel.document import document
from junheng.web.personnel.leafing import LISTS
from junheng.web.personnel.listed import (
    dispersion_table,
    excluded_table,
    fairness_table,
    placements_table,
    refusals_table,
    rules_table,
    terms_table,
)
from junheng.web.personnel.models import RotationDraft
from tests.web.personnel.ground import NAMES, A


def test_every_table_of_a_draft(draft: RotationDraft) -> None:
    found = document(draft)
    people = queries.faces(draft, [one["teacher_id"] for name in LISTS for one in found[name]])
    names = {code: one.name for code, one in queries.schools_of(draft.round.organisation).items()}
    placed = placements_table(found, people, names)
    assert placed.column("code") == list(draft.places)
    assert all(A not in one.zh for one in placed.column("why"))
    assert excluded_table(found, people, names, queries.reasons(draft.round)).records()[0]["reason"].zh == "产假"
    assert excluded_table(found, people, names, {}).records()[0]["name"] == NAMES[2]
    assert len(rules_table(found).rows) == len(found["rules"])
    assert len(terms_table(found).rows) == 6
    assert len(dispersion_table(found["counties"][0]["dispersion"]).rows) == 2
    assert refusals_table(found, people, names).title.en == "Wishes not met"


def test_a_hidden_group_is_a_star_with_a_note() -> None:
    row = {"of": "age", "group": "a", "title": {"zh": "甲", "en": "a"}, "eligible": None, "moved": None, "share": None}
    table = fairness_table([row])
    assert table.rows[0][2:] == (SUPPRESSED, SUPPRESSED, SUPPRESSED)
    assert len(table.notes) == 1
