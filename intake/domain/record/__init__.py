"""Putting on record what was accepted: one transaction, one entry of history."""

from intake.domain.record.recording import put_on_record

__all__ = ["put_on_record"]
