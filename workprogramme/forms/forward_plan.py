"""Forms about the forward plan of key decisions, and requests to look at one first."""

from typing import Any

from django import forms

from committees.models import Meeting
from council.enums import COMMITTEE_KINDS, BodyKind
from council.models import Body, Portfolio
from govuk.forms import DateField, GovukForm
from workprogramme.domain.pre_scrutiny import meetings_before_decision
from workprogramme.fields import a_reason
from workprogramme.models import PreScrutinyRequest

DECIDING = (BodyKind.CABINET, BodyKind.COUNCIL)


class NewDecision(GovukForm):
    """One decision of the forward plan."""

    title = forms.CharField(label="Title of the decision", max_length=300)
    decision_maker = forms.ModelChoiceField(Body.objects.filter(kind__in=DECIDING), label="Who decides")
    decision_on = DateField(
        label="Decision expected on", required=False, help_text="Leave empty where it is not known."
    )
    decision_text = forms.CharField(
        label="When, as printed", max_length=200, required=False, help_text="Where the plan gives no exact day."
    )
    in_remit_of = forms.ModelChoiceField(
        Body.objects.filter(kind__in=COMMITTEE_KINDS, ended_on__isnull=True),
        required=False,
        label="In the remit of",
        empty_label="Not decided",
    )
    portfolio = forms.ModelChoiceField(Portfolio.objects.all(), required=False, empty_label="Not stated")
    lead = forms.CharField(label="Lead officer", max_length=200, required=False)
    is_key = forms.BooleanField(label="It is a key decision", required=False, initial=True)
    is_exempt = forms.BooleanField(label="Its report is exempt", required=False)
    published_on = DateField(label="Forward plan published on")


class PlanPublished(GovukForm):
    """A forward plan that was published, and the period it covers."""

    published_on = DateField(label="Published on", help_text="For example, 31 8 2023")
    from_on = DateField(label="First day it covers")
    to_on = DateField(label="Last day it covers")

    def clean(self) -> dict[str, Any]:
        """The period ends after it begins."""
        cleaned = super().clean()
        first, last = cleaned.get("from_on"), cleaned.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", "The last day must be the same as or after the first day")
        return cleaned


class AskPreScrutiny(GovukForm):
    """Why a committee should look at a decision before it is made."""

    body = forms.ModelChoiceField(Body.objects.none(), label="Committee")
    why = forms.CharField(
        label="What should the committee look at, and why?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Enter what the committee should look at and why"},
    )

    def __init__(self, *args: Any, bodies: list[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(bodies) == 1:
            del self.fields["body"]
        else:
            self.fields["body"].queryset = Body.objects.filter(pk__in=[body.pk for body in bodies])
        self.only = bodies[0] if len(bodies) == 1 else None

    @property
    def chosen(self) -> Body:
        """Return the committee that is asked."""
        return self.only or self.cleaned_data["body"]


class AgreeRequest(GovukForm):
    """The meeting at which the committee looks at the decision."""

    meeting = forms.ModelChoiceField(Meeting.objects.none(), label="Meeting", empty_label=None)

    def __init__(self, *args: Any, request: PreScrutinyRequest, **kwargs: Any) -> None:
        super().__init__(*args, prefix="agree", **kwargs)
        self.possible = meetings_before_decision(request.entry, request.body)
        self.fields["meeting"].queryset = Meeting.objects.filter(pk__in=[meeting.pk for meeting in self.possible])
        self.fields["meeting"].label_from_instance = lambda meeting: meeting.when
        self.fields["meeting"].initial = self.possible[-1] if self.possible else None
        self.fields["meeting"].help_text = "The last one before the decision is chosen, so that papers can be ready."
        if not self.possible:
            del self.fields["meeting"]


class DeclineRequest(GovukForm):
    """Why the committee will not look at it."""

    why = a_reason("Why", help_text="The member who asked will see this.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="decline", **kwargs)
