"""The rules of the house: nothing of anyone's machine, small pieces, a story at every door, a test for every module."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "junheng"

FILE_LIMIT = 400
"""Lines of code in a file."""
FUNCTION_LIMIT = 80
"""Lines of a function; tests may hold longer tables of examples."""

TEXT = {
    ".py",
    ".md",
    ".yaml",
    ".yml",
    ".toml",
    ".txt",
    ".in",
    ".html",
    ".css",
    ".js",
    ".po",
    ".cff",
    ".ipynb",
    ".csv",
    "",
}

WITHOUT_TEST = {
    "web/settings",  # settings are exercised by every page test
    "web/wsgi.py",
}
"""Modules and folders that need no test module of their own."""


@cache
def tracked() -> tuple[Path, ...]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607
    return tuple(path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file())


def texts() -> Iterator[tuple[str, str]]:
    for path in tracked():
        if path.suffix in TEXT:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8", errors="replace")


def python_files() -> list[Path]:
    folders = ("src", "tests", "tools", "bench")
    return [path for path in tracked() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


def lines_of_code(path: Path) -> int:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return sum(bool(line) and not line.startswith("#") for line in lines)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1


def matching(pattern: str, suffixes: tuple[str, ...] = ()) -> list[str]:
    wanted = re.compile(pattern)
    return [
        f"{name}:{number}"
        for name, text in texts()
        if not suffixes or name.endswith(suffixes)
        for number, line in enumerate(text.splitlines(), 1)
        if wanted.search(line)
    ]


# ---- nothing of anyone's machine


def test_no_path_of_a_machine() -> None:
    assert matching(r"(?<![\w.~-])/(?:" + "|".join(("work", "home", "root", "Users")) + r")/\w") == []


def test_no_address_of_a_registry() -> None:
    hosts = ("pypi", "pythonhosted", "npmjs", "crates", "conda", "anaconda")
    assert matching(r"(?i)//[\w.-]*\b(?:" + "|".join(hosts) + r")\.(?:org|com|io)") == []
    assert matching("--(?:extra-)?" + "index-url|--find-" + "links") == []


def test_no_lock_file_that_embeds_hosts() -> None:
    locks = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "package-lock.json", "yarn.lock", "pnpm-lock.yaml"}
    assert [path.name for path in tracked() if path.name in locks] == []


def test_nothing_is_left_for_later() -> None:
    assert matching(r"\b(?:" + "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3)) + r")\b") == []


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    assert (
        matching(r"mark\.(?:ski" + r"p|xfai" + r"l)|pytest\.(?:ski" + r"p|xfai" + r"l)\(|import" + "orskip", (".py",))
        == []
    )


# ---- small pieces


def test_files_and_functions_stay_small(capsys: pytest.CaptureFixture[str]) -> None:
    source = modules()
    tests = {path for path in python_files() if path.is_relative_to(ROOT / "tests")}
    files = {str(path.relative_to(ROOT)): lines_of_code(path) for path in python_files()}
    sizes = {name: size for path in python_files() if path not in tests for name, size in functions(path)}
    of_source = [size for path in source for _, size in functions(path)]
    long = sum(size > 50 for size in of_source)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(source)} modules, median {median(lines_of_code(path) for path in source):.0f} lines of code; "
            f"{len(of_source)} functions, median {median(of_source):.0f} lines, {long} over 50\n"
        )
    assert {name: size for name, size in files.items() if size > FILE_LIMIT} == {}
    assert {name: size for name, size in sizes.items() if size > FUNCTION_LIMIT} == {}


# ---- a story at every door, a test for every module


def modules() -> list[Path]:
    return [path for path in python_files() if path.is_relative_to(SOURCE) and path.stat().st_size]


def exempt(path: Path) -> bool:
    name = path.relative_to(SOURCE).as_posix()
    if path.name == "apps.py" or "migrations" in path.parts:  # wiring: without it no page would answer
        return True
    return any(name == one or name.startswith(f"{one}/") for one in WITHOUT_TEST)


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in modules()
        if "migrations" not in path.parts and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def does_something(path: Path) -> bool:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) for node in body)


def has_test(path: Path) -> bool:
    """Whether ``tests/<package>/**/test_<module>.py`` exists; a package is tested under its own name."""
    inside = path.relative_to(SOURCE)
    name = (inside.parent.name or SOURCE.name) if path.name == "__init__.py" else path.stem
    top = ROOT / "tests" / (inside.parts[0] if len(inside.parts) > 1 else "")
    return any(top.rglob(f"test_{name}.py")) or (ROOT / "tests" / f"test_{name}.py").is_file()


def test_every_module_has_a_test_of_its_name() -> None:
    without = [
        str(path.relative_to(ROOT))
        for path in modules()
        if not exempt(path) and does_something(path) and not has_test(path)
    ]
    assert without == []


def test_the_allow_list_holds_nothing_that_is_gone() -> None:
    assert [one for one in WITHOUT_TEST if not (SOURCE / one).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_front_page_names_every_package(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    packages = {path.parent.name for path in modules() if path.name == "__init__.py" and path.parent.parent == SOURCE}
    assert [package for package in sorted(packages) if f"  {package}/" not in page] == []
