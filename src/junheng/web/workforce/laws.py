"""The parameters of each kind of study: what is in force, what the officer filled in, what nobody knows."""

from collections.abc import Mapping

from junheng.policy.curriculum import curriculum_parameters, weekly_lessons
from junheng.policy.establishment_norms import establishment_norms, establishment_parameters
from junheng.policy.itinerant_rules import itinerant_parameters, itinerant_rules
from junheng.policy.parameters import Parameter
from junheng.policy.pay_rules import PARTS, PayRules, pay_parameters, pay_rules
from junheng.policy.talent_targets import TalentTargets, talent_parameters, talent_targets
from junheng.policy.text import Text
from junheng.teachers.itinerant import Laws
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.given import Number
from junheng.web.workforce.models import StudyKind, WorkforceStudy

SECTIONS = ("primary", "junior")
Own = Mapping[str, float]


def parameters_of(kind: str) -> Mapping[str, Parameter]:
    """The parameters of a kind of study by id."""
    if kind == StudyKind.PAY:
        return pay_parameters()
    if kind == StudyKind.TALENT:
        return talent_parameters()
    of_sections = {**establishment_parameters(), **curriculum_parameters()}
    used = tuple(f"{first}.{section}" for first in ("lessons", "hours") for section in SECTIONS)
    return {**{id_: one for id_, one in of_sections.items() if id_.startswith(used)}, **itinerant_parameters()}


def own_of(of: WorkforceStudy, among: Mapping[str, Parameter]) -> Own:
    """The officer's values of some parameters."""
    return {name: one["value"] for name, one in of.given.items() if name in among}


def itinerant_laws(of: WorkforceStudy) -> Laws:
    """The numbers of itinerant teaching.

    Raises:
        Refusal: (422) a value cannot be used.
    """
    try:
        return Laws(
            establishment_norms(of.day, own_of(of, establishment_parameters())),
            itinerant_rules(of.day, own_of(of, itinerant_parameters())),
        )
    except ValueError as error:
        raise _unusable(error) from error


def hours_of(of: WorkforceStudy) -> dict[str, float | None]:
    """``section.subject`` -> weekly lessons of a class."""
    held = weekly_lessons(of.day, own_of(of, curriculum_parameters()))
    return {f"{section}.{subject}": value for (section, subject), value in held.items() if section in SECTIONS}


def pay_law(of: WorkforceStudy) -> PayRules:
    """The numbers of performance pay.

    Raises:
        Refusal: (422) the shares do not add up, or a value cannot be used.
    """
    own = own_of(of, pay_parameters())
    shares = [own.get(f"share.{part}", 0.0) for part in PARTS]
    total = sum(shares)
    if any(shares) and round(total, 6) != 100:  # noqa: PLR2004 - per cent
        raise Refusal(
            f"各项比例之和应为 100%，现为 {total:g}%。",
            f"The shares add up to 100 %; they are {total:g} %.",
            status=422,
        )
    try:
        return pay_rules(of.day, own)
    except ValueError as error:
        raise _unusable(error) from error


def talent_law(of: WorkforceStudy) -> TalentTargets:
    """The targets of article 7.

    Raises:
        Refusal: (422) a value cannot be used.
    """
    try:
        return talent_targets(of.day, own_of(of, talent_parameters()))
    except ValueError as error:
        raise _unusable(error) from error


def check(of: WorkforceStudy) -> None:
    """Whether the numbers of a study can be used together.

    Raises:
        Refusal: (422) they cannot.
    """
    {StudyKind.ITINERANT: itinerant_laws, StudyKind.PAY: pay_law, StudyKind.TALENT: talent_law}[StudyKind(of.kind)](of)


def numbers(of: WorkforceStudy) -> list[Number]:
    """Every parameter of a study."""
    built_in = _built_in(of)
    return [
        Number(
            one,
            of.given.get(name, {}).get("value", built_in[name]),
            of.given.get(name, {}).get("value"),
            of.given.get(name, {}).get("source", ""),
        )
        for name, one in parameters_of(of.kind).items()
    ]


def _built_in(of: WorkforceStudy) -> Mapping[str, float | None]:
    """The values of the law on the day of a study."""
    if of.kind == StudyKind.PAY:
        return pay_rules(of.day).values
    if of.kind == StudyKind.TALENT:
        return talent_targets(of.day).values
    hours = {f"hours.{section}.{subject}": value for (section, subject), value in weekly_lessons(of.day).items()}
    return {**establishment_norms(of.day).values, **itinerant_rules(of.day).values, **hours}


def _unusable(error: ValueError) -> Refusal:
    said = Text(f"参数不能用：{error.args[0]}", f"A parameter cannot be used: {error.args[0]}")
    return Refusal(said.zh, said.en, status=422)
