"""An author marks a stage of a report done, and takes it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from council.access import find_only_if, standing_required, way_back
from council.calendar import today
from council.refusal import Refusal
from workprogramme.domain.stages import meet_stage, reopen_stage
from workprogramme.forms import StageDone
from workprogramme.models import ReportStage
from workprogramme.rules import is_met_by_comments, may_meet_stage
from workprogramme.views.items import ask


@standing_required
def stage_done(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a stage done: with one press today, or on a day before; what is late is asked why."""
    stage, day = find_stage(request, pk), today()
    if is_met_by_comments(stage):
        return redirect("item_comments", stage.item_id)
    posted, back = request.POST if request.method == "POST" else None, way_back(request, "item", stage.item_id)
    form = StageDone(posted, stage=stage, day=day, initial={"next": request.GET.get("next", "")})
    if form.is_valid():
        mark_done(request, stage, **form.words)
        return redirect(back)
    lead = [f"It was due on {stage.due_on.day} {stage.due_on:%B %Y}."] if stage.is_late(day) else []
    words = {"heading": f"{stage.get_stage_display()}: mark it done", "submit": "Mark it done", "lead": lead}
    return ask(request, form, item=stage.item, cancel=back, **words)


def mark_done(request: HttpRequest, stage: ReportStage, **words) -> None:
    """Mark the stage done, and say so or why not."""
    try:
        meet_stage(stage, by=request.user, **words)
        messages.success(request, f"{stage.get_stage_display()} is marked done. You can undo this on the item's page.")
    except Refusal as refusal:
        messages.error(request, str(refusal))


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
    stage = get_object_or_404(
        ReportStage.objects.select_related("item__programme__body", "item__programme__year"), pk=pk
    )
    find_only_if(may_meet_stage(request.user, stage))
    return stage
