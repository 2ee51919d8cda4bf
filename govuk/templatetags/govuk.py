"""The tags every page is built from: `{% load govuk %}`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from govuk.bound import GovukBoundField
from govuk.links import chosen_filters, page_items, page_link
from govuk.words import clock_time, long_date, relative_to, short_date, times

register = template.Library()
register.filter("long_date", long_date)
register.filter("clock_time", clock_time)
register.filter("times", times)
register.filter("short_date", short_date)
register.filter("relative_to", relative_to)

# What a tag is about, and the Design System colour that says so; its words always say it as well.
TONES = {
    "late": "red",
    "due": "yellow",
    "met": "green",
    "open": "",
    "waived": "grey",
    "waiting": "purple",
    "new": "turquoise",
}
STATES = {"met": "Met", "due": "Due", "late": "Late", "waived": "Waived"}


@register.inclusion_tag("govuk/tag.html", name="tag")
def tag(text: str, tone: str = "") -> dict[str, Any]:
    """Draw a status: `{% tag "Overdue" tone="late" %}`; tone is one of TONES or a Design System colour."""
    return {"text": text, "colour": TONES.get(tone, tone)}


@register.inclusion_tag("govuk/button.html")
def button(text: str, variant: str = "", href: str = "", once: bool = False, **attrs: Any) -> dict[str, Any]:
    """Draw a button, or a link like one; variant is secondary, warning or inverse; once stops a double press."""
    return {"type": "submit", **attrs, "text": text, "variant": variant, "href": href, "once": once}


@register.simple_tag
def govuk_field(field: forms.BoundField) -> SafeString:
    """Draw one field with its label, hint and error."""
    bound = GovukBoundField.of(field)
    return render_to_string(bound.group_template, {"field": bound})


@register.inclusion_tag("govuk/error_summary.html")
def error_summary(form: forms.BaseForm) -> dict[str, Any]:
    """Draw every error of a form, each a link to the box to be put right."""
    return {"errors": listed_errors(form)}


def listed_errors(form: forms.BaseForm) -> list[dict[str, str]]:
    """Return the errors of a form in its order; those of no field, or of a hidden one, have no link."""
    listed = [{"text": text, "href": ""} for text in form.non_field_errors()]
    for bound in form:
        href = "" if bound.is_hidden else f"#{GovukBoundField.of(bound).error_target}"
        listed += [{"text": text, "href": href} for text in bound.errors]
    return listed


@register.inclusion_tag("govuk/form.html", takes_context=True)
def govuk_form(context: template.Context, form: forms.BaseForm, submit: str = "Save", **options: Any) -> dict[str, Any]:
    """Draw a whole form: fields, token, button, and its error summary.

    Options: cancel (an address), action, method ("post"), variant (of the button), summary. The base template already
    shows the summary of the form called `form`, above the heading; any other form shows its own, unless told otherwise.
    """
    shown_above = form is context.get("form")
    return {
        "method": "post",
        **options,
        "form": form,
        "submit": submit,
        "show_summary": options.get("summary", not shown_above),
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("govuk/summary_list.html")
def summary_list(rows: Iterable[Mapping[str, Any]], borders: bool = True) -> dict[str, Any]:
    """Draw facts; a row has key, value, and perhaps href with action ("Change") and about (read aloud only)."""
    return {"rows": rows, "borders": borders}


@register.inclusion_tag("govuk/table.html", name="table")
def data_table(caption: str, columns: Sequence[Any], rows: Iterable[Sequence[Any]], **options: Any) -> dict[str, Any]:
    """Draw a table that becomes cards on a phone.

    A column is a text, or a mapping with text, numeric, href and sort ("ascending", "descending", "none"). The first
    cell of a row is its heading. Options: size of the caption (s, m, l), hide_caption.
    """
    heads = [{"text": column} if isinstance(column, str) else column for column in columns]
    lines = [list(zip(heads, row, strict=True)) for row in rows]
    return {"size": "m", **options, "caption": caption, "columns": heads, "lines": lines}


@register.simple_block_tag
def wide_table(content: SafeString, label: str) -> SafeString:
    """Let a table written by hand scroll in a frame: `{% wide_table "Planner" %}<table>…{% endwide_table %}`."""
    return render_to_string("govuk/wide_table.html", {"content": content, "label": label})


@register.inclusion_tag("govuk/pagination.html", takes_context=True)
def pagination(context: template.Context, page: Page) -> dict[str, Any]:
    """Draw the pages of a list; the filters and sorting in the address stay."""
    request = context["request"]
    return {
        "page": page,
        "items": page_items(request, page),
        "previous": page_link(request, page.previous_page_number()) if page.has_previous() else "",
        "next": page_link(request, page.next_page_number()) if page.has_next() else "",
    }


@register.inclusion_tag("govuk/filters.html", takes_context=True)
def filters(context: template.Context, form: forms.BaseForm, submit: str = "Apply filters") -> dict[str, Any]:
    """Draw a filter form with what is chosen, each removable; folded away on a phone."""
    request = context["request"]
    return {"form": form, "chosen": chosen_filters(request, form), "path": request.path, "submit": submit}


@register.inclusion_tag("govuk/timeline.html")
def timeline(entries: Iterable[Any], level: int = 3) -> dict[str, Any]:
    """Draw a history; an entry has title, by, at (date or moment) and perhaps text; level is that of its headings."""
    return {"entries": entries, "level": level}


@register.inclusion_tag("govuk/empty.html")
def empty(title: str, text: str = "", href: str = "", action: str = "") -> dict[str, Any]:
    """Draw what stands where a list has nothing in it, and what can be done about it."""
    return {"title": title, "text": text, "href": href, "action": action}


@register.inclusion_tag("govuk/proof.html")
def proof(proof: Any, label: str = "How this date was worked out", unfolded: bool = False) -> dict[str, Any]:
    """Draw a deadline's proof: rule, source, end, steps, warnings, and each of days with day, counted and why."""
    return {"proof": proof, "label": label, "unfolded": unfolded}


@register.inclusion_tag("govuk/stage_track.html")
def stage_track(stages: Iterable[Any], today: date | None = None, label: str = "Stages") -> dict[str, Any]:
    """Draw stages in their order; a stage has name, due, state (met, due, late or waived) and perhaps href and note."""
    return {"stages": stages, "today": today, "label": label}


@register.filter
def stage_words(stage: Any, today: date | None) -> str:
    """Return the state of a stage in words: Met, Waived, Due in 7 days, 5 days late."""
    state, due = (stage[key] if isinstance(stage, Mapping) else getattr(stage, key) for key in ("state", "due"))
    if not (today and due) or state not in ("due", "late"):
        return STATES.get(state, state)
    return f"Due {relative_to(due, today)}" if state == "due" else relative_to(due, today)


@register.inclusion_tag("govuk/task_list.html")
def task_list(tasks: Iterable[Mapping[str, Any]], prefix: str = "task") -> dict[str, Any]:
    """Draw things to do; a task has title, status, and perhaps href, hint and tone. Two lists need two prefixes."""
    return {"tasks": tasks, "prefix": prefix}
