"""The city locks, the inspector signs, the publisher sets up one-time passwords and releases."""

from tests.web.life.person import code_of
from tests.web.life.town import COUNTY, PASSWORD, YEAR
from tests.web.life.walk import Walk

FIRST = f"JH-{YEAR}-{COUNTY}-01"
SECOND = f"JH-{YEAR}-{COUNTY}-02"


def city_locks(walk: Walk) -> None:
    """The worker beside the server reads every file again and freezes them."""
    one = walk.a("statistician")
    one.go("/desk/lock/")
    one.follow("2025—2026学年")
    one.sees("7 个单位中 7 个可锁定")
    one.picture("40-lock")
    one.press("锁定")
    one.picture("41-lock-job")
    one.waits_for_the_work()
    one.go("/desk/lock/2025/")
    one.picture("42-locked")
    one.follow("1")
    one.sees("当时的评定", "金水区")
    one.picture("43-lock-made")


def locked_is_locked(walk: Walk) -> None:
    """The school has no button any more but the one that asks for a correction."""
    school = walk.a("li-mended")
    school.go("/desk/")
    school.go("/desk/corrections/")
    school.picture("44-corrections-empty")


def publisher_sets_up_a_second_factor(walk: Walk) -> None:
    """By hand from the secret that the page shows; the next sign-in asks for a code, and a wrong one does not do."""
    one = walk.a("publisher")
    one.go("/accounts/me/")
    one.picture("45-me")
    one.follow("管理动态口令")
    one.follow("绑定动态口令")
    one.picture("46-second-factor")
    secret = one.text("code.secret")
    one.write_into("#id_code", code_of(secret))
    one.press("绑定")
    one.picture("47-recovery-codes")
    one.follow("已保存，继续")
    one.press("退出登录")
    one.go("/desk/")
    one.write("用户名必填", "publisher")
    one.write("密码必填", PASSWORD)
    one.press("登录")
    one.sees("再输入验证器应用上的动态口令")
    one.picture("48-second-step")
    one.write_into("#id_code", "000000")
    one.press("登录")
    one.sees("动态口令不对")
    one.write_into("#id_code", code_of(secret, later=1))
    one.press("登录")
    one.sees("我的工作台")
    walk.keep("publisher")


def inspector_signs(walk: Walk) -> None:
    """Not before the verdicts are drafted from the locked data; the publisher cannot do it."""
    signs(walk, "50")
    publisher = walk.a("publisher")
    publisher.go("/desk/verdicts/")
    publisher.follow("2025—2026学年")
    assert publisher.page.get_by_role("button", name="签发全部结论").count() == 0


def publisher_releases(walk: Walk) -> None:
    """Then the verdict is before the public, with its number."""
    assert walk.a().page.request.get(f"{walk.base}/verdicts/{FIRST}/").status == 404
    releases(walk, "55", "")
    public = walk.a()
    public.go("/")
    public.picture("57-public-city")
    public.sees("金水区")
    public.go(f"/verdicts/{FIRST}/")
    public.sees("现行")
    public.picture("58-verdict")


def signs(walk: Walk, at: str) -> None:
    one = walk.a("inspector")
    one.go("/desk/verdicts/")
    one.follow("2025—2026学年")
    one.picture(f"{at}-to-draft")
    one.press("形成结论")
    one.waits_for_the_work()
    one.follow("查看结果")
    one.picture(f"{at}-to-sign")
    one.write_into("#signatory", "样例市人民政府教育督导委员会")
    one.press("签发全部结论")
    one.sees("发布员：发布")
    assert one.page.get_by_role("button", name="发布", exact=True).count() == 0
    one.picture(f"{at}-signed")


def releases(walk: Walk, at: str, reason: str) -> None:
    one = walk.a("publisher")
    one.go("/desk/verdicts/")
    one.follow("2025—2026学年")
    one.picture(f"{at}-to-release")
    if reason:
        one.write("发布或更正的原因", reason)
    one.press("发布")
    one.waits_for_the_work()
    one.follow("查看结果")
    one.sees("已发布")
    one.picture(f"{at}-released")
