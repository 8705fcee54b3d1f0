"""Compile the site's English messages, after checking that every Chinese message has one.

``python tools/compile_messages.py`` writes ``django.mo`` beside ``django.po``; ``--missing`` prints the messages that
have no English yet, ready to be pasted into the catalogue.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

WEB = Path(__file__).resolve().parent.parent / "src" / "junheng" / "web"
CATALOGUE = WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "gettext_noop": None}
TAGS = re.compile(
    r'{%\s*translate\s+"(?P<plain>[^"]+)"|_\("(?P<constant>[^"]+)"\)'
    r"|{%\s*blocktranslate\b(?P<head>[^%]*)%}(?P<block>.*?){%\s*endblocktranslate\s*%}",
    re.DOTALL,
)
VARIABLE = re.compile(r"{{\s*(\w+)\s*}}")


def in_template(source: str) -> Iterator[str]:
    """The messages of a template, as Django looks them up."""
    for found in TAGS.finditer(source):
        if found["block"] is None:
            yield (found["plain"] or found["constant"]).replace("%", "%%")
            continue
        text = found["block"].replace("%", "%%")
        if "trimmed" in found["head"]:
            text = " ".join(line.strip() for line in text.strip().splitlines() if line.strip())
        yield VARIABLE.sub(r"%(\1)s", text)


def in_module(source: bytes) -> Iterator[str]:
    """The messages of a Python module."""
    for _line, _function, message, _comments in extract_python(BytesIO(source), list(KEYWORDS), (), {}):
        texts = message if isinstance(message, tuple) else (message,)
        yield from (text for text in texts[:1] if text)


def used() -> list[str]:
    """Every message of the site once, in the order of the files."""
    found: dict[str, None] = {}
    for path in sorted(WEB.rglob("*.html")):
        found.update(dict.fromkeys(in_template(path.read_text(encoding="utf-8"))))
    for path in sorted(WEB.rglob("*.py")):
        found.update(dict.fromkeys(in_module(path.read_bytes())))
    return list(found)


def translated() -> dict[str, str]:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="en")
    pairs = ((one.id, one.string) for one in catalogue if one.id and not one.fuzzy)
    return {_first(id_): _first(string) for id_, string in pairs if all(_all(string))}


def _all(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _first(text: str | list[str] | tuple[str, ...]) -> str:
    return _all(text)[0]


def missing() -> list[str]:
    """Messages of the site that have no English."""
    known = translated()
    return [message for message in used() if message not in known]


def compile_catalogue() -> Path:
    target = CATALOGUE.with_suffix(".mo")
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="en")
    written = BytesIO()
    write_mo(written, catalogue)
    target.write_bytes(written.getvalue())
    return target


def main() -> int:
    lacking = missing()
    for message in lacking:
        sys.stdout.write(f'msgid "{message}"\nmsgstr ""\n\n')
    if "--missing" not in sys.argv[1:]:
        compile_catalogue()
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
