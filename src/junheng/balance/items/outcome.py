"""What a calculation found for one item, before evidence is laid beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from junheng.balance.model import Failing, Measured
from junheng.policy.text import Text


@dataclass(frozen=True, slots=True)
class Outcome:
    """``met`` is None when the item cannot be judged; ``missing`` then says what was not reported, and by whom."""

    met: bool | None
    summary: Text
    measured: tuple[Measured, ...] = ()
    failing: tuple[Failing, ...] = ()
    missing: tuple[Text, ...] = ()
    by_school: Mapping[str, bool | None] = field(default_factory=dict)
    figures: Mapping[str, float | None] = field(default_factory=dict)


def all_of(results: Iterable[bool | None]) -> bool | None:
    """False when any is, None when any is not known, else True (also for none at all)."""
    held = list(results)
    if any(one is False for one in held):
        return False
    return None if any(one is None for one in held) else True


def not_reported(who: str, what: Text) -> Text:
    return Text(f"{who}：{what.zh}未上报", f"{who}: {what.en} not reported")


def tally(by_school: Mapping[str, bool | None]) -> Text:
    """How many schools meet an item, fail it and are not judged."""
    met = sum(one is True for one in by_school.values())
    failed = sum(one is False for one in by_school.values())
    open_ = len(by_school) - met - failed
    return Text(
        f"{len(by_school)}所学校中{met}所达标、{failed}所未达标、{open_}所未评定",
        f"of {len(by_school)} schools {met} met, {failed} not met, {open_} not judged",
    )
