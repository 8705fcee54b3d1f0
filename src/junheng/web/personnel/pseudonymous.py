"""The teachers of a round as the engine is given them: codes, never a name, an identity number or a reason."""

import polars as pl
from django.db.models import QuerySet

from junheng.teachers.reading import LINE
from junheng.web.personnel.models import Exclusion, RotationRound, Teacher, Wish

EXCLUDED = "已登记，原因只在人事页面可见"
"""What stands for every reason."""


def teachers_table(of: RotationRound) -> pl.DataFrame:
    """The table ``teachers`` of the engine as text, with exclusions and wishes as they are now."""
    rows = Teacher.objects.everything("the whole round, without names").filter(round=of)
    teachers = list(rows.select_related("organisation").defer(*_HIDDEN))
    out = set(in_force().filter(teacher__round=of).values_list("teacher_id", flat=True))
    wishes: dict[int, dict[int, str]] = {}
    asked = Wish.objects.everything("the whole round").filter(teacher__round=of)
    for teacher, rank, school in asked.values_list("teacher_id", "rank", "school"):
        wishes.setdefault(teacher, {})[rank] = school
    facts = sorted({name for one in teachers for name in one.facts})
    columns: dict[str, list[str]] = {
        "teacher_id": [one.code for one in teachers],
        "school_code": [one.organisation.code for one in teachers],
        **{name: [one.facts.get(name, "") for one in teachers] for name in facts},
        "exclusion": [EXCLUDED if one.pk in out else "" for one in teachers],
    }
    for rank in range(1, max((max(one) for one in wishes.values()), default=0) + 1):
        columns[f"wish_{rank}"] = [wishes.get(one.pk, {}).get(rank, "") for one in teachers]
    lines = pl.Series(LINE, [one.number + 1 for one in teachers], dtype=pl.Int64)
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)).with_columns(lines)


_HIDDEN = ("name", "name_lookup", "identity", "identity_lookup")


def in_force() -> QuerySet[Exclusion]:
    """The exclusions that are not withdrawn."""
    return Exclusion.objects.everything("of a round in reach").filter(withdrawn_at=None)
