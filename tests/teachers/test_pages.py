"""The pages on teachers name every rule, parameter and table."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from junheng.policy import Confidence, Parameter
from junheng.policy.establishment_norms import establishment_parameters
from junheng.policy.itinerant_rules import itinerant_parameters
from junheng.policy.messages import catalogue
from junheng.policy.pay_rules import pay_parameters
from junheng.policy.retirement import retirement_parameters
from junheng.policy.rotation_rules import rotation_catalogue, rotation_parameters
from junheng.policy.talent_targets import talent_parameters
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


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("teachers-ahead", retirement_parameters()),
        ("itinerant", itinerant_parameters()),
        ("performance-pay", pay_parameters()),
        ("talent", talent_parameters()),
    ],
)
def test_every_number_that_is_the_users_is_told(name: str, parameters: Mapping[str, Parameter]) -> None:
    told = page(f"concepts/{name}.md")
    asked = [
        id_ for id_, one in parameters.items() if one.values[-1].value is None or one.confidence is Confidence.USER
    ]
    assert asked
    assert [one for one in asked if f"`{one}`" not in told] == []


def test_every_column_and_message_is_told() -> None:
    columns, messages = page("reference/columns.md"), page("reference/messages.md")
    for table in tables().values():
        assert f"{{#rotation-{table.id}}}" in columns
        assert [one.id for one in table.columns if f"| `{one.id}" not in columns] == []
    assert [code for code in catalogue("junheng.teachers") if f"| `{code}` |" not in messages] == []
