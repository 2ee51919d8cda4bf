"""A page that shows every part of the look, for judging it and for the browser tests; it is no part of the service."""

from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.template import engines
from django.urls import include, path
from django.utils.safestring import mark_safe

from govuk.forms import DateField, FilterForm, GovukForm, Look, VersionField

TEMPLATE = Path(__file__).parent / "style.html"
TODAY = date(2023, 9, 19)
OWNERS = [("cse", "Children's social care and education"), ("ph", "Public health"), ("fin", "Finance")]


class EveryField(GovukForm):
    look = {
        "title": Look(size="m"),
        "kind": Look(hints={"formal": "Only a formal meeting decides"}, reveals={"other": "other_kind"}),
        "committees": Look(small=True, divider="or", exclusive="none"),
        "budget": Look(prefix="£", suffix="each year"),
        "urgent": Look(inline=True),
    }

    version = VersionField(initial=3)
    title = forms.CharField(max_length=20, help_text="As it is printed on the agenda")
    budget = forms.IntegerField(widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "numeric"}))
    why = forms.CharField(label="What for", widget=forms.Textarea)
    owner = forms.ChoiceField(choices=[("", "Select one"), *OWNERS])
    kind = forms.ChoiceField(
        label="What kind of meeting?",
        widget=forms.RadioSelect,
        choices=[("formal", "Formal meeting"), ("visit", "Site visit"), ("other", "Something else")],
    )
    other_kind = forms.CharField(label="What kind?", required=False)
    committees = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        choices=[("cs", "Children's services"), ("ad", "Adult social care"), ("none", "No committee")],
    )
    urgent = forms.ChoiceField(label="Urgent?", widget=forms.RadioSelect, choices=[("y", "Yes"), ("n", "No")])
    due = DateField(label="Due date", help_text="For example, 26 9 2023")
    paper = forms.FileField(label="Report", required=False, help_text="DOCX, PDF or text")
    agreed = forms.BooleanField(label="The chair has agreed")


class ListFilter(FilterForm):
    owner = forms.MultipleChoiceField(
        required=False, choices=OWNERS, widget=forms.CheckboxSelectMultiple, label="Asked of"
    )
    state = forms.ChoiceField(required=False, choices=[("", "Any"), ("late", "Overdue"), ("open", "Open")])
    due_after = DateField(required=False)


def a_proof():
    days = [date(2023, 9, 26) - timedelta(days=number) for number in range(9)]
    why = {5: "Saturday", 6: "Sunday"}
    return SimpleNamespace(
        rule="5 clear days before Tuesday 26 September 2023",
        source="Local Government Act 1972, section 100B",
        end=days[-1],
        steps=["Start from the day of the meeting."],
        warnings=["The list of bank holidays ends soon."],
        days=[
            SimpleNamespace(day=day, counted=day.weekday() < 5, why=why.get(day.weekday(), f"clear day {number}"))
            for number, day in enumerate(days)
        ],
    )


def surroundings():
    return {
        "council": SimpleNamespace(name="Sefton Council", colour="#1d70b8"),
        "demonstration": {"held_on": TODAY},
        "navigation": [
            {"text": "My work", "href": "/", "active": False},
            {"text": "Committees", "href": "/committees/", "active": True},
            {"text": "Actions", "href": "/actions/", "active": False},
            {"text": "Forward plan", "href": "/forward-plan/", "active": False},
            {"text": "Search", "href": "/search/", "active": False},
        ],
        "breadcrumbs": [{"text": "Committees", "href": "/committees/"}, {"text": "Children's services"}],
        "user": SimpleNamespace(is_authenticated=True, get_full_name="Rowan Ashworth", get_username="rowan"),
    }


def samples(request):
    link = mark_safe('<a class="govuk-link" href="#a">Progress of the improvement plan</a>')
    stages = ("Title and author", "met", 15), ("First draft", "met", 29), ("Finance and legal comments", "late", 36)
    later = ("Clearance", "due", 50), ("Final", "waived", 52), ("Published", "due", 56)
    return {
        **surroundings(),
        "today": TODAY,
        "list_form": ListFilter(request.GET),
        "page": Paginator(range(95), 10).page(4),
        "proof": a_proof(),
        "stages": [
            {"name": name, "state": state, "due": date(2023, 8, 1) + timedelta(days=days)}
            for name, state, days in (*stages, *later)
        ],
        "facts": [
            {"key": "Asked of", "value": "Executive director of children's social care", "href": "#c"},
            {"key": "Due", "value": "Tuesday 26 September 2023", "href": "#d", "action": "Move"},
            {"key": "Moved", "value": "3 times"},
        ],
        "columns": [
            "Item",
            {"text": "Due", "href": "?sort=due", "sort": "ascending"},
            {"text": "Moved", "numeric": True},
        ],
        "rows": [[link, "26 Sep 2023", 3], ["Attendance and exclusions", "14 Nov 2023", 0]],
        "history": [
            {
                "title": "Moved to 26 September 2023",
                "by": "Rowan Ashworth",
                "at": date(2023, 9, 12),
                "text": "Figures late.",
            },
            {"title": "Asked for", "by": "the committee", "at": date(2023, 6, 6)},
        ],
        "tasks": [
            {"title": "Finance comments", "href": "#f", "status": "Overdue", "tone": "late", "hint": "FD number"},
            {"title": "Legal comments", "status": "Done"},
        ],
    }


def style_page(request):
    form = EveryField(request.POST or None)
    messages.success(request, "The action was saved")
    template = engines["django"].from_string(TEMPLATE.read_text())
    return HttpResponse(template.render({**samples(request), "form": form}, request))


def confirm_page(request):
    context = surroundings() | {
        "heading": "Move the item to 14 November 2023?",
        "consequences": ["Six dates of its report move with it", "Two people are told"],
        "submit": "Move the item",
        "cancel": "/style/",
        "back": "/style/",
    }
    return render(request, "govuk/confirm.html", context)


urlpatterns = [
    path("", include("govuk.urls")),
    path("style/", style_page),
    path("confirm/", confirm_page),
    path("accounts/sign-in/", style_page, name="sign_in"),
    path("accounts/sign-out/", style_page, name="sign_out"),
]
