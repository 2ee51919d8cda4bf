"""Looking at a key decision before it is made (Protocol 6.3, 6.5)."""

from datetime import date

from django.db import transaction

from committees.models import Meeting
from council.calendar import today
from council.models import Body
from council.refusal import Refusal
from workprogramme.domain.items import accept_item, open_programme, schedule_item, suggest_item
from workprogramme.enums import Origin, Purpose, RequestState
from workprogramme.models import ForwardEntry, PreScrutinyRequest


@transaction.atomic
def enter_decision(*, title: str, decision_maker: Body, published_on: date, by, **more) -> ForwardEntry:
    """Type in one decision of the forward plan."""
    if not title.strip():
        raise Refusal("Enter the title of the decision.")
    return ForwardEntry.objects.create(
        title=title.strip()[:300], decision_maker=decision_maker, published_on=published_on, entered_by=by, **more
    )


@transaction.atomic
def request_pre_scrutiny(*, entry: ForwardEntry, body: Body, why: str, by) -> PreScrutinyRequest:
    """A member asks that the committee look at an entry before it is decided."""
    if not why.strip():
        raise Refusal("Say what the committee should look at and why.")
    entry = ForwardEntry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    open_states = [RequestState.REQUESTED, RequestState.AGREED, RequestState.SCHEDULED]
    if entry.requests.filter(body=body, state__in=open_states).exists():
        raise Refusal("Pre-scrutiny of this decision has already been asked for.")
    return PreScrutinyRequest.objects.create(entry=entry, body=body, asked_by=by, asked_on=today(), why=why[:500])


def meetings_before_decision(entry: ForwardEntry, body: Body) -> list[Meeting]:
    """The committee's formal meetings to come at which the decision can still be looked at, first to last."""
    if entry.decision_on is None:
        return list(Meeting.objects.deciding().filter(body=body, on__gte=today()))
    return list(Meeting.objects.deciding().filter(body=body, on__gte=today(), on__lt=entry.decision_on))


@transaction.atomic
def agree_request(request: PreScrutinyRequest, *, by, meeting: Meeting | None = None) -> PreScrutinyRequest:
    """Agree to look: a programme item on a meeting before the decision, or the record that there is none.

    Without a ``meeting`` the last one before the decision is taken, so that the papers can be ready. Raises
    ``Refusal`` for a meeting that does not come before it, or a request that was already decided.
    """
    request = _open_request(request)
    possible = meetings_before_decision(request.entry, request.body)
    if not possible:
        return _decide(request, RequestState.NOT_POSSIBLE, by=by, why=_no_meeting(request.entry))
    if meeting is not None and meeting not in possible:
        raise Refusal(f"The meeting of {meeting.when} does not come before the decision.")
    request.item = _put_on(request, meeting or possible[-1], by=by)
    return _decide(request, RequestState.SCHEDULED, by=by, why="")


@transaction.atomic
def decline_request(request: PreScrutinyRequest, *, why: str, by) -> PreScrutinyRequest:
    """Decline to look, with the reason the member who asked will see."""
    if not why.strip():
        raise Refusal("Say why: the member who asked will see it.")
    return _decide(_open_request(request), RequestState.DECLINED, by=by, why=why)


def _open_request(request: PreScrutinyRequest) -> PreScrutinyRequest:
    fresh = PreScrutinyRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if fresh.state != RequestState.REQUESTED:
        raise Refusal(f"This request is already {fresh.get_state_display().lower()}.")
    return fresh


def _no_meeting(entry: ForwardEntry) -> str:
    if entry.decision_on is None:
        return "The committee has no meeting arranged."
    return f"There is no meeting before the decision on {entry.decision_on.day} {entry.decision_on:%B %Y}."


def _put_on(request: PreScrutinyRequest, meeting: Meeting, *, by):
    item = suggest_item(
        programme=open_programme(body=request.body, year=meeting.year),
        title=request.entry.title,
        by=by,
        purpose=Purpose.PRE_SCRUTINY,
        origin=Origin.FORWARD_PLAN,
        decision_on=request.entry.decision_on,
        portfolio=request.entry.portfolio,
    )
    accept_item(item, by=by, why="Pre-scrutiny agreed")
    return schedule_item(item, meeting=meeting, by=by, why="Before the decision (Protocol 6.5)")


def _decide(request: PreScrutinyRequest, state: str, *, by, why: str) -> PreScrutinyRequest:
    request.state, request.state_because, request.decided_by = state, why[:300], by
    request.save(update_fields=["state", "state_because", "decided_by", "item"])
    return request
