"""Columns whose bytes on disk are ciphertext."""

from typing import Any

from django.db import models

from junheng.web.kit.crypto import decrypt, encrypt


class EncryptedTextField(models.Field):  # type: ignore[type-arg]
    """A text that is stored encrypted (SM4-GCM) under its own purpose. It cannot be searched; keep a ``keyed`` twin."""

    def __init__(self, *args: Any, purpose: str, **kwargs: Any) -> None:
        self.purpose = purpose
        super().__init__(*args, **{"blank": True, "default": "", **kwargs})

    def get_internal_type(self) -> str:
        return "BinaryField"

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "purpose": self.purpose}

    def from_db_value(self, value: Any, *_rest: Any) -> str:
        return decrypt(self.purpose, bytes(value)) if value else ""

    def to_python(self, value: Any) -> Any:
        return value

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: ARG002
        return connection.Database.Binary(encrypt(self.purpose, value) if value else b"")

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj))
