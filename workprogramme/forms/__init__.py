"""What people type in on the pages of this room."""

from workprogramme.forms.forward_plan import AgreeRequest, AskPreScrutiny, DeclineRequest, NewDecision, PlanPublished
from workprogramme.forms.invitations import AddGuest, AnswerInvitation, Invite, WithdrawInvitation
from workprogramme.forms.items import DeclineItem, ItemAuthors, ItemWhose, LeaveMeeting, NewItem, TakeOffHearing
from workprogramme.forms.meetings import MeetingHeld
from workprogramme.forms.reports import (
    AddPoints,
    AskToMove,
    CommentsNumbers,
    DeclineMove,
    EndPoint,
    StageDone,
    TickPoint,
)
from workprogramme.forms.routing import RerouteItem
from workprogramme.forms.series import EndSeries, LeaveOut, PlaceExpected, ReviseSeries, SeriesForm, SeriesItems

__all__ = [
    "AddGuest",
    "AddPoints",
    "AgreeRequest",
    "AnswerInvitation",
    "AskPreScrutiny",
    "AskToMove",
    "CommentsNumbers",
    "DeclineItem",
    "DeclineMove",
    "DeclineRequest",
    "EndPoint",
    "EndSeries",
    "Invite",
    "ItemAuthors",
    "ItemWhose",
    "LeaveMeeting",
    "LeaveOut",
    "MeetingHeld",
    "NewDecision",
    "NewItem",
    "PlaceExpected",
    "PlanPublished",
    "RerouteItem",
    "ReviseSeries",
    "SeriesForm",
    "SeriesItems",
    "StageDone",
    "TakeOffHearing",
    "TickPoint",
    "WithdrawInvitation",
]
