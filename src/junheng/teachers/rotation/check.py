"""The independent checker: from the tables and the placements alone, in plain lines, whether every rule is kept."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from junheng.policy.rotation_rules import RotationRules
from junheng.teachers.rotation.arrays import different
from junheng.teachers.rotation.city import City
from junheng.teachers.rotation.county import Floats, quota

NEAR = 1e-6
Row = Mapping[str, Any]


def faults(city: City, km: Floats, rules: RotationRules, placements: Sequence[Row]) -> list[str]:
    """What is wrong with the placements, in sentences; nothing when all is well.

    Args:
        city: the tables.
        km: (schools, schools) as the city was made from.
        rules: in force.
        placements: ``teacher_id``, ``to_school`` of everybody who moves; counties without a plan have none.
    """
    return list(_Checker(city, km, rules, placements).wrong())


class _Checker:
    """The tables as rows, and where everybody goes: ``to`` by number of the teacher."""

    def __init__(self, city: City, km: Floats, rules: RotationRules, placements: Sequence[Row]) -> None:
        columns = ("principal", "subject", "partner_id", "child_school", "held_at")
        frame = city.teachers.frame.with_columns(**{one: city.teachers.column(one) for one in columns})
        self.teachers, self.schools = frame.rows(named=True), city.schools.frame.rows(named=True)
        self.may, self.post = [one.may for one in city.standing], city.post.tolist()
        self.km, self.rules, self.placements = km, rules, placements
        self.number = {one: at for at, one in enumerate(different(city.schools))}
        self.row = {one["teacher_id"]: at for at, one in enumerate(self.teachers)}
        self.posts = {(one["school_code"], one["section"]): at for at, one in enumerate(self.schools)}
        self.to: dict[int, int] = {}

    def wrong(self) -> Iterator[str]:
        names = Counter(one["teacher_id"] for one in self.placements)
        yield from (f"{name}: placed {many} times" for name, many in names.items() if many > 1)
        for one in self.placements:
            teacher = self.row.get(one["teacher_id"])
            home = None if teacher is None else self.schools[self.post[teacher]]
            to = None if home is None else self.posts.get((one["to_school"], home["section"]))
            if teacher is None or to is None:
                yield f"{one['teacher_id']} to {one['to_school']}: no such teacher, or no such school of the section"
            else:
                self.to[teacher] = to
        for teacher in self.to:
            yield from (f"{self.teachers[teacher]['teacher_id']}: {what}" for what in self.person(teacher))
        counties: dict[str, list[int]] = {}
        for teacher in self.to:
            counties.setdefault(self.schools[self.post[teacher]]["county_code"], []).append(teacher)
        for county, movers in counties.items():
            yield from (f"{county}: {what}" for what in self.shares(county, movers))
        yield from self.numbers()
        for at, who in enumerate(self.teachers):
            school = self.schools[self.to.get(at, self.post[at])]["school_code"]
            if who["held_at"] not in {None, school}:
                yield f"{who['teacher_id']}: held at {who['held_at']}, placed at {school}"

    def person(self, teacher: int) -> Iterator[str]:
        """One placement beside its teacher and its school."""
        who, home, to = self.teachers[teacher], self.schools[self.post[teacher]], self.schools[self.to[teacher]]
        way = float(self.km[self.number[home["school_code"]], self.number[to["school_code"]]])
        if not self.may[teacher]:
            yield "is not eligible or is excluded"
        if to["school_code"] == home["school_code"]:
            yield "does not change school"
        if to["county_code"] != home["county_code"]:
            yield "leaves the county"
        if way == float("inf") or (self.rules.cap is not None and way > self.rules.cap):
            yield f"{way} km"
        if not who["principal"] and to.get(f"need:{who['subject']}") == 0:
            yield "the subject is not needed"
        if self.rules.child is not None and who["child_school"] is not None:
            far = float(self.km[self.number[who["child_school"]], self.number[to["school_code"]]])
            if far > self.rules.child:
                yield f"{far} km from the child's school"
        partner = self.row.get(who["partner_id"] or "")
        if self.rules.couple is not None and partner in self.to and self.rules.couple < 2:  # noqa: PLR2004
            yield "both of a couple move"

    def shares(self, county: str, movers: Sequence[int]) -> Iterator[str]:
        """The shares of a county."""
        eligible = sum(
            may and not who["principal"] and self.schools[post]["county_code"] == county
            for may, who, post in zip(self.may, self.teachers, self.post, strict=True)
        )
        ordinary = [one for one in movers if not self.teachers[one]["principal"]]
        backbone = sum(bool(self.teachers[one]["backbone"]) for one in ordinary)
        if len(ordinary) < quota(self.rules.share, eligible):
            yield f"{len(ordinary)} move of {eligible} eligible"
        if self.rules.most is not None and len(ordinary) > self.rules.most * eligible / 100 + NEAR:
            yield f"{len(ordinary)} move of {eligible} eligible, too many"
        if backbone < self.rules.backbone / 100 * len(ordinary) - NEAR:
            yield f"{backbone} backbone teachers of {len(ordinary)} who move"

    def numbers(self) -> Iterator[str]:
        """Who leaves and arrives, post by post; heads are exchanged."""
        size = Counter(post for who, post in zip(self.teachers, self.post, strict=True) if not who["principal"])
        ordinary = [one for one in self.to if not self.teachers[one]["principal"]]
        left, come = Counter(self.post[one] for one in ordinary), Counter(self.to[one] for one in ordinary)
        for what, counts, most in (("leave", left, self.rules.out), ("arrive", come, self.rules.into)):
            for post, many in counts.items():
                if most is not None and many > most * size[post] / 100 + NEAR:
                    yield f"{many} of {size[post]} {what} at {self.schools[post]['school_code']}"
        heads = [one for one in self.to if self.teachers[one]["principal"]]
        gone, new = Counter(self.post[one] for one in heads), Counter(self.to[one] for one in heads)
        for post in gone.keys() | new.keys():
            if gone[post] != new[post]:
                yield f"{gone[post]} heads leave {self.schools[post]['school_code']}, {new[post]} arrive"
