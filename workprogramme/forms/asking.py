"""The form of how a committee, or the council, lets itself be asked."""

from typing import Any

from django import forms

from committees.enums import Stage
from govuk.forms import GovukModelForm, Look
from workprogramme.checklists import MOST_QUESTIONS, own_checklist
from workprogramme.enums import ChecklistName
from workprogramme.models import AskingRules

SHORT = {"class": "govuk-input--width-3", "inputmode": "numeric"}


class AskingRulesForm(GovukModelForm):
    """The settings, each group with where it comes from."""

    class Meta:
        model = AskingRules
        fields = [
            "takes_public_suggestions", "notice_until", "notice_source", "checklist", "own_questions", "top_points",
            "points_source", "threshold", "fewest_scorers", "threshold_source",
        ]  # fmt: skip
        labels = {
            "takes_public_suggestions": "Anybody may suggest an item, without signing in",
            "notice_until": "Until which day of a meeting's cycle is notice of an item taken?",
            "notice_source": "Where that comes from",
            "checklist": "Which checklist are topics for review scored against?",
            "own_questions": "Our own questions",
            "top_points": "Most points for a question",
            "points_source": "Where checklist and points come from",
            "threshold": "Short-listed from",
            "fewest_scorers": "Fewest people who score",
            "threshold_source": "Where threshold and number of people come from",
        }
        help_texts = {
            "notice_until": "Later than this it goes on the agenda after that (Protocol 5.6).",
            "own_questions": "One on a line: name, colon, what is asked. For example, Risk: Is anybody at risk?",
            "threshold": "Of all the points that are possible.",
            "checklist": "A topic keeps the checklist it was proposed under, with its points and its threshold.",
        }
        widgets = {
            "checklist": forms.RadioSelect,
            "own_questions": forms.Textarea(attrs={"rows": 5}),
            **{
                name: forms.Textarea(attrs={"rows": 2})
                for name in ("notice_source", "points_source", "threshold_source")
            },
            **{name: forms.TextInput(attrs=SHORT) for name in ("top_points", "threshold", "fewest_scorers")},
        }

    look = {
        "checklist": Look(
            reveals={ChecklistName.OWN.value: "own_questions"},
            hints={
                ChecklistName.TOPIC.value: "Timely, Organisational priority, Public interest, Influence, Cost",
                ChecklistName.PICK.value: "Public interest, Impact, Council performance, Keep in context",
            },
        ),
        "threshold": Look(suffix="%"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stages = [(stage.value, stage.label) for stage in Stage]
        self.fields["notice_until"].choices = stages
        self.fields["checklist"].choices = ChecklistName.choices

    def clean(self) -> dict[str, Any]:
        """A checklist of one's own has questions."""
        cleaned = super().clean()
        questions = own_checklist(cleaned.get("own_questions") or "", "").questions
        if cleaned.get("checklist") == ChecklistName.OWN and not questions:
            self.add_error("own_questions", "Enter at least one question, such as Risk: Is anybody at risk?")
        if len(questions) > MOST_QUESTIONS:
            self.add_error("own_questions", f"Enter {MOST_QUESTIONS} questions or fewer")
        return cleaned
