"""The tables of the work programme room."""

from workprogramme.models.carried import Carried
from workprogramme.models.checklist import ContentPoint, Tick
from workprogramme.models.editions import Adoption, Edition, EditionIsKept
from workprogramme.models.forward_plan import ForwardEntry, ForwardPlan, PreScrutinyRequest
from workprogramme.models.hearings import Hearing
from workprogramme.models.invitations import Invitation
from workprogramme.models.programme import (
    Item,
    ItemAuthor,
    ItemMove,
    Programme,
    ReportStage,
    ReportStageSlip,
)
from workprogramme.models.reports import Comments, MoveRequest, StageMark
from workprogramme.models.routing import Rerouting
from workprogramme.models.series import LeftOut, Series, SeriesAuthor

__all__ = [
    "Adoption",
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
    "LeftOut",
    "MoveRequest",
    "PreScrutinyRequest",
    "Programme",
    "ReportStage",
    "ReportStageSlip",
    "Rerouting",
    "Series",
    "SeriesAuthor",
    "StageMark",
    "Tick",
]
