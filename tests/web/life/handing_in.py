"""The city opens a round; a school hands in a bad workbook, sees the marked cells, mends, submits; others follow."""

from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

from openpyxl import load_workbook

from tests.web.life.person import Person
from tests.web.life.town import (
    AWAY,
    COUNTY,
    FOURTH,
    LATE,
    MENDED,
    OTHER_COUNTY,
    TYPED,
    county_book,
    jiaoji,
    spoiled,
    template,
    zipped,
)
from tests.web.life.walk import Walk

INPUT = "%Y-%m-%dT%H:%M"


def opens_a_round(walk: Walk) -> None:
    """The statistician opens the round of the year; all five schools and both counties are asked."""
    one, now = walk.a("statistician"), datetime.now(ZoneInfo("Asia/Shanghai"))
    one.go("/desk/rounds/")
    one.picture("01-rounds-empty")
    one.follow("新建批次")
    one.write("学年（秋季开始的年份）", "2025")
    one.page.get_by_label("开始", exact=True).fill((now - timedelta(days=2)).strftime(INPUT))
    one.page.get_by_label("截止", exact=True).fill((now + timedelta(days=20)).strftime(INPUT))
    one.picture("02-round-new")
    one.press("建立批次")
    one.picture("03-round")
    one.go("/desk/rounds/")
    one.follow("填报进度")
    one.sees("各单位 7 个")
    walk.seen["board"] = one.page.url.removeprefix(walk.base)
    one.picture("04-board-nobody")


def calls_for_reports(walk: Walk) -> None:
    """The county reminds everybody; the school sees it on its desk, and once a day is enough."""
    county, school = walk.a("county"), walk.a("zhao-late")
    county.go(walk.seen["board"])
    county.write("催报附言（可不填）", "区教育局周五汇总，请尽早报送。")
    county.press("催报所有未报的")
    county.picture("05-board-reminded")
    school.go("/desk/")
    school.sees("催报", "区教育局周五汇总")
    school.picture("06-desk-reminded")
    county.press("催报所有未报的")
    school.go("/desk/")
    assert school.text().count("区教育局周五汇总") == 1


def hands_in_a_bad_workbook(walk: Walk) -> None:
    """Words where a number belongs: nothing is kept, the cell comes back marked."""
    school = walk.a("li-mended")
    bad, sheet, cell = spoiled(jiaoji(MENDED), "rooms", "sports_ground_area", "四千六百")
    _to_upload(school, MENDED.name)
    school.picture("07-upload")
    school.attach("文化路一小.xlsx", bad)
    school.press("读取并预览")
    school.sees("处退回", "四千六百", cell)
    school.picture("08-preview-bad")
    marked = load_workbook(BytesIO(school.fetch(school.address("下载标记过的工作簿"))))[sheet][cell]
    assert marked.comment is not None
    assert marked.fill.fill_type == "solid"
    school.go("/desk/")
    school.sees("未报")
    school.follow(f"{MENDED.name} · 2025—2026学年")
    school.sees("还没有数据")


def mends_and_submits(walk: Walk) -> None:
    """The mended workbook is previewed, confirmed, submitted; then it is the county's turn, and the page says so."""
    school = walk.a("li-mended")
    _to_upload(school, MENDED.name)
    hands_in(school, "文化路一小.xlsx", jiaoji(MENDED))
    school.sees("第1版")
    school.picture("10-draft")
    school.press("提交审核")
    school.sees("待审核", "为什么不是我")
    school.picture("11-submitted")
    school.follow("查看")
    school.picture("12-receipt")
    assert school.fetch(school.address("下载PDF")).startswith(b"%PDF")


def another_school_submits(walk: Walk) -> None:
    """By the template this time, with an area that the county will not believe."""
    school = walk.a("wang-typed")
    _to_upload(school, TYPED.name)
    hands_in(school, "黄河路小学.xlsx", template(TYPED, rooms__sports_ground_area=610.0))
    school.press("提交审核")
    school.sees("待审核")


def the_rest_comes_in_bulk(walk: Walk) -> None:
    """The statistician takes what came on paper: three schools and both counties in one archive, by the worker."""
    one = walk.a("statistician")
    one.go(walk.seen["board"])
    one.follow("批量导入")
    files = {f"{school.name}.xlsx": jiaoji(school) for school in (LATE, FOURTH, AWAY)}
    files |= {f"{code}.xlsx": county_book(code) for code in (COUNTY, OTHER_COUNTY)}
    one.attach("全市.zip", zipped(files))
    one.tick(one.page.get_by_role("checkbox"))
    one.picture("13-import")
    one.press("开始导入")
    one.picture("14-import-job")
    one.waits_for_the_work()
    one.picture("15-import-job-done")
    one.follow("查看结果")
    one.sees("收下的单位5", "未收0")
    one.picture("16-import-result")
    one.go(walk.seen["board"])
    one.picture("17-board-full")


def _to_upload(school: Person, name: str) -> None:
    school.go("/desk/")
    school.follow(f"{name} · 2025—2026学年")
    school.follow("上传文件")


def hands_in(school: Person, name: str, content: bytes) -> None:
    """From the page for files through the preview to a draft."""
    school.attach(name, content)
    school.press("读取并预览")
    school.picture("09-preview-good")
    checked = school.page.locator("main input[name=checked]")
    if checked.count():
        school.tick(checked)
    school.press("确认保存为草稿")
