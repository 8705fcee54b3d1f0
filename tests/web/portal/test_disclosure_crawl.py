"""Nothing that the public can reach holds a number of a hidden school: every page, every JSON, every file is opened."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from zipfile import ZipFile, is_zipfile

import polars as pl
import pytest
from django.test import Client

from junheng.balance import compare_2012, judge
from junheng.facts import Facts, Receipt, Snapshot, SourceFile, freeze
from junheng.policy import load_standard
from junheng.web.portal import proof
from junheng.web.portal.actions.publish_city import publish_city
from junheng.web.portal.models import Edition, School
from tests.web import tiny
from tests.web.people import People

SMALL = tiny.CODES[0]
PUPILS = 13
AREA, SPORTS, MONEY = 97.13, 313.37, 91_739.0
"""What only the small school has; the values made of them are as unmistakable."""


def _facts() -> Facts:
    """The tiny city with thirteen pupils in the first school, and every school unlike the others."""
    held = tiny.facts(2025)
    at = pl.col("school_code").replace_strict({code: n for n, code in enumerate(tiny.CODES)}, return_dtype=pl.Int64)
    small = pl.col("school_code") == SMALL
    tables = dict(held.tables)
    tables["sections"] = tables["sections"].with_columns(
        pl.when(small).then(PUPILS).otherwise("pupils").alias("pupils")
    )
    tables["rooms"] = tables["rooms"].with_columns(
        pl.when(small).then(AREA + 200).otherwise(pl.col("teaching_area") + 333 * at).alias("teaching_area"),
        pl.when(small).then(SPORTS).otherwise(pl.col("sports_ground_area") + 517 * at).alias("sports_ground_area"),
        (pl.col("multimedia_classrooms") + at * 3).alias("multimedia_classrooms"),
    )
    tables["money"] = tables["money"].with_columns(
        pl.when(small)
        .then(MONEY)
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


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    receipt = Receipt((SourceFile("tiny.xlsx", "0" * 64, 1, "jiaoji"),), {}, 0, ())
    return freeze(_facts(), receipt, tmp_path_factory.mktemp("snapshots"))


@pytest.fixture
def edition(db: None, snapshot: Snapshot) -> Iterator[Edition]:
    verdict = judge(snapshot.facts, load_standard("jiaodu-2017-6"), snapshot=snapshot.hash)
    other = compare_2012(snapshot.facts, load_standard("jiaodu-2012-3"))
    (made,) = publish_city([verdict], snapshots={2025: snapshot.path}, synthetic=True, beside=[other])
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
    return {one for one in written | facts if len(one) > 3}


def _texts(path: str, content: bytes) -> str:
    if not is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8", "replace")
    with ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def _crawl(client: Client) -> Iterator[tuple[str, bytes]]:
    """Everything that links lead to from the start page, files and JSON included."""
    waiting, seen = ["/", "/en/"], set()
    while waiting:
        path = waiting.pop()
        answer = client.get(path)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        yield path, content
        if "text/html" not in answer.get("Content-Type", ""):
            continue
        for link in re.findall(r'href="([^"]+)"', content.decode()):
            bare = urlsplit(urljoin(path, link.replace("&amp;", "&")))._replace(fragment="").geturl()
            skip = ("/static/", "/text/", "/accounts/", "/en/accounts/", "data:", "/desk")
            if bare.startswith("/") and not bare.startswith(skip) and _once(bare) not in seen:
                seen.add(_once(bare))
                waiting.append(bare)


def _once(path: str) -> str:
    """Pages that differ only in sorting or what is compared are one page."""
    return re.sub(r"(sort|a|b|c|d|page|q)=[^&]*", "", path)


def test_the_small_school_is_hidden_and_not_alone(edition: Edition) -> None:
    gone = School.objects.filter(suppressed=True)
    assert SMALL in {one.code for one in gone}
    assert gone.count() >= 3
    assert set(School.objects.get(code=SMALL).values.values()) == {None}
    assert School.objects.get(code=SMALL).pupils is None


def test_no_address_gives_a_hidden_value_away(edition: Edition, client: Client) -> None:
    secrets = _secrets(edition)
    assert len(secrets) > 20
    found = {}
    paths = set()
    for path, content in _crawl(client):
        paths.add(path)
        text = _texts(path, content)
        for one in secrets:
            if re.search(rf"(?<![\d.,]){re.escape(one)}(?![\d])", text):
                found[path] = one
    assert found == {}
    assert len(paths) > 60
    assert any("/download/" in one for one in paths)
    assert any(one.startswith("/api/") for one in paths)


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
    assert ",*," in _texts("", content)
