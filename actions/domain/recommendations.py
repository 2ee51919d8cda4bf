"""The six-month clock of a recommendation: approved by Council, updated until the committee signs it off."""

from datetime import date

from django.db import transaction

from actions.domain.actions import owner_fields
from actions.enums import RECOMMENDATION_LIFE, RecommendationState, View
from actions.models import ImplementationUpdate, Recommendation
from committees.models import Clause, Meeting
from committees.rules import check_can_resolve
from council.calendar import today
from council.history import create_by, save_by
from council.models import Body, Post
from council.periods import period
from council.refusal import Refusal
from deadlines.clock import months_after


@transaction.atomic
def make_recommendation(
    *,
    body: Body,
    text: str,
    made_on: date,
    by,
    clause: Clause | None = None,
    addressed_to: Body | None = None,
    lead_post: Post | None = None,
) -> Recommendation:
    """Record a recommendation of the committee, to whom, and which post leads on it."""
    if not text.strip():
        raise Refusal("Enter the recommendation as the committee made it.")
    return create_by(
        Recommendation, by=by, body=body, text=text.strip(), made_on=made_on, clause=clause,
        addressed_to=addressed_to, lead_post=lead_post,
    )  # fmt: skip


@transaction.atomic
def approve_by_council(recommendation: Recommendation, *, on: date, by) -> ImplementationUpdate:
    """Council approved it on a day: the first update falls due about six months after (Protocol 8.12)."""
    recommendation = _locked(recommendation)
    if recommendation.approved_on:
        day = recommendation.approved_on
        raise Refusal(f"Council approved this recommendation on {day.day} {day:%B %Y}.")
    if on < recommendation.made_on:
        raise Refusal("Council cannot approve a recommendation before it was made.")
    recommendation.approved_on = on
    _become(recommendation, RecommendationState.BEING_IMPLEMENTED, by=by, also=["approved_on"])
    return _owe_update(recommendation, number=1)


def _owe_update(recommendation: Recommendation, *, number: int) -> ImplementationUpdate:
    every = period("implementation_update")
    approved = recommendation.approved_on
    due = months_after(approved, every.number * number)
    return ImplementationUpdate.objects.create(
        recommendation=recommendation, number=number, due_on=due, first_due_on=due,
        why=f"{every.number * number} months after Council approved it on {approved.day} {approved:%B %Y}",
        **owner_fields(recommendation.lead_post),
    )  # fmt: skip


@transaction.atomic
def report_progress(update: ImplementationUpdate, *, view: str, text: str, by) -> ImplementationUpdate:
    """The owner's view at an update: it is met, and the next falls due six months on unless the committee signs off."""
    recommendation = _locked(update.recommendation)
    update = ImplementationUpdate.objects.select_for_update(of=("self",)).get(pk=update.pk)
    if not update.is_owed:
        raise Refusal("This update has been given or is no longer needed.")
    if not text.strip() or view == View.NOT_GIVEN:
        raise Refusal("Choose where it stands and say what has been done.")
    update.owner_view, update.owner_text, update.met_on, update.met_by = view, text.strip(), today(), by
    update.save(update_fields=["owner_view", "owner_text", "met_on", "met_by"])
    _owe_update(recommendation, number=update.number + 1)
    return update


@transaction.atomic
def review_progress(update: ImplementationUpdate, *, view: str, text: str, by) -> ImplementationUpdate:
    """The committee's view of an update, kept beside the owner's."""
    if update.met_on is None:
        raise Refusal("The owner has not given this update yet.")
    update.committee_view, update.committee_text = view, text.strip()
    update.save(update_fields=["committee_view", "committee_text"])
    return update


@transaction.atomic
def sign_off(recommendation: Recommendation, *, meeting: Meeting, achieved: bool, by, why: str = "") -> Recommendation:
    """The committee signs it off at a meeting: no further update is owed. The sign-off is our practice."""
    check_can_resolve(meeting)
    recommendation = _locked(recommendation)
    recommendation.signed_off_at = meeting
    state = RecommendationState.ACHIEVED if achieved else RecommendationState.NOT_ACHIEVED
    if not achieved and not why.strip():
        raise Refusal("Say why it was not achieved.")
    _become(recommendation, state, by=by, why=why, also=["signed_off_at"])
    recommendation.updates.owed().update(waived_because=f"Signed off at the meeting of {meeting.when}")
    return recommendation


def _locked(recommendation: Recommendation) -> Recommendation:
    return Recommendation.objects.select_for_update(of=("self",)).get(pk=recommendation.pk)


def _become(recommendation: Recommendation, state: str, *, by, why: str = "", also: list[str]) -> None:
    if state not in RECOMMENDATION_LIFE[recommendation.state]:
        now, then = recommendation.get_state_display().lower(), RecommendationState(state).label.lower()
        raise Refusal(f"This recommendation is {now}, so it cannot be recorded as {then}.")
    recommendation.state, recommendation.version = state, recommendation.version + 1
    save_by(recommendation, by=by, why=why, fields=["state", "version", *also])
