"""Merging, splitting, passing on, in steps: what is wanted, what no rule decides, all that would happen, and yes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from committees.models import Reorganisation
from council.calendar import today
from council.refusal import Refusal
from scrutiny.reorganisations import Told, rehearse_reorganisation
from scrutiny.reorganise_choices import WhatNoRuleDecides

CONTROLS = ("csrfmiddlewaretoken", "asked", "seen")
CHANGED = "What would happen has changed since you looked. Check it below, then go on."
"""Said to whoever says yes to what would not happen any more."""


@dataclass(frozen=True)
class Way:
    """One such page: its words, its forms, the verb that is rehearsed and the one that is carried out.

    ``what`` is the form of the first step where there is one; ``ask`` makes that of the second from what was sent, and
    ``said`` the arguments of both verbs from it. ``from_on`` is the day before which it cannot be carried out.
    """

    heading: str
    submit: str
    cancel: str
    ask: Callable[[QueryDict | None], WhatNoRuleDecides]
    said: Callable[[Any], tuple[tuple, dict[str, Any]]]
    prepare: Callable[..., Reorganisation]
    carry: Callable[..., Reorganisation]
    done: Callable[[Reorganisation], str]
    what: forms.Form | None = None
    first_page: str = "workprogramme/ask.html"
    lead: tuple[str, ...] = ()
    from_on: Callable[[], date | None] = lambda: None
    breadcrumbs: list[dict] = field(default_factory=list)


def walk(request: HttpRequest, way: Way) -> HttpResponse:
    """Show the step that what was sent leads to, or carry it out."""
    if way.what is not None and not (request.method == "POST" and way.what.is_valid()):
        words = {"form": way.what, "lead": way.lead, "submit": "Continue", "here": request.path}
        return render(request, way.first_page, _context(way, **words))
    how = way.ask(request.POST if "asked" in request.POST or not _asks_anything(way) else None)
    if not how.is_valid():
        return _choices(request, way, how)
    try:
        return _show_or_carry_out(request, way, how)
    except Refusal as refusal:
        how.add_error(None, str(refusal))
        return _choices(request, way, how)


def _asks_anything(way: Way) -> bool:
    return bool(way.ask(None).fields)


def _show_or_carry_out(request: HttpRequest, way: Way, how: WhatNoRuleDecides) -> HttpResponse:
    args, words = way.said(how)
    told = rehearse_reorganisation(way.prepare, *args, by=request.user, **words)
    seen, mark = request.POST.get("seen"), mark_of(told)
    if seen == mark:
        made = way.carry(*args, by=request.user, **words)
        messages.success(request, way.done(made))
        return redirect("reorganisation", made.pk)
    from_on = way.from_on()
    context = {
        "told": told,
        "mark": mark,
        "changed": CHANGED if seen else "",
        "given": _given(request, ()),
        "from_on": from_on,
        "is_early": from_on is not None and from_on > today(),
        "today": today(),
    }
    return render(request, "reorganisation/confirm.html", _context(way, **context))


def _choices(request: HttpRequest, way: Way, how: WhatNoRuleDecides) -> HttpResponse:
    context = {"form": how, "given": _given(request, how.fields)}
    return render(request, "reorganisation/choices.html", _context(way, **context))


def _context(way: Way, **more: Any) -> dict[str, Any]:
    words = {"heading": way.heading, "submit": way.submit, "cancel": way.cancel, "breadcrumbs": way.breadcrumbs}
    return words | more


def _given(request: HttpRequest, without) -> list[tuple[str, str]]:
    """What was sent so far, but for what is asked now, to be sent again with the next step."""
    left = {*CONTROLS, *without}
    return [(name, value) for name, values in request.POST.lists() if name not in left for value in values]


def mark_of(told: Told) -> str:
    """A short mark of what was told, by which another telling is known to be the same."""
    return sha256(repr(told).encode()).hexdigest()[:16]


def way_to_setup(*more: dict) -> list[dict]:
    """The way to the pages on which committees are set up."""
    committees = {"text": "Committees", "href": reverse("committees")}
    return [committees, {"text": "Set up committees", "href": reverse("setup_committees")}, *more]


def joined(names: list[str]) -> str:
    """Names in one sentence: A, B and C."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
