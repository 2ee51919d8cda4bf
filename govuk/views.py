"""The one page of this room: the council's colour as a stylesheet, so that no page needs an inline style."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from govuk.colour import DEFAULT, mark_on_white, safe_colour, text_on


def theme_colour() -> str:
    """Return the colour the setting GOVUK_THEME finds: the dotted path of a callable that returns one."""
    path = getattr(settings, "GOVUK_THEME", "")
    return safe_colour(import_string(path)() if path else DEFAULT)


@require_safe
@cache_control(public=True, max_age=300)
def theme_css(request: HttpRequest) -> HttpResponse:
    """Answer with the council's colour as custom properties."""
    colour = theme_colour()
    rules = {
        "--council-colour": colour,
        "--council-text": text_on(colour),
        "--govuk-brand-colour": mark_on_white(colour),
    }
    body = ":root{" + ";".join(f"{name}:{value}" for name, value in rules.items()) + "}\n"
    return HttpResponse(body, content_type="text/css; charset=utf-8")
