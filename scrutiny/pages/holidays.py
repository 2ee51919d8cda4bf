"""Holidays and closures: the list every clock runs by, and what moves when a day is added."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from actions.domain.calendar import change_calendar, take_off_calendar
from actions.domain.moving import rehearse
from council.access import find_only_if
from council.calendar import kept_calendar, today
from council.enums import HolidayKind
from council.models import Holiday
from council.refusal import Refusal
from council.rules import may_change_calendar
from deadlines.bank_holidays import HORIZON, warns
from govuk.forms import DateField, GovukForm, Look

_AHEAD = timedelta(days=400)


class DayForm(GovukForm):
    """A day of the council's own."""

    look = {
        "kind": Look(
            hints={
                HolidayKind.BANK_HOLIDAY: "No date counts it",
                HolidayKind.NOT_A_HOLIDAY: "A day of the list that was moved or withdrawn",
                HolidayKind.CLOSURE: "Dates still count it as a working day, and warn of it",
            }
        )
    }
    on = DateField(label="Date", help_text="For example, 8 5 2023")
    name = forms.CharField(label="Name", max_length=120, help_text="For example, Coronation bank holiday")
    kind = forms.ChoiceField(label="What is it?", choices=HolidayKind, widget=forms.RadioSelect)
    source = forms.CharField(label="Where it was announced", max_length=200, required=False)


def _for_managers(request) -> None:
    find_only_if(may_change_calendar(request.user))


@login_required
def holidays(request):
    """The days ahead that do not count, and the form that adds one: first what would move, then yes."""
    _for_managers(request)
    form = DayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = _add(request, form)
        if answer:
            return answer
    now = today()
    listed = [
        {"on": on, "name": name} for on, name in sorted(kept_calendar().holidays.items()) if now <= on <= now + _AHEAD
    ]
    own = Holiday.objects.filter(on__gte=now)[:100]
    context = {"form": form, "listed": listed, "own": own, "horizon": HORIZON, "horizon_near": warns(now)}
    return render(request, "scrutiny/holidays.html", context)


def _add(request, form: DayForm):
    try:
        if "sure" not in request.POST:
            moved = rehearse(change_calendar, by=request.user, **form.cleaned_data)
            given = {**form.cleaned_data, "on": form.cleaned_data["on"].isoformat()}
            return _ask(request, heading="Change the calendar?", given=given, day=form.cleaned_data, moved=moved)
        moved = change_calendar(by=request.user, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error("on", str(refusal))
        return None
    messages.success(request, f"The calendar is changed. {_dates(len(moved))} moved.")
    return redirect("holidays")


@login_required
@require_POST
def holiday_remove(request, pk: int):
    """Take one of the council's own days off again: first what would move, then yes."""
    _for_managers(request)
    day = get_object_or_404(Holiday, pk=pk)
    if "sure" not in request.POST:
        moved = rehearse(take_off_calendar, get_object_or_404(Holiday, pk=pk), by=request.user)
        return _ask(request, heading="Take this day off the calendar?", day=day, moved=moved)
    moved = take_off_calendar(day, by=request.user)
    messages.success(request, f"The day is taken off the calendar. {_dates(len(moved))} moved.")
    return redirect("holidays")


def _ask(request, **context):
    return render(request, "scrutiny/holiday_confirm.html", {"action": request.path, **context})


def _dates(number: int) -> str:
    return {0: "No date", 1: "1 date"}.get(number, f"{number} dates")
