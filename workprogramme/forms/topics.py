"""Forms about topics for review."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import Truncator

from committees.models import Clause
from council.models import Person
from govuk.forms import GovukForm, Look, VersionField
from workprogramme.fields import a_reason
from workprogramme.forms.requests import some_words
from workprogramme.models import ReviewTopic, TopicScore


class ProposeTopic(GovukForm):
    """A topic that the committee might look at in depth."""

    title = forms.CharField(max_length=300, label="Topic")
    why = some_words("Why, and what could come of it?")
    proposed_by = forms.CharField(
        max_length=200, required=False, label="Who proposes it?", help_text="For example, members at the training",
    )  # fmt: skip


class ScoreTopic(GovukForm):
    """Points for each question of the topic's checklist; whose they are, where an officer enters them."""

    def __init__(
        self, *args: Any, topic: ReviewTopic, people: QuerySet[Person] | None, given: TopicScore | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.topic = topic
        if people is not None:
            self.fields["person"] = forms.ModelChoiceField(people, label="Whose points?", empty_label="Select one")
        points = [(str(number), str(number)) for number in range(topic.top_points + 1)]
        for question in topic.questions:
            self.fields[question.key] = forms.TypedChoiceField(
                label=question.name, help_text=question.asks, choices=points, coerce=int, widget=forms.RadioSelect,
                initial=given and given.points.get(question.key),
                error_messages={"required": f"Select the points for {question.name}"},
            )  # fmt: skip
        self.look = {question.key: Look(size="s", inline=True) for question in topic.questions}
        self.fields["note"] = forms.CharField(
            label="A word on why", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}),
            initial=given and given.note, help_text="Members and officers of the committee see this.",
        )  # fmt: skip

    @property
    def points(self) -> dict[str, int]:
        """The points by question."""
        return {question.key: self.cleaned_data[question.key] for question in self.topic.questions}


class ShortListTopic(GovukForm):
    """Why a topic goes on the short list: needed below the threshold."""

    why = a_reason("Why", required=False)
    version = VersionField()

    def __init__(self, *args: Any, reaches: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].required = not reaches


class SetTopicAside(GovukForm):
    """Why a topic is set aside."""

    why = a_reason("Why", help_text="Whoever proposed it will see this.")
    version = VersionField()


class BringTopicBack(GovukForm):
    """Why a topic is among those proposed again."""

    why = a_reason("Why", required=False)
    version = VersionField()


class ApproveTopic(GovukForm):
    """The clause by which the committee approved the topic (Protocol 8.1)."""

    clause = forms.ModelChoiceField(
        Clause.objects.none(), empty_label="Select the clause", error_messages={"required": "Select the clause"},
        help_text="Clauses of this year's minutes.",
    )  # fmt: skip
    version = VersionField()

    def __init__(self, *args: Any, clauses: QuerySet[Clause], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].queryset = clauses
        self.fields["clause"].label_from_instance = lambda clause: f"{clause}: {Truncator(clause.text).chars(80)}"
