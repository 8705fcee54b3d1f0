"""What a file really is, from its bytes. What could run, hide or deceive is refused with the reason.

Looked for: PDF, JPEG, PNG, DOCX, XLSX, ODT, ODS, plain text. The name must agree with the content. A file that is two
things at once (something appended, a ZIP in a picture) is none of them.
"""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile, is_zipfile

from junheng.web.kit.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Kind:
    """A type that may be handed in: its name, the endings a name may have, its MIME type."""

    id: str
    endings: tuple[str, ...]
    mime: str


_OFFICE = "application/vnd.openxmlformats-officedocument."
KINDS: Mapping[str, Kind] = {
    one.id: one
    for one in (
        Kind("pdf", (".pdf",), "application/pdf"),
        Kind("jpeg", (".jpg", ".jpeg"), "image/jpeg"),
        Kind("png", (".png",), "image/png"),
        Kind("docx", (".docx",), f"{_OFFICE}wordprocessingml.document"),
        Kind("xlsx", (".xlsx",), f"{_OFFICE}spreadsheetml.sheet"),
        Kind("odt", (".odt",), "application/vnd.oasis.opendocument.text"),
        Kind("ods", (".ods",), "application/vnd.oasis.opendocument.spreadsheet"),
        Kind("text", (".txt",), "text/plain"),
    )
}
ACCEPT = ",".join(ending for one in KINDS.values() for ending in one.endings)
"""For the ``accept`` of a file field."""

EXECUTABLE = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa", b"#!")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARKUP = re.compile(rb"<\s*(?:!doctype|html|svg|script|\?xml|iframe|body|head)\b|<\?(?:php|xml)", re.IGNORECASE)
ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia)\b")
ENCRYPTED = re.compile(rb"/Encrypt\b")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
UNPACKED, RATIO, ENTRIES = 300 * 1024 * 1024, 200, 10_000
"""Bytes, compression and entries of a package beyond which it is a bomb."""
END, END_OF_ZIP = 22, b"PK\x05\x06"
"""A package ends with this record and no comment."""
STREAM, HEAD, OBJECTS = re.compile(rb"\bstream\r?\n"), 1000, 20 * 1024 * 1024
"""Where a PDF stream begins, bytes of its dictionary looked at, bytes of objects unpacked."""
PNG_END = b"IEND\xaeB`\x82"


def examine(name: str, content: bytes) -> Kind:
    """The kind of a file.

    Raises:
        Refusal: (422) what is wrong with it, beginning with its name.
    """
    if not content:
        raise _no(name, "是空文件", "is empty")
    kind = KINDS[_sniffed(name, content)]
    if PurePath(name).suffix.lower() not in kind.endings:
        endings = "、".join(kind.endings)
        raise _no(
            name, f"的内容是{kind.id.upper()}，扩展名应为{endings}", f"holds {kind.id.upper()}: name it {endings}"
        )
    return kind


def _sniffed(name: str, content: bytes) -> str:
    if content.startswith(EXECUTABLE):
        raise _no(name, "是可执行程序或脚本，不接收", "is a program or a script")
    if content.startswith(OLE):
        raise _ole(name, content)
    if content.startswith(b"PK\x03\x04"):
        return _package(name, content)
    if is_zipfile(BytesIO(content)):
        raise _no(name, "里藏有压缩包，不接收", "hides a ZIP archive")
    for head, look in ((b"%PDF-", _pdf), (b"\xff\xd8\xff", _jpeg), (b"\x89PNG\r\n\x1a\n", _png)):
        if content.startswith(head):
            return look(name, content)
    return _text(name, content)


def _pdf(name: str, content: bytes) -> str:
    plain = ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), _objects(content))
    if ENCRYPTED.search(plain):
        raise _encrypted(name)
    if ACTIVE.search(plain):
        raise _no(
            name, "含有脚本、附件或启动动作，请“打印为PDF”后再提交", "holds scripts or attachments: print it to PDF"
        )
    end = content.rfind(b"%%EOF")
    if end < 0:
        raise _no(name, "不完整，请重新导出", "is cut off: export it again")
    if content[end + 5 :].strip(b"\r\n \0"):
        raise _appended(name)
    return "pdf"


def _objects(content: bytes) -> bytes:
    """The objects of a PDF without the bodies of its streams, but with those streams that hold objects unpacked."""
    first, *rest = STREAM.split(content)
    seen = [first]
    for part in rest:
        body, _end, after = part.partition(b"endstream")
        if b"/ObjStm" in seen[-1][-HEAD:]:
            seen.append(_unpacked(body))
        seen.append(after)
    return b"\n".join(seen)


def _unpacked(body: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(body, OBJECTS)
    except zlib.error:
        return body


def _jpeg(name: str, content: bytes) -> str:
    if not content.rstrip(b"\0\r\n ").endswith(b"\xff\xd9"):
        raise _appended(name)
    return "jpeg"


def _png(name: str, content: bytes) -> str:
    if not content.endswith(PNG_END):
        raise _appended(name)
    return "png"


def _text(name: str, content: bytes) -> str:
    for coding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(coding)
        except UnicodeDecodeError:
            continue
        if CONTROL.search(text):
            break
        if MARKUP.search(content) or text.lstrip().startswith("<"):
            raise _no(name, "是网页或矢量图（HTML、SVG、XML），不接收", "is a web page or a drawing (HTML, SVG, XML)")
        return "text"
    raise _no(name, "的类型不在接收范围内", "is of a type that is not taken")


def _ole(name: str, content: bytes) -> Refusal:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return _encrypted(name)
    return _no(name, "是旧版Office文件，请另存为DOCX或XLSX", "is an old Office file: save it as DOCX or XLSX")


def _package(name: str, content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as held:
            if content[-END:].find(END_OF_ZIP):
                raise _appended(name)
            _sound(name, held)
            return _office(name, held)
    except (BadZipFile, NotImplementedError, EOFError, OSError, KeyError, ValueError, RuntimeError) as fault:
        raise _no(name, "已损坏或不完整", "is damaged or cut off") from fault


def _sound(name: str, held: ZipFile) -> None:
    entries = held.infolist()
    if any(one.flag_bits & 0x1 for one in entries):
        raise _encrypted(name)
    size, packed = sum(one.file_size for one in entries), sum(one.compress_size for one in entries)
    if len(entries) > ENTRIES or size > UNPACKED or size > RATIO * max(packed, 4096):
        raise _no(name, "解压后过大，疑为压缩炸弹", "unpacks to far too much")
    if min(one.header_offset for one in entries):
        raise _appended(name)
    names = [one.filename for one in entries]
    if len(names) != len(set(names)) or any(_leads_out(one) for one in names):
        raise _no(name, "内部路径不正常", "has suspicious paths inside")


def _leads_out(path: str) -> bool:
    return path.startswith(("/", "\\")) or ":" in path or ".." in PurePath(path.replace("\\", "/")).parts


def _office(name: str, held: ZipFile) -> str:
    names = {one.lower() for one in held.namelist()}
    if any(part in one for one in names for part in ("vbaproject", "activex", "basic/", "scripts/", "macros/")):
        raise _macros(name)
    if "[content_types].xml" in names:
        types = held.read("[Content_Types].xml")
        if b"macroEnabled" in types:
            raise _macros(name)
        for kind in ("docx", "xlsx"):
            if f"{KINDS[kind].mime}.main+xml".encode() in types:
                return kind
    if "mimetype" in names:
        if b"encryption-data" in held.read("META-INF/manifest.xml"):
            raise _encrypted(name)
        mime = held.read("mimetype").decode("ascii").strip()
        found = [kind for kind in ("odt", "ods") if KINDS[kind].mime == mime]
        if found:
            return found[0]
    raise _no(name, "是压缩包，请解压后逐个提交", "is an archive: unpack it and hand in the files")


def _encrypted(name: str) -> Refusal:
    return _no(name, "已加密或设有密码，无法查验，请去掉密码", "is encrypted: take the password off")


def _macros(name: str) -> Refusal:
    return _no(name, "含有宏或控件，请另存为不含宏的文件", "holds macros or controls: save it without")


def _appended(name: str) -> Refusal:
    return _no(name, "不完整，或前后附有别的内容", "is cut off, or has something else attached to it")


def _no(name: str, zh: str, en: str) -> Refusal:
    return Refusal(f"“{name}”{zh}。", f"“{name}” {en}.", status=422)
