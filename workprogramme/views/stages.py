"""An author marks a stage of a report done, and takes it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from council.access import find_only_if, standing_required, way_back
from council.refusal import Refusal
from workprogramme.domain.stages import meet_stage, reopen_stage
from workprogramme.models import ReportStage
from workprogramme.rules import may_meet_stage


@standing_required
@require_POST
def stage_done(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a stage done today."""
    stage = find_stage(request, pk)
    try:
        meet_stage(stage, by=request.user)
        messages.success(request, f"{stage.get_stage_display()} is marked done. You can undo this on the item's page.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(way_back(request, "item", stage.item_id))


@standing_required
@require_POST
def stage_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take "done" back."""
    stage = find_stage(request, pk)
    try:
        reopen_stage(stage, by=request.user)
        messages.success(request, f"{stage.get_stage_display()} is open again.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(way_back(request, "item", stage.item_id))


def find_stage(request: HttpRequest, pk: int) -> ReportStage:
    """The stage, where this person may mark it done; otherwise not found."""
    stage = get_object_or_404(ReportStage.objects.select_related("item__programme__body"), pk=pk)
    find_only_if(may_meet_stage(request.user, stage))
    return stage
