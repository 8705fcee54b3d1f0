"""Uploads that are only looked at: their bytes are hashed as they come in and kept nowhere."""

import hashlib
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class Hashed(SimpleUploadedFile):
    """What is left of an upload: its name, its size and its SHA-256; no content."""

    def __init__(self, name: str, size: int, sha256: str) -> None:
        super().__init__(name, b"")
        self.size, self.sha256 = size, sha256


class Hashing(FileUploadHandler):
    """Takes every file of a request and leaves a ``Hashed`` of each."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.digest = hashlib.sha256()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django's interface
        self.digest.update(raw_data)

    def file_complete(self, file_size: int) -> Hashed:
        return Hashed(self.file_name or "", file_size, self.digest.hexdigest())
