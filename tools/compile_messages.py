"""Compile the site's English messages, after checking that every Chinese message has one.

Each part of the site keeps its own catalogue in ``<part>/locale``; ``web/locale`` serves the parts that have none.
``python tools/compile_messages.py`` writes ``django.mo`` beside each ``django.po``; ``--missing`` prints the messages
that have no English yet, under the name of their catalogue, ready to be pasted into it.
"""

import os
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

WEB = Path(__file__).resolve().parent.parent / "src" / "junheng" / "web"
IN_PART = Path("locale") / "en" / "LC_MESSAGES" / "django.po"
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


def catalogues() -> list[Path]:
    """The catalogue of the whole site first, then those of its parts."""
    return [WEB / IN_PART, *sorted(WEB.glob(f"*/{IN_PART}"))]


def used(catalogue: Path) -> list[str]:
    """Every message of the files a catalogue serves once, in the order of the files."""
    home = catalogue.parents[3]
    others = {one.parents[3] for one in catalogues()} - {home}
    found: dict[str, None] = {}
    for pattern, read in (("*.html", _template), ("*.py", _module)):
        for path in sorted(home.rglob(pattern)):
            if home != WEB or not others & set(path.parents):
                found.update(dict.fromkeys(read(path)))
    return list(found)


def _template(path: Path) -> Iterator[str]:
    return in_template(path.read_text(encoding="utf-8"))


def _module(path: Path) -> Iterator[str]:
    return in_module(path.read_bytes())


def translated(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        catalogue = read_po(file, locale="en")
    pairs = ((one.id, one.string) for one in catalogue if one.id and not one.fuzzy)
    return {_first(id_): _first(string) for id_, string in pairs if all(_all(string))}


def _all(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _first(text: str | list[str] | tuple[str, ...]) -> str:
    return _all(text)[0]


def missing(catalogue: Path) -> list[str]:
    """Messages that have no English, neither in their own catalogue nor in the one of the whole site."""
    known = translated(WEB / IN_PART).keys() | translated(catalogue).keys()
    return [message for message in used(catalogue) if message not in known]


def compile_catalogue(path: Path) -> Path:
    """Write the compiled catalogue beside it, whole or not at all: other processes may be reading the old one."""
    target = path.with_suffix(".mo")
    with path.open("rb") as file:
        catalogue = read_po(file, locale="en")
    written = BytesIO()
    write_mo(written, catalogue)
    draft = target.with_suffix(f".{os.getpid()}")
    draft.write_bytes(written.getvalue())
    draft.replace(target)
    return target


def main() -> int:
    lacking = {path: missing(path) for path in catalogues()}
    for path, messages in lacking.items():
        for message in messages:
            sys.stdout.write(f'# {path.relative_to(WEB)}\nmsgid "{message}"\nmsgstr ""\n\n')
    if "--missing" not in sys.argv[1:]:
        for path in catalogues():
            compile_catalogue(path)
    return 1 if any(lacking.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
