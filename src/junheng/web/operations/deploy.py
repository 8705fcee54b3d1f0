"""What is missing before a site goes live, each with the way to mend it."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core import checks
from django.utils import timezone

from junheng.policy.text import Text
from junheng.web.accounts.models import Appointment, User
from junheng.web.accounts.roles import roles
from junheng.web.operations.health import last_backup

SHORTEST = 32
"""Letters a secret key must at least have."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing a live site must have; ``mend`` says how to get it."""

    id: str
    title: Text
    done: bool
    mend: Text


def duties() -> list[Duty]:
    """Our own checks first, then those of Django (``check --deploy``)."""
    own = [Duty(look.__name__.lstrip("_"), title, look(), mend) for look, title, mend in LOOKS]
    return [*own, *_of_django()]


def _debug() -> bool:
    return not settings.DEBUG


def _secret_key() -> bool:
    return len(settings.SECRET_KEY) >= SHORTEST and _private(Path(settings.VAR) / "secret.key", "JUNHENG_SECRET_KEY")


def _data_key() -> bool:
    return _private(Path(settings.VAR) / "keys" / "data.key", "JUNHENG_DATA_KEY")


def _private(path: Path, variable: str) -> bool:
    return bool(os.environ.get(variable)) or (path.is_file() and not stat.S_IMODE(path.stat().st_mode) & 0o077)


def _hosts() -> bool:
    own = {"127.0.0.1", "localhost", "[::1]", "*", ""}
    return "*" not in settings.ALLOWED_HOSTS and any(one not in own for one in settings.ALLOWED_HOSTS)


def _https() -> bool:
    return bool(settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE)


def _second_factor() -> bool:
    return bool(settings.JUNHENG_SECOND_FACTOR)


def _no_demo() -> bool:
    return not settings.JUNHENG_DEMO and not User.objects.filter(demo=True, is_active=True).exists()


def _administrators() -> bool:
    """Every current holder of one of the three powers has a one-time password set up, and each power has a holder."""
    from allauth.mfa.models import Authenticator

    powers = {one.id for one in roles().values() if one.power}
    today = timezone.localdate()
    held = Appointment.objects.filter(role__in=powers, since__lte=today, user__is_active=True).exclude(until__lt=today)
    people = set(held.values_list("user_id", flat=True))
    ready = set(Authenticator.objects.filter(user_id__in=people, type="totp").values_list("user_id", flat=True))
    return people == ready and set(held.values_list("role", flat=True)) == powers


def _backup() -> bool:
    made = last_backup()
    return made is not None and (timezone.now() - made).days <= settings.JUNHENG_BACKUP_DAYS


def _sealed() -> bool:
    return bool(settings.JUNHENG_SEAL_AUDIT)


LOOKS: tuple[tuple[Callable[[], bool], Text, Text], ...] = (
    (_debug, Text("调试已关", "debug is off"), Text("设置 DEBUG = False", "set DEBUG = False")),
    (
        _secret_key,
        Text("会话密钥", "secret key"),
        Text(
            "删去 secret.key 让程序另生成一个，权限 600；或设 JUNHENG_SECRET_KEY（至少 32 字符）",
            "remove secret.key to have a new one made, mode 600; or set JUNHENG_SECRET_KEY (32 characters or more)",
        ),
    ),
    (
        _data_key,
        Text("数据密钥", "data key"),
        Text(
            "keys/data.key 应存在且权限为 600；或设 JUNHENG_DATA_KEY（十六进制）",
            "keys/data.key must be there with mode 600; or set JUNHENG_DATA_KEY (hexadecimal)",
        ),
    ),
    (
        _hosts,
        Text("主机名", "host names"),
        Text("设 JUNHENG_HOSTS 为网站的域名，不用 *", "set JUNHENG_HOSTS to the site's names, never *"),
    ),
    (
        _https,
        Text("HTTPS", "HTTPS"),
        Text("在反向代理上启用 HTTPS，再设 JUNHENG_HTTPS=1", "serve HTTPS at the proxy, then set JUNHENG_HTTPS=1"),
    ),
    (
        _second_factor,
        Text("双因素登录", "second factor"),
        Text("设 JUNHENG_SECOND_FACTOR=1", "set JUNHENG_SECOND_FACTOR=1"),
    ),
    (
        _no_demo,
        Text("没有演示账号", "no demo accounts"),
        Text(
            "另建一个正式站点文件夹；停用演示账号",
            "use a folder of its own for the live site; switch demo accounts off",
        ),
    ),
    (
        _administrators,
        Text("三员已设且绑定动态口令", "three administrators with one-time passwords"),
        Text(
            "系统、安全、审计管理员各设一人，并各自绑定动态口令",
            "appoint a system, a security and an audit administrator, each with a one-time password",
        ),
    ),
    (
        _backup,
        Text("近期备份", "a recent backup"),
        Text("junheng backup 文件.zip --keys 密钥文件，每日一次", "junheng backup FILE.zip --keys KEYFILE, daily"),
    ),
    (
        _sealed,
        Text("审计日志已封", "the audit log is sealed"),
        Text("设置 JUNHENG_SEAL_AUDIT = True 后重启", "set JUNHENG_SEAL_AUDIT = True and start again"),
    ),
)


def _of_django() -> Iterator[Duty]:
    for one in checks.run_checks(include_deployment_checks=True):
        if one.id not in settings.SILENCED_SYSTEM_CHECKS:
            mend = Text(one.hint or one.msg, one.hint or one.msg)
            yield Duty(str(one.id), Text(str(one.id), str(one.id)), False, mend)
