"""Tables of posts, each the same on the page and in its files."""

from collections.abc import Iterable, Mapping, Sequence

from junheng.policy.establishment_norms import EstablishmentNorms, establishment_parameters
from junheng.policy.text import Text
from junheng.publish.table import Column, Table
from junheng.web.posts.models import DecisionKind, PostsDecision
from junheng.web.posts.standing import School, Totals

CODE = Column("school_code", Text("学校（机构）标识码", "School code"), "code")
SCHOOL = Column("school_name", Text("学校", "School"))
NEED = Column("need", Text("按标准需要", "Needed by the standard"), "number", "人", 0)
POSTS = Column("posts", Text("核定编制", "Posts allotted"), "number", "个", 0)
STAFF = Column("staff", Text("在编教职工", "Staff on posts"), "number", "人", 0)
LACKING = Column("lacking", Text("编制缺口", "Posts lacking"), "number", "个", 0)
VACANT = Column("vacant", Text("空编", "Vacant posts"), "number", "个", 0)
HOW = Column("how", Text("算法", "How it is counted"))
SMALL = Text("乡村小规模", "small rural")
SYNTHETIC = Text("演示用的合成数据，不是任何真实学校。", "Synthetic demonstration data; no real school.")


def schools_table(schools: Iterable[School], norms: EstablishmentNorms, notes: Iterable[Text], source: str) -> Table:
    """Every school with what it needs, has, fills and lacks, and how the need was counted."""
    columns = (
        CODE,
        SCHOOL,
        Column("zone", Text("城乡", "Urban or rural")),
        Column("pupils", Text("在校生数", "Pupils"), "number", "人", 0),
        Column("classes", Text("班数", "Classes"), "number", "班", 0),
        NEED,
        POSTS,
        STAFF,
        LACKING,
        VACANT,
        HOW,
    )
    rows = tuple(
        (
            one.code,
            one.name,
            _zone(one),
            one.pupils,
            one.classes,
            one.need,
            one.posts,
            one.staff,
            one.lacking,
            one.vacant,
            one.how,
        )
        for one in schools
    )
    title = Text("各校编制", "Posts of the schools")
    return Table("posts", title, columns, rows, (*_rules(norms), *notes), source)


def _zone(one: School) -> Text | None:
    if not one.small:
        return one.zone
    return SMALL if one.zone is None else Text(f"{one.zone.zh} · {SMALL.zh}", f"{one.zone.en} · {SMALL.en}")


def _rules(norms: EstablishmentNorms) -> Iterable[Text]:
    """The rules the need is counted by, with their sources."""
    for name in ("ratio.primary", "ratio.junior", "ratio.senior", "small.per_class"):
        held, value = establishment_parameters()[name], norms.values[name]
        said = Text("未知", "not known") if value is None else Text(f"{value:g} {held.unit}", f"{value:g}")
        yield Text(f"{held.title.zh}：{said.zh}。{held.cite}", f"{held.title.en}: {said.en}. {held.cite}")


def counties_table(found: Iterable[tuple[str, str, Totals, int | None]], notes: Iterable[Text], source: str) -> Table:
    """Every county: code, name, totals and the posts in the county's own pool."""
    columns = (
        Column("county_code", Text("管理主体代码", "Managing body"), "code"),
        Column("county", Text("区县（开发区）", "County")),
        Column("schools", Text("学校", "Schools"), "number", "所", 0),
        NEED,
        POSTS,
        Column("pool", Text("县统筹", "County pool"), "number", "个", 0),
        STAFF,
        Column("short", Text("缺编学校合计缺", "Short in schools that lack"), "number", "个", 0),
        Column("over", Text("超标准学校合计多", "Over in schools that have more"), "number", "个", 0),
    )
    rows = tuple(
        (code, name, one.schools, one.need, one.posts, pool, one.staff, one.short, one.over)
        for code, name, one, pool in found
    )
    return Table("counties", Text("各区县编制", "Posts of the counties"), columns, rows, tuple(notes), source)


def lines_table(of: PostsDecision, names: Mapping[str, str], needs: Mapping[str, School]) -> Table:
    """The lines of a decision, with what the school needs by the standard."""
    absolute = of.kind == DecisionKind.AUTHORISED
    posts = Column("posts", POSTS.title if absolute else Text("编制增减", "Posts, more or less"), "number", "个", 0)
    staff = Column("staff", STAFF.title if absolute else Text("人员增减", "People, more or less"), "number", "人", 0)
    rows = tuple(
        (
            one["school"] or None,
            _named(one["school"], names),
            needs[one["school"]].need if one["school"] in needs else None,
            one["posts"],
            one["staff"],
        )
        for one in of.lines
    )
    notes = (SYNTHETIC,) if of.synthetic else ()
    return Table("lines", Text("逐校", "School by school"), (CODE, SCHOOL, NEED, posts, staff), rows, notes)


def _named(school: str, names: Mapping[str, str]) -> Text:
    name = names.get(school, school)
    return Text(name, name) if school else Text("县统筹", "County pool")


def proposal_table(schools: Sequence[School], shares: Mapping[str, int], norms: EstablishmentNorms) -> Table:
    """A solved allotment beside what schools have today."""
    columns = (
        CODE,
        SCHOOL,
        NEED,
        POSTS,
        STAFF,
        Column("shared", Text("拟分配", "Proposed"), "number", "个", 0),
        Column("change", Text("增减", "Change"), "number", "个", 0),
        Column("left", Text("分配后缺口", "Lacking afterwards"), "number", "个", 0),
    )
    rows = tuple(
        (
            one.code,
            one.name,
            one.need,
            one.posts,
            one.staff,
            shares[one.code],
            shares[one.code] - (one.posts or 0),
            one.need - shares[one.code],
        )
        for one in schools
    )
    tilt = establishment_parameters()["small.tilt"]
    value = "未知" if norms.tilt is None else f"{norms.tilt:g}%"
    note = Text(f"{tilt.title.zh}：{value}", f"{tilt.title.en}: {'not known' if norms.tilt is None else value}")
    return Table("proposal", Text("拟分配的编制", "Proposed posts"), columns, rows, (note,))
