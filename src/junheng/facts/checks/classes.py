"""Classes, their sizes, and the pupils who sit in them."""

from collections.abc import Iterator, Mapping

import polars as pl

from junheng.facts.checks.model import Context, Hit, Registry, Spot, keyed, shown
from junheng.facts.checks.settings import settings
from junheng.facts.contracts import contract

REGISTRY = Registry()

BANDS = tuple(field.id for field in contract("class_sizes").measures)
SMALLEST: Mapping[str, int] = dict(zip(BANDS, (1, 26, 31, 36, 41, 46, 51, 56, 61, 66), strict=True))
LARGEST: Mapping[str, int] = dict(zip(BANDS, (25, 30, 35, 40, 45, 50, 55, 60, 65), strict=False))
OPEN_BAND = BANDS[-1]
"""The last band has no upper end."""


def _pupils(context: Context) -> pl.DataFrame:
    """Pupils of every section, and of every school under the part ``all``."""
    sections = keyed("sections", context.facts["sections"]).select("code", "part", "pupils", "classes")
    known = pl.col("pupils").is_not_null().all()
    schools = sections.group_by("code", maintain_order=True).agg(
        pl.lit("all").alias("part"),
        pl.when(known).then(pl.col("pupils").sum()).alias("pupils"),
        pl.lit(None, dtype=pl.Int64).alias("classes"),
    )
    return pl.concat([sections, schools])


@REGISTRY.add("pupils_outside_class_bands", "学生数与班额分布不符", "Pupils do not fit the classes by size")
def outside_bands(context: Context) -> Iterator[Hit]:
    """All bands given: the pupils lie between the fewest and the most these classes can hold."""
    bands = keyed("class_sizes", context.facts["class_sizes"]).drop_nulls(list(BANDS))
    fewest = pl.sum_horizontal(pl.col(one) * size for one, size in SMALLEST.items())
    most = pl.sum_horizontal(pl.col(one) * size for one, size in LARGEST.items())
    both = bands.join(_pupils(context), on=["code", "part"], maintain_order="left").with_columns(
        fewest.alias("fewest"), pl.when(pl.col(OPEN_BAND) == 0).then(most).alias("most")
    )
    wrong = both.filter((pl.col("pupils") < pl.col("fewest")) | (pl.col("pupils") > pl.col("most")))
    for row in wrong.iter_rows(named=True):
        code, part = row["code"], row["part"]
        where = None if part == "all" else part
        yield Hit(
            (Spot("sections", ("pupils",), code, where), Spot("class_sizes", BANDS, code, part)),
            {**context.who(code, part), "pupils": row["pupils"], "low": row["fewest"], "high": shown(row["most"])},
        )


@REGISTRY.add("class_mean_implausible", "平均班额异常", "Implausible mean class size")
def mean_class(context: Context) -> Iterator[Hit]:
    """Pupils divided by classes lie within the limits of plausibility."""
    limits = settings()["class_mean"]
    mean = pl.col("pupils") / pl.col("classes")
    sections = keyed("sections", context.facts["sections"]).filter(pl.col("classes") > 0).with_columns(mean.alias("m"))
    for row in sections.filter(~pl.col("m").is_between(limits["low"], limits["high"])).iter_rows(named=True):
        yield Hit(
            (Spot("sections", ("classes", "pupils"), row["code"], row["part"]),),
            {
                **context.who(row["code"], row["part"]),
                "mean": f"{row['m']:.1f}",
                "pupils": row["pupils"],
                "classes": row["classes"],
                "low": limits["low"],
                "high": limits["high"],
            },
        )


@REGISTRY.add("pupils_without_classes", "有学生没有班级", "Pupils but no classes")
def no_classes(context: Context) -> Iterator[Hit]:
    sections = keyed("sections", context.facts["sections"])
    for row in sections.filter((pl.col("classes") == 0) & (pl.col("pupils") > 0)).iter_rows(named=True):
        yield Hit(
            (Spot("sections", ("classes",), row["code"], row["part"]),),
            {**context.who(row["code"], row["part"]), "pupils": row["pupils"]},
        )


@REGISTRY.add(
    "max_class_flag_contradicts_bands", "“最大班额低于30人”与班额分布矛盾", "Flag of small classes against the bands"
)
def small_classes(context: Context) -> Iterator[Hit]:
    """A school whose largest class is below 30 has no class of 31 and more, by section or as a whole."""
    whole, larger = pl.col("part") == "all", pl.sum_horizontal(BANDS[2:])
    sizes = (
        keyed("class_sizes", context.facts["class_sizes"])
        .group_by("code")
        .agg(pl.max_horizontal(larger.filter(whole).sum(), larger.filter(~whole).sum()).alias("larger"))
    )
    flagged = keyed("schools", context.facts["schools"]).filter("max_class_below_30").select("code")
    both = flagged.join(sizes, on="code", maintain_order="left")
    for row in both.filter(pl.col("larger") > 0).iter_rows(named=True):
        yield Hit(
            (Spot("schools", ("max_class_below_30",), row["code"]), Spot("class_sizes", BANDS, row["code"])),
            {**context.who(row["code"]), "larger": row["larger"]},
        )
