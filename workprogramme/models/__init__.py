"""The tables of the work programme room."""

from workprogramme.models.asking import AskingRules, committees_open_to_the_public
from workprogramme.models.calls import CallAnswer, CallAnswerSlip, YearlyCall
from workprogramme.models.carried import Carried
from workprogramme.models.checklist import ContentPoint, Tick
from workprogramme.models.editions import Adoption, Edition, EditionIsKept
from workprogramme.models.forward_plan import ForwardEntry, ForwardPlan, PreScrutinyRequest
from workprogramme.models.hearings import Hearing
from workprogramme.models.invitations import Invitation
from workprogramme.models.prints import Print, PrintFile, Wording, WordTemplate
from workprogramme.models.programme import (
    Item,
    ItemAuthor,
    ItemMove,
    Programme,
    ReportStage,
    ReportStageSlip,
)
from workprogramme.models.reports import Comments, MoveRequest, StageMark
from workprogramme.models.requests import ItemRequest, Petition
from workprogramme.models.routing import Rerouting
from workprogramme.models.series import LeftOut, Series, SeriesAuthor
from workprogramme.models.topics import ReviewTopic, TopicScore

__all__ = [
    "Adoption",
    "AskingRules",
    "CallAnswer",
    "CallAnswerSlip",
    "Carried",
    "Comments",
    "ContentPoint",
    "Edition",
    "EditionIsKept",
    "ForwardEntry",
    "ForwardPlan",
    "Hearing",
    "Invitation",
    "Item",
    "ItemAuthor",
    "ItemMove",
    "ItemRequest",
    "LeftOut",
    "MoveRequest",
    "Petition",
    "PreScrutinyRequest",
    "Print",
    "PrintFile",
    "Programme",
    "ReportStage",
    "ReportStageSlip",
    "Rerouting",
    "ReviewTopic",
    "Series",
    "SeriesAuthor",
    "StageMark",
    "Tick",
    "TopicScore",
    "WordTemplate",
    "Wording",
    "YearlyCall",
    "committees_open_to_the_public",
]
