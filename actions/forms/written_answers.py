"""The forms of a written answer: asked, answered, circulated, given another day or owner, ended."""

from django import forms

from actions.forms.choices import ItemChoice
from actions.models import WrittenAnswer
from committees.models import Meeting, Seat
from council.calendar import today
from council.models import Person, Post
from council.periods import period
from govuk.forms import DateField, GovukForm, VersionField

AGREED = "Such as the chair. Leave empty where nobody had to agree."
EVERYBODY = "All members of the committee"


class AskInWriting(GovukForm):
    """What was asked at a meeting and not answered, by whom, and who owes the answer."""

    question = forms.CharField(
        label="What was asked?", max_length=5000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Leave exempt matter out: everybody who signs in can read this.",
        error_messages={"required": "Enter the question"},
    )  # fmt: skip
    asked_by = forms.ModelChoiceField(
        Person.objects.none(), label="Asked by", required=False, empty_label="Members of the committee"
    )
    item = ItemChoice(queryset=None, label="Under which item?", required=False, empty_label="None of these")
    owner = forms.ModelChoiceField(
        Post.objects.all(), label="Post that owes the answer", empty_label="Select a post",
        help_text="A Cabinet Member’s, or a senior officer’s.", error_messages={"required": "Select the post"},
    )  # fmt: skip
    due_on = DateField(label="Due", required=False)

    def __init__(self, *args, meeting: Meeting, **kwargs):
        super().__init__(*args, **kwargs)
        seated = Seat.objects.on(meeting.on or today()).filter(body=meeting.body_id, person__isnull=False)
        self.fields["asked_by"].queryset = Person.objects.filter(pk__in=seated.values("person"))
        self.fields["item"].queryset = meeting.items.on_a_meeting().select_related("meeting").order_by("order", "pk")
        rule = period("written_answer")
        self.fields[
            "due_on"
        ].help_text = f"Leave empty for {rule.number} {rule.unit} after the meeting. Source: {rule.source}."
        self.fields["due_on"].earliest = meeting.on


class AnswerForm(GovukForm):
    """What every form on a written answer shares: the version it was opened on."""

    version = VersionField()

    def __init__(self, *args, record: WrittenAnswer, initial: dict | None = None, **kwargs):
        super().__init__(*args, initial={"version": record.version, **(initial or {})}, **kwargs)
        self.record = record


class GiveAnswer(AnswerForm):
    """The answer."""

    answer = forms.CharField(
        label="Answer", max_length=20_000, widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Enter the answer"},
    )  # fmt: skip
    on = DateField(label="Answered on", required=False, help_text="Leave empty for today.")

    def __init__(self, *args, record: WrittenAnswer, **kwargs):
        super().__init__(*args, record=record, initial={"answer": record.answer, "on": record.met_on}, **kwargs)
        self.fields["on"].earliest, self.fields["on"].latest = record.asked_on, today()


class Circulated(AnswerForm):
    """To whom it was sent, and when."""

    to = forms.CharField(label="Sent to", max_length=300, error_messages={"required": "Enter to whom it was sent"})
    on = DateField(label="Sent on", help_text="For example, 27 9 2023")

    def __init__(self, *args, record: WrittenAnswer, **kwargs):
        super().__init__(*args, record=record, initial={"to": EVERYBODY, "on": today()}, **kwargs)
        self.fields["on"].earliest, self.fields["on"].latest = record.met_on, today()


class AnotherDay(AnswerForm):
    """Another day, through the slip ledger."""

    on = DateField(label="New date")
    why = forms.CharField(
        label="Why the date moves", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why the date moves"},
    )  # fmt: skip
    agreed_by = forms.CharField(label="Agreed by", max_length=200, required=False, help_text=AGREED)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].earliest = today()


class AnotherOwner(AnswerForm):
    """Another post owes it."""

    owner = forms.ModelChoiceField(Post.objects.all(), label="Post")
    why = forms.CharField(
        label="Why it changes", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why it changes"},
    )  # fmt: skip

    def __init__(self, *args, record: WrittenAnswer, **kwargs):
        super().__init__(*args, record=record, initial={"owner": record.owed_by_post_id}, **kwargs)


class NoAnswer(AnswerForm):
    """It needs no answer."""

    why = forms.CharField(
        label="Why it needs no answer", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Whoever asked can read this.", error_messages={"required": "Say why it needs no answer"},
    )  # fmt: skip
