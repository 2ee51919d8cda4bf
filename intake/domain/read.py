"""From what a paper says to proposals."""

from intake.models import Reading
from papers.reading import facts


def propose_from(reading: Reading, read: facts.Reading) -> None:
    """Keep what a paper would put on record as proposals for its review."""
    named = [meeting.committee for meeting in read.meetings if meeting.committee]
    reading.committee = named[0][:250] if named else ""
    reading.save(update_fields=["committee"])
