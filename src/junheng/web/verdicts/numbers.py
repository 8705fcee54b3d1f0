"""Numbers of verdict records.

They are the program's own: ``JH-2025-410105-01`` is the first record on county 410105 of the school year 2025. It is no
official document number (公文文号). A city that wants its own pattern sets the parameter ``verdict.number_pattern``,
with ``{year}``, ``{code}`` and ``{n}`` in it.
"""

from datetime import date

from junheng.policy.dated import built_in

OWN = "JH-{year}-{code}-{n:02d}"
PARAMETER = "verdict.number_pattern"


def pattern(day: date) -> str:
    """The pattern in force on a day."""
    dated = built_in("verdict_numbers")[PARAMETER].on(day)
    return OWN if dated is None or not dated.value else checked(str(dated.value))


def checked(text: str) -> str:
    """A pattern that gives every record its own number.

    Raises:
        ValueError: a place is missing from it, or it has one that nobody fills.
    """
    made = {number(text, year, code, nth) for year in (2024, 2025) for code in ("410105", "ZDXQ") for nth in (1, 2)}
    if len(made) < 2**3 or any("/" in one for one in made):
        raise ValueError(
            f"编号样式须含 {{year}} {{code}} {{n}} 且不含斜杠 / a pattern names year, code and n: {text!r}"
        )
    return text


def number(text: str, year: int, code: str, nth: int) -> str:
    try:
        return text.format(year=year, code=code, n=nth)
    except (KeyError, IndexError, ValueError) as fault:
        raise ValueError(f"编号样式有误 / a faulty pattern: {text!r}") from fault
