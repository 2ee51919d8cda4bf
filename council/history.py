"""Saving a tracked record with who and why, so that its history can say so."""

from django.db import models

from council.calendar import now


def save_by(record: models.Model, *, by, why: str = "", fields: list[str]) -> None:
    """Save the named ``fields`` of ``record``; its history says ``by`` whom and ``why``."""
    record._history_user, record._history_date = by, now()
    record._change_reason = why[:100] or None
    record.save(update_fields=fields)


def create_by(model: type[models.Model], *, by, **values) -> models.Model:
    """Create a tracked record; its history says ``by`` whom."""
    record = model(**values)
    record._history_user, record._history_date = by, now()
    record.save()
    return record
