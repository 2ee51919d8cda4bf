"""The tables of the work programme room."""

from workprogramme.models.carried import Carried
from workprogramme.models.checklist import ContentPoint, Tick
from workprogramme.models.editions import Adoption, Edition, EditionIsKept
from workprogramme.models.forward_plan import ForwardEntry, ForwardPlan, PreScrutinyRequest
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
from workprogramme.models.routing import Rerouting

__all__ = [
    "Adoption",
    "Carried",
    "Comments",
    "ContentPoint",
    "Edition",
    "EditionIsKept",
    "ForwardEntry",
    "ForwardPlan",
    "Item",
    "ItemAuthor",
    "ItemMove",
    "MoveRequest",
    "PreScrutinyRequest",
    "Print",
    "PrintFile",
    "Programme",
    "ReportStage",
    "ReportStageSlip",
    "Rerouting",
    "StageMark",
    "Tick",
    "WordTemplate",
    "Wording",
]
