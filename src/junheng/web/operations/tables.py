"""Every table of the site as lines of JSON, the same from every database, and back.

A line is the row's values in the order of the columns. Encrypted columns travel as the ciphertext they are; paths below
the site's folder begin with ``{site}``, so that they are right wherever the site is put.
"""

import base64
import datetime
import hashlib
import json
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.models import BinaryField, ExpressionWrapper, F

from junheng.web.kit.fields import EncryptedTextField

LEFT_OUT = {"sessions.session"}
"""Sessions are keys to open doors: after a restoration people sign in again."""
HERE = "{site}"
AT_ONCE = 500

Row = list[Any]
Model = type[models.Model]


def tables() -> list[Model]:
    """All models with a table, in an order that never changes."""
    found = apps.get_models(include_auto_created=True)
    kept = (one for one in found if one._meta.managed and not one._meta.proxy and one._meta.label_lower not in LEFT_OUT)
    return sorted(kept, key=lambda one: one._meta.label_lower)


@contextmanager
def one_moment() -> Iterator[None]:
    """Read everything as it is at one moment, without keeping writers waiting."""
    if connection.vendor == "sqlite":
        sqlite: Any = connection
        before, sqlite.transaction_mode = sqlite.transaction_mode, "DEFERRED"
        try:
            with transaction.atomic():
                yield
        finally:
            sqlite.transaction_mode = before
        return
    with transaction.atomic():
        if not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def lines(model: Model, home: Path | None = None) -> Iterator[str]:
    """The rows of a table by primary key. ``home`` is where the site will live, when that is not where it is."""
    fields = model._meta.concrete_fields
    ciphers = {
        f"raw_{one.name}": ExpressionWrapper(F(one.attname), output_field=BinaryField())
        for one in fields
        if _cipher(one)
    }
    names = [f"raw_{one.name}" if _cipher(one) else one.attname for one in fields]
    rows = model._base_manager.annotate(**ciphers).order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=AT_ONCE):
        yield (
            json.dumps(
                [_written(value, str(home or settings.VAR)) for value in row], ensure_ascii=False, sort_keys=True
            )
            + "\n"
        )


def digest(model: Model, home: Path | None = None) -> tuple[int, str]:
    """How many rows a table has and the SHA-256 of its lines."""
    count, held = 0, hashlib.sha256()
    for line in lines(model, home):
        count += 1
        held.update(line.encode())
    return count, held.hexdigest()


def load(model: Model, text: Iterable[str], home: Path | None = None) -> None:
    """Fill an emptied table."""
    fields = model._meta.concrete_fields
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(one.column)) for one in fields)
    holders = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({holders})"  # noqa: S608 - our own names
    with connection.cursor() as cursor:
        for line in text:
            cursor.execute(
                statement,
                [
                    _read(one, value, str(home or settings.VAR))
                    for one, value in zip(fields, json.loads(line), strict=True)
                ],
            )


def empty(model: Model) -> None:
    model._base_manager.all()._raw_delete(connection.alias)


def set_numbers_on() -> None:
    """Have the database count on from the highest number that was filled in."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)


def _cipher(field: models.Field[Any, Any]) -> bool:
    return isinstance(field, EncryptedTextField)


def _written(value: Any, site: str) -> Any:
    if isinstance(value, bytes | memoryview):
        return {"bytes": base64.b64encode(bytes(value)).decode()}
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, datetime.date | datetime.time | uuid.UUID | Decimal):
        return str(value)
    if isinstance(value, str) and (value == site or value.startswith(f"{site}/")):
        return HERE + value.removeprefix(site)
    return value


def _read(field: models.Field[Any, Any], value: Any, site: str) -> Any:
    if _cipher(field) or isinstance(field, BinaryField):
        driver: Any = connection
        return None if value is None else driver.Database.Binary(base64.b64decode(value["bytes"]))
    if isinstance(value, str) and value.startswith(HERE):
        value = site + value.removeprefix(HERE)
    if isinstance(field, models.DurationField) and value is not None:
        value = datetime.timedelta(seconds=value)
    elif not isinstance(field, models.JSONField):
        value = field.to_python(value)
    return field.get_db_prep_save(value, connection)
