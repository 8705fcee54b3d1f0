"""Limits that the ways of a table need and nobody stated."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from junheng.balance.inputs import InputFault
from junheng.balance.remedy.costs import Costs
from junheng.balance.remedy.links import links_of
from junheng.balance.remedy.sections import Section
from junheng.balance.remedy.ways.setting import PerClasses
from junheng.balance.remedy.ways.way import SINGLE, Cap
from junheng.policy.text import Text, listed


def unlimited(todo: Sequence[Section], costs: Costs) -> Iterator[InputFault]:
    """Limits at schools that some way needs and nobody stated, or not for which section."""
    needed = [(f"limits › {one.means} › {one.name}", one.name, one.cap) for one in costs.ways if one.means in SINGLE]
    if any(one.posts for one in costs.ways):
        needed.append(("limits › posts", "", costs.limits.posts or Cap()))
    schools = [(one.key[1], code) for one in todo if one.problem for code in one.problem.schools]
    places: dict[str, set[str]] = defaultdict(set)
    for section, code in schools:
        places[code].add(str(section))
    shared = _shared(todo)
    for where, name, cap in needed:
        lacking = sorted({code for section, code in schools if cap.at(code, str(section)) is None})
        if lacking:
            yield _lacking(where, lacking)
        several = (code for code, section in cap.schools if not section and len(places[code]) > 1)
        vague = sorted(code for code in several if (code, name) not in shared)
        if vague:
            yield _vague(where, vague)


def _shared(todo: Sequence[Section]) -> set[tuple[str, str]]:
    """Schools and indicators whose quantity their sections share."""
    found = set()
    for one, school, *_, at in links_of(todo).tolist():
        problem = todo[one].problem
        if problem is not None:
            found.add((problem.schools[school], problem.indicators[at]))
    return found


def unroomed(todo: Sequence[Section], costs: Costs, per_classes: PerClasses) -> Iterator[InputFault]:
    """Specialist rooms that are asked for where classes or rooms are not known."""
    for way in costs.ways:
        lacking = [
            code
            for one in todo
            if one.problem is not None and way.rooms is not None
            for code in one.problem.schools
            if way.lacking(code, (str(one.key[1]),), per_classes(one.key) or 1.0) is None
        ]
        if lacking:
            yield _no_classes(f"{way.means} › {way.name}", sorted(set(lacking)))


def _no_classes(where: str, codes: Sequence[str]) -> InputFault:
    schools = _schools(codes)
    return InputFault(
        "cost_rooms_missing",
        Text(where, where),
        Text(
            f"学校 {schools.zh} 的班级数或已有间数不知道",
            f"classes or rooms of {schools.en} are not known",
        ),
        Text("按班级数要求专用教室，每校都要有班级数和间数", "rooms for classes need both numbers at every school"),
        Text("请在逐校文件里补上", "add them to the file"),
    )


NAMED_AT_ONCE = 8


def _schools(codes: Sequence[str]) -> Text:
    return listed(codes, NAMED_AT_ONCE, counter="所")


def _lacking(where: str, codes: Sequence[str]) -> InputFault:
    schools = _schools(codes)
    return InputFault(
        "cost_limit_missing",
        Text(where, where),
        Text(f"不知道学校 {schools.zh} 最多能做多少", f"how far it goes at {schools.en} is not known"),
        Text(
            "培训、认定、改建和招聘都有尽头，程序从不假定",
            "training, recognising, converting and hiring end somewhere, and nothing is ever assumed",
        ),
        Text(
            "请写 per_school、schools，或用 column 指明逐校数量的列",
            "state per_school, schools, or name the column that holds it school by school",
        ),
    )


def _vague(where: str, codes: Sequence[str]) -> InputFault:
    schools = _schools(codes)
    return InputFault(
        "cost_section_needed",
        Text(where, where),
        Text(
            f"学校 {schools.zh} 有几个学段，没有写明是哪一个的",
            f"{schools.en} have several sections, and it is not said which one is meant",
        ),
        Text("同一所学校的数量不能在两个学段各算一次", "what a school has is not counted once in each section"),
        Text(
            "请写成 {小学: …, 初中: …} 的形式（primary、junior），或在逐校文件里加 section 列",
            "write {primary: …, junior: …}, or add the column section to the file",
        ),
    )
