"""Getting to a page - signed in, known to the record, or not found - and carrying out a verb for a form."""

from collections.abc import Callable
from functools import wraps

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from council.refusal import Refusal, Stale
from council.rules import has_standing


def standing_required(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view be reached by those the record knows: others sign in first, and without standing find nothing."""

    @wraps(view)
    def checked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        find_only_if(has_standing(request.user))
        return view(request, *args, **kwargs)

    return login_required(checked)


def find_only_if(allowed: bool) -> None:
    """Raises ``Http404`` where it is not allowed: what one may not see or do is not found."""
    if not allowed:
        raise Http404


def carry_out(form: forms.BaseForm, verb: Callable, *args, **words) -> bool:
    """Carry out a verb for a checked form; a refusal becomes the form's own error. Returns whether it was done.

    Where somebody else was quicker, the record (the verb's first argument) is read again and the form takes its
    version, so that whoever has seen what changed can go on.
    """
    try:
        verb(*args, **words)
    except Stale as stale:
        args[0].refresh_from_db()
        form.data = form.data.copy()
        form.data["version"] = str(args[0].version)
        form.add_error(None, str(stale))
    except Refusal as refusal:
        form.add_error(None, str(refusal))
    return form.is_valid()


def go_on(request: HttpRequest, address: str) -> HttpResponse:
    """Lead to another page, also out of a dialog, which would otherwise be given that page to show."""
    return HttpResponseClientRedirect(address) if getattr(request, "htmx", False) else redirect(address)


def way_back(request: HttpRequest, default, *args) -> str:
    """Where to go after a press or a change of mind: where one came from where that is ours, else ``default``."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return resolve_url(default, *args)
