"""The tables of the work programme room."""

from workprogramme.models.carried import Carried
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
from workprogramme.models.routing import Rerouting

__all__ = [
    "Adoption",
    "Carried",
    "Edition",
    "EditionIsKept",
    "ForwardEntry",
    "ForwardPlan",
    "Item",
    "ItemAuthor",
    "ItemMove",
    "PreScrutinyRequest",
    "Print",
    "PrintFile",
    "Programme",
    "ReportStage",
    "ReportStageSlip",
    "Rerouting",
    "WordTemplate",
    "Wording",
]
