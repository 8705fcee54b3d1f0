"""Who should report and did not, who is new, and who seems to be there twice."""

from collections.abc import Iterator

import polars as pl

from junheng.facts.checks.model import Context, Hit, Registry, Spot, keyed
from junheng.facts.codes import code_list
from junheng.facts.templates.forms import sections_of_type
from junheng.policy import Text

REGISTRY = Registry()
_KEYS = ("school_code", "school_name", "county_code")


def known_schools(context: Context) -> pl.DataFrame | None:
    """The schools that should report: the list of expected ones, else last year's."""
    if context.expected is not None:
        listed = context.expected.drop_nulls("school_code")
        missing = [pl.lit(None, dtype=pl.String).alias(one) for one in _KEYS if one not in listed.columns]
        return listed.with_columns(missing).select(_KEYS).unique("school_code", keep="first", maintain_order=True)
    return context.previous["schools"].select(_KEYS) if context.previous else None


@REGISTRY.add("school_missing", "应报学校没有上报", "An expected school has not reported")
def missing(context: Context) -> Iterator[Hit]:
    known = known_schools(context)
    if known is None:
        return
    gone = known.join(context.facts["schools"], on="school_code", how="anti", maintain_order="left")
    for row in gone.iter_rows(named=True):
        code = row["school_code"]
        name = row["school_name"] or ""
        yield Hit(
            (Spot("schools", ("school_code",), code),),
            {
                "who": f"{name}（{code}）" if name else code,
                "who_en": f"{name} {code}".strip(),
                **_county(row["county_code"]),
            },
        )


def _county(code: str | None) -> dict[str, str]:
    """The words for a county, in both languages: ``county`` and ``county_en``."""
    body = code_list("managing_bodies").codes.get(code or "") or Text(code or "—", code or "—")
    return {"county": body.zh, "county_en": body.en}


@REGISTRY.add("school_new", "名单之外的新学校", "A school that is not on the list")
def new(context: Context) -> Iterator[Hit]:
    known = known_schools(context)
    if known is None:
        return
    for row in (
        context.facts["schools"].join(known, on="school_code", how="anti", maintain_order="left").iter_rows(named=True)
    ):
        yield Hit((Spot("schools", ("school_name",), row["school_code"]),), context.who(row["school_code"]))


@REGISTRY.add("section_missing", "应有学段没有上报", "An expected section has not been reported")
def sections(context: Context) -> Iterator[Hit]:
    """Every section on the list of expected ones; without a list, every section of the school's type."""
    reported = set(context.facts["sections"].select("school_code", "section").iter_rows())
    for code, section in _expected_sections(context):
        if (code, section) not in reported:
            yield Hit(
                (Spot("sections", ("pupils",), code, section), Spot("schools", ("school_type",), code)),
                context.who(code, section),
            )


def _expected_sections(context: Context) -> Iterator[tuple[str, str]]:
    schools = context.facts["schools"].select("school_code", "school_type")
    if context.expected is not None and "section" in context.expected.columns:
        here = context.expected.join(schools, on="school_code", how="semi", maintain_order="left")
        yield from here.select("school_code", "section").drop_nulls().unique(maintain_order=True).iter_rows()
        return
    for code, kind in schools.iter_rows():
        for section in sections_of_type(kind):
            yield code, section


@REGISTRY.add("same_name_other_code", "同一区县同名学校代码不同", "Schools of one name and county with different codes")
def same_name(context: Context) -> Iterator[Hit]:
    """A school entered twice under two codes counts its pupils twice."""
    schools = keyed("schools", context.facts["schools"]).drop_nulls(["school_name", "county_code"])
    several = schools.filter(pl.struct("school_name", "county_code").is_duplicated())
    groups = several.group_by("county_code", "school_name", maintain_order=True).agg("code")
    for row in groups.iter_rows(named=True):
        first, *others = row["code"]
        yield Hit(
            tuple(Spot("schools", ("school_name",), code) for code in (*others, first)),
            {
                "name": row["school_name"],
                **_county(row["county_code"]),
                "codes": "、".join(row["code"]),
            },
        )
