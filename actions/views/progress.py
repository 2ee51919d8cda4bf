"""What is recorded of a recommendation: approval, both voices at an update, and the sign-off."""

from django.http import Http404
from django.urls import reverse, reverse_lazy

from actions import rules
from actions.domain.recommendations import approve_by_council, report_progress, review_progress, sign_off
from actions.forms.recommendations import ApprovalForm, CommitteeViewForm, SignOffForm, ViewForm
from actions.models import ImplementationUpdate, Recommendation
from actions.views.recommendations import recommendations_for, row_of
from actions.views.verb import VerbPage
from council.calendar import today
from council.models import User
from council.refusal import Stale
from govuk.words import long_date


class RecommendationPage(VerbPage):
    """A verb over one recommendation; officers only unless a page says otherwise."""

    template_name = "actions/recommendation_verb.html"
    trail = ({"text": "Recommendations", "href": reverse_lazy("recommendations")},)

    def find(self) -> Recommendation:
        """The recommendation, fresh, where the user may see it."""
        found = recommendations_for(self.request.user).filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def may(self, user: User, recommendation: Recommendation) -> bool:
        """Its committee's officers."""
        return rules.may_close_recommendation(user, recommendation)

    def page_of(self, recommendation: Recommendation) -> str:
        """Where the recommendation is shown."""
        return reverse("recommendation", args=[recommendation.pk])

    def more(self, recommendation: Recommendation) -> dict:
        """What the page says of the recommendation above its form."""
        return row_of(recommendation)


class Approved(RecommendationPage):
    """Council approved it: the six-month clock starts."""

    form_class = ApprovalForm
    heading = "Record that Council approved it"
    submit = "Record approval"
    consequences = ("A first update falls due about six months after that day (Protocol 8.12)",)

    def possible(self, recommendation: Recommendation) -> bool:
        """Not approved yet."""
        return rules.can_be_approved(recommendation)

    def carry_out(self, recommendation: Recommendation, data: dict) -> None:
        """Record the approval."""
        approve_by_council(recommendation, by=self.request.user, **data)

    def done(self, recommendation: Recommendation, data: dict) -> str:
        """When the first update falls due."""
        due = long_date(row_of(recommendation)["owed"].due_on)
        return f"The approval is on record. The first update is due on {due}."


class SignOff(RecommendationPage):
    """The committee signs it off."""

    form_class = SignOffForm
    heading = "Record that the committee signed it off"
    submit = "Record sign-off"
    consequences = ("No further update is owed or reminded of",)

    def possible(self, recommendation: Recommendation) -> bool:
        """Being implemented."""
        return rules.can_be_signed_off(recommendation)

    def carry_out(self, recommendation: Recommendation, data: dict) -> None:
        """Record the sign-off."""
        achieved = data["achieved"] == "yes"
        sign_off(recommendation, meeting=data["meeting"], achieved=achieved, why=data["why"], by=self.request.user)

    def done(self, recommendation: Recommendation, data: dict) -> str:
        """What is now on record."""
        return f"{recommendation.ref} is signed off: {recommendation.get_state_display().lower()}."


class GiveView(RecommendationPage):
    """The owner's view at the update that is owed."""

    form_class = ViewForm
    heading = "Give the update that is owed"
    submit = "Give update"
    not_now = "No update is owed on this recommendation."

    def may(self, user: User, recommendation: Recommendation) -> bool:
        """Who holds the lead post, or the committee's officers."""
        return rules.may_update_recommendation(user, recommendation, today())

    def possible(self, recommendation: Recommendation) -> bool:
        """An update is owed."""
        return row_of(recommendation)["owed"] is not None

    def form_for(self, recommendation: Recommendation, data=None) -> ViewForm:
        """The form on the update that is owed."""
        return self.form_class(data, record=self.update_of(recommendation))

    def update_of(self, recommendation: Recommendation) -> ImplementationUpdate:
        """The update that is owed, or the last there was: giving that one again is refused."""
        update = row_of(recommendation)["owed"] or recommendation.updates.last()
        if update is None:
            raise Http404
        return update

    def carry_out(self, recommendation: Recommendation, data: dict) -> None:
        """Give the update, unless somebody gave it meanwhile."""
        update = self.update_of(recommendation)
        if data["number"] != update.number:
            raise Stale("This update was given while you had it open. Nothing of yours was saved: see what it says.")
        report_progress(update, view=data["view"], text=data["text"], by=self.request.user)

    def done(self, recommendation: Recommendation, data: dict) -> str:
        """What happens next."""
        due = long_date(row_of(recommendation)["owed"].due_on)
        return f"Your update is on record. The next one is due on {due}, unless the committee signs it off before."


class CommitteeView(RecommendationPage):
    """The committee's view of one update, beside the owner's."""

    form_class = CommitteeViewForm
    heading = "Record the committee's view"
    submit = "Record view"

    def possible(self, recommendation: Recommendation) -> bool:
        """The owner has given the update."""
        return self.update_of(recommendation).met_on is not None

    def form_for(self, recommendation: Recommendation, data=None) -> CommitteeViewForm:
        """The form on the update named in the address."""
        return self.form_class(data, record=self.update_of(recommendation))

    def update_of(self, recommendation: Recommendation) -> ImplementationUpdate:
        """The update named in the address, or not found."""
        update = recommendation.updates.filter(number=self.kwargs["number"]).first()
        if update is None:
            raise Http404
        return update

    def carry_out(self, recommendation: Recommendation, data: dict) -> None:
        """Record the view, unless somebody recorded one meanwhile."""
        update = self.update_of(recommendation)
        if data["was"] != update.committee_view:
            raise Stale("Somebody else recorded a view while you had this open. Nothing of yours was saved.")
        review_progress(update, view=data["view"], text=data["text"], by=self.request.user)

    def done(self, recommendation: Recommendation, data: dict) -> str:
        """What is now on record."""
        return "The committee's view is on record beside the owner's."

    def more(self, recommendation: Recommendation) -> dict:
        """The update that the view is of."""
        return {**super().more(recommendation), "last": self.update_of(recommendation)}
