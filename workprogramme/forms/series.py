"""Forms about what comes back: begun, changed, ended, placed, left out."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from committees.enums import ClauseSort
from committees.models import Clause, Meeting
from council.calendar import today
from council.models import Body, Portfolio, Post
from govuk.forms import DateField, GovukForm, Look, VersionField
from workprogramme.domain.series import planned_after
from workprogramme.enums import Purpose, Returns, Route
from workprogramme.fields import ClauseChoice, Names, a_reason
from workprogramme.models import Item, Series

MOST_CLAUSES = 200
ASKS = (
    ClauseSort.STANDING_ITEM, ClauseSort.ADD_TO_PROGRAMME, ClauseSort.REQUEST_REPORT, ClauseSort.REQUEST_INFORMATION,
    ClauseSort.AGREED, ClauseSort.APPROVED, ClauseSort.OTHER,
)  # fmt: skip
"""The sorts of clause that may ask for something again and again."""


def clauses_that_ask(body: Body) -> QuerySet[Clause]:
    """A committee's clauses that may have asked for something that comes back, the latest meeting first."""
    asked = Clause.objects.filter(minute__meeting__body=body, sort__in=ASKS).select_related("minute__meeting")
    latest = asked.order_by("-minute__meeting__on", "minute__order", "order").values("pk")[:MOST_CLAUSES]
    return asked.filter(pk__in=list(latest.values_list("pk", flat=True))).order_by(
        "-minute__meeting__on", "minute__order", "order"
    )


class SeriesForm(GovukForm):
    """What comes back, how often, from when, and by whom."""

    title = forms.CharField(max_length=300)
    returns = forms.ChoiceField(
        label="How often does it come back?", choices=Returns, widget=forms.RadioSelect,
        error_messages={"required": "Select how often it comes back"},
    )  # fmt: skip
    counts_from = DateField(
        label="Counted from", required=False,
        help_text="For example, 6 6 2023. Leave empty to count from the meeting of the clause below.",
    )  # fmt: skip
    months = forms.IntegerField(
        label="Months after that day", initial=6, min_value=1, max_value=120,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-2", "inputmode": "numeric"}),
        help_text="Only for what comes back some months after a day.",
    )  # fmt: skip
    origin_clause = ClauseChoice(
        Clause.objects.none(), label="Clause that asked for it", required=False, empty_label="None on record",
        help_text="It is named wherever the item is expected.",
    )  # fmt: skip
    portfolios = forms.ModelMultipleChoiceField(
        Portfolio.objects.none(), label="Whose Cabinet Member’s update report is it?", required=False,
        widget=forms.CheckboxSelectMultiple, help_text="Leave all unticked where it is no Cabinet Member’s.",
    )  # fmt: skip
    authors = Names(
        required=False, label="Who writes the next reports",
        help_text="One name on a line. What is planned already keeps its own authors.",
    )  # fmt: skip
    organisation = forms.CharField(
        required=False, max_length=250, help_text="Where an organisation writes the report instead."
    )
    report_of = forms.ModelChoiceField(
        Post.objects.all(), required=False, label="Report of", help_text="The post whose report it is."
    )
    purpose = forms.ChoiceField(label="What for", choices=Purpose, initial=Purpose.NOT_STATED)
    route = forms.ChoiceField(label="How the committee takes it", choices=Route, initial=Route.FORMAL)
    from_on = DateField(label="From", help_text="It is expected from this day on.")
    until_on = DateField(label="Until", required=False, help_text="Leave empty where it has no end yet.")
    look = {
        "returns": Look(
            reveals={Returns.AFTER: "counts_from"},
            hints={
                Returns.EVERY_MEETING: "A standing item. It is put on every formal meeting by itself.",
                Returns.CHOSEN: "A regular item. Each meeting warns until it is put on, or left out with a reason.",
                Returns.AFTER: "Such as an update six months after a resolution.",
            },
        ),
    }

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["origin_clause"].queryset = clauses_that_ask(body)
        self.fields["portfolios"].queryset = body.portfolios.all()
        if not body.portfolios.exists():
            del self.fields["portfolios"]

    def clean(self) -> dict[str, Any]:
        """A report is written by people or by an organisation, and what has an end begins before it."""
        cleaned = super().clean()
        first, last = cleaned.get("from_on"), cleaned.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", "Enter a day after the one it begins on")
        if cleaned.get("authors") and cleaned.get("organisation"):
            self.add_error("organisation", "Enter people or an organisation, not both")
        if cleaned.get("returns") != Returns.AFTER:
            self.errors.pop("counts_from", None)
            cleaned["counts_from"] = None
        elif "counts_from" not in self.errors and not (cleaned.get("counts_from") or cleaned.get("origin_clause")):
            self.add_error("counts_from", "Enter the day that is counted from, or select the clause below")
        return cleaned


class ReviseSeries(SeriesForm):
    """The same, of what comes back already."""

    version = VersionField()

    def __init__(self, *args: Any, series: Series, **kwargs: Any) -> None:
        same = (
            "title",
            "returns",
            "counts_from",
            "months",
            "origin_clause",
            "report_of",
            "purpose",
            "route",
            "from_on",
        )
        initial = {name: getattr(series, name) for name in (*same, "until_on", "version")} | {
            "portfolios": list(series.portfolios.all()),
            "authors": tuple(author.person.name for author in series.authors.all()),
            "organisation": series.organisation.name if series.organisation else "",
        }
        super().__init__(*args, body=series.body, initial=initial, **kwargs)


class EndSeries(GovukForm):
    """From when it comes back no more, why, and what becomes of what is planned."""

    on = DateField(label="Last day", help_text="It is not expected after this day.")
    because = a_reason("Why does it come back no more?")
    withdraw = forms.TypedChoiceField(
        label="What is planned after that day", widget=forms.RadioSelect, initial="no",
        choices=[("no", "Leave it on its meetings"), ("yes", "Withdraw it, with this reason")],
        coerce=lambda chosen: chosen == "yes",
    )  # fmt: skip
    version = VersionField()

    def __init__(self, *args: Any, series: Series, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": series.version, "on": today()}, **kwargs)
        self.fields["on"].earliest = series.from_on
        if not planned_after(series, date.min):
            del self.fields["withdraw"]


class SeriesItems(GovukForm):
    """Which items already planned are it."""

    items = forms.ModelMultipleChoiceField(
        Item.objects.none(), label="Which of these are it?", widget=forms.CheckboxSelectMultiple,
        help_text="They keep their titles, authors and meetings.",
        error_messages={"required": "Select at least one item"},
    )  # fmt: skip

    def __init__(self, *args: Any, items: QuerySet[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["items"].queryset = items
        self.fields["items"].label_from_instance = _named


def _named(item: Item) -> str:
    return f"{item.title} – {item.meeting.when if item.meeting else item.get_state_display().lower()}"


class _When(forms.ModelChoiceField):
    def label_from_instance(self, obj: Meeting) -> str:
        return obj.when


class PlaceExpected(GovukForm):
    """On which formal meeting it is put."""

    meeting = _When(
        Meeting.objects.none(), label="Which meeting?", widget=forms.RadioSelect, empty_label=None,
        error_messages={"required": "Select the meeting", "invalid_choice": "Choose a meeting from the list"},
    )  # fmt: skip

    def __init__(self, *args: Any, meetings: QuerySet[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings


class LeaveOut(GovukForm):
    """Why it does not come this time."""

    because = a_reason("Why is it left out?", help_text="Anybody who looks at what comes back can read this.")
