"""One cell to one value, by the contract of its field; blank stays blank, and every repair has a name."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from typing import Any, Literal

from junheng.facts.codes import code_list
from junheng.facts.contracts import Field

State = Literal["reported", "not_reported", "not_applicable", "suppressed"]

Value = str | int | float | bool | dt.date | None


@dataclass(frozen=True, slots=True)
class Parsed:
    """``change`` names a repair or warning to show, ``problem`` why the cell was rejected (then there is no value)."""

    value: Value
    state: State
    change: str | None = None
    problem: str | None = None
    raw: Any = ""

    @property
    def reported(self) -> bool:
        return self.state == "reported"

    @property
    def cell_text(self) -> str:
        """The cell as written: whole numbers without ``.0``."""
        return written(self.raw)


NOTHING = Parsed(None, "not_reported")
WARNINGS = frozenset({"none_word_for_empty"})
"""Changes that ask the user to look again."""

DASHES = frozenset({"-", "—", "——", "–", "--", "―", "－", "…", "……"})
NOT_APPLICABLE = frozenset({"/", "／", "不适用", "n/a", "N/A", "NA"})
NONE_WORDS = frozenset({"无", "没有", "暂无", "空", "none", "None"})
SUPPRESSED = frozenset({"*", "＊", "**", "***"})
YES = frozenset({"是", "√", "✓", "✔", "y", "yes", "true", "1", "有", "对"})
NO = frozenset({"否", "×", "✗", "✘", "n", "no", "false", "0", "x"})
MAX_EXACT = 10**15
"""Excel keeps 15 significant digits; a longer number has lost its tail."""

_ERROR = re.compile(r"#(?:DIV/0!|REF!|NAME\?|VALUE!|N/A|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|N/CALC)")
_SCIENTIFIC = re.compile(r"[+-]?\d(?:\.\d+)?[eE][+-]?\d+")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_DATE = re.compile(r"(\d{4})(?:[.\-/年](\d{1,2})(?:[.\-/月](\d{1,2})日?|月)?|年)?(?: 0{1,2}:0{2}(?::0{2})?)?")
_EIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_CODED = re.compile(r"([0-9A-Za-z]+)[\s\-—:：.、|]+\S.*")
_FIXED_DIGITS = re.compile(r"\^\\d\{(\d)\}\$")


def parse(raw: Any, field: Field) -> Parsed:
    """The value of a cell. Limits, patterns and code membership of plain codes are left to the checks of the contract.

    Units: a number is multiplied by ``field.scale`` exactly (12.34 万元 gives 123400.0 元).
    """
    if raw is None or raw == "":
        return NOTHING
    if type(raw) is float and raw == raw // 1 and field.scale == 1 and field.numeric and abs(raw) < MAX_EXACT:
        return Parsed(int(raw) if field.type == "int" else raw, "reported", raw=raw)
    if isinstance(raw, str):
        return _text(raw, field)
    return _PARSERS[field.type](raw, field, raw, None)


def _text(raw: str, field: Field) -> Parsed:
    text = _clean(raw)
    if not text:
        return NOTHING
    special = _special(text, raw)
    if special is not None:
        return special
    change = "full_width_digits" if text != raw.strip() and _has_full_width(raw) and field.type != "text" else None
    return _PARSERS[field.type](text, field, raw, change)


@lru_cache(maxsize=4096)
def _clean(raw: str) -> str:
    return unicodedata.normalize("NFKC", raw.replace("\u200b", "").replace("\ufeff", "")).strip()


def _has_full_width(raw: str) -> bool:
    return any("\uff01" <= letter <= "\uff5e" for letter in raw)


def _special(text: str, raw: str) -> Parsed | None:
    """Words that stand for the absence of a value."""
    if _ERROR.fullmatch(text):
        problem = "formula_not_calculated" if text == "#N/CALC" else "formula_errors"
        return Parsed(None, "not_reported", problem=problem, raw=raw)
    if text in DASHES:
        return Parsed(None, "not_reported", "dash_for_empty", raw=raw)
    if text in NOT_APPLICABLE:
        return Parsed(None, "not_applicable", "slash_for_empty", raw=raw)
    if text in NONE_WORDS:
        return Parsed(None, "not_reported", "none_word_for_empty", raw=raw)
    if text in SUPPRESSED:
        return Parsed(None, "suppressed", raw=raw)
    return None


def _number(value: Any, field: Field, raw: Any, change: str | None) -> Parsed:
    if isinstance(value, bool):
        return _reject("not_a_number", raw)
    if isinstance(value, dt.date):
        return _year(value, field, raw) if field.unit == "年" else _reject("date_for_number", raw)
    if isinstance(value, str):
        return _number_text(value, field, raw, change)
    if isinstance(value, int | float):
        if field.unit == "年" and abs(value) < MAX_EXACT and value != value // 1:
            return Parsed(int(value), "reported", "dotted_dates", raw=raw)
        return _scaled(Decimal(repr(value)), field, raw, change, field.scale)
    return _reject("not_a_number", raw)


def _number_text(text: str, field: Field, raw: Any, change: str | None) -> Parsed:
    bare, scale, change = _without_unit(text, field, change)
    if bare.endswith("%"):
        return _percent(bare, field, raw)
    if _THOUSANDS.fullmatch(bare):
        bare, change = bare.replace(",", ""), change or "thousands_commas"
    if not _PLAIN.fullmatch(bare):
        if field.unit == "年" and (day := _date_of(bare)) is not None:
            return Parsed(day.year, "reported", "dotted_dates", raw=raw)
        return _reject("not_a_number", raw)
    if field.unit == "年" and "." in bare:
        return Parsed(int(float(bare)), "reported", "dotted_dates", raw=raw)
    return _scaled(Decimal(bare), field, raw, change or "numbers_as_text", scale)


def _without_unit(text: str, field: Field, change: str | None) -> tuple[str, float, str | None]:
    """The number without a unit written behind it, and the scale that the unit as written asks for."""
    for unit, scale in ((field.reported_in, field.scale), (field.unit, 1.0)):
        if unit and text.endswith(_clean(unit)) and text != _clean(unit):
            return text.removesuffix(_clean(unit)).rstrip(), scale, change or "unit_in_cell"
    return text, field.scale, change


def _percent(text: str, field: Field, raw: Any) -> Parsed:
    if field.unit != "比率" or not _PLAIN.fullmatch(text[:-1].strip()):
        return _reject("percent_not_expected", raw)
    return Parsed(float(Decimal(text[:-1].strip()) / 100), "reported", "percent_strings", raw=raw)


def _scaled(number: Decimal, field: Field, raw: Any, change: str | None, scale: float) -> Parsed:
    try:
        number = number * Decimal(repr(scale)) if scale != 1 else number
        whole = number == number.to_integral_value()
    except (InvalidOperation, OverflowError):
        return _reject("not_a_number", raw)
    if not number.is_finite() or abs(number) >= MAX_EXACT:
        return _reject("number_too_long", raw)
    if field.type == "int":
        return Parsed(int(number), "reported", change, raw=raw) if whole else _reject("not_a_whole_number", raw)
    return Parsed(float(number), "reported", change, raw=raw)


def _flag(value: Any, _field: Field, raw: Any, change: str | None) -> Parsed:
    if isinstance(value, bool):
        return Parsed(value, "reported", raw=raw)
    word = written(value).casefold()
    if word in YES or word in NO:
        return Parsed(word in YES, "reported", change, raw=raw)
    return _reject("not_yes_or_no", raw)


def _code(value: Any, field: Field, raw: Any, change: str | None) -> Parsed:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return _reject("not_a_code", raw)
    if isinstance(value, str):
        if _SCIENTIFIC.fullmatch(value):
            return _reject("scientific_notation_codes", raw)
        return _listed(value, field, raw, change)
    if value != value // 1 or abs(value) >= MAX_EXACT:
        return _reject("scientific_notation_codes", raw)
    digits = _FIXED_DIGITS.fullmatch(field.pattern or "")
    text = str(int(value)).zfill(int(digits[1]) if digits else 0)
    return _listed(text, field, raw, "code_as_number" if field.codes is None else None)


def _listed(text: str, field: Field, raw: Any, change: str | None) -> Parsed:
    if field.codes is None:
        return Parsed(text.replace(" ", ""), "reported", change, raw=raw)
    code = _code_of(field.codes, text)
    if code is None:
        return _reject("not_in_code_list", raw)
    return Parsed(code, "reported", change, raw=raw)


@cache
def _code_of(list_id: str, text: str) -> str | None:
    """The code for a code, a title, ``code title`` or ``title(code)``."""
    known = code_list(list_id)
    coded = _CODED.fullmatch(text)
    bracket = re.fullmatch(r"(.+?)\((\w+)\)", text)
    candidates = (text, text.replace(" ", ""), coded and coded[1], bracket and bracket[1], bracket and bracket[2])
    return next((code for one in candidates if one and (code := known.code_of(one))), None)


def _day(value: Any, _field: Field, raw: Any, change: str | None) -> Parsed:
    if isinstance(value, dt.datetime):
        return Parsed(value.date(), "reported", raw=raw)
    if isinstance(value, dt.date):
        return Parsed(value, "reported", raw=raw)
    if isinstance(value, str):
        day = _date_of(value)
        iso = day is not None and value == day.isoformat()
        return (
            Parsed(day, "reported", change if iso else "dotted_dates", raw=raw) if day else _reject("not_a_date", raw)
        )
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _day_of_number(float(value), raw)
    return _reject("not_a_date", raw)


def _day_of_number(value: float, raw: Any) -> Parsed:
    text = written(value)
    if 1900 <= value < 2200 and re.fullmatch(r"\d{4}\.1", text):  # noqa: PLR2004
        return _reject("ambiguous_date", raw)
    if 30_000 <= value < 80_000:  # noqa: PLR2004  (Excel days from 1982 to 2119)
        return Parsed(dt.date(1899, 12, 30) + dt.timedelta(days=int(value)), "reported", "date_as_number", raw=raw)
    day = _date_of(text)
    return Parsed(day, "reported", "dotted_dates", raw=raw) if day else _reject("not_a_date", raw)


def _date_of(text: str) -> dt.date | None:
    found = _DATE.fullmatch(text) or _EIGHT.fullmatch(text)
    if found is None or found[2] is None:
        return None
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return None


def _year(value: dt.date, _field: Field, raw: Any) -> Parsed:
    return Parsed(value.year, "reported", "dotted_dates", raw=raw)


def _words(value: Any, _field: Field, raw: Any, _change: str | None) -> Parsed:
    text = " ".join(raw.split()) if isinstance(raw, str) else written(value)
    return Parsed(text, "reported", raw=raw)


def _reject(problem: str, raw: Any) -> Parsed:
    return Parsed(None, "not_reported", problem=problem, raw=raw)


def written(raw: Any) -> str:
    """A cell as text: whole numbers without ``.0``, dates in ISO form."""
    if isinstance(raw, float) and raw == raw // 1 and abs(raw) < MAX_EXACT:
        return str(int(raw))
    return raw.isoformat() if isinstance(raw, dt.date) else str(raw)


_PARSERS = {"int": _number, "float": _number, "bool": _flag, "code": _code, "date": _day, "text": _words}
