"""What several forms let people choose from: a committee's meetings to date, and its programme items."""

from datetime import date

from django import forms
from django.db.models import QuerySet

from committees.models import Meeting
from council.calendar import today
from council.models import Body
from workprogramme.models import Item


class MeetingChoice(forms.ModelChoiceField):
    """One of a committee's meetings, by its date."""

    def label_from_instance(self, meeting: Meeting) -> str:
        """Return the date, and the kind where it is a special one."""
        return f"{meeting.when} ({meeting.get_kind_display().lower()})"


class OccasionChoice(forms.ModelChoiceField):
    """One of a committee's informal meetings or visits, by what it is about."""

    def label_from_instance(self, meeting: Meeting) -> str:
        """Return the kind, what it is about, and when."""
        about = f": {meeting.title}" if meeting.title else ""
        return f"{meeting.get_kind_display()}{about}, {meeting.when}"


class ItemChoice(forms.ModelChoiceField):
    """One of a committee's programme items, with the meeting it is on."""

    def label_from_instance(self, item: Item) -> str:
        """Return the title and when the committee looks at it."""
        return f"{item.title} – {item.meeting.when if item.meeting else item.get_state_display().lower()}"


def meetings_to_date(body: Body, asked_on: date) -> QuerySet[Meeting]:
    """The committee's formal meetings from the one that asked up to today, the latest first: they alone decide."""
    return Meeting.objects.deciding().filter(body=body, on__range=(asked_on, today())).order_by("-on")
