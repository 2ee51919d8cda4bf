"""How the council and its committees let themselves be asked: settings that show their source."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from council.access import find_only_if, standing_required
from council.enums import COMMITTEE_KINDS
from council.models import Body
from workprogramme.domain.asking import go_by_council, set_asking_rules
from workprogramme.forms.asking import AskingRulesForm
from workprogramme.models import AskingRules
from workprogramme.rules import may_set_asking_rules
from workprogramme.views.programme import find_committee


@standing_required
def asking(request: HttpRequest) -> HttpResponse:
    """Show what is in force for each committee, and change what holds for the council."""
    find_only_if(may_set_asking_rules(request.user))
    own = {rules.body_id: rules for rules in AskingRules.objects.select_related("body")}
    council = own.get(None) or AskingRules()
    form = AskingRulesForm(request.POST or None, instance=council)
    if form.is_valid():
        set_asking_rules(body=None, by=request.user, **form.cleaned_data)
        messages.success(request, "The settings of the council are saved.")
        return redirect("asking")
    bodies = Body.objects.filter(kind__in=COMMITTEE_KINDS, ended_on__isnull=True).order_by("name")
    rows = [(body, own.get(body.pk, council), body.pk in own) for body in bodies]
    return render(request, "requests/asking.html", {"form": form, "rows": rows})


@standing_required
def asking_of(request: HttpRequest, slug: str) -> HttpResponse:
    """Give one committee settings of its own, or take them away again."""
    find_only_if(may_set_asking_rules(request.user))
    body = find_committee(slug)
    own = AskingRules.objects.filter(body=body).first()
    if request.method == "POST" and "as_council" in request.POST:
        go_by_council(body=body, by=request.user)
        messages.success(request, f"{body.called} goes by the settings of the council.")
        return redirect("asking")
    form = AskingRulesForm(request.POST or None, instance=AskingRules.of(body))
    if form.is_valid():
        set_asking_rules(body=body, by=request.user, **form.cleaned_data)
        messages.success(request, f"{body.called} has settings of its own.")
        return redirect("asking")
    way = [{"text": "Requests and topics", "href": reverse("asking")}, {"text": body.called}]
    words = {"heading": "How it is asked, and how it scores topics", "submit": "Save", "caption": body.called}
    context = {"form": form, "cancel": reverse("asking"), "breadcrumbs": way, "own": own, **words}
    return render(request, "requests/asking_of.html", context)
