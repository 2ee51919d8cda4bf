"""The rows of the list of papers."""

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from govuk.templatetags.govuk import tag
from govuk.words import short_date
from intake.models import Reading
from jobs.work import WorkState

COLUMNS = ["Paper", "Committee", "Where it stands", "Given by"]
NO_BREAK = "\N{NO-BREAK SPACE}"


def reading_row(reading: Reading) -> list:
    """A paper under review; ``decided`` and ``proposed`` are counted by the query that found it."""
    paper = reading.paper
    return [
        format_html('<a class="govuk-link" href="{}">{}</a>', reading.get_absolute_url(), paper.name),
        committee_of(reading),
        _standing(reading),
        format_html("{}<br>{}", paper.kept_by, short_date(paper.kept_at).replace(" ", NO_BREAK)),
    ]


def committee_of(reading: Reading) -> str:
    """The committee on record that is meant, or the name the paper prints."""
    return str(reading.body or reading.committee or "Not known yet")


def _standing(reading: Reading) -> SafeString:
    drawn = render_to_string("govuk/tag.html", tag(*_words_and_tone(reading)))
    if not (reading.is_read and reading.proposed):
        return drawn
    return format_html("{}<br>{} of {} decided", drawn, reading.decided, reading.proposed)


def _words_and_tone(reading: Reading) -> tuple[str, str]:
    if reading.state == WorkState.FAILED:
        return "Could not be read", "late"
    if not reading.is_read:
        return ("Being read" if reading.is_running else "Waiting to be read"), "waiting"
    if reading.closed_at:
        return "Finished", "met"
    if reading.decided < reading.proposed:
        return "To decide", "due"
    return "All decided" if reading.proposed else "Read", "open"
