"""What a member asked for, and what waits for an officer to decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from actions.domain.what_goes import left_open
from actions.enums import ActionState
from actions.models import Action, ActionSlip, Update
from actions.standing import where_it_stands, with_standing
from council.calendar import today
from council.models import User
from scrutiny.standing import committees_run, committees_sat_on
from workprogramme.domain.checklist import cleared_by, unticked_at_clearance
from workprogramme.enums import BEING_WRITTEN, MoveState, RequestState
from workprogramme.models import MoveRequest, PreScrutinyRequest

MOST = 25
"""The most of one kind that waits on an officer and is listed."""

LATEST = 10
"""The most of one kind that a member asked for and is listed."""


@dataclass(frozen=True)
class Matter:
    """Something asked for or waiting: its kind in words, what, for which committee, where it stands, since when."""

    kind: str
    what: str
    committee: str
    href: str
    stands: str
    since: date


def asked_by(user: User, *, on: date) -> list[Matter]:
    """What a member asked for: their own requests, and the live actions of committees they sit on.

    What has nothing on record comes first, so that nothing asked for is lost from sight; then the latest.
    """
    sat_on = committees_sat_on(user, on=on)
    lost = Exists(Action.objects.overlooked().filter(pk=OuterRef("pk")))
    requests = PreScrutinyRequest.objects.filter(asked_by=user).select_related("entry", "body")
    theirs = Action.objects.live().filter(body__in=sat_on).annotate(lost=lost)
    actions = with_standing(theirs).order_by("-lost", "-asked_on", "pk")
    return [*map(_request, requests[:LATEST]), *map(_asked_action, actions[:LATEST])]


def waiting_on(user: User) -> list[Matter]:
    """What an officer has to decide for the committees they run, kind by kind, the oldest of each first."""
    run = committees_run(user)
    for_reports = (_moves_asked_for(run), _unticked(run))
    others = (_requests(run), _drafts(run), _nobodys(run), _left_open(run))
    return list(chain(_proposed(run), _slips_asked_for(run), *for_reports, *others))


def _proposed(run: QuerySet) -> Iterator[Matter]:
    for action in _oldest(Action.objects.filter(body__in=run, state=ActionState.PROPOSED)):
        since = action.met_on or action.asked_on
        yield _action("Completion proposed", action, "The committee has not said yet whether that will do", since)


def _slips_asked_for(run: QuerySet) -> Iterator[Matter]:
    later = Update.objects.filter(action=OuterRef("action"), pk__gt=OuterRef("pk"))
    answered = ActionSlip.objects.filter(obligation=OuterRef("action"), at__gte=OuterRef("at"))
    asked = Update.objects.filter(~Exists(later), ~Exists(answered), asks_for__isnull=False)
    asked = asked.filter(action__in=Action.objects.live().owed().filter(body__in=run)).order_by("on", "pk")
    for update in asked.select_related("action__body").defer("action__exempt_note")[:MOST]:
        wanted = f"{update.asks_for.day} {update.asks_for:%B %Y}"
        yield _action("New date asked for", update.action, f"The owner asks for {wanted}", update.on)


def _moves_asked_for(run: QuerySet) -> Iterator[Matter]:
    asked = MoveRequest.objects.filter(
        item__programme__body__in=run, item__state__in=BEING_WRITTEN, state=MoveState.ASKED
    )
    related = ("item__programme__body", "to__body", "from_meeting", "asked_by__person")
    for request in asked.select_related(*related).defer("item__exempt_note").order_by("asked_on", "pk")[:MOST]:
        said = f"{request.asked_by} asks for {request.to.when}, not {request.from_meeting.when}: {request.why}"
        href = reverse("item_move_asked", args=[request.item_id])
        body = request.item.programme.body
        yield Matter("Move asked for", request.item.title, body.called, href, said, request.asked_on)


def _unticked(run: QuerySet) -> Iterator[Matter]:
    found = islice(unticked_at_clearance(run, on=today()), MOST)
    for item, points in found:
        said = f"Meeting of {item.meeting.when}: {', '.join(point.text for point in points)}"
        href = f"{reverse('item', args=[item.pk])}#checklist"
        since = cleared_by(item) or points[0].added_on
        yield Matter("Not ticked at clearance", item.title, item.programme.body.called, href, said, since)


def _requests(run: QuerySet) -> Iterator[Matter]:
    asked = PreScrutinyRequest.objects.filter(body__in=run, state=RequestState.REQUESTED)
    for request in asked.select_related("entry", "body", "asked_by__person").order_by("asked_on", "pk")[:MOST]:
        href = reverse("pre_scrutiny_decide", args=[request.pk])
        said = f"Asked for by {request.asked_by}"
        yield Matter("Pre-scrutiny request", request.entry.title, request.body.called, href, said, request.asked_on)


def _drafts(run: QuerySet) -> Iterator[Matter]:
    for action in _oldest(Action.objects.filter(body__in=run, state=ActionState.DRAFT)):
        yield _action("Draft action", action, "Read from the minutes, not yet accepted", action.asked_on)


def _nobodys(run: QuerySet) -> Iterator[Matter]:
    nobody = Q(owed_by_post__isnull=True, owed_by_person__isnull=True, owed_by_body__isnull=True)
    for action in _oldest(Action.objects.live().owed().filter(nobody, body__in=run)):
        yield _action("Nobody named", action, "The minute names nobody to do it", action.asked_on)


def _left_open(run: QuerySet) -> Iterator[Matter]:
    ended = run.filter(ended_on__isnull=False, successions_after__isnull=False).distinct().order_by("-ended_on", "pk")
    for body in ended[:MOST]:
        if things := left_open(body):
            what = f"{len(things)} thing{'s' if len(things) != 1 else ''} to be passed on"
            href = reverse("committee_hand_on", args=[body.slug])
            said = "It came to be open after the committee ended"
            yield Matter("Open at a committee that ended", what, body.called, href, said, body.ended_on)


def _oldest(actions: QuerySet) -> QuerySet:
    return _plain(actions).order_by("asked_on", "pk")[:MOST]


def _plain(actions: QuerySet) -> QuerySet:
    return actions.select_related("body").defer("exempt_note")


def _action(kind: str, action: Action, stands: str, since: date) -> Matter:
    return Matter(kind, action.task, action.body.called, reverse("action", args=[action.pk]), stands, since)


def _asked_action(action: Action) -> Matter:
    return _action("Action", action, where_it_stands(action).words, action.asked_on)


def _request(request: PreScrutinyRequest) -> Matter:
    stands = request.get_state_display() + (f": {request.state_because}" if request.state_because else "")
    href = reverse("item", args=[request.item_id]) if request.item_id else reverse("forward_plan")
    return Matter("Pre-scrutiny request", request.entry.title, request.body.called, href, stands, request.asked_on)
