"""What people type in on the pages of this room."""

from workprogramme.forms.forward_plan import AgreeRequest, AskPreScrutiny, DeclineRequest, NewDecision, PlanPublished
from workprogramme.forms.items import DeclineItem, ItemAuthors, LeaveMeeting, NewItem
from workprogramme.forms.meetings import MeetingHeld
from workprogramme.forms.routing import RerouteItem

__all__ = [
    "AgreeRequest",
    "AskPreScrutiny",
    "DeclineItem",
    "DeclineRequest",
    "ItemAuthors",
    "LeaveMeeting",
    "MeetingHeld",
    "NewDecision",
    "NewItem",
    "PlanPublished",
    "RerouteItem",
]
