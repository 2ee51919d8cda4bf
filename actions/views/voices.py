"""What the owner says, and what the committee says to it."""

from actions.domain.actions import pass_on
from actions.domain.two_voices import (
    accept_completion,
    give_update,
    open_again,
    record_answer,
    take_back_completion,
)
from actions.enums import Standing
from actions.forms.actions import AcceptForm, AnswerForm, OpenAgainForm, PassOnForm, TakeBackForm, UpdateForm
from actions.models import Action
from actions.rules import (
    can_be_accepted,
    can_open_again,
    can_take_answer,
    can_take_back,
    can_take_update,
    may_update,
)
from actions.views.verb import ActionPage
from council.calendar import today
from council.models import User


class Update(ActionPage):
    """The owner, or an officer for them, says where it stands."""

    form_class = UpdateForm
    heading = "Give an update"
    submit = "Give update"
    not_now = "This action takes no updates now. See where it stands."

    def may(self, user: User, action: Action) -> bool:
        """Whoever owes it, or the committee's officers."""
        return may_update(user, action, today())

    def possible(self, action: Action) -> bool:
        """Live, and not already said to be done."""
        return can_take_update(action)

    def carry_out(self, action: Action, data: dict) -> None:
        """Give the update."""
        give_update(action, by=self.request.user, **data)

    def done(self, action: Action, data: dict) -> str:
        """What happens next."""
        return {
            Standing.DONE: "You have said that this is done. The committee decides at a meeting whether that will do. "
            "Until then nobody is reminded of it.",
            Standing.SLIPPED: "Your update is on record. A committee officer decides about the new date: "
            "until then the date stays as it is.",
        }.get(data["standing"], "Your update is on record.")


class PassOn(ActionPage):
    """The owner gives the work to somebody; the post still owes it."""

    form_class = PassOnForm
    heading = "Pass it on"
    submit = "Save"
    consequences = ("Who was asked stays as it is", "You can take it back at any time")
    not_now = "This action takes no updates now, so it cannot be passed on."

    def may(self, user: User, action: Action) -> bool:
        """Whoever owes it, or the committee's officers."""
        return may_update(user, action, today())

    def possible(self, action: Action) -> bool:
        """Live, and not already said to be done."""
        return can_take_update(action)

    def carry_out(self, action: Action, data: dict) -> None:
        """Pass it on."""
        pass_on(action, by=self.request.user, **data)

    def done(self, action: Action, data: dict) -> str:
        """Who has it now."""
        return f"{action.ref} is passed on to {data['to']}." if data["to"] else f"{action.ref} is not passed on."


class TakeBack(ActionPage):
    """The owner takes back that it is done."""

    form_class = TakeBackForm
    heading = "It is not done yet"
    submit = "Take back"
    consequences = ("The action is open again, and owed by its date", "What you said before stays on record")
    not_now = "Nobody has said that this is done, or the committee has decided already."

    def may(self, user: User, action: Action) -> bool:
        """Whoever owes it, or the committee's officers."""
        return may_update(user, action, today())

    def possible(self, action: Action) -> bool:
        """Said to be done, and not decided yet."""
        return can_take_back(action)

    def carry_out(self, action: Action, data: dict) -> None:
        """Take it back."""
        take_back_completion(action, by=self.request.user, **data)

    def done(self, action: Action, data: dict) -> str:
        """What is now on record."""
        return f"{action.ref} is open again, with what is still to be done."


class Accept(ActionPage):
    """The committee accepted that it is complete."""

    form_class = AcceptForm
    heading = "Record that the committee accepted it"
    submit = "Record as complete"
    consequences = ("The action is complete, and nobody is reminded of it", "It can be opened again at a later meeting")

    def possible(self, action: Action) -> bool:
        """Its life leads to complete."""
        return can_be_accepted(action)

    def carry_out(self, action: Action, data: dict) -> None:
        """Record the committee's decision."""
        accept_completion(action, by=self.request.user, **data)

    def done(self, action: Action, data: dict) -> str:
        """What is now on record."""
        return f"{action.ref} is complete: the committee accepted it on {data['meeting'].when}."


class OpenAgain(ActionPage):
    """The committee was not satisfied."""

    form_class = OpenAgainForm
    heading = "Open the action again"
    submit = "Open again"
    consequences = ("The action is owed again", "Whoever owes it is reminded anew")

    def possible(self, action: Action) -> bool:
        """Its life leads back to open."""
        return can_open_again(action)

    def carry_out(self, action: Action, data: dict) -> None:
        """Record that the committee was not satisfied."""
        open_again(action, by=self.request.user, **data)

    def done(self, action: Action, data: dict) -> str:
        """What is now on record."""
        return f"{action.ref} is open again."


class Answer(ActionPage):
    """What the action got."""

    form_class = AnswerForm
    heading = "Record an answer"
    submit = "Record answer"
    consequences = ("Nobody is reminded of it any more", "The committee still decides whether the answer will do")

    def possible(self, action: Action) -> bool:
        """Accepted and not ended."""
        return can_take_answer(action)

    def carry_out(self, action: Action, data: dict) -> None:
        """Record the answer."""
        record_answer(action, by=self.request.user, **data)

    def done(self, action: Action, data: dict) -> str:
        """What happens next."""
        return "The answer is on record. The committee decides at a meeting whether it will do."
