"""A written answer given, circulated, given another day or owner, or ended."""

from django.http import Http404
from django.urls import reverse, reverse_lazy

from actions.domain.written_answers import circulate, give_answer, need_no_answer, reassign_answer, set_answer_due
from actions.forms.written_answers import AnotherDay, AnotherOwner, Circulated, GiveAnswer, NoAnswer
from actions.models import WrittenAnswer
from actions.rules import can_be_answered, can_be_circulated, is_answer_owed, may_answer, may_keep_answer
from actions.standing import answer_stands
from actions.views.verb import VerbPage
from council.calendar import today
from council.models import User
from council.rules import has_standing
from govuk.words import long_date


class WrittenAnswerPage(VerbPage):
    """A verb over one written answer; officers only unless a page says otherwise."""

    template_name = "actions/written_answer_verb.html"
    trail = ({"text": "Written answers", "href": reverse_lazy("written_answers")},)
    not_now = "Nothing is owed on this question any more."
    shows_answer = False

    def find(self) -> WrittenAnswer:
        """It, fresh."""
        found = WrittenAnswer.objects.with_people().filter(pk=self.kwargs["pk"]).first()
        if found is None or not has_standing(self.request.user):
            raise Http404
        return found

    def may(self, user: User, written: WrittenAnswer) -> bool:
        """Its committee's officers."""
        return may_keep_answer(user, written)

    def possible(self, written: WrittenAnswer) -> bool:
        """Still owed."""
        return is_answer_owed(written)

    def page_of(self, written: WrittenAnswer) -> str:
        """Where it is shown."""
        return reverse("written_answer", args=[written.pk])

    def more(self, written: WrittenAnswer) -> dict:
        """What the page says of it above its form."""
        return {"stands": answer_stands(written, today()), "today": today()}


class Give(WrittenAnswerPage):
    """Whoever owes it, or an officer for them, gives the answer."""

    form_class = GiveAnswer
    heading = "Give the answer"
    submit = "Save the answer"
    consequences = ("Nobody is reminded of it any more", "The committee’s officers circulate it")
    not_now = "This answer went round already, or is not needed any more."

    def may(self, user: User, written: WrittenAnswer) -> bool:
        """Whoever owes it, or the committee's officers."""
        return may_answer(user, written, today())

    def possible(self, written: WrittenAnswer) -> bool:
        """Not sent round yet, and still needed."""
        return can_be_answered(written)

    def carry_out(self, written: WrittenAnswer, data: dict) -> None:
        """Give it."""
        give_answer(written, by=self.request.user, **data)

    def done(self, written: WrittenAnswer, data: dict) -> str:
        """What happens next."""
        return f"{written.ref} is answered. The committee’s officers circulate it."


class Circulate(WrittenAnswerPage):
    """An officer records to whom it was sent."""

    form_class = Circulated
    heading = "Record that it was circulated"
    submit = "Record it"
    shows_answer = True
    not_now = "There is no answer to be circulated, or it went round already."

    def possible(self, written: WrittenAnswer) -> bool:
        """Answered, and not sent round yet."""
        return can_be_circulated(written)

    def carry_out(self, written: WrittenAnswer, data: dict) -> None:
        """Record it."""
        circulate(written, by=self.request.user, **data)

    def done(self, written: WrittenAnswer, data: dict) -> str:
        """What is now on record."""
        return f"{written.ref} was circulated on {long_date(data['on'])}."


class SetDay(WrittenAnswerPage):
    """Another day."""

    form_class = AnotherDay
    heading = "Set another date"
    submit = "Set date"
    consequences = ("The date it has now stays in its record", "Whoever owes it is reminded by the new date")

    def carry_out(self, written: WrittenAnswer, data: dict) -> None:
        """Move the date."""
        set_answer_due(written, by=self.request.user, **data)

    def done(self, written: WrittenAnswer, data: dict) -> str:
        """The date in force."""
        return f"{written.ref} is now due on {long_date(data['on'])}."


class ChangeOwner(WrittenAnswerPage):
    """Another post owes it."""

    form_class = AnotherOwner
    heading = "Change who owes it"
    submit = "Change owner"
    consequences = ("The new owner is reminded from now on",)

    def carry_out(self, written: WrittenAnswer, data: dict) -> None:
        """Say who owes it now."""
        reassign_answer(written, by=self.request.user, **data)

    def done(self, written: WrittenAnswer, data: dict) -> str:
        """Who owes it now."""
        return f"{written.ref} is now with the {written.owed_by}."


class End(WrittenAnswerPage):
    """It needs no answer."""

    form_class = NoAnswer
    heading = "End this: it needs no answer"
    submit = "End it"
    variant = "warning"
    consequences = ("Nobody is reminded of it any more", "It stays on record, with your reason")

    def carry_out(self, written: WrittenAnswer, data: dict) -> None:
        """End it."""
        need_no_answer(written, by=self.request.user, **data)

    def done(self, written: WrittenAnswer, data: dict) -> str:
        """What is now on record."""
        return f"{written.ref} has ended: it needs no answer."
