"""One item of the small sound county, after something in it was changed."""

from collections.abc import Callable
from functools import cache
from typing import Any

from junheng.balance import judge
from junheng.balance.model import ItemResult
from junheng.policy import Standard, load_standard
from tests.balance.city import Tables, facts_of, sound


@cache
def standard() -> Standard:
    return load_standard("jiaodu-2017-6")


def item(id_: str, spoil: Callable[[Tables], Any] = lambda _: None, law: Standard | None = None) -> ItemResult:
    tables = sound()
    spoil(tables)
    county = judge(facts_of(tables), law or standard()).counties[0]
    return next(one for one in county.items if one.item.id == id_)
