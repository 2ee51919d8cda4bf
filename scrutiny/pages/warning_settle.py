"""Settling what does not agree in a paper: how, so that it is shown no more; and opening it again."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from committees.domain.warnings import open_warning_again, settle_warning
from committees.models import PaperWarning
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from govuk.forms import GovukForm


class Settle(GovukForm):
    """How something that does not agree was settled."""

    how = forms.CharField(
        label="How was it settled?",
        help_text="For example: the date is right, the day was copied from last year",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter how it was settled"},
    )


@standing_required
def warning_settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what does not agree, and take how it was settled."""
    warning = find_warning(request, pk)
    body = warning.paper.body
    form = Settle(request.POST or None)
    if form.is_valid() and carry_out(form, settle_warning, warning, by=request.user, **form.cleaned_data):
        messages.success(request, "Settled. It stays with the committee's page, where it can be opened again.")
        return redirect("home")
    where = f"{warning.paper}, line {warning.line}" if warning.line else str(warning.paper)
    back = reverse("committee", args=[body.slug])
    context = {
        "form": form,
        "heading": "Does not agree in the papers",
        "caption": body.called,
        "lead": [warning.text, f"Found in: {where}. Nothing was changed because of it."],
        "submit": "It is settled",
        "cancel": back,
        "here": request.path,
        "breadcrumbs": [
            {"text": "Committees", "href": reverse("committees")},
            {"text": body.called, "href": back},
            {"text": "Found in the papers"},
        ],
    }
    return render(request, "workprogramme/ask.html", context)


@standing_required
@require_POST
def warning_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take "settled" back."""
    warning = open_warning_again(find_warning(request, pk))
    messages.success(request, "It is shown again.")
    return redirect("committee", warning.paper.body.slug)


def find_warning(request: HttpRequest, pk: int) -> PaperWarning:
    """The warning, where this person runs the committee of its paper; otherwise not found."""
    warning = get_object_or_404(PaperWarning.objects.select_related("paper__body"), pk=pk)
    find_only_if(warning.paper.body is not None and may_run(request.user, warning.paper.body))
    return warning
