"""Renaming a committee: its new name, then what that does, then yes."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from actions.domain.moving import rehearse
from actions.domain.reorganise import rename_committee
from council.models import Body
from council.refusal import Refusal
from scrutiny.pages.reorganising import CONTROLS, way_to_setup
from scrutiny.pages.setup_committees import find_standing
from scrutiny.reorganise_forms import RenameCommittee


@login_required
def committee_rename(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for the new name, show what that does, and rename the committee."""
    body = find_standing(request, slug)
    form = RenameCommittee(request.POST or None, initial={"name": body.name, "short_name": body.short_name})
    context = {
        "heading": f"Rename {body.name}",
        "cancel": reverse("setup_committees"),
        "breadcrumbs": way_to_setup({"text": "Rename"}),
        "here": request.path,
        "submit": "Continue",
    }
    if form.is_valid() and (answer := _show_or_rename(request, body, form, context)):
        return answer
    return render(request, "workprogramme/ask.html", {**context, "form": form})


def _show_or_rename(
    request: HttpRequest, body: Body, form: RenameCommittee, context: dict[str, Any]
) -> HttpResponse | None:
    words = {"by": request.user, "name": form.cleaned_data["name"], "short_name": form.cleaned_data["short_name"]}
    words |= form.decided
    try:
        if "sure" in request.POST:
            made = rename_committee(body, **words)
            messages.success(request, f"{made.was_called} is called {made.now_called} now.")
            return redirect("reorganisation", made.pk)
        rehearse(rename_committee, body, **words)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None
    given = [(name, value) for name, value in request.POST.items() if name not in CONTROLS]
    context |= {"body": body, "given": given, "name": words["name"]}
    return render(request, "reorganisation/rename_confirm.html", context)
