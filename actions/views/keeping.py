"""Keeping an action right: its date, its owner, whether it counts, and whether it is still needed."""

from django.db import transaction

from actions.domain.actions import accept_draft, arrange, no_longer_required, put_on_programme, reassign, set_due
from actions.forms.actions import DateForm, DraftForm, EndForm, OwnerForm, ProgrammeForm
from actions.models import Action
from actions.rules import can_be_ended, can_have_date, can_take_answer, is_draft
from actions.standing import asked_of, where_it_stands
from actions.views.verb import ActionPage
from govuk.words import long_date


class SetDate(ActionPage):
    """Another date, through the slip ledger."""

    form_class = DateForm
    heading = "Set another date"
    submit = "Set date"
    consequences = ("The date it has now stays in its record", "Whoever owes it is reminded by the new date")
    not_now = "Nothing is owed on this action, so it has no date to move."

    def possible(self, action: Action) -> bool:
        """Live and still owed."""
        return can_have_date(action)

    def carry_out(self, action: Action, data: dict) -> None:
        """Move the date."""
        set_due(action, by=self.request.user, **data)

    def done(self, action: Action, data: dict) -> str:
        """The date in force."""
        return f"{action.ref} is now due on {long_date(data['on'])}."


class ChangeOwner(ActionPage):
    """Another post owes it."""

    form_class = OwnerForm
    heading = "Change who was asked"
    submit = "Change owner"
    consequences = ("What the minute prints stays beside it", "The new owner is reminded from now on")

    def possible(self, action: Action) -> bool:
        """Not ended."""
        return can_be_ended(action)

    def carry_out(self, action: Action, data: dict) -> None:
        """Say who owes it now."""
        reassign(action, by=self.request.user, **data)

    def done(self, action: Action, data: dict) -> str:
        """Who owes it now."""
        return f"{action.ref} is now with the {asked_of(action)}."


class OnProgramme(ActionPage):
    """What will answer it: a programme item, an informal meeting or a visit."""

    form_class = ProgrammeForm
    heading = "Say what will answer it"
    submit = "Save"
    consequences = ("It no longer shows as overlooked", "It stays open until the committee has its answer")

    def possible(self, action: Action) -> bool:
        """Accepted and not ended."""
        return can_take_answer(action)

    @transaction.atomic
    def carry_out(self, action: Action, data: dict) -> None:
        """Name the item, the meeting or both, as one change."""
        version = data["version"]
        if data["item"] and data["item"] != action.item:
            version = put_on_programme(action, item=data["item"], by=self.request.user, version=version).version
        if data["meeting"]:
            arrange(action, meeting=data["meeting"], by=self.request.user, version=version)

    def done(self, action: Action, data: dict) -> str:
        """Where it now stands."""
        return f"{action.ref}: {where_it_stands(action).words}."


class End(ActionPage):
    """No longer required."""

    form_class = EndForm
    heading = "End this action: no longer required"
    submit = "End this action"
    variant = "warning"
    consequences = (
        "Nobody is asked for it or reminded of it any more",
        "It stays on record, with your reason and who agreed",
        "The committee can open it again at a meeting",
    )

    def possible(self, action: Action) -> bool:
        """Its life leads to no longer required."""
        return can_be_ended(action)

    def carry_out(self, action: Action, data: dict) -> None:
        """End it."""
        no_longer_required(action, by=self.request.user, **data)

    def done(self, action: Action, data: dict) -> str:
        """What is now on record."""
        return f"{action.ref} has ended: no longer required."


class AcceptDraft(ActionPage):
    """An officer accepts what was read from the minutes."""

    form_class = DraftForm
    heading = "Accept this action"
    submit = "Accept action"
    consequences = (
        "It is shown to everybody who signs in",
        "Whoever was asked is reminded of it, where it has a date",
    )
    not_now = "This action was accepted already."

    def possible(self, action: Action) -> bool:
        """Still a draft."""
        return is_draft(action)

    def carry_out(self, action: Action, data: dict) -> None:
        """Accept it."""
        accept_draft(action, by=self.request.user, **data)

    def done(self, action: Action, data: dict) -> str:
        """What is now on record."""
        return f"{action.ref} is accepted and open."
