"""The public reads, compares, verifies; the auditor proves that nobody changed what was done."""

import json
import subprocess
import sys

from tests.web.life.agreement import agrees, told
from tests.web.life.publishing import FIRST, SECOND
from tests.web.life.site import own_environment
from tests.web.life.town import COUNTY, YEAR
from tests.web.life.walk import Walk

ENOUGH = 100
"""Numbers of one version that have to be compared at least."""


def first_version_agrees(walk: Walk) -> None:
    public = walk.a()
    walk.seen["first"] = told(public, f"{YEAR}-v1")
    public.picture("59-county")
    assert agrees(walk.seen["first"]) > ENOUGH


def second_version_agrees(walk: Walk) -> None:
    """And is another: the corrected ground moves the mean and the dispersion of its indicator, and nothing else."""
    public = walk.a()
    walk.seen["second"] = told(public, f"{YEAR}-v2")
    public.picture("78-county-v2")
    assert agrees(walk.seen["second"]) > ENOUGH
    before, after = (
        {
            (one["indicator"], one["section"]): (one["mean"], one["dispersion"])
            for one in walk.seen[at].api["indicators"]
        }
        for at in ("first", "second")
    )
    assert {one for one in before if before[one] != after[one]} == {("L5", "primary")}


def old_version_stays(walk: Walk) -> None:
    """Number by number and file by file as it was, under a banner; the address without a version shows the new one."""
    public = walk.a()
    again = told(public, f"{YEAR}-v1")
    first = walk.seen["first"]
    assert (again.page_dispersions, again.page_schools) == (first.page_dispersions, first.page_schools)
    assert again.api_schools == first.api_schools
    assert again.files["schools", "csv"] == first.files["schools", "csv"]
    assert agrees(again) > ENOUGH
    public.go(f"/{YEAR}-v1/county/{COUNTY}/")
    assert public.page.locator(".superseded").is_visible()
    public.picture("79-county-v1-banner")
    public.go(f"/{YEAR}/county/{COUNTY}/")
    assert not public.page.locator(".superseded").is_visible()
    public.go("/data/changes/")
    public.sees("运动场地面积更正")
    public.picture("80-changes")


def public_verifies(walk: Walk) -> None:
    """By number, by the file as it was given out, and not when one byte was changed."""
    public = walk.a()
    certificate = public.fetch(f"/verdicts/{SECOND}/certificate.pdf")
    public.go("/verify/")
    public.write("编号或 64 位摘要值", FIRST.lower())
    public.press("核验")
    public.sees("已被取代", SECOND)
    public.picture("81-verify-old")
    public.attach("结论单.pdf", certificate)
    public.press("核验", nth=1)
    public.sees("本站发出的文件，所属结论现行有效", SECOND)
    public.picture("82-verify-file")
    public.attach("report.pdf", walk.seen["first"].whole["report.pdf"])
    public.press("核验", nth=1)
    public.sees("本站发出的文件，但所属结论已被取代", FIRST)
    public.attach("结论单.pdf", certificate + b" ")
    public.press("核验", nth=1)
    public.sees("不是本站发出的，或已被改动")
    public.picture("83-verify-forged")


def auditor_verifies(walk: Walk) -> None:
    """On the page and by the command; every part of the way is in the chain."""
    one = walk.a("auditor")
    one.go("/desk/audit/")
    one.picture("84-audit")
    one.press("核验全链")
    one.waits_for_the_work()
    one.sees("审计日志完整")
    one.picture("85-audit-verified")
    command = [sys.executable, "-m", "junheng.cli", "audit", "verify", "--site", str(walk.folder), "--json"]
    said = subprocess.run(command, env=own_environment(), capture_output=True, text=True, check=True).stdout  # noqa: S603
    found = json.loads(said)
    assert found["holds"]
    assert found["count"] > ENOUGH / 2


def nothing_left_the_machine(walk: Walk) -> None:
    assert walk.asked
    assert {one for one in walk.asked if not one.startswith((f"{walk.base}/", "data:"))} == set()
