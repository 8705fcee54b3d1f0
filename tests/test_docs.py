"""The documentation says what the program does: nothing is missing, nothing is stale, and every example runs."""

import ast
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

import pytest
import typer
from django.apps import apps
from typer.testing import CliRunner

from junheng.cli import app
from junheng.facts.checks import CHECKS
from junheng.facts.codes import code_lists
from junheng.facts.contracts import contracts
from junheng.facts.units import UNIT_COLUMNS
from junheng.policy import load_standard, standards
from junheng.policy.articles import articles
from junheng.policy.messages import catalogue
from junheng.web.accounts.roles import roles
from junheng.web.accounts.roles import verbs as site_verbs
from junheng.web.api.openapi import document
from junheng.web.api.routes import api
from tests.web.matrix.routes import routes

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "junheng"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


@cache
def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


# ---- nothing is missing


def test_generated_pages_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "tools/reference.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"run `python tools/reference.py`; stale:\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("id_", standards())
def test_every_indicator_and_item_has_its_page(id_: str) -> None:
    standard = load_standard(id_)
    titles = {one.id: one.title for one in standard.indicators} | {one.id: one.title for one in standard.items}
    for name, title in titles.items():
        page = read(f"docs/reference/indicators/{name}.md")
        assert title.zh in page
        assert title.en in page
        assert f"[{name}]({name}.md)" in read("docs/reference/indicators/index.md")


@pytest.mark.parametrize("id_", standards())
def test_every_parameter_is_told_with_its_sentence(id_: str) -> None:
    page = read(f"docs/reference/standards/{id_}.md")
    for parameter in load_standard(id_).parameters.values():
        assert f"| `{parameter.id}` |" in page
        assert parameter.cite in page


def test_every_article_has_its_page_and_its_line() -> None:
    index = read("docs/articles/index.md")
    for row in articles():
        page = read(row.page)
        assert f"]({row.id}.md)" in index
        for text in (row.title, *(one.title for one in row.commitments), row.today, row.planned):
            if text is not None:
                assert text.zh in page
                assert text.en in page


def test_every_verb_and_option_is_told() -> None:
    page = read("docs/reference/cli.md")
    for verb, command in verbs().items():
        assert f"`junheng {verb}`" in page
        for parameter in (one for one in command.params if not one.hidden):
            written = parameter.opts[0] if parameter.param_type_name == "option" else parameter.name.upper()
            assert f"`{written}`" in page, (verb, written)


def test_every_import_column_and_code_list_is_told() -> None:
    page = read("docs/reference/columns.md")
    ids = {field.id for table in contracts().values() for field in table.fields} | {one.id for one in UNIT_COLUMNS}
    assert [id_ for id_ in ids if f"| `{id_}` |" not in page] == []
    assert [id_ for id_ in code_lists() if f"{{#{id_}}}" not in read("docs/reference/codes.md")] == []


@pytest.mark.parametrize(
    "package", ["junheng.policy", "junheng.facts", "junheng.seats", "junheng.web.reporting", "junheng.web.review"]
)
def test_every_message_is_told(package: str) -> None:
    page = read("docs/reference/messages.md")
    assert [code for code in catalogue(package) if f"| `{code}` |" not in page] == []


def test_every_role_and_verb_is_told() -> None:
    page = read("docs/reference/roles.md")
    assert [one for one in roles() if f"| `{one}` |" not in page] == []
    assert [one for one in site_verbs() if f"| `{one}` |" not in page] == []


def test_every_table_of_the_site_and_every_column_is_told() -> None:
    parts = dict(
        re.findall(r"^## `([\w.]+)`(.*?)(?=^## |\Z)", read("docs/reference/models.md"), re.MULTILINE | re.DOTALL)
    )
    for model in apps.get_models(include_auto_created=True):
        told = parts.get(model._meta.label_lower)
        if model._meta.label_lower == "sessions.session":
            assert told is None, "sessions are never taken away, so they have no page"
            continue
        assert told is not None, model
        assert [one.attname for one in model._meta.concrete_fields if f"| `{one.attname}` |" not in told] == []


def test_every_page_of_the_site_is_told_with_who_may_open_it() -> None:
    page = read("docs/reference/routes.md")
    names = set(re.findall(r"^\| `/[^`]*` \| `([\w-]+)` \| (?:公众|登录即可|`[\w.]+`)", page, re.MULTILINE))
    assert {one.name for one in routes()} <= names


def test_every_operation_of_the_api_is_told() -> None:
    page = read("docs/reference/routes.md")
    paths = document(api)["paths"]
    told = [(method.upper(), path) for path, methods in paths.items() for method in methods]
    assert [one for one in told if f"| {one[0]} | `{one[1]}` |" not in page] == []


def test_no_term_is_decided_twice() -> None:
    core = read("docs/reference/glossary.md").split("\n## ")[1]
    words = re.findall(r"^\| ([^|]+) \| [^|]+ \| `", core, re.MULTILINE)
    assert [word for word in sorted(set(words)) if words.count(word) > 1] == []


BUTTON = re.compile(r"\*\*([^*\n]+)\*\*")
GUIDES = sorted(path for path in (DOCS / "how-to" / "site").glob("*.md") if path.stem != "index")


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_the_guides_say_what_is_written_on_the_buttons(path: Path) -> None:
    """What a guide sets in bold is there to be read on a page, or is a way through the menu to it."""
    said = {word.strip() for found in BUTTON.findall(path.read_text("utf-8")) for word in found.split("→")}
    assert said
    assert sorted(word for word in said if word not in words_on_pages()) == []


@cache
def words_on_pages() -> str:
    folders = [*SOURCE.glob("web/*/templates"), SOURCE / "web"]
    files = {
        one for folder in folders for one in (*folder.rglob("*.html"), *folder.rglob("*.py"), *folder.rglob("*.yaml"))
    }
    return "\n".join(one.read_text("utf-8") for one in sorted(files))


def test_every_check_is_told() -> None:
    page = read("docs/reference/checks.md")
    assert [id_ for id_ in CHECKS if f"| `{id_}` |" not in page] == []


def test_every_fault_of_a_flat_table_and_of_its_costs_is_told() -> None:
    pages = read("docs/how-to/use-from-scripts.md") + read("docs/how-to/remedy.md")
    calls = (node for path in sorted(SOURCE.rglob("*.py")) for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    first = [one.args[0] for one in calls if is_input_fault(one)]
    codes = {str(leaf.value) for one in first for leaf in ast.walk(one) if isinstance(leaf, ast.Constant)}
    assert codes
    assert [code for code in sorted(codes) if f"`{code}`" not in pages] == []


def is_input_fault(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "InputFault"


def test_every_term_of_the_contracts_is_in_the_glossary() -> None:
    page = read("docs/reference/glossary.md")
    for table in contracts().values():
        for id_ in (table.id, *(field.id for field in table.fields)):
            assert f"`{id_}`" in page


# ---- nothing is broken


def test_the_site_builds_without_a_warning_and_needs_nothing_from_outside(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    loaded = re.compile(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="?(?:https?:)?//')
    assert [page.name for page in tmp_path.rglob("*.html") if loaded.search(page.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_of_the_front_pages_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", read(name))
    broken = [link for link in links if not link.startswith("http") and not (ROOT / link).exists()]
    assert broken == []


def test_both_readmes_have_the_same_parts_and_the_same_examples() -> None:
    english, chinese = read("README.md"), read("README.zh.md")
    assert len(re.findall(r"^## ", english, re.MULTILINE)) == len(re.findall(r"^## ", chinese, re.MULTILINE))
    assert [(one.kind, one.text) for one in blocks(english)] == [(one.kind, one.text) for one in blocks(chinese)]


# ---- every example runs


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    info: str
    text: str

    @property
    def file(self) -> str | None:
        title = re.search(r'title="([^"]+)"', self.info)
        return title[1] if title else None


FENCE = re.compile(
    r"^(?P<indent> *)```(?P<kind>\w+)(?P<info>[^\n]*)\n(?P<text>.*?)^(?P=indent)```", re.MULTILINE | re.DOTALL
)


def blocks(page: str) -> list[Block]:
    return [
        Block(one["kind"], one["info"], re.sub(rf"^{one['indent']}", "", one["text"], flags=re.MULTILINE))
        for one in FENCE.finditer(page)
    ]


def commands(block: Block) -> Iterator[list[str]]:
    """The command lines of a shell block, without the program's name."""
    if block.kind == "sh":
        for line in block.text.splitlines():
            words = shlex.split(line, comments=True)
            if words and words[0].removeprefix(".venv/bin/") == "junheng":
                yield words[1:]


def verbs() -> dict[str, Any]:
    """Every verb by its words; those below another after it: ``audit export``."""
    return dict(below(typer.main.get_command(app)))


def below(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        yield f"{before}{name}", command
        if hasattr(command, "commands"):
            yield from below(command, f"{before}{name} ")


def test_every_command_in_the_docs_exists() -> None:
    known = verbs()
    for path in PAGES:
        for block in blocks(path.read_text(encoding="utf-8")):
            for line in commands(block):
                verb = " ".join(line[:2]) if " ".join(line[:2]) in known else line[0]
                words = line[len(verb.split()) :]
                options = {name for one in known[verb].params for name in (*one.opts, *one.secondary_opts)}
                assert {word for word in words if word.startswith("-")} <= options, (path.name, verb, words)


RUNNABLE = [path for path in PAGES if any(one.kind in {"python", "csv"} for one in blocks(path.read_text("utf-8")))]


@pytest.mark.parametrize("path", RUNNABLE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_examples_of_a_page_run(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    shown: list[str] = []
    for block in blocks(path.read_text(encoding="utf-8")):
        if block.file:
            Path(block.file).write_text(block.text, encoding="utf-8")
            shown.append(block.file)
        elif block.kind == "python" and "no-run" in block.info:
            continue
        elif "sys.argv" in block.text:
            script = [sys.executable, "-I", "-X", "utf8", "-c", block.text, *shown]
            subprocess.run(script, check=True, timeout=60)  # noqa: S603
        elif block.kind == "python":
            exec(compile(block.text, str(path), "exec"), names)  # noqa: S102
        elif "no-run" not in block.info:
            for words in commands(block):
                done = CliRunner().invoke(app, words)
                assert done.exit_code == 0, (words, done.output, done.stderr, done.exception)
