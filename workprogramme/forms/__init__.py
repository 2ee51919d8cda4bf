"""What people type in on the pages of this room."""

from workprogramme.forms.forward_plan import AgreeRequest, AskPreScrutiny, DeclineRequest, NewDecision
from workprogramme.forms.items import DeclineItem, ItemAuthors, LeaveMeeting, NewItem, ScheduleItem
from workprogramme.forms.meetings import AgendaPublished, MeetingHeld
from workprogramme.forms.reports import (
    AddPoints,
    AskToMove,
    CommentsNumbers,
    DeclineMove,
    EndPoint,
    StageDone,
    TickPoint,
)

__all__ = [
    "AddPoints",
    "AgendaPublished",
    "AgreeRequest",
    "AskPreScrutiny",
    "AskToMove",
    "CommentsNumbers",
    "DeclineItem",
    "DeclineMove",
    "DeclineRequest",
    "EndPoint",
    "ItemAuthors",
    "LeaveMeeting",
    "MeetingHeld",
    "NewDecision",
    "NewItem",
    "ScheduleItem",
    "StageDone",
    "TickPoint",
]
