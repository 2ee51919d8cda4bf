"""Forms about requests for items: asking, recording what others asked, and the answer."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from committees.enums import DECIDING_KINDS
from committees.models import Meeting
from council.enums import COMMITTEE_KINDS
from council.models import Body, Person
from govuk.forms import DateField, GovukForm, Look, VersionField
from workprogramme.domain.asked import open_items
from workprogramme.domain.meetings import meetings_open_to
from workprogramme.enums import REFERRALS, Origin, Purpose
from workprogramme.fields import MeetingChoice
from workprogramme.models import Item, ItemRequest

MOST_WORDS = 2000
SHORT = forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"})


def a_title(label: str = "What should the committee look at?") -> forms.CharField:
    """A title of a few words."""
    messages = {"required": "Enter in a few words what the committee should look at"}
    return forms.CharField(
        label=label, max_length=300, help_text="A few words, as for a title", error_messages=messages
    )


def some_words(label: str, rows: int = 4, required: str = "", **more: Any) -> forms.CharField:
    """Words of some length; needed where there is a message for their lack."""
    messages = {"required": required} if required else {}
    box = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=MOST_WORDS, widget=box, required=bool(required), error_messages=messages, **more
    )


class SuggestItem(GovukForm):
    """A member suggests an item, or gives notice of one where that is their right."""

    ways: ClassVar[dict[str, tuple[str, str]]] = {
        Origin.SUGGESTION.value: (
            "I suggest it for the work programme",
            "The chair gives a view, and you get an answer (Protocol 5.5).",
        ),
        Origin.NOTICE.value: (
            "I give notice that I want it on the next agenda",
            "{lands} It is your right as a member, and needs nobody's leave (Protocol 5.6). "
            "Once the agenda is out, anybody can read its title.",
        ),
    }
    title = a_title()
    why = some_words("Why, and what should come of it?", required="Enter why the committee should look at it")
    origin = forms.ChoiceField(
        label="How do you ask?", widget=forms.RadioSelect, choices=[], initial=Origin.SUGGESTION.value
    )

    def __init__(self, *args: Any, may_give_notice: bool, lands_on: Meeting | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_give_notice:
            del self.fields["origin"]
            return
        lands = f"It goes on the agenda of {lands_on.when}." if lands_on else "It goes on the next agenda arranged."
        self.fields["origin"].choices = [(value, label) for value, (label, _) in self.ways.items()]
        self.look = {"origin": Look(hints={value: hint.format(lands=lands) for value, (_, hint) in self.ways.items()})}


class AskedByMember(SuggestItem):
    """What a member asked for by word or letter, as an officer records it."""

    ways: ClassVar[dict[str, tuple[str, str]]] = {
        Origin.SUGGESTION.value: (
            "They suggested it for the work programme",
            "It waits for a decision (Protocol 5.5).",
        ),
        Origin.NOTICE.value: (
            "They gave notice that they want it on the next agenda",
            "Given today: {lands} The right of members, voting or co-opted (Protocol 5.6).",
        ),
    }
    person = forms.ModelChoiceField(Person.objects.none(), label="Which member asked?")
    asked_on = DateField(label="Asked on", help_text="For example, 19 9 2023. A notice counts from this day.")
    field_order = ("person", "asked_on", "title", "why", "origin")

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, may_give_notice=True, **kwargs)
        self.fields["person"].queryset = people
        self.fields["why"].required = False
        self.fields["origin"].label = "How did they ask?"


class ReferMatter(GovukForm):
    """A matter that Cabinet, Council or the management board refers (Protocol 5.7)."""

    from_body = forms.ModelChoiceField(Body.objects.filter(kind__in=list(REFERRALS)), label="Who refers it?")
    bodies = forms.ModelMultipleChoiceField(
        Body.objects.none(), label="To which committees?", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select at least one committee"},
    )  # fmt: skip
    title = a_title("What is referred?")
    why = some_words("What is asked of the committee?")
    as_minuted = forms.CharField(
        label="Minute that refers it", max_length=200, required=False,
        help_text="For example, Minute 27 of 7 September 2023",
    )  # fmt: skip
    asked_on = DateField(label="Referred on", help_text="For example, 7 9 2023")

    def __init__(self, *args: Any, bodies: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bodies"].queryset = bodies.filter(kind__in=COMMITTEE_KINDS, ended_on__isnull=True)


class ReceivePetition(GovukForm):
    """A petition as it was handed in (Protocol 9.5)."""

    title = forms.CharField(label="What is the petition called?", max_length=300, help_text="Anybody can read this.")
    why = some_words("What does it ask for?", help_text="Members and officers read this.")
    petitioner = forms.CharField(
        label="Who brings it?", max_length=200,
        help_text="The name of the lead petitioner or group. It is not published.",
    )  # fmt: skip
    reply_to = forms.CharField(
        label="How do they want to be answered?", max_length=200, required=False,
        help_text="Only officers see this, and can remove it.",
    )  # fmt: skip
    signatures = forms.IntegerField(min_value=1, max_value=10_000_000, widget=SHORT)
    speaking_minutes = forms.IntegerField(
        label="Speaking time, in minutes", min_value=0, max_value=120, initial=5, widget=SHORT,
        help_text="As the council's petitions scheme allows. 0 where nobody is to speak.",
    )  # fmt: skip
    asked_on = DateField(label="Handed in on", help_text="For example, 1 9 2023")


class ChairsView(GovukForm):
    """What the chair thinks of a request."""

    view = some_words(
        "The chair's view", required="Enter what the chair thinks of it", help_text="Whoever asked will see this."
    )
    version = VersionField()


class ItemChoice(forms.ModelChoiceField):
    """An item that is on the programme, with where it is."""

    def label_from_instance(self, obj: Item) -> str:
        """Return "I12 Domestic abuse, 26 September 2023"."""
        return f"{obj.ref} {obj.title}, {obj.meeting.when if obj.meeting else 'on no meeting yet'}"


class AcceptAsked(GovukForm):
    """Into which item a request goes: a new one, perhaps on a meeting, or one that is on the programme already."""

    how = forms.ChoiceField(
        label="Where does it go?", widget=forms.RadioSelect, initial="new",
        choices=[("new", "A new item on the programme"), ("into", "Into an item that is on the programme already")],
    )  # fmt: skip
    title = forms.CharField(max_length=300, required=False, label="Title, as the programme prints it")
    into = ItemChoice(Item.objects.none(), required=False, label="Item")
    meeting = MeetingChoice(
        Meeting.objects.none(),
        required=False,
        label="Meeting",
        empty_label="None yet",
        help_text="Only for a new item.",
    )
    purpose = forms.ChoiceField(
        label="What for", choices=Purpose, initial=Purpose.NOT_STATED.value, required=False,
        help_text="Only for a new item.",
    )  # fmt: skip
    answer = some_words("A word to whoever asked", rows=3)
    version = VersionField()
    look = {"how": Look(reveals={"new": "title", "into": "into"})}

    def __init__(self, *args: Any, asked: ItemRequest, **kwargs: Any) -> None:
        super().__init__(*args, initial={"title": asked.title, "version": asked.version}, **kwargs)
        self.fields["into"].queryset = open_items(asked)
        self.fields["meeting"].queryset = meetings_open_to(asked.body)

    def clean(self) -> dict[str, Any]:
        """A new item has a title; an old one is chosen, and has its meeting already."""
        cleaned = super().clean()
        how = cleaned.pop("how", None)
        if how == "into":
            if not cleaned.get("into") and "into" not in self.errors:
                self.add_error("into", "Select the item")
            return {name: cleaned.get(name) for name in ("into", "answer", "version")}
        cleaned.pop("into", None)
        if how == "new" and not (cleaned.get("title") or "").strip():
            self.add_error("title", "Enter the title")
        cleaned["purpose"] = cleaned.get("purpose") or Purpose.NOT_STATED.value
        return cleaned


class HearPetition(GovukForm):
    """At which meeting a petition is heard."""

    meeting = MeetingChoice(Meeting.objects.none(), label="Meeting", empty_label="Select the meeting")
    answer = some_words("A word to whoever asked", rows=3)
    version = VersionField()

    def __init__(self, *args: Any, asked: ItemRequest, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": asked.version}, **kwargs)
        self.fields["meeting"].queryset = meetings_open_to(asked.body).filter(kind__in=DECIDING_KINDS)


class TakeAsTopic(GovukForm):
    """What the topic for review is called, and a word to whoever asked."""

    title = forms.CharField(max_length=300, label="Title of the topic")
    answer = some_words("A word to whoever asked", rows=3)
    version = VersionField()


class AnswerAsked(GovukForm):
    """The answer in writing."""

    answer = some_words(
        "The answer", rows=6, required="Enter the answer", help_text="Whoever asked will see this, word for word."
    )
    version = VersionField()


class DeclineAsked(GovukForm):
    """Why a request is declined."""

    answer = some_words("Why", required="Enter the reason", help_text="Whoever asked will see this, word for word.")
    version = VersionField()


class PetitionOutcome(GovukForm):
    """At which meeting the petition was heard, and what came of it."""

    meeting = forms.ModelChoiceField(Meeting.objects.none(), label="Heard at the meeting of")
    outcome = some_words(
        "What came of it", required="Enter what came of it", help_text="Anybody can read this. Name no private person."
    )

    def __init__(self, *args: Any, asked: ItemRequest, held: QuerySet[Meeting], **kwargs: Any) -> None:
        told = {"meeting": asked.petition.heard_at or held.first(), "outcome": asked.petition.outcome}
        super().__init__(*args, initial=told, **kwargs)
        self.fields["meeting"].queryset = held
        self.fields["meeting"].label_from_instance = lambda meeting: meeting.when


class PlaceOnAgenda(GovukForm):
    """After which item of its meeting an item comes."""

    after = forms.ModelChoiceField(
        Item.objects.none(), required=False, label="Where on the agenda?", empty_label="First of all"
    )

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        others = item.meeting.items.exclude(pk=item.pk).order_by("order", "pk")
        super().__init__(*args, initial={"after": others.filter(order__lt=item.order).last()}, **kwargs)
        self.fields["after"].queryset = others
        self.fields["after"].label_from_instance = lambda other: f"After {other.title}"
