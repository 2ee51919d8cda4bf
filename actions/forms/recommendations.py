"""The forms of one recommendation: approval, both voices, sign-off."""

from datetime import date

from django import forms

from actions.enums import RecommendationState, View
from actions.forms.choices import MeetingChoice, meetings_to_date
from actions.models import ImplementationUpdate, Recommendation
from council.calendar import today
from council.models import Body, Post
from govuk.forms import DateField, GovukForm, Look, VersionField


class ApprovalForm(GovukForm):
    """Council approved a recommendation on a day."""

    on = DateField(label="Approved by Council on", error_messages={"required": "Enter the date Council approved it"})

    def __init__(self, *args, record: Recommendation, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].earliest, self.fields["on"].latest = record.made_on, today()


class ViewForm(GovukForm):
    """The owner's view of a recommendation at an update; ``number`` is the update that the form was opened on."""

    number = VersionField()
    view = forms.ChoiceField(
        label="Where does it stand?", choices=[row for row in View.choices if row[0]], widget=forms.RadioSelect
    )
    text = forms.CharField(
        label="What has been done, and what is left", max_length=5000, widget=forms.Textarea,
        error_messages={"required": "Say what has been done, and what is left"},
        help_text="What is not done needs a reason and a new date (Protocol 8.12).",
    )  # fmt: skip

    def __init__(self, *args, record: ImplementationUpdate, **kwargs):
        super().__init__(*args, initial={"number": record.number}, **kwargs)


class CommitteeViewForm(GovukForm):
    """The committee's view of an update; ``was`` is what stood there when the form was opened."""

    was = forms.CharField(widget=forms.HiddenInput, required=False)
    view = forms.ChoiceField(
        label="Where does it stand, as the committee sees it?", choices=[row for row in View.choices if row[0]],
        widget=forms.RadioSelect,
    )  # fmt: skip
    text = forms.CharField(label="What the committee said", max_length=5000, required=False, widget=forms.Textarea)

    def __init__(self, *args, record: ImplementationUpdate, **kwargs):
        now = {"was": record.committee_view, "view": record.committee_view, "text": record.committee_text}
        super().__init__(*args, initial=now, **kwargs)


class SignOffForm(GovukForm):
    """The committee signs a recommendation off at a meeting."""

    look = {"achieved": Look(reveals={"no": "why"})}
    meeting = MeetingChoice(queryset=None, label="Meeting")
    achieved = forms.ChoiceField(
        label="What did the committee decide?", widget=forms.RadioSelect,
        choices=[("yes", RecommendationState.ACHIEVED.label), ("no", RecommendationState.NOT_ACHIEVED.label)],
    )  # fmt: skip
    why = forms.CharField(label="Why it was not achieved", max_length=300, required=False, widget=forms.Textarea)

    def __init__(self, *args, record: Recommendation, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings_to_date(record.body, record.approved_on or record.made_on)

    def clean(self) -> dict:
        """What was not achieved says why."""
        data = super().clean()
        if data.get("achieved") == "no" and not data.get("why"):
            self.add_error("why", "Say why it was not achieved")
        return data


class NewRecommendationForm(GovukForm):
    """A recommendation as the committee made it: at which meeting, to whom, and which post leads on it."""

    meeting = MeetingChoice(queryset=None, label="Made at the meeting of", empty_label="Select a meeting")
    text = forms.CharField(
        label="Recommendation, as minuted", max_length=5000, widget=forms.Textarea,
        error_messages={"required": "Enter the recommendation as the committee made it"},
    )  # fmt: skip
    addressed_to = forms.ModelChoiceField(
        Body.objects.all(), label="Addressed to", empty_label="Select a body", help_text="Such as Cabinet or Council."
    )
    lead_post = forms.ModelChoiceField(
        Post.objects.all(), label="Post that leads on it", required=False, empty_label="Nobody named",
        help_text="Its holder is reminded of the updates.",
    )  # fmt: skip

    def __init__(self, *args, body: Body, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings_to_date(body, date.min)
        self.fields["addressed_to"].queryset = Body.objects.exclude(pk=body.pk)
