"""Numbers used and numbers asked for."""

from junheng.policy.establishment_norms import establishment_parameters
from junheng.teachers.numbers import told


def test_what_is_not_known_is_asked_for() -> None:
    held = dict.fromkeys(establishment_parameters())
    said = told(establishment_parameters(), {**held, "ratio.primary": 19.0})
    assert [(one["id"], one["value"]) for one in said["parameters"]] == [("ratio.primary", 19.0)]
    assert len(said["asked"]) == len(held) - 1
    assert all(one["cite"] and one["unit"] for one in said["asked"])
