"""Every setting that is read from the environment: one table, from which the documentation is written."""

from dataclasses import dataclass

from junheng.policy.text import Text


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the environment, what it is when not given, and what it does."""

    name: str
    default: str
    means: Text


def _v(name: str, default: str, zh: str, en: str) -> Variable:
    return Variable(name, default, Text(zh, en))


VARIABLES = (
    _v(
        "JUNHENG_VAR",
        "var",
        "站点文件夹：数据库、文件、快照、密钥，以及各进程共用的次数限制（cache/limits）",
        "the site's folder: database, files, snapshots, keys, limits counted by all processes (cache/limits)",
    ),
    _v(
        "DATABASE_URL",
        "",
        "数据库地址，如 postgres://用户@主机/库；空为站点文件夹里的 SQLite",
        "the database, such as postgres://user@host/name; empty: SQLite in the site's folder",
    ),
    _v(
        "JUNHENG_HOSTS",
        "127.0.0.1,localhost,[::1]",
        "网站可用的主机名，逗号分隔",
        "host names of the site, with commas",
    ),
    _v(
        "JUNHENG_HTTPS",
        "0",
        "1 表示浏览器经 HTTPS 访问，登录凭据只走 HTTPS；前置代理须设置 `X-Forwarded-Proto: https` 并原样转交 `Host`",
        "1: browsers come by HTTPS, cookies travel by HTTPS alone; the proxy sets `X-Forwarded-Proto: https` and "
        "passes `Host` on",
    ),
    _v(
        "JUNHENG_PROXIES",
        "",
        "前置代理的地址，只相信它们报来的访客地址",
        "addresses of the proxies in front, whose word on the visitor's address is believed",
    ),
    _v(
        "JUNHENG_SECRET_KEY",
        "secret.key",
        "会话签名密钥；空则用站点文件夹里的 secret.key",
        "key that signs sessions; empty: secret.key in the site's folder",
    ),
    _v(
        "JUNHENG_DATA_KEY",
        "keys/data.key",
        "个人信息加密主密钥（十六进制）；空则用 keys/data.key",
        "master key of encrypted columns (hexadecimal); empty: keys/data.key",
    ),
    _v(
        "JUNHENG_SECOND_FACTOR",
        "1",
        "1 要求相应角色用动态口令登录；演示站点默认 0",
        "1: roles marked so sign in with a one-time password; a demo has 0",
    ),
    _v("JUNHENG_DEMO", "0", "1 表示演示站点，演示账号才能登录", "1: a demo; only then do its accounts sign in"),
    _v("JUNHENG_OIDC_ISSUER", "", "统一身份认证的地址；空为不用", "address of the identity provider; empty: none"),
    _v("JUNHENG_OIDC_CLIENT", "", "在统一身份认证登记的客户端编号", "what the provider knows this site as"),
    _v("JUNHENG_OIDC_SECRET", "", "客户端密钥", "what the site proves that with"),
    _v("JUNHENG_OIDC_NAME", "统一身份认证", "登录按钮上的字", "the words on its button"),
    _v(
        "JUNHENG_UPLOAD_LIMIT",
        "20971520",
        "一次请求最多接收的字节数；更大的当场拒绝",
        "bytes of the largest request that is read; a larger one is refused at once",
    ),
    _v(
        "JUNHENG_EVIDENCE_FILE_LIMIT",
        "10485760",
        "一份佐证材料的最大字节数",
        "bytes of the largest file of evidence",
    ),
    _v(
        "JUNHENG_EVIDENCE_CASE_LIMIT",
        "104857600",
        "一个核查事项全部材料的最大字节数",
        "bytes of all files of evidence of one item",
    ),
    _v("JUNHENG_EVIDENCE_CASE_FILES", "50", "一个核查事项最多的材料份数", "files of evidence of one item"),
    _v(
        "JUNHENG_QUESTIONNAIRE",
        "",
        "本市自用的满意度问卷（YAML 文件）；空为内置问卷",
        "the city's own questionnaire (a YAML file); empty: the built-in one",
    ),
    _v(
        "JUNHENG_DATA_LICENCE",
        "",
        "开放数据的许可协议；空则页面写明尚未设定",
        "the licence of the open data; empty: the pages say that none is set",
    ),
    _v(
        "JUNHENG_DISCLOSURE",
        "",
        "本市的披露控制参数，如 `school.pupils=60,count.small=5`；空为内置值",
        "the city's own numbers of disclosure control, as `school.pupils=60,count.small=5`; empty: the built-in ones",
    ),
    _v(
        "JUNHENG_API_ADDRESS_RATE",
        "600",
        "无令牌时每个地址每分钟的接口请求数，0 不限",
        "API requests a minute of an address without a token; 0 is no limit",
    ),
    _v(
        "JUNHENG_API_TOKEN_RATE",
        "1200",
        "每个令牌每分钟的接口请求数，0 不限",
        "API requests a minute of a token; 0 is no limit",
    ),
    _v(
        "JUNHENG_KEEP_BYTES",
        "33554432",
        "每个进程在内存中保留的公开页面字节数，发布新内容即全部作废；0 不保留",
        "bytes of public answers a process keeps in memory until something is published; 0 keeps none",
    ),
    _v(
        "JUNHENG_LOG",
        "",
        "日志去处：stdout、文件路径；空则只把警告写到标准错误",
        "where logs go: stdout or a file; empty: warnings alone, to standard error",
    ),
    _v("JUNHENG_BACKUP_DAYS", "7", "超过多少天没有备份就告警", "days without a backup after which the site warns"),
    _v(
        "JUNHENG_DISK_FLOOR",
        "1073741824",
        "磁盘剩余少于多少字节就告警",
        "bytes of free disk below which the site warns",
    ),
)
"""In the order of the documentation."""


def page() -> str:
    """The documentation of the settings, as Markdown."""
    rows = [
        f"| `{one.name}` | {f'`{one.default}`' if one.default else '—'} | {one.means.zh}<br>*{one.means.en}* |"
        for one in VARIABLES
    ]
    head = (
        "# 设置 Settings\n\n站点的设置都从环境变量读取。*Every setting is read from the environment.*\n\n"
        "| 变量 Variable | 默认 Default | 含义 Meaning |\n| --- | --- | --- |\n"
    )
    return (
        head
        + "\n".join(rows)
        + (
            "\n\n上线前运行 `make deploy-check SITE=站点文件夹`，逐条说出还缺什么、怎样补上。\n"
            "*Before going live run `make deploy-check SITE=folder`: it names what is missing and how to mend it.*\n"
        )
    )
