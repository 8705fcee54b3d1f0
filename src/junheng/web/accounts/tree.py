"""The rules of the tree of organisations: which code each level has, what stands below what, how paths follow."""

import re

from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from junheng.facts import code_list
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.kit.refusal import Refusal

UNFIT = 422
SCHOOL_CODE = re.compile(r"[0-9]{10}")
"""学校（机构）标识码."""
CAMPUS_CODE = re.compile(r"[0-9]{10}(-[0-9]{2})?")
"""Its own identification code, or the school's with a number for a campus that has none."""
ABOVE = {Kind.COUNTY: {Kind.CITY}, Kind.SCHOOL: {Kind.COUNTY}, Kind.CAMPUS: {Kind.SCHOOL}}
"""The kinds an organisation may stand directly below; a city stands below none."""


def city_code() -> str:
    """The city's code of GB/T 2260: the one that ends in 00."""
    return next(code for code in code_list("divisions").codes if code.endswith("00"))


def check_code(kind: str, code: str) -> None:
    """Go on only with a code of this level.

    Raises:
        Refusal: it is none.
    """
    if not _fits(kind, code):
        raise Refusal(
            f"代码“{code[:20]}”不合规：区县用管理主体代码，学校用10位标识码，校区用标识码或“学校标识码-两位序号”。",
            f"“{code[:20]}” is not a code of this level: counties have a managing body's code, schools 10 digits, "
            "campuses 10 digits or the school's with -01, -02 …",
            status=UNFIT,
        )


def _fits(kind: str, code: str) -> bool:
    if kind == Kind.CITY:
        return code == city_code()
    if kind == Kind.COUNTY:
        return code in code_list("managing_bodies").codes
    return bool((SCHOOL_CODE if kind == Kind.SCHOOL else CAMPUS_CODE).fullmatch(code))


def check_place(kind: str, parent: Organisation | None) -> None:
    """Go on only if an organisation of this kind may stand below that one, and that one is open.

    Raises:
        Refusal: it may not.
    """
    wanted = ABOVE.get(Kind(kind), set())
    if (parent is None) != (not wanted) or (parent is not None and parent.kind not in wanted):
        raise Refusal(
            "上级机构不对：区县在市下，学校在区县下，校区、教学点在学校下。",
            "That cannot stand there: counties below the city, schools below a county, campuses below a school.",
            status=UNFIT,
        )
    if parent is not None and not parent.active:
        raise Refusal("上级机构已关闭。", "The organisation above is closed.")


def settle_below(before: str, after: str) -> int:
    """Have the paths of everything below follow one that changed; returns how many did."""
    below = Organisation.objects.everything("a moved organisation takes everything below along")
    moved = below.filter(path__startswith=before).exclude(path=before)
    return moved.update(path=Concat(Value(after), Substr(F("path"), len(before) + 1)))


def clean_name(name: str) -> str:
    """A name without stray spaces.

    Raises:
        Refusal: nothing is left of it, or it is too long.
    """
    said = " ".join(name.split())
    if not 0 < len(said) <= 200:  # noqa: PLR2004 - the column's length
        raise Refusal("名称不能为空，最多200字。", "A name is needed, of at most 200 characters.", status=UNFIT)
    return said


def known_type(school_type: str) -> str:
    """A school type (办学类型) of the code list, or none.

    Raises:
        Refusal: the list has no such type.
    """
    if school_type and school_type not in code_list("school_types").codes:
        raise Refusal(
            f"没有办学类型“{school_type[:10]}”。", f"There is no school type “{school_type[:10]}”.", status=UNFIT
        )
    return school_type
