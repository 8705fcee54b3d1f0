"""The county returns two reports with reasons for their cells; the schools mend, one by typing; the county approves."""

from tests.web.life.handing_in import hands_in
from tests.web.life.town import MENDED, TYPED, jiaoji
from tests.web.life.walk import Walk

SHORT = "4300"
"""Square metres: too few for the school to pass, until the correction."""
WHY = "与2024年的4600平方米出入太大，请核对"


def county_returns(walk: Walk) -> None:
    """With a reason beside the very cell, and one for the whole."""
    county = walk.a("county")
    county.go("/desk/review/")
    county.picture("20-review-list")
    for name in (MENDED.name, TYPED.name):
        county.go("/desk/review/")
        county.follow(name)
        county.picture("21-review")
        county.write("校内体育场面积的退回理由", WHY)
        county.write("审核意见（退回时，意见和逐格理由至少写一处）", "场地面积请按不动产证填写。")
        county.press("退回修改")
        county.picture("22-returned")


def school_mends_by_upload(walk: Walk) -> None:
    """The remark names the cell; the mended workbook is the second version."""
    school = walk.a("li-mended")
    school.go("/desk/")
    school.sees("已退回", "退回时标注了1处")
    school.picture("23-desk-returned")
    school.follow(f"{MENDED.name} · 2025—2026学年")
    school.sees(WHY, "去改这一项")
    school.picture("24-returned")
    school.follow("上传文件")
    school.sees(WHY)
    hands_in(school, "文化路一小-改.xlsx", jiaoji(MENDED, rooms__sports_ground_area=4650.0))
    school.sees("第2版")
    school.press("提交审核")


def school_mends_by_typing(walk: Walk) -> None:
    """From the remark straight to the field; a slip is told beside it and what was typed stays."""
    school = walk.a("wang-typed")
    school.go("/desk/")
    school.follow(f"{TYPED.name} · 2025—2026学年")
    school.follow("去改这一项")
    field = '[id="i-rooms..sports_ground_area"]'
    assert school.page.locator(field).input_value() == "610"
    school.picture("25-typing")
    school.write_into(field, "六千一百")
    school.press("暂存本页")
    school.sees("处需要改正")
    assert school.page.locator(field).input_value() == "六千一百"
    school.picture("26-typing-fault")
    school.write_into(field, SHORT)
    school.press("暂存本页")
    school.press("检查全部并预览")
    school.picture("27-typed-preview")
    school.sees("与当前版本相比", "610")
    checked = school.page.locator("main input[name=checked]")
    if checked.count():
        school.tick(checked)
    school.press("确认保存为草稿")
    school.sees("第2版")
    school.press("提交审核")
    school.sees("待审核")


def county_approves(walk: Walk) -> None:
    """One after looking at what is new, the others ticked in the list or one by one."""
    county = walk.a("county")
    county.go("/desk/review/")
    county.follow(MENDED.name)
    county.picture("28-review-again")
    county.press("审核通过")
    county.go("/desk/review/")
    ticks = county.page.locator("main input[name=chosen]")
    for at in range(ticks.count()):
        county.tick(ticks.nth(at))
    county.picture("29-review-ticked")
    if ticks.count():
        county.press("通过勾选的")
    for who in ("county", "zhongmu"):
        _one_by_one(walk, who)
    county.picture("30-review-done")


def city_approves(walk: Walk) -> None:
    """The counties' own reports; not by the one who brought them in, and the page says why."""
    first = walk.a("statistician")
    first.go("/desk/review/?state=submitted")
    first.follow("金水区")
    assert first.page.get_by_role("button", name="审核通过").count() == 0
    first.sees("为什么不能由我")
    first.picture("31-four-eyes")
    _one_by_one(walk, "second-statistician")
    first.go(walk.seen["board"])
    first.sees("区县已审核")
    first.picture("32-board-approved")


def _one_by_one(walk: Walk, who: str) -> None:
    """Approve whatever waits for this person, each on its page."""
    one = walk.a(who)
    one.go("/desk/review/?state=submitted")
    for name in one.page.locator("main tbody th a").all_inner_texts():
        one.go("/desk/review/?state=submitted")
        one.follow(name)
        if one.page.get_by_role("button", name="审核通过").count():
            one.press("审核通过")
