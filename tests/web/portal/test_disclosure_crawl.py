"""Nothing that the public can reach holds a number of a hidden school: every page, every JSON, every file is opened."""

import io
import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from zipfile import ZipFile, is_zipfile

import polars as pl
import pytest
from django.test import Client

from junheng.balance import compare_2012, judge
from junheng.facts import Facts, Receipt, Snapshot, SourceFile, freeze
from junheng.policy import load_standard
from junheng.web.accounts.reach import SYSTEM
from junheng.web.portal import proof
from junheng.web.portal.actions.publish_city import publish_city
from junheng.web.portal.models import County, Edition, School
from junheng.web.verdicts.actions.record_edition import record_edition
from junheng.web.verdicts.models import Record
from tests.publish.pdf import words as pdf_words
from tests.web import tiny
from tests.web.people import People

SMALL = tiny.CODES[0]
PUPILS = 13
AREA, SPORTS, MONEY = 97.13, 313.37, 91_739.0
"""What only the small school has; the values made of them are as unmistakable."""
SIZES = [PUPILS, 1543, 1567, 1601, 1627, 1663]
"""Pupils of the schools: those of the schools hidden beside the small one are unmistakable too."""
CONTRACT = json.loads((Path(__file__).parents[1] / "api" / "openapi.json").read_text("utf-8"))["paths"]


def _facts(money: float = MONEY) -> Facts:
    """The tiny city with thirteen pupils in the first school, and every school unlike the others."""
    held = tiny.facts(2025)
    at = pl.col("school_code").replace_strict({code: n for n, code in enumerate(tiny.CODES)}, return_dtype=pl.Int64)
    small = pl.col("school_code") == SMALL
    tables = dict(held.tables)
    tables["sections"] = tables["sections"].with_columns(
        at.replace_strict(dict(enumerate(SIZES)), return_dtype=pl.Int64).alias("pupils")
    )
    tables["rooms"] = tables["rooms"].with_columns(
        pl.when(small).then(AREA + 200).otherwise(pl.col("teaching_area") + 333 * at).alias("teaching_area"),
        pl.when(small).then(SPORTS).otherwise(pl.col("sports_ground_area") + 517 * at).alias("sports_ground_area"),
        (pl.col("multimedia_classrooms") + at * 3).alias("multimedia_classrooms"),
    )
    tables["money"] = tables["money"].with_columns(
        pl.when(small)
        .then(money)
        .otherwise(pl.col("equipment_value_yuan") * (1 + 0.3 * at))
        .alias("equipment_value_yuan")
    )
    tables["teachers"] = tables["teachers"].with_columns(
        (pl.col(name) + at * 2 + 1).alias(name) for name in ("degree_bachelor", "backbone_teachers", "pe_teachers")
    )
    cells = held.cells.with_columns(
        pl.when(pl.col("code") == SMALL).then(pl.lit("13.731")).otherwise("raw").alias("raw")
    )
    return Facts.of(2025, tables, cells)


def _frozen(root: Path, facts: Facts) -> Snapshot:
    return freeze(facts, Receipt((SourceFile("tiny.xlsx", "0" * 64, 1, "jiaoji"),), {}, 0, ()), root)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return _frozen(tmp_path_factory.mktemp("snapshots"), _facts())


def _published(snapshot: Snapshot) -> Edition:
    verdict = judge(snapshot.facts, load_standard("jiaodu-2017-6"), snapshot=snapshot.hash)
    other = compare_2012(snapshot.facts, load_standard("jiaodu-2012-3"))
    (made,) = publish_city([verdict], snapshots={2025: snapshot.path}, synthetic=True, beside=[other])
    return made


@pytest.fixture
def edition(staff: People, snapshot: Snapshot) -> Iterator[Edition]:
    """Published and on record."""
    made = _published(snapshot)
    record_edition(SYSTEM, made, signatory="合成市人民政府")
    yield made
    proof._opened.cache_clear()


def _secrets(made: Edition) -> set[str]:
    """The small school's values as any page, form or file would write them."""
    held = proof.proof_of(made)
    assert held is not None
    school = next(one for one in held.verdict.counties[0].schools if one.school_code == SMALL)
    values = [one for one in school.values.values() if one]
    written = {f"{one:{form}}" for one in values for form in (".2f", ",.2f", ".6f", ",.6f")} | {
        repr(one) for one in values
    }
    written |= {f"{one:.6f}".rstrip("0").rstrip(".") for one in values}
    facts = {f"{AREA + 200}", f"{SPORTS}", f"{MONEY:.0f}", f"{MONEY:,.0f}", f"{MONEY}", "13.731"}
    beside = {SIZES[tiny.CODES.index(one.code)] for one in School.objects.filter(suppressed=True)} - {PUPILS}
    pupils = {f"{one:{form}}" for one in beside for form in ("d", ",d")}
    return {one for one in written | facts | pupils if len(one) > 3}


def _texts(content: bytes, tmp_path: Path) -> str:
    """Everything there is to read in a page or a file: archives opened, Parquet as rows, PDF as text."""
    if content.startswith(b"%PDF"):
        path = tmp_path / "read.pdf"
        path.write_bytes(content)
        return pdf_words(path)
    if content.startswith(b"PAR1"):
        return json.dumps(pl.read_parquet(io.BytesIO(content)).to_dicts(), ensure_ascii=False)
    if not is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8", "replace")
    with ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(_texts(archive.read(name), tmp_path) for name in archive.namelist())


def _starts() -> list[str]:
    """Where a stranger begins: pages that links or guesses lead to, every address of the API that needs no token."""
    codes = tiny.CODES
    four = "&".join(f"{name}={code}.primary" for name, code in zip("abcd", codes, strict=False))
    pages = ["/", "/en/", "/search/?q=yangli", f"/compare/?year=2025&{four}", "/wall/", f"/wall/{tiny.COUNTY}/"]
    pages += ["/data/", "/data/2025-v1/", "/verdicts/", f"/verdicts/county/{tiny.COUNTY}/", "/ranking/", "/catalogue/"]
    pages += [f"/2025-v1/school/{codes[0]}/", f"/school/{codes[0]}/?format=csv&table=school_values", "/2025-v1/"]
    return [*pages, *_api(), *(f"/api/v1/verdicts/{number}" for number in _records())]


def _records() -> list[str]:
    return list(Record.objects.everything("all that is published").values_list("number", flat=True))


def _api() -> list[str]:
    standard = "jiaodu-2017-6"
    asked = {
        "slug": ["2025", "2025-v1"],
        "code": [tiny.COUNTY, *tiny.CODES[:3]],
        "section": ["primary"],
        "year": ["2025"],
    }
    asked |= {"indicator": ["L1", "L4", "L5", "L6"], "item": ["G1", "G5", "G13"], "standard": [standard]}
    found = []
    for path, verbs in CONTRACT.items():
        if "get" in verbs and not verbs["get"].get("security"):
            names = re.findall(r"{(\w+)}", path)
            every = product(*(asked.get(name, []) for name in names))
            found += [path.format(**dict(zip(names, chosen, strict=True))) for chosen in every]
    places = "&".join(f"place={code}.primary" for code in tiny.CODES[:4])
    return [*found, f"/api/v1/editions/2025/compare?{places}", "/api/v1/search?q=yangli"]


def _crawl(client: Client) -> Iterator[tuple[str, int, bytes]]:
    """Everything that links lead to from the start, files and JSON included."""
    waiting, seen = _starts(), set()
    while waiting:
        path = waiting.pop()
        answer = client.get(path)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        yield path, answer.status_code, content
        if "text/html" not in answer.get("Content-Type", ""):
            continue
        for link in re.findall(r'href="([^"]+)"', content.decode()):
            bare = urlsplit(urljoin(path, link.replace("&amp;", "&")))._replace(fragment="").geturl()
            skip = ("/static/", "/text/", "/accounts/", "/en/accounts/", "data:", "/desk")
            if bare.startswith("/") and not bare.startswith(skip) and _once(bare) not in seen:
                seen.add(_once(bare))
                waiting.append(bare)


def _once(path: str) -> str:
    """Pages that differ only in sorting or what is compared are one page; so are the files of one table, whatever the
    language, the version or the indicator, because one writer makes them all from what the page shows; explanations are
    the same tree in either language."""
    bare = re.sub(r"\b(sort|section|show|by|a|b|c|d|page|q)=[^&]*", "", path)
    if re.search("/(item|primary|junior|articles|indicators)/", bare):
        bare = re.sub(r"^/en/|-v1(?=/)", "/", bare)
    if "format=" in bare:
        bare = re.sub(r"^/en/|-v1(?=/)|(?<=/indicators/[A-Z])\d+", "/", bare)
    return re.sub(r"(?<=[?&])&+|/(?=/)", "", bare).rstrip("?&")


def test_the_small_school_is_hidden_and_not_alone(edition: Edition) -> None:
    gone = School.objects.filter(suppressed=True)
    assert SMALL in {one.code for one in gone}
    assert gone.count() >= 3
    assert set(School.objects.get(code=SMALL).values.values()) == {None}
    assert School.objects.get(code=SMALL).pupils is None


@pytest.mark.exhaustive
def test_no_address_gives_a_hidden_value_away(edition: Edition, client: Client, tmp_path: Path) -> None:
    secrets = _secrets(edition)
    assert len(secrets) > 20
    told = re.compile(rf"(?<![\d.,])(?:{'|'.join(map(re.escape, secrets))})(?!\d)")
    found, answered = {}, set()
    for path, status, content in _crawl(client):
        assert status != 500, path
        if status == 200:
            answered.add(path)
        if match := told.search(_texts(content, tmp_path)):
            found[path] = match.group()
    assert found == {}
    assert len(answered) > 150
    wanted: tuple[str, ...] = (
        "forms.docx",
        "forms.xlsx",
        "forms.pdf",
        "report.docx",
        "report.pdf",
        "tables.zip",
        ".parquet",
        "format=pdf",
        "format=docx",
    )
    wanted += ("record.json", "certificate.pdf", "/ranking/", "/catalogue/", "/explanations/", "/api/v1/verdicts/")
    wanted += ("/compare", "/wall/", "/search", "/2025-v1/school/", "/api/2025/county/")
    assert [one for one in wanted if not any(one in path for path in answered)] == []


def test_a_correction_of_the_small_school_does_not_give_it_away(
    edition: Edition, client: Client, tmp_path: Path
) -> None:
    """With the means of both versions the difference would be that school alone."""
    before = {one["indicator"]: one for one in County.objects.get(edition=edition).indicators}
    assert before["L6"]["mean"] is not None
    made = _published(_frozen(tmp_path, _facts(MONEY + 1313)))
    assert made.version == 2
    for one in County.objects.get(edition=made).indicators:
        if one["section"] == "primary":
            assert (one["mean"], one["dispersion"]) == (None, None)
    assert set(School.objects.filter(county__edition=edition, suppressed=True).values_list("code")) <= set(
        School.objects.filter(county__edition=made, suppressed=True).values_list("code")
    )
    told = client.get(f"/api/2025/county/{tiny.COUNTY}.json").content.decode()
    assert repr((MONEY + 1313) / PUPILS) not in told


def test_staff_in_reach_see_it_and_staff_elsewhere_do_not(edition: Edition, staff: People) -> None:
    path = f"/2025/school/{SMALL}/primary/L5/"
    county = f"/2025/county/{tiny.COUNTY}/"
    inside, outside, public = staff.client("county_reviewer"), staff.client("other_reviewer"), Client()
    for client, sees in ((inside, True), (outside, False), (public, False)):
        assert ("13.731" in client.get(path).content.decode()) is sees
        assert (f"{(SPORTS + 200) / PUPILS:.2f}" in client.get(county).content.decode()) is sees


def test_the_public_hears_that_it_is_hidden_and_not_that_it_is_missing(edition: Edition, client: Client) -> None:
    html = client.get(f"/2025/school/{SMALL}/primary/L5/").content.decode()
    assert "这个数值不公开" in html
    row = client.get(f"/api/2025/county/{tiny.COUNTY}.json").json()["schools"][0]
    assert row["suppressed"] is True


def test_a_form_for_the_public_has_stars(edition: Edition, client: Client, tmp_path: Path) -> None:
    content = client.get(f"/2025/county/{tiny.COUNTY}/download/tables.zip").content
    assert ",*," in _texts(content, tmp_path)
