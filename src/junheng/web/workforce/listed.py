"""Tables of shared teachers, each the same on the page and in its files."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from junheng.policy.text import Text
from junheng.publish.table import Column, Table
from junheng.teachers.columns import vocabulary
from junheng.web.portal.words import in_names
from junheng.web.workforce.laws import parameters_of
from junheng.web.workforce.models import WorkforceStudy

Names = Mapping[str, str]
Row = Mapping[str, Any]
SECTION = Column("section", Text("学段", "Section"))
SUBJECT = Column("subject", Text("学科", "Subject"))
TEACHER = Column("teacher", Text("教师", "Teacher"))
HOME = Column("home_school", Text("驻校", "Own school"))
KM = Column("km", Text("每周路程", "Way a week"), "number", "公里", 1)
DAYS = tuple(
    Text(f"周{zh}", en)
    for zh, en in zip("一二三四五六日", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True)
)
STATES = {
    "nothing": Text("不缺", "nothing lacking"),
    "optimal": Text("已证最优", "proven the best"),
    "within_gap": Text("已求解", "solved"),
    "infeasible": Text("做不到", "cannot be done"),
    "unknown": Text("时间内没有算出", "not found in the time"),
}
NEW = Text("新设共享岗位", "new shared post")
SYNTHETIC = Text(
    "演示用的合成数据，不是任何真实学校或教师。", "Synthetic demonstration data; no real school or teacher."
)


def named(code: str, names: Names) -> Text:
    """The name of a place as words in both languages, so that a total may stand below it in the same column."""
    name = names.get(code, code)
    return Text(name, name)


def synthetic(of: WorkforceStudy) -> Text | None:
    """What is said of a study that is made up."""
    return SYNTHETIC if of.synthetic else None


def marked(of: WorkforceStudy, table: Table) -> Table:
    """The table with the word that it is synthetic, where it is."""
    return table.with_notes([SYNTHETIC]) if of.synthetic else table


def groups_table(found: Row) -> Table:
    """Subject by subject what is lacking, the plan with its bounds, and the way by hand."""
    columns = (
        SECTION,
        SUBJECT,
        Column("state", Text("结果", "Result")),
        Column("schools", Text("缺课学校", "Schools that lack"), "number", "所", 0),
        Column("lessons", Text("每周缺课", "Lessons lacking a week"), "number", "节", 0),
        Column("teachers", Text("走教教师", "Teachers who travel"), "number", "人", 0),
        Column("posts", Text("其中新设岗位", "Of them on new posts"), "number", "个", 0),
        Column("posts_bound", Text("新设岗位下界", "Fewest posts"), "number", "个", 0),
        KM,
        Column("bound", Text("路程下界", "Bound of the way"), "number", "公里", 1),
        Column("gap", Text("差距不超过", "Gap at most"), "percent", "%", 2),
    )
    rows = tuple(
        (
            vocabulary("section")[one["section"]],
            vocabulary("subject")[one["subject"]],
            STATES[one["status"]],
            one["schools"],
            one["lessons"],
            *(
                (None,) * 6
                if one["reason"]
                else (
                    one["teachers"],
                    one["posts"],
                    one["posts_bound"],
                    one["km"],
                    one["bound"],
                    100 * one["gap"] if one["bound"] or not one["km"] else None,
                )
            ),
        )
        for one in found["groups"]
    )
    return Table("subjects", Text("逐学科结果", "Subject by subject"), columns, rows)


def beside_table(found: Row) -> Table:
    """The plan beside sharing by hand: the nearest with lessons to spare first."""
    columns = (
        SECTION,
        SUBJECT,
        Column("posts", Text("方案新设岗位", "New posts, plan"), "number", "个", 0),
        Column("hand_posts", Text("人工新设岗位", "New posts, by hand"), "number", "个", 0),
        Column("km", Text("方案每周路程", "Way a week, plan"), "number", "公里", 1),
        Column("hand_km", Text("人工每周路程", "Way a week, by hand"), "number", "公里", 1),
        Column("saved", Text("方案少走", "The plan saves"), "number", "公里", 1),
    )
    note = Text(
        "人工安排的做法：缺课最多的学校先排，由最近的、还有余课的教师一天一校地去；没有人能去就新设岗位。不检查同一天一校只来一人、走教当天本校的课等限制，所以未必排得出课表。",
        "By hand: the school that lacks most comes first; the nearest teacher with lessons to spare goes, one school a "
        "day; where nobody can, a new post is made. Visitors meeting on a day and lessons at home on it are not looked "
        "at, so that there may be no such week.",
    )
    rows = tuple(
        (
            vocabulary("section")[one["section"]],
            vocabulary("subject")[one["subject"]],
            one["posts"],
            one["by_hand"][0],
            one["km"],
            one["by_hand"][1],
            one["by_hand"][1] - one["km"] if one["by_hand"][0] == one["posts"] else None,
        )
        for one in found["groups"]
        if not one["reason"] and one["status"] != "nothing"
    )
    return Table("by_hand", Text("与人工安排比较", "Beside sharing by hand"), columns, rows, (note,))


def week_table(found: Row, names: Names) -> Table:
    """A row for each teacher who travels: day by day which school and how many lessons."""
    days = max((one["day"] for one in found["visits"]), default=5)
    width = max(5, days)
    columns = (
        TEACHER,
        SECTION,
        SUBJECT,
        HOME,
        *(Column(f"day_{at + 1}", DAYS[at]) for at in range(width)),
        Column("home", Text("本校课时", "Lessons at home"), "number", "节", 0),
        Column("away", Text("走教课时", "Lessons away"), "number", "节", 0),
        KM,
    )
    rows = tuple(
        (
            called(one["teacher_id"]),
            vocabulary("section")[one["section"]],
            vocabulary("subject")[one["subject"]],
            names.get(one["school_code"], one["school_code"]),
            *(_day(visits_of(found["visits"], one), day + 1, names) for day in range(width)),
            one["home"],
            one["away"],
            one["km"],
        )
        for one in found["loads"]
    )
    return Table("week", Text("一周课表", "Week"), columns, rows)


def visits_of(visits: Iterable[Row], load: Row) -> list[Row]:
    """The visits of one teacher of one subject."""
    keys = ("section", "subject", "teacher_id")
    return [one for one in visits if all(one[key] == load[key] for key in keys)]


def _day(visits: Sequence[Row], day: int, names: Names) -> Text | None:
    stops = sorted((one for one in visits if one["day"] == day), key=lambda one: int(one["stop"]))
    if not stops:
        return None
    told = [(names.get(one["to_school"], one["to_school"]), one["lessons"]) for one in stops]
    return Text(
        "，".join(f"{school} {lessons} 节" for school, lessons in told),
        ", ".join(f"{school}: {lessons}" for school, lessons in told),
    )


def called(teacher: str) -> Text:
    """A teacher's code, or that it is a new post."""
    return NEW if teacher.startswith("+") else Text(teacher, teacher)


def whole_table(found: Row, names: Names) -> Table:
    """Schools that lack whole teachers besides."""
    columns = (
        Column("school", Text("学校", "School")),
        SECTION,
        SUBJECT,
        Column("teachers", Text("还缺整名教师", "Whole teachers lacking"), "number", "人", 0),
    )
    rows = tuple(
        (
            names.get(one["school_code"], one["school_code"]),
            vocabulary("section")[one["section"]],
            vocabulary("subject")[one["subject"]],
            one["teachers"],
        )
        for one in found["whole"]
    )
    return Table("whole", Text("另缺整名教师的学校", "Schools that lack whole teachers"), columns, rows)


def used_table(of: WorkforceStudy, used: Mapping[str, float | None]) -> Table:
    """The numbers that the answer was worked out with, those nobody knows included."""
    columns = (
        Column("title", Text("参数", "Parameter")),
        Column("value", Text("数值", "Value"), "number", None, 2),
        Column("unit", Text("单位", "Unit")),
        Column("source", Text("出处", "Source")),
    )
    held = parameters_of(of.kind)
    rows = tuple(
        (held[name].title, value, held[name].unit, of.given.get(name, {}).get("source") or held[name].cite)
        for name, value in used.items()
        if name in held
    )
    return Table("numbers", Text("所用数值", "Numbers used"), columns, rows)


def reasons(found: Row, names: Names) -> list[tuple[Text, Text, Text]]:
    """Subjects that cannot be covered: section, subject and the clash in words."""
    return [
        (
            vocabulary("section")[one["section"]],
            vocabulary("subject")[one["subject"]],
            in_names(Text(**one["reason"]), names),
        )
        for one in found["groups"]
        if one["reason"]
    ]
