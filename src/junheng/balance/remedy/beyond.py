"""What the standard asks of schools besides the seven indicators, and whether any lever reaches it.

School size is reached by giving a school other pupils; classes that are too large, by other pupils or by more classes,
for which a plan has neither teachers nor rooms; specialist rooms, by building them (``Way.rooms``). A flat table knows
pupils, and classes only where they are given besides.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

from junheng.balance.bounds import rules_for
from junheng.balance.evaluation import Evaluation
from junheng.balance.remedy.pupils import pupils_of
from junheng.balance.remedy.sections import Key, named
from junheng.balance.remedy.ways.way import Place
from junheng.policy.standard import Item, Standard
from junheng.policy.text import Text


@dataclass(frozen=True, slots=True)
class Beyond:
    """A school that breaks what no plan of this kind mends.

    Attributes:
        key: of the county section; of schools of several sections the first.
        item: id in the standard.
        school_code: of the school.
        words: what is too large, and what would reach it.
    """

    key: Key
    item: str
    school_code: str
    words: Text

    def to_dict(self) -> dict[str, Any]:
        """The JSON contract."""
        head = {**named(self.key), "item": self.item, "school_code": self.school_code}
        return {**head, "zh": self.words.zh, "en": self.words.en}


def item_of(standard: Standard, measure: str) -> Item | None:
    """The item that is measured so; None where the standard has none."""
    return next((one for one in standard.items if one.measure == measure), None)


def role(evaluation: Evaluation, measure: str, name: str, year: int | None) -> float | None:
    """The number an item uses in a role; None where the standard does not set it."""
    item = item_of(evaluation.standard, measure)
    parameter = (item.uses or {}).get(name) if item else None
    return None if parameter is None else rules_for(evaluation.standard, year, evaluation.day).number(parameter)


def beyond(evaluation: Evaluation, classes: Mapping[Place, float]) -> list[Beyond]:
    """Schools that are too large, and those with too few classes for their pupils.

    Args:
        evaluation: of the flat table, after other pupils were set.
        classes: by school and section, an empty section for the only one; what is not there is not looked at.
    """
    held = pupils_of(evaluation)
    return [*_sizes(evaluation, held), *_classes(evaluation, held, classes)]


def _sizes(evaluation: Evaluation, held: Mapping[Key, Mapping[str, float]]) -> Iterator[Beyond]:
    item = item_of(evaluation.standard, "school_size")
    parts: dict[tuple[Any, ...], list[Key]] = defaultdict(list)
    for key, schools in held.items():
        for code in schools:
            parts[code, *key[2:]].append(key)
    for (code, *years), keys in parts.items():
        kind = "combined" if len(keys) > 1 else "single"
        limit = role(evaluation, "school_size", kind, years[0] if years else None)
        pupils = sum(held[key][code] for key in keys)
        if item is not None and limit is not None and pupils > limit:
            yield Beyond(
                keys[0],
                item.id,
                code,
                Text(
                    f"学校 {code} 有学生 {pupils:g} 人，规模上限 {limit:g} 人（有放宽情形的更高）；"
                    "单价中的办法改变不了，只能调整学位和片区（--pupils）",
                    f"school {code} has {pupils:g} pupils, the limit is {limit:g} (more with relief); none of these "
                    "levers reaches it but other pupils (--pupils)",
                ),
            )


def _classes(
    evaluation: Evaluation, held: Mapping[Key, Mapping[str, float]], classes: Mapping[Place, float]
) -> Iterator[Beyond]:
    item = item_of(evaluation.standard, "class_size")
    for key, schools in held.items():
        section, *years = key[1:]
        limit = role(evaluation, "class_size", section, years[0] if years else None)
        for code, pupils in schools.items():
            count = classes.get((code, section), classes.get((code, "")))
            if item is None or limit is None or count is None or pupils <= limit * count:
                continue
            lacking = ceil(pupils / limit) - count
            yield Beyond(
                key,
                item.id,
                code,
                Text(
                    f"学校 {code} 有学生 {pupils:g} 人、{count:g} 个班，每班不超过 {limit:g} 人，"
                    f"至少还要 {lacking:g} 个班；"
                    "单价中的办法不增加班级，只能调整学位和片区（--pupils）",
                    f"school {code} has {pupils:g} pupils in {count:g} classes; with {limit:g} a class it lacks "
                    f"{lacking:g} classes, which none of these levers makes; other pupils do (--pupils)",
                ),
            )
