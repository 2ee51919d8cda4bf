"""The tables of the committees room."""

from committees.models.meetings import (
    Cycle,
    Meeting,
    MeetingMove,
    Organiser,
    Publication,
    PublicationSlip,
    StageDate,
    Venue,
    VenueAlias,
)
from committees.models.minutes import AgendaLine, Attendance, Clause, IssueRaised, Minute, Paper, PaperWarning
from committees.models.seats import Seat

__all__ = [
    "AgendaLine",
    "Attendance",
    "Clause",
    "Cycle",
    "IssueRaised",
    "Meeting",
    "MeetingMove",
    "Minute",
    "Organiser",
    "Paper",
    "PaperWarning",
    "Publication",
    "PublicationSlip",
    "Seat",
    "StageDate",
    "Venue",
    "VenueAlias",
]
