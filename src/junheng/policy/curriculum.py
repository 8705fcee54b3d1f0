"""Weekly lessons of a class by section and subject (课程方案), as of one day; None where not known."""

from collections.abc import Mapping
from datetime import date

from junheng.policy.dated import built_in, numbers_in_force
from junheng.policy.parameters import Parameter, Value

_FILE = "teachers/curriculum"


def curriculum_parameters() -> Mapping[str, Parameter]:
    """The parameters by id, ``hours.<section>.<subject>``."""
    return built_in(_FILE)


def weekly_lessons(day: date, own: Mapping[str, Value | float] | None = None) -> Mapping[tuple[str, str], float | None]:
    """(section, subject) -> lessons a week of a class; ``own`` replaces built-in values by parameter id.

    Raises:
        LookupError: ``own`` names a parameter that there is not.
        ValueError: a value is no number or below 0.
    """
    held = numbers_in_force(curriculum_parameters(), day, own)
    return {(name.split(".")[1], name.split(".")[2]): value for name, value in held.values.items()}
