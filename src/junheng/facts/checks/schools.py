"""What a school says of itself: its code, type, flags, parent and campuses."""

from collections.abc import Iterator

import polars as pl

from junheng.facts.checks.model import Context, Hit, Registry, Row, Spot, keyed, shown
from junheng.facts.checks.settings import settings
from junheng.facts.codes import code_list
from junheng.facts.templates.forms import sections_of_type

REGISTRY = Registry()


def _schools(context: Context) -> pl.DataFrame:
    return keyed("schools", context.facts["schools"])


def _hit(context: Context, row: Row, field: str, **values: object) -> Hit:
    return Hit((Spot("schools", (field,), row["code"]),), {**context.who(row["code"]), **values})


@REGISTRY.add("code_prefix", "学校标识码前缀异常", "Unusual prefix of the school code")
def code_prefix(context: Context) -> Iterator[Hit]:
    rule = settings()["code_pattern"]
    odd = _schools(context).filter(~pl.col("code").str.contains(rule["value"]))
    for row in odd.iter_rows(named=True):
        yield _hit(context, row, "school_code", rule=rule["title"]["zh"], rule_en=rule["title"]["en"])


@REGISTRY.add("section_not_of_type", "有学校类型不应有的学段", "A section the school type does not have")
def section_of_other_type(context: Context) -> Iterator[Hit]:
    """A section with pupils belongs to the type, as far as the type says which sections it has."""
    pupils = keyed("sections", context.facts["sections"]).filter(pl.col("pupils") > 0)
    types = _schools(context).select("code", "school_type")
    for row in pupils.join(types, on="code", maintain_order="left").iter_rows(named=True):
        own = sections_of_type(row["school_type"])
        if own and row["part"] not in own:
            yield Hit(
                (
                    Spot("sections", ("pupils",), row["code"], row["part"]),
                    Spot("schools", ("school_type",), row["code"]),
                ),
                {**context.who(row["code"], row["part"]), "pupils": row["pupils"], **_type(row["school_type"])},
            )


def _type(code: str) -> dict[str, str]:
    text = code_list("school_types").codes[code]
    return {"type": text.zh, "type_en": text.en}


@REGISTRY.add(
    "built_flag_contradicts_year", "建成标志与建校时间矛盾", "Flag of the building year against the founding year"
)
def built_flags(context: Context) -> Iterator[Hit]:
    """A school planned and built by a year was not founded after it."""
    for field in ("built_by_2010", "built_by_2016"):
        limit = settings()["built_by"][field]
        wrong = _schools(context).filter(pl.col(field) & (pl.col("founded_year") > limit))
        for row in wrong.iter_rows(named=True):
            yield _hit(context, row, field, founded=row["founded_year"], limit=limit)


@REGISTRY.add("built_flags_contradict", "两个建成标志相互矛盾", "The two building flags contradict each other")
def built_flags_agree(context: Context) -> Iterator[Hit]:
    """What was built by 2010 was built by 2016."""
    for row in _schools(context).filter(pl.col("built_by_2010") & ~pl.col("built_by_2016")).iter_rows(named=True):
        yield _hit(context, row, "built_by_2016")


@REGISTRY.add("founded_in_future", "建校时间晚于本学年", "Founded after the school year")
def founded_later(context: Context) -> Iterator[Hit]:
    later = _schools(context).filter(pl.col("founded_year") > context.facts.year + 1)
    for row in later.iter_rows(named=True):
        yield _hit(context, row, "founded_year", founded=row["founded_year"], year=context.facts.year)


@REGISTRY.add(
    "small_rural_flag_contradicts",
    "乡村小规模学校标志与人数或驻地矛盾",
    "Flag of small rural schools against pupils or place",
)
def small_rural(context: Context) -> Iterator[Hit]:
    """The flag stands for 50 to 99 pupils in the countryside; a missing number or place makes no statement."""
    limits, rural = settings()["small_rural"], code_list("urban_rural").having("zone", "rural")
    pupils = keyed("sections", context.facts["sections"]).group_by("code").agg(_whole("pupils"))
    flagged = _schools(context).filter("small_rural").join(pupils, on="code", how="left", maintain_order="left")
    wrong = flagged.filter(
        ~pl.col("pupils").is_between(limits["low"], limits["high"]).fill_null(value=True)
        | ~pl.col("urban_rural").is_in(rural).fill_null(value=True)
    )
    titles = code_list("urban_rural").codes
    for row in wrong.iter_rows(named=True):
        place = titles.get(row["urban_rural"])
        yield _hit(
            context,
            row,
            "small_rural",
            pupils="—" if row["pupils"] is None else row["pupils"],
            place=place.zh if place else "—",
            place_en=place.en if place else "—",
        )


@REGISTRY.add(
    "uncounted_without_parent", "不计校数学校没有可用的原校", "A school that is not counted has no known parent"
)
def uncounted(context: Context) -> Iterator[Hit]:
    """Schools that do not count are merged into their parent, which must be another one among the schools."""
    schools = _schools(context)
    other = pl.col("parent_code").is_in(schools["code"].to_list()) & (pl.col("parent_code") != pl.col("code"))
    for row in schools.filter(~pl.col("counted") & ~other.fill_null(value=False)).iter_rows(named=True):
        yield _hit(context, row, "parent_code", parent=row["parent_code"] or "—")


@REGISTRY.add(
    "campus_pupils_differ", "各校区学生之和不等于学校学生数", "Pupils of the campuses do not add up to the school"
)
def campuses(context: Context) -> Iterator[Hit]:
    """Where every campus gives a section's pupils, they add up to the section."""
    frame = keyed("campuses", context.facts["campuses"])
    for section in code_list("sections").codes:
        column = f"pupils_{section}"
        added = frame.group_by("code", maintain_order=True).agg(
            pl.when(pl.col(column).is_not_null().all()).then(pl.col(column).sum()).alias("campuses")
        )
        school = keyed("sections", context.facts["sections"]).filter(pl.col("part") == section).drop("part")
        both = added.join(school, on="code", maintain_order="left")
        for row in both.filter(pl.col("campuses") != pl.col("pupils")).iter_rows(named=True):
            yield Hit(
                (Spot("campuses", (column,), row["code"]), Spot("sections", ("pupils",), row["code"], section)),
                {**context.who(row["code"], section), "campuses": row["campuses"], "pupils": row["pupils"]},
            )


@REGISTRY.add("equipment_per_pupil_implausible", "生均设备值异常", "Implausible value of equipment per pupil")
def equipment(context: Context) -> Iterator[Hit]:
    """Equipment in yuan divided by the pupils of all sections; unknown pupils of a section make no statement."""
    high = settings()["equipment_per_pupil"]["high"]
    pupils = keyed("sections", context.facts["sections"]).group_by("code").agg(_whole("pupils"))
    both = keyed("money", context.facts["money"]).join(pupils, on="code", maintain_order="left")
    each = both.filter(pl.col("pupils") > 0).with_columns(mean=pl.col("equipment_value_yuan") / pl.col("pupils"))
    for row in each.filter(pl.col("mean") > high).iter_rows(named=True):
        yield Hit(
            (Spot("money", ("equipment_value_yuan",), row["code"]),),
            {
                **context.who(row["code"]),
                "equipment": shown(row["equipment_value_yuan"]),
                "pupils": row["pupils"],
                "mean": f"{row['mean']:.2f}",
                "high": shown(high),
            },
        )


def _whole(field: str) -> pl.Expr:
    """The sum over a school's sections, unknown when one of them is."""
    return pl.when(pl.col(field).is_not_null().all()).then(pl.col(field).sum()).alias(field)
