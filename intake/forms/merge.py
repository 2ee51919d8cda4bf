"""Choosing what an action is merged with."""

from collections.abc import Sequence
from typing import Any

from django import forms

from actions.models import Action
from govuk.forms import GovukForm, Look, VersionField
from intake.domain.in_words import cited
from intake.models import Proposal


class MergeForm(GovukForm):
    """One of the paper's other actions, or one on record."""

    look = {"into": Look(small=True)}
    into = forms.ChoiceField(
        label="Which action asks the same?", widget=forms.RadioSelect,
        error_messages={"required": "Select the action it is merged with"},
    )  # fmt: skip
    version = VersionField()

    def __init__(
        self, *args: Any, proposal: Proposal, others: Sequence[Proposal], actions: Sequence[Action], **kwargs: Any
    ) -> None:
        first = f"proposal:{proposal.double_of_id}" if proposal.double_of_id else ""
        initial = {"version": proposal.version, "into": first}
        super().__init__(*args, initial=initial, auto_id=f"p{proposal.pk}_%s", **kwargs)
        self.others = {f"proposal:{one.pk}": one for one in others}
        self.actions = {f"action:{one.pk}": one for one in actions}
        self.fields["into"].choices = [
            *((code, f"{cited(one.says['path'])}: {one.now_says['task']}") for code, one in self.others.items()),
            *((code, f"{one.ref} on record: {one.task}") for code, one in self.actions.items()),
        ]

    def chosen(self) -> dict[str, Any]:
        """What was chosen, as the verb takes it."""
        code = self.cleaned_data["into"]
        return {"into": self.others.get(code), "into_action": self.actions.get(code)}
