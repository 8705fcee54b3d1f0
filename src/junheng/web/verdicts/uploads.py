"""Uploads that are only looked at: their bytes are hashed as they come in and kept nowhere."""

import hashlib
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class Hashing(FileUploadHandler):
    """Takes every file of a request and leaves of each its name, its size and its SHA-256 (``sha256``)."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.digest = hashlib.sha256()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django's interface
        self.digest.update(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        file = SimpleUploadedFile(self.file_name or "", b"")
        file.size = file_size
        file.sha256 = self.digest.hexdigest()  # type: ignore[attr-defined]
        return file
