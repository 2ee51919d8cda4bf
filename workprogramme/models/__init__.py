"""The tables of the work programme room."""

from workprogramme.models.checklist import ContentPoint, Tick
from workprogramme.models.forward_plan import ForwardEntry, PreScrutinyRequest
from workprogramme.models.programme import (
    Item,
    ItemAuthor,
    ItemMove,
    Programme,
    ReportStage,
    ReportStageSlip,
)
from workprogramme.models.reports import Comments, MoveRequest, StageMark

__all__ = [
    "Comments",
    "ContentPoint",
    "ForwardEntry",
    "Item",
    "ItemAuthor",
    "ItemMove",
    "MoveRequest",
    "PreScrutinyRequest",
    "Programme",
    "ReportStage",
    "ReportStageSlip",
    "StageMark",
    "Tick",
]
