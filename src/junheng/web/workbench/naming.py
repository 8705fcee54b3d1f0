"""Words of the engine, which knows codes, with the names people know."""

import re

from junheng.policy.text import Text
from junheng.web.workbench.land import Land

CODE = re.compile(r"[0-9A-Za-z-]{6,}")


def in_names(land: Land, text: Text) -> Text:
    """The same text with the names of areas and schools in place of their codes."""

    def name(found: re.Match[str]) -> str:
        code = found[0]
        if code in land.number:
            return land.names[land.number[code]]
        return land.school_names[land.school_number[code]] if code in land.school_number else code

    return Text(CODE.sub(name, text.zh), CODE.sub(name, text.en))
