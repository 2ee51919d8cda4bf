"""The tables of the work programme room."""

from workprogramme.models.forward_plan import ForwardEntry, PreScrutinyRequest
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
    "ForwardEntry",
    "Item",
    "ItemAuthor",
    "ItemMove",
    "PreScrutinyRequest",
    "Programme",
    "ReportStage",
    "ReportStageSlip",
    "Rerouting",
]
