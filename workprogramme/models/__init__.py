"""The tables of the work programme room."""

from workprogramme.models.asking import AskingRules, committees_open_to_the_public
from workprogramme.models.calls import CallAnswer, CallAnswerSlip, YearlyCall
from workprogramme.models.carried import Carried
from workprogramme.models.editions import Adoption, Edition, EditionIsKept
from workprogramme.models.forward_plan import ForwardEntry, ForwardPlan, PreScrutinyRequest
from workprogramme.models.programme import (
    Item,
    ItemAuthor,
    ItemMove,
    Programme,
    ReportStage,
    ReportStageSlip,
)
from workprogramme.models.requests import ItemRequest, Petition
from workprogramme.models.routing import Rerouting
from workprogramme.models.topics import ReviewTopic, TopicScore

__all__ = [
    "Adoption",
    "AskingRules",
    "CallAnswer",
    "CallAnswerSlip",
    "Carried",
    "Edition",
    "EditionIsKept",
    "ForwardEntry",
    "ForwardPlan",
    "Item",
    "ItemAuthor",
    "ItemMove",
    "ItemRequest",
    "Petition",
    "PreScrutinyRequest",
    "Programme",
    "ReportStage",
    "ReportStageSlip",
    "Rerouting",
    "ReviewTopic",
    "TopicScore",
    "YearlyCall",
    "committees_open_to_the_public",
]
