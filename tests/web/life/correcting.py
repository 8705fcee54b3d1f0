"""A school asks for a correction, the county supports it, the city grants it and locks anew; a new verdict follows."""

from tests.web.life.publishing import FIRST, SECOND, releases, signs
from tests.web.life.town import TYPED, template
from tests.web.life.walk import Walk

REASON = "不动产证漏登了2023年建成的北操场。"
PUBLIC_REASON = "黄河路样例小学运动场地面积更正"


def school_asks(walk: Walk) -> None:
    """With the corrected workbook; until it is granted nothing changes."""
    school = walk.a("wang-typed")
    school.go("/desk/corrections/")
    school.follow(TYPED.name)
    school.sees("更正")
    school.picture("60-correction-upload")
    school.attach("黄河路小学-更正.xlsx", template(TYPED, rooms__sports_ground_area=7300.0))
    school.press("读取并预览")
    school.picture("61-correction-preview")
    checked = school.page.locator("main input[name=checked]")
    if checked.count():
        school.tick(checked)
    school.write("更正理由", REASON)
    school.press("提出更正申请")
    school.sees(REASON, "7,300")
    school.picture("62-correction-asked")


def county_supports(walk: Walk) -> None:
    county = walk.a("county")
    county.go("/desk/")
    county.sees("更正申请")
    county.picture("63-county-desk")
    county.go("/desk/corrections/")
    county.follow(TYPED.name)
    county.picture("64-correction-support")
    county.press("同意上报")


def city_grants_and_locks_again(walk: Walk) -> None:
    one = walk.a("statistician")
    one.go("/desk/corrections/")
    one.follow(TYPED.name)
    one.picture("65-correction-grant")
    one.press("同意更正")
    one.sees("已成为现行版本")
    one.go("/desk/lock/2025/")
    one.picture("66-relock")
    one.write_into("#again", "纳入已批准的更正")
    one.press("重新锁定")
    one.waits_for_the_work()
    one.go("/desk/lock/2025/2/")
    one.sees("有变化", TYPED.name)
    one.picture("67-relocked")


def verdict_is_superseded(walk: Walk) -> None:
    """Signed and released anew: the old number says that it no longer stands, and why."""
    signs(walk, "70")
    releases(walk, "75", PUBLIC_REASON)
    public = walk.a()
    public.go(f"/verdicts/{FIRST}/")
    public.sees("这份结论已被取代", SECOND, PUBLIC_REASON, "1所小学（部）未达标")
    public.picture("76-superseded")
    public.go(f"/verdicts/{SECOND}/")
    public.sees("现行", FIRST)
    assert "未达标" not in public.text("main .verdict")
    public.picture("77-second-verdict")
