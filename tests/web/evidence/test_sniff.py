"""Every kind is known by its bytes; what runs, hides or deceives is refused with its reason."""

import pytest

from junheng.web.evidence.sniff import KINDS, examine
from junheng.web.kit.refusal import Refusal
from tests.web.evidence.files import (
    JPEG,
    PDF,
    PNG,
    SHEET,
    TEXT,
    office,
    open_document,
    packed_object,
    zipped,
)

MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", PDF, "pdf"),
        ("a.PDF", PDF, "pdf"),
        ("a.jpg", JPEG, "jpeg"),
        ("a.jpeg", JPEG, "jpeg"),
        ("a.png", PNG, "png"),
        ("a.docx", office(), "docx"),
        ("a.xlsx", office(SHEET), "xlsx"),
        ("a.odt", open_document(), "odt"),
        ("a.ods", open_document("spreadsheet"), "ods"),
        ("a.txt", TEXT, "text"),
        ("a.txt", "章程".encode("gb18030"), "text"),
        ("a.pdf", packed_object(b"<</Type/Catalog>>"), "pdf"),
        ("a.pdf", PDF.replace(b"trailer", b"stream\n/JS /JavaScript noise\nendstream trailer"), "pdf"),
    ],
)
def test_what_may_be_handed_in(name: str, content: bytes, kind: str) -> None:
    assert examine(name, content) is KINDS[kind]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.pdf", b"", "空文件"),
        ("a.png", PDF, "扩展名"),
        ("a.pdf", TEXT, "扩展名"),
        ("a", PDF, "扩展名"),
        ("a.exe.pdf", b"MZ\x90\0", "可执行"),
        ("a.pdf", b"\x7fELF" + PDF, "可执行"),
        ("a.txt", b"#!/bin/sh\nrm -rf .\n", "脚本"),
        ("a.txt", b"<html><script>alert(1)</script>", "网页"),
        ("a.txt", "\ufeff<svg onload=alert(1)>".encode(), "网页"),
        ("a.txt", b"hello <ScRiPt >alert(1)", "网页"),
        ("a.svg", b'<?xml version="1.0"?><svg/>', "网页"),
        ("a.txt", b"\x00\x01\x02binary", "类型"),
        ("a.gif", b"GIF89a\x01\x00", "类型"),
        ("a.pdf", PDF.replace(b"trailer<<", b"trailer<</Encrypt 5 0 R"), "加密"),
        ("a.pdf", PDF.replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript/JS(x)>>"), "脚本"),
        ("a.pdf", PDF.replace(b"/Catalog", b"/Catalog/AA<</S/J#61vaScript>>"), "脚本"),
        ("a.pdf", PDF.replace(b"/Catalog", b"/Catalog/Names<</EmbeddedFiles 3 0 R>>"), "附件"),
        ("a.pdf", packed_object(b"<</S/Launch/F(cmd.exe)>>"), "启动"),
        ("a.pdf", PDF[:-10], "不完整"),
        ("a.pdf", PDF + b"<script>alert(1)</script>", "附有别的"),
        ("a.pdf", PDF + zipped({"x": "y"}), "压缩包"),
        ("a.jpg", JPEG + b"<?php system($_GET[0]);", "附有别的"),
        ("a.jpg", JPEG + zipped({"x": "y"}), "压缩包"),
        ("a.jpg", JPEG[:-2], "不完整"),
        ("a.png", PNG + b"x", "附有别的"),
        ("a.docm", office(MACRO), "宏"),
        ("a.docx", office(more={"word/vbaProject.bin": b"x"}), "宏"),
        ("a.docx", office(more={"word/activeX/activeX1.xml": b"x"}), "宏"),
        ("a.odt", open_document(**{"Basic/Standard/x.xml": "x"}), "宏"),
        ("a.odt", open_document(manifest="<m:encryption-data/>"), "加密"),
        ("a.docx", office()[:-30], "损坏"),
        ("a.docx", office() + b"trailing", "不完整"),
        ("a.docx", office(more={"../../evil": "x"}), "路径"),
        ("a.docx", office(more={"C:/evil": "x"}), "路径"),
        ("a.docx", office(more={"word/big.xml": b"\0" * 3_000_000}), "炸弹"),
        ("a.zip", zipped({"a.txt": "x"}), "压缩包"),
        ("a.docx", zipped({"mimetype": "application/epub+zip", "META-INF/manifest.xml": ""}), "压缩包"),
        ("a.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "损坏"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "旧版"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "加密"),
    ],
)
def test_what_is_refused_and_why(name: str, content: bytes, why: str) -> None:
    with pytest.raises(Refusal) as held:
        examine(name, content)
    assert held.value.status == 422
    assert why in held.value.why.zh
    assert name in held.value.why.zh
    assert name in held.value.why.en


def test_a_zip_with_a_password_is_refused() -> None:
    content = bytearray(office())
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    with pytest.raises(Refusal, match="加密"):
        examine("a.docx", bytes(content))
