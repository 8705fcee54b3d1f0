"""How a Chinese name is typed without Chinese: its pinyin and its initials, every reading of every character."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

MOST = 16
"""Readings kept of one name; a name of many polyphones has more than anybody types."""
EDGE = "|"
"""Stands around every reading, so that whole readings and beginnings can be asked for."""


@lru_cache(maxsize=1 << 14)
def readings(name: str) -> tuple[str, str]:
    """Pinyin and initials of a name, each ``|one|other|``; letters and digits stay, signs are passed over."""
    parts = _parts("".join(char for char in name.lower() if char.isalnum()))
    whole = _joined(parts)
    first = _joined([[one[:1] for one in part] for part in parts])
    return _kept(whole, 800), _kept(first, 200)


def _parts(name: str) -> list[list[str]]:
    """The readings of every character, without tones."""
    from pypinyin import Style, pinyin

    found: list[list[str]] = []
    for char in name:
        held = pinyin(char, style=Style.NORMAL, heteronym=True, errors="default")
        found.append(list(dict.fromkeys(one.replace("ü", "v").lower() for one in held[0])))
    return found


def _joined(parts: Sequence[Sequence[str]]) -> list[str]:
    """The readings of the whole, at most ``MOST``: characters with one reading cost nothing."""
    kept: list[Sequence[str]] = []
    several = 1
    for part in parts:
        unique = list(dict.fromkeys(part))
        room = unique if several * len(unique) <= MOST else unique[:1]
        several *= len(room)
        kept.append(room)
    return list(dict.fromkeys("".join(one) for one in product(*kept)))


def _kept(found: Sequence[str], room: int) -> str:
    text = EDGE
    for one in filter(None, found):
        if len(text) + len(one) + 1 > room:
            break
        text += one + EDGE
    return text if len(text) > 1 else ""
