"""The questionnaire as data: the built-in one, a city's own, every fault; the rule of the sample."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from junheng.policy import load_standard
from junheng.policy.errors import PolicyError
from junheng.policy.survey import BUILT_IN, PARENTS, load_questionnaire, read_questionnaire, sample

GROUPS = ["students", "parents", "teachers", "heads", "congress", "cppcc", "public"]
RULES = load_standard("jiaodu-2017-6").rules(date(2025, 9, 1))
SMALL = {
    "id": "own",
    "since": date(2026, 1, 1),
    "title": "甲",
    "cite": "市教育局",
    "scale": [
        {"id": "a", "zh": "好", "en": "Good", "satisfied": True},
        {"id": "b", "zh": "差", "en": "Bad"},
        {"id": "c", "zh": "不知", "en": "Do not know", "counts": False},
    ],
    "groups": [{"id": "parents", "zh": "家长", "en": "Parents"}, {"id": "public", "zh": "公众", "en": "Public"}],
    "questions": [
        {"id": "all", "counts": True, "zh": "总体", "en": "All in all"},
        {"id": "care", "zh": "课后", "en": "Care", "groups": ["parents"]},
    ],
}


def own(**changes: object) -> str:
    return yaml.safe_dump({**SMALL, **changes}, allow_unicode=True)


def test_the_built_in_one_asks_all_groups_and_says_it_is_not_official() -> None:
    held = load_questionnaire()
    assert [one.id for one in held.groups] == GROUPS
    assert held.confidence == "low"
    assert "不是官方问卷" in held.cite
    assert "不是官方问卷" in held.notice.zh
    assert held.deciding.groups == tuple(GROUPS)
    assert PARENTS in GROUPS


def test_every_word_has_two_languages() -> None:
    held = load_questionnaire()
    texts = [
        *(one.title for one in held.scale),
        *(one.title for one in held.groups),
        *(one.title for one in held.questions),
    ]
    assert all(one.zh and one.en and one.zh != one.en for one in texts)


def test_valid_and_satisfied_come_from_the_question_that_counts() -> None:
    held = read_questionnaire(own(), "own.yaml")
    found = {one: (held.valid({"all": one}), held.satisfied({"all": one})) for one in ("a", "b", "c", "other")}
    assert found == {"a": (True, True), "b": (True, False), "c": (False, False), "other": (False, False)}
    assert not held.valid({"care": "a"})
    assert (held.options(True), held.options(False), held.options(None)) == (("a",), ("b",), ("c",))


def test_a_group_is_asked_its_own_questions() -> None:
    held = read_questionnaire(own(), "own.yaml")
    assert [one.id for one in held.asked("parents")] == ["all", "care"]
    assert [one.id for one in held.asked("public")] == ["all"]
    assert held.group("public").title.zh == "公众"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"scale": SMALL["scale"] * 2}, "id_twice"),  # type: ignore[operator]
        ({"groups": None}, "no_values"),
        ({"questions": [{"id": "x", "zh": "甲", "en": "A"}]}, "one_question_counts"),
        (
            {"questions": [{"id": "x", "zh": "甲", "en": "A", "counts": True, "groups": ["public"]}]},
            "one_question_counts",
        ),
        ({"questions": [{"id": "x", "zh": "甲", "en": "A", "counts": True, "groups": ["martians"]}]}, "not_allowed"),
        ({"scale": [{"id": "a", "zh": "好", "en": "Good", "satisfied": True}]}, "scale_one_sided"),
        ({"since": "soon"}, "not_a_date"),
        ({"title": None}, "no_text"),
    ],
)
def test_faults_are_named(changes: dict[str, object], code: str) -> None:
    with pytest.raises(PolicyError) as held:
        read_questionnaire(own(**changes), "own.yaml")
    assert code in {one.code for one in held.value.faults}


def test_what_is_no_yaml_is_said() -> None:
    with pytest.raises(PolicyError, match=r"own\.yaml"):
        read_questionnaire("a: [", "own.yaml")


def test_a_citys_own_file(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(own(), encoding="utf-8")
    assert load_questionnaire(path).id == "own"
    with pytest.raises(PolicyError) as held:
        load_questionnaire(tmp_path / "nothing.yaml")
    assert BUILT_IN in str(held.value)


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ((1_000_000, 1000, 500), (1000, True, True)),
        ((1_000_001, 1000, 500), (1001, False, True)),
        ((1_000_000, 1000, 499), (1000, True, False)),
        ((None, 1000, 500), (None, None, True)),
        ((1_000_000, 0, 0), (1000, False, None)),
    ],
)
def test_the_rule_of_the_sample(given: tuple[int | None, int, int], asked: tuple[int | None, ...]) -> None:
    found = sample(RULES, *given)
    assert (found.least, found.enough, found.parents_enough) == asked
    assert found.parent_share == 50


def test_a_standard_without_the_rule_asks_for_nothing() -> None:
    found = sample(load_standard("jiaodu-2012-3").rules(date(2025, 9, 1)), 1_000_000, 5, 5)
    assert (found.least, found.enough, found.parent_share, found.parents_enough) == (None, None, None, None)
