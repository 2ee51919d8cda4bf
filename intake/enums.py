"""What can be proposed from a paper, and what an officer can decide about it."""

from django.db.models import TextChoices


class Sort(TextChoices):
    """What a proposal would put on record."""

    MEETING = "meeting", "Meeting"
    SEAT = "seat", "Seat"
    ATTENDANCE = "attendance", "Attendance"
    AGENDA_LINE = "agenda_line", "Agenda item"
    MINUTE = "minute", "Minute"
    ACTION = "action", "Action"
    SUGGESTION = "suggestion", "Suggestion"
    APPOINTMENT = "appointment", "Appointment"
    ROW = "row", "Programme item"
    INFORMAL = "informal", "Informal meeting"
    DECISION = "decision", "Forward plan decision"
    RECOMMENDATION = "recommendation", "Recommendation"
    TRACKED = "tracked", "Tracked action"
    WORDING = "wording", "Different wording"
    CHANGE = "change", "Change to the record"
    CONFLICT = "conflict", "Conflict"


class Decided(TextChoices):
    """Where a proposal stands with the officers."""

    OPEN = "open", "To decide"
    ACCEPTED = "accepted", "Accepted"
    MERGED = "merged", "Merged"
    DISCARDED = "discarded", "Discarded"


TAKEN = {Decided.ACCEPTED, Decided.MERGED}
"""Decided so that it goes on record."""


class Kind(TextChoices):
    """What a paper is to be read as: the kinds the reader knows."""

    AUTO = "auto", "Tell from the paper"
    PACK = "pack", "Agenda pack (agenda with reports and minutes)"
    AGENDA = "agenda", "Agenda"
    MINUTES = "minutes", "Minutes"
    PROGRAMME = "programme", "Work programme"
    PLAN = "plan", "Forward plan"
    TRACKER = "tracker", "Action tracker"
    RECOMMENDATIONS = "recommendations", "Recommendations and responses"
    REPORT = "report", "Report"
    LETTER = "letter", "Letter"
