"""What reading can refuse with."""

from __future__ import annotations


class NotAPaper(ValueError):
    """What was given cannot be read as a council paper; the message is one line and says how to mend it."""
