"""Make the reference pages of the documentation from the data, so that they never drift.

``python tools/reference.py`` writes them; ``--check`` writes nothing and names every page that is stale.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from pages import checks, commands, facts, glossary, law, models, roles, routes, standards

DOCS = Path(__file__).parents[1] / "docs"
FOLDERS = ("articles", "reference/indicators", "reference/standards")
"""Folders that hold generated pages only."""


def made() -> Mapping[str, str]:
    """Every generated page: path inside docs/ -> Markdown."""
    return {
        path: text
        for module in (standards, law, facts, checks, glossary, commands, roles, models, routes)
        for path, text in module.pages().items()
    }


def stale(pages: Mapping[str, str]) -> list[str]:
    """Pages that are missing, differ, or are made no longer."""
    changed = [path for path, text in pages.items() if not _same(DOCS / path, text)]
    return sorted([*changed, *(path for path in _kept() if path not in pages)])


def write(pages: Mapping[str, str]) -> list[str]:
    changed = stale(pages)
    for path in changed:
        target = DOCS / path
        if path in pages:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(pages[path], encoding="utf-8", newline="\n")
        else:
            target.unlink()
    return changed


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def _kept() -> list[str]:
    return [path.relative_to(DOCS).as_posix() for folder in FOLDERS for path in (DOCS / folder).glob("*.md")]


def main() -> int:
    check = "--check" in sys.argv[1:]
    changed = stale(made()) if check else write(made())
    for path in changed:
        sys.stdout.write(f"docs/{path}\n")
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
