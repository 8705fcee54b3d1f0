"""Small files of every kind, good and bad, made by hand."""

import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 40 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40 + b"\0\0\0\0IEND\xaeB`\x82"
TEXT = "学校章程已公布。\r\n".encode()
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def zipped(entries: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as held:
        for name, content in entries.items():
            held.writestr(name, content)
    return out.getvalue()


def office(main: str = WORD, more: Mapping[str, str | bytes] | None = None) -> bytes:
    types = f'<Types><Override ContentType="{main}"/></Types>'
    return zipped({"[Content_Types].xml": types, "word/document.xml": "<w/>", **(more or {})})


def open_document(kind: str = "text", manifest: str = "<manifest/>", **more: str | bytes) -> bytes:
    mime = f"application/vnd.oasis.opendocument.{kind}"
    return zipped({"mimetype": mime, "META-INF/manifest.xml": manifest, "content.xml": "<c/>", **more})


def packed_object(text: bytes) -> bytes:
    """A PDF whose objects lie in a compressed stream."""
    body = zlib.compress(text)
    return b"%PDF-1.5\n5 0 obj<</Type/ObjStm/N 1>>\nstream\n" + body + b"\nendstream endobj\n%%EOF"


def upload(name: str = "佐证.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
