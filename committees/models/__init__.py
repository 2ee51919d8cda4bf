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
from committees.models.minutes import AgendaLine, Attendance, Clause, IssueRaised, Minute, OtherWording
from committees.models.papers import Paper, PaperFile, PaperWarning
from committees.models.reorganisation import Passed, Reorganisation
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
    "OtherWording",
    "Paper",
    "PaperFile",
    "PaperWarning",
    "Passed",
    "Publication",
    "PublicationSlip",
    "Reorganisation",
    "Seat",
    "StageDate",
    "Venue",
    "VenueAlias",
]
