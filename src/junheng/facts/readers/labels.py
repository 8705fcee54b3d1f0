"""Header texts made comparable: spaces, line breaks, full width, units in brackets and words like 其中 fall away."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

UNIT = re.compile(r"\((?:人|个|间|册|台|元|万元|平方米|㎡|m2|万人|%|份|级|度)\)")
_LEADING = re.compile(r"^(?:其中[:,]?|#|\*|[一二三四五六七八九十]+[、.]|\d{1,2}[、.](?=\D))+")
_NOISE = re.compile(r"[\s:,。、\"'·]+")
NUMBERING = re.compile(r"[甲乙丙丁戊]|\d{1,3}")


@lru_cache(maxsize=16384)
def norm(text: str) -> str:
    """``"其中：\\n女"`` and ``"# 女"`` -> ``"女"``; ``"占地面积（平方米）"`` -> ``"占地面积"``."""
    plain = unicodedata.normalize("NFKC", text)
    plain = UNIT.sub("", _squeeze(plain))
    return _NOISE.sub("", _LEADING.sub("", plain)) or ("其中" if plain.startswith("其中") else "")


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


@lru_cache(maxsize=4096)
def unit_of(text: str) -> str | None:
    """The unit that a header names in brackets."""
    found = UNIT.search(_squeeze(unicodedata.normalize("NFKC", text)))
    return found[0][1:-1] if found else None


class Names:
    """Canonical labels and their other spellings."""

    def __init__(self, aliases: Mapping[str, Sequence[str]]) -> None:
        self._canonical = {norm(other): norm(name) for name, others in aliases.items() for other in others}

    def of(self, text: str) -> str:
        label = norm(text)
        return self._canonical.get(label, label)


def paths(rows: Sequence[Sequence[object]], names: Names) -> list[tuple[str, ...]]:
    """For every column the labels from the top down, repeats and numbering (甲, 乙, 1, 2) left out."""
    width = max(map(len, rows), default=0)
    found = []
    for column in range(width):
        path: list[str] = []
        for row in rows:
            text = row[column] if column < len(row) else ""
            if not isinstance(text, str) or not text:
                continue
            label = names.of(text)
            if label and label != "其中" and not NUMBERING.fullmatch(label) and label not in path[-1:]:
                path.append(label)
        found.append(tuple(path))
    return found


def matches(path: Sequence[str], wanted: Sequence[str]) -> bool:
    """The last labels agree and the others occur in order above it."""
    if not path or not wanted or path[-1] != wanted[-1]:
        return False
    above = iter(path[:-1])
    return all(label in above for label in wanted[:-1])
