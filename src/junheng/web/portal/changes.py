"""What is new in a version against the one before it, in words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from junheng.balance.model import STATE_TITLES, State
from junheng.policy.text import Text
from junheng.web.portal.models import County, Edition
from junheng.web.portal.plain import plain

FIRST = Text("首次发布", "First publication")
SAME = Text("各区县结论不变，数据或说明有更正", "Every verdict stands; data or explanations were corrected")
SHOWN = Text("公开范围改变：不再隐去小数值", "Small cells are no longer suppressed")
HIDDEN = Text("公开范围改变：隐去小数值", "Small cells are suppressed")


def changes_of(before: Edition | None, held: Mapping[str, str], counties: Sequence[County], *, disclosure: bool) -> Any:
    """The change log of a new version as stored; ``held`` are the states of the version before by county code."""
    if before is None:
        return [plain(FIRST)]
    found = list(_moved(held, counties))
    if before.disclosure != disclosure:
        found.insert(0, HIDDEN if disclosure else SHOWN)
    return plain(found or [SAME])


def _moved(held: Mapping[str, str], counties: Sequence[County]) -> Iterator[Text]:
    for one in counties:
        old = held.get(one.code)
        if old is None:
            yield _said(one, Text("新增", "added"), one.state)
        elif old != one.state:
            yield _said(one, STATE_TITLES[State(old)], one.state)
    gone = set(held) - {one.code for one in counties}
    for code in sorted(gone):
        yield Text(f"{code}：不再发布", f"{code}: no longer published")


def _said(county: County, old: Text, state: str) -> Text:
    new = STATE_TITLES[State(state)]
    name = county.name
    return Text(f"{name['zh']}：{old.zh} → {new.zh}", f"{name['en']}: {old.en} → {new.en}")
