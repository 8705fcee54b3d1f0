"""Tables of a rotation, each the same on the page and in its files."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from junheng.policy.text import Text
from junheng.publish.table import SUPPRESSED, Column, Table
from junheng.teachers.columns import vocabulary
from junheng.web.personnel.document import Document
from junheng.web.personnel.models import Exclusion, Teacher, Transfer
from junheng.web.personnel.standing_of import Person
from junheng.web.portal.words import in_names

Names = Mapping[str, str]
CODE = Column("code", Text("教师编号", "Teacher id"), "code")
NAME = Column("name", Text("姓名", "Name"))
FROM = Column("from_school", Text("原学校", "From school"))
TO = Column("to_school", Text("新学校", "To school"))
SCHOOL = Column("school", Text("学校", "School"))
SECTION = Column("section", Text("学段", "Section"))
SUBJECT = Column("subject", Text("学科", "Subject"))
WHY = Column("why", Text("理由", "Why"))
YEARS = Column("years", Text("在校年数", "Years at the school"), "number", None, 0)
KM = Column("km", Text("路程", "Way"), "number", "公里", 1)
RANK = Column("wish_rank", Text("志愿", "Wish"), "number", None, 0)
YES = Text("是", "Yes")
HIDDEN_NOTE = Text("* 人数过少，不公开", "* too few persons to be shown")


def placements_table(found: Document, faces: Names, names: Names) -> Table:
    """Everybody who moves, with the justification; ``faces``: names of teachers by code."""
    subjects, sections = vocabulary("subject"), vocabulary("section")
    columns = (
        CODE,
        NAME,
        FROM,
        TO,
        SECTION,
        SUBJECT,
        Column("backbone", Text("骨干", "Backbone")),
        YEARS,
        KM,
        RANK,
        WHY,
    )
    rows = tuple(
        (
            one["teacher_id"],
            _name(faces, one["teacher_id"]),
            names.get(one["from_school"], one["from_school"]),
            names.get(one["to_school"], one["to_school"]),
            sections[one["section"]],
            Text("校长", "Head") if one["principal"] else subjects[one["subject"]],
            YES if one["backbone"] else None,
            one["years_at_school"],
            one["km"],
            one["wish_rank"],
            in_names(_both(one["why"]), names),
        )
        for one in found["placements"]
    )
    return Table("placements", Text("交流去向", "Moves"), columns, rows)


def _both(words: Mapping[str, Any]) -> Text:
    return Text(words["zh"], words["en"])


def _name(faces: Names, code: str) -> str | None:
    return faces.get(code) or None


def refusals_table(found: Document, faces: Names, names: Names) -> Table:
    """Everybody with a wish that was not met, wish by wish, with the reason."""
    columns = (CODE, NAME, Column("placed", Text("安排", "Placed at")), RANK, SCHOOL, WHY)
    rows = tuple(
        (
            one["teacher_id"],
            _name(faces, one["teacher_id"]),
            Text("留在原校", "stays") if one["stays"] else names.get(one["placed_at"], one["placed_at"]),
            wish["rank"],
            names.get(wish["school"], wish["school"]),
            in_names(_both(wish), names),
        )
        for one in found["refused"]
        for wish in one["wishes"]
    )
    return Table("refused", Text("未满足的志愿", "Wishes not met"), columns, rows)


def excluded_table(found: Document, faces: Names, names: Names, reasons: Mapping[str, Exclusion]) -> Table:
    """Everybody who may not move; ``reasons`` are those written down, by code."""
    columns = (CODE, NAME, SCHOOL, Column("reason", Text("原因", "Reason")))
    rows = tuple(
        (
            one["teacher_id"],
            _name(faces, one["teacher_id"]),
            names.get(one["school"], one["school"]),
            _reason(one["teacher_id"], one["kind"], _both(one["reason"]), reasons),
        )
        for one in found["excluded"]
    )
    return Table("excluded", Text("不参加交流的教师", "Teachers who may not move"), columns, rows)


def _reason(code: str, kind: str, why: Text | None, reasons: Mapping[str, Exclusion]) -> Text | None:
    """What was written down in place of what the engine was told."""
    held = reasons.get(code) if kind == "excluded" else None
    return Text(held.reason, held.reason) if held else why


STATES = {
    "kept": Text("遵守", "kept"),
    "broken": Text("做不到", "cannot be kept"),
    "unknown": Text("数值未知，未适用", "number not known, not applied"),
}
KINDS = {
    "hard": Text("必须遵守", "must be kept"),
    "weight": Text("权衡", "weighed"),
    "report": Text("只作报告", "reported"),
}


def rules_table(found: Document) -> Table:
    """Rule by rule: kept or not, with which numbers, by which source."""
    columns = (
        Column("rule", Text("规则", "Rule")),
        Column("kind", Text("性质", "Kind")),
        Column("state", Text("结果", "Result")),
        Column("numbers", Text("数值", "Numbers")),
        Column("reached", Text("达到", "Reached")),
        Column("cite", Text("依据", "Source")),
    )
    rows = tuple(
        (
            _both(one["title"]),
            KINDS[one["kind"]],
            STATES[one["state"]],
            _numbers(one["parameters"]),
            _reached(one.get("counties", ())),
            one["cite"],
        )
        for one in found["rules"]
    )
    return Table("rules", Text("逐条规则", "Rule by rule"), columns, rows)


def _numbers(parameters: Sequence[Mapping[str, Any]]) -> Text | None:
    known = [one for one in parameters if one["value"] is not None]
    if not known:
        return None
    percent = {"%": " %"}
    return Text(
        "；".join(f"{one['value']:g} {one['unit']}" for one in known),
        "; ".join(f"{one['value']:g}{percent.get(one['unit'], '')}" for one in known),
    )


def _reached(counties: Sequence[Mapping[str, Any]]) -> Text | None:
    if not counties:
        return None
    one = counties[0]
    return Text(f"需 {one['needed']} 人，达 {one['reached']} 人", f"{one['needed']} needed, {one['reached']} reached")


OF = {
    "gender": Text("性别", "Gender"),
    "age": Text("年龄", "Age"),
    "school_type": Text("学校城乡类型", "Kind of school"),
    "small_rural": Text("乡村小规模学校", "Small rural schools"),
}


def fairness_table(rows: Iterable[Mapping[str, Any]]) -> Table:
    """Eligible, moved and their share by gender, age and kind of school; a hidden number is a star."""
    columns = (
        Column("of", Text("按", "By")),
        Column("group", Text("组别", "Group")),
        Column("eligible", Text("符合条件", "Eligible"), "number", "人", 0),
        Column("moved", Text("交流", "Moved"), "number", "人", 0),
        Column("share", Text("比例", "Share"), "percent", "%", 1),
    )
    held = list(rows)
    told = tuple(
        (
            OF[one["of"]],
            _both(one["title"]),
            SUPPRESSED if one["eligible"] is None else one["eligible"],
            SUPPRESSED if one["moved"] is None else one["moved"],
            SUPPRESSED if one["share"] is None else 100 * one["share"],
        )
        for one in held
    )
    hidden = any(one["eligible"] is None for one in held)
    return Table("fairness", Text("公平性", "Fairness"), columns, told, (HIDDEN_NOTE,) if hidden else ())


FLAGS = {
    "backbone": Text("骨干教师", "Backbone teachers"),
    "degree": Text("高于规定学历教师", "Teachers above the required degree"),
}


def dispersion_table(rows: Iterable[Mapping[str, Any]]) -> Table:
    """The dispersion of backbone teachers and degrees before and after."""
    columns = (
        Column("of", Text("每百名学生拥有", "Per 100 pupils")),
        SECTION,
        Column("before", Text("交流前差异系数", "Dispersion before"), "number", None, 3),
        Column("after", Text("交流后差异系数", "Dispersion after"), "number", None, 3),
    )
    told = tuple((FLAGS[one["of"]], vocabulary("section")[one["section"]], one["before"], one["after"]) for one in rows)
    return Table("dispersion", Text("均衡程度", "Evenness"), columns, told)


TERMS = {
    "backbone": Text("骨干教师差异", "Dispersion of backbone teachers"),
    "degree": Text("学历差异", "Dispersion of degrees"),
    "shortage": Text("学科缺员", "Missing subject teachers"),
    "commute": Text("路程", "Ways"),
    "wish": Text("未满足的志愿", "Wishes not met"),
    "unasked": Text("志愿以外的安排", "Moves nobody asked for"),
}


def terms_table(found: Document) -> Table:
    """The objective term by term, with its weights."""
    county = found["counties"][0]
    columns = (
        Column("term", Text("目标", "Term")),
        Column("weight", Text("权重", "Weight"), "number", None, 0),
        Column("before", Text("交流前（分）", "Before (points)"), "number", None, 2),
        Column("after", Text("交流后（分）", "After (points)"), "number", None, 2),
    )
    rows = tuple(
        (title, found["weights"][name], county["before"][name], county["after"][name]) for name, title in TERMS.items()
    )
    return Table("terms", Text("目标值的组成", "What the objective is made of"), columns, rows)


def transfers_table(transfers: Iterable[Transfer]) -> Table:
    """Published moves with names: for the schools and the officer only."""
    rows = tuple(
        (one.teacher.code, one.teacher.name or None, one.from_school.name, one.to_school.name) for one in transfers
    )
    title = Text("公示的交流去向", "Published moves")
    return Table("transfers", title, (CODE, NAME, FROM, TO), rows)


STANDINGS = {
    "may": Text("符合", "eligible"),
    "not_eligible": Text("不符合", "not eligible"),
    "excluded": Text("暂不交流", "excluded"),
}


def eligibility_table(people: Sequence[tuple[Teacher, Person]], reasons: Mapping[str, Exclusion]) -> Table:
    """Teachers with their standing and, where they may not move, the reason."""
    columns = (
        CODE,
        NAME,
        SCHOOL,
        SUBJECT,
        Column("backbone", Text("骨干", "Backbone")),
        YEARS,
        Column("standing", Text("交流资格", "Standing")),
        Column("reason", Text("原因", "Reason")),
        Column("wishes", Text("志愿数", "Wishes"), "number", None, 0),
    )
    rows = tuple(
        (
            of.code,
            of.name or None,
            of.organisation.name,
            subject_words(one.row),
            YES if one.row["backbone"] else None,
            one.row.get("years_at_school"),
            STANDINGS[one.kind],
            _reason(of.code, one.kind, one.why, reasons),
            getattr(of, "wished", None),
        )
        for of, one in people
    )
    return Table("eligibility", Text("交流资格", "Who is eligible"), columns, rows)


def subject_words(row: Mapping[str, Any]) -> Text | None:
    """The subject of a teacher's typed row, or that it is a head."""
    if row.get("principal"):
        return Text("校长", "Head")
    return vocabulary("subject").get(row.get("subject") or "")
