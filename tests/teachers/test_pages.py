"""The pages of rotation and of posts name every rule, parameter and table."""

from pathlib import Path

from junheng.policy.establishment_norms import establishment_parameters
from junheng.policy.messages import catalogue
from junheng.policy.rotation_rules import rotation_catalogue, rotation_parameters
from junheng.teachers.columns import tables

DOCS = Path(__file__).parents[2] / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_every_rule_and_parameter_of_rotation_is_told() -> None:
    told = page("concepts/rotation.md")
    ids = [one.id for one in rotation_catalogue()] + list(rotation_parameters())
    assert [one for one in ids if f"`{one}`" not in told] == []


def test_every_number_of_posts_that_is_asked_for_is_told() -> None:
    told = page("concepts/establishment.md")
    asked = [id_ for id_, one in establishment_parameters().items() if one.values[-1].value is None]
    assert [one for one in asked if f"`{one}`" not in told and one != "lessons.senior"] == []


def test_every_column_and_message_is_told() -> None:
    columns, messages = page("reference/columns.md"), page("reference/messages.md")
    for table in tables().values():
        assert f"{{#rotation-{table.id}}}" in columns
        assert [one.id for one in table.columns if f"| `{one.id}" not in columns] == []
    assert [code for code in catalogue("junheng.teachers") if f"| `{code}` |" not in messages] == []
