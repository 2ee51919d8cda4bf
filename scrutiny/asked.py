"""What a member asked for, and what waits for an officer to decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from django.db.models import Exists, Min, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse

from actions.domain.what_goes import left_open
from actions.enums import ActionState
from actions.models import Action, ActionSlip, Update, WrittenAnswer
from actions.standing import where_it_stands, with_standing
from committees.enums import SeatRole
from committees.rules import committees_run, committees_sat_on
from council.calendar import today
from council.models import User
from workprogramme.domain.checklist import cleared_by, unticked_at_clearance
from workprogramme.domain.expecting import expected_of_each
from workprogramme.domain.register import where_it_went, with_ways
from workprogramme.enums import BEING_WRITTEN, SCORED, WAITING, AskedState, MoveState, Origin, RequestState
from workprogramme.models import (
    CallAnswer,
    Invitation,
    Item,
    ItemRequest,
    MoveRequest,
    PreScrutinyRequest,
    Programme,
    ReviewTopic,
)

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
    own = with_ways(ItemRequest.objects.filter(person=user.person_id or 0))
    return [
        *map(_asked_item, own[:LATEST]),
        *map(_request, requests[:LATEST]),
        *map(_asked_action, actions[:LATEST]),
    ]


def waiting_on(user: User) -> list[Matter]:
    """What an officer has to decide for the committees they run, and a chair or member to say, kind by kind.

    The oldest of each kind come first.
    """
    run = committees_run(user)
    owners = (_proposed(run), _slips_asked_for(run), _moves_asked_for(run), _unticked(run))
    nowhere = (_expected(run), _invited_to_nothing(run), _to_circulate(run))
    decided = (*owners, *nowhere, _asked_items(run), _requests(run), _drafts(run), _nobodys(run), _left_open(run))
    return list(chain(*decided, _calls_unanswered(run), _views_to_give(user), _topics_to_score(user)))


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


def _expected(run: QuerySet) -> Iterator[Matter]:
    """What comes back, is expected in this municipal year or a later one, and has no place."""
    programmes = Programme.objects.filter(body__in=run, year__ends_on__gte=today()).select_related("body", "year")
    each_year = expected_of_each(programmes.order_by("year__starts_on", "body__name"), today()).values()
    missing = (expected for year in each_year for expected in year if expected.lacks_place)
    for expected in islice(missing, MOST):
        series = expected.series
        href, said = (
            reverse("series", args=[series.pk]),
            f"{expected.words[:1].upper()}{expected.words[1:]}. {expected.why}",
        )
        yield Matter("Expected, without a place", series.title, series.body.called, href, said, series.from_on)


def _invited_to_nothing(run: QuerySet) -> Iterator[Matter]:
    """Whoever was invited with an item that is on no meeting yet, so that the invitation is not lost."""
    waiting = Item.objects.filter(programme__body__in=run, state__in=WAITING, invitations__withdrawn_because="")
    items = (
        waiting.annotate(since=Min("invitations__asked_on")).order_by("since", "pk").select_related("programme__body")
    )
    items = items.prefetch_related(Prefetch("invitations", Invitation.objects.standing().with_who()))
    for item in items.defer("exempt_note")[:MOST]:
        guests = list(item.invitations.all())
        said = f"{', '.join(str(guest.who) for guest in guests)}. {guests[0].because}"
        href = reverse("item", args=[item.pk])
        yield Matter("Invited, on no meeting yet", item.title, item.programme.body.called, href, said, item.since)


def _to_circulate(run: QuerySet) -> Iterator[Matter]:
    """Written answers that are there and that nobody has sent round yet (Protocol 4.6)."""
    answered = WrittenAnswer.objects.to_circulate().filter(body__in=run).select_related("body", "asked_by")
    for written in answered.order_by("met_on", "pk")[:MOST]:
        href, said = reverse("written_answer", args=[written.pk]), f"Asked by {written.asker}"
        yield Matter("Answered, not circulated yet", written.question, written.body.called, href, said, written.met_on)


def _requests(run: QuerySet) -> Iterator[Matter]:
    asked = PreScrutinyRequest.objects.filter(body__in=run, state=RequestState.REQUESTED)
    for request in asked.select_related("entry", "body", "asked_by__person").order_by("asked_on", "pk")[:MOST]:
        href = reverse("pre_scrutiny_decide", args=[request.pk])
        said = f"Asked for by {request.asked_by}"
        yield Matter("Pre-scrutiny request", request.entry.title, request.body.called, href, said, request.asked_on)


def _asked_items(run: QuerySet) -> Iterator[Matter]:
    waiting = with_ways(ItemRequest.objects.filter(body__in=run, state=AskedState.ASKED))
    for asked in waiting.order_by("asked_on", "pk")[:MOST]:
        view = "The chair has given a view" if asked.chair_view else "No view of the chair yet"
        yield _item_request("Request for an item", asked, f"{asked.who}. {view}")


def _calls_unanswered(run: QuerySet) -> Iterator[Matter]:
    late = CallAnswer.objects.overdue(today()).filter(call__body__in=run)
    for answer in late.select_related("call__body", "call__year", "owed_by_post").order_by("due_on", "pk")[:MOST]:
        call = answer.call
        href = reverse("call", args=[call.body.slug, call.year.slug])
        said = f"Asked for items for {call.year}, and has not answered"
        yield Matter(
            "Call for items not answered", str(answer.owed_by_post), call.body.called, href, said, answer.due_on
        )


def _views_to_give(user: User) -> Iterator[Matter]:
    chaired = committees_sat_on(user, on=today(), roles=(SeatRole.CHAIR,))
    unseen = ItemRequest.objects.filter(body__in=chaired, state=AskedState.ASKED, chair_view="")
    for asked in with_ways(unseen.exclude(origin=Origin.NOTICE)).order_by("asked_on", "pk")[:MOST]:
        yield _item_request("Your view as chair", asked, f"{asked.get_origin_display()}: {asked.who}")


def _topics_to_score(user: User) -> Iterator[Matter]:
    sat_on = committees_sat_on(user, on=today())
    open_topics = ReviewTopic.objects.filter(body__in=sat_on, state__in=SCORED).exclude(scores__person=user.person_id)
    for topic in open_topics.select_related("body").order_by("proposed_on", "pk")[:MOST]:
        said = f"Score it against {topic.checklist}"
        href = reverse("topic_score", args=[topic.pk])
        yield Matter("Topic for review to score", topic.title, topic.body.called, href, said, topic.proposed_on)


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


def _asked_item(asked: ItemRequest) -> Matter:
    return _item_request("Request for an item", asked, where_it_went(asked))


def _item_request(kind: str, asked: ItemRequest, stands: str) -> Matter:
    href = reverse("request", args=[asked.pk])
    return Matter(kind, asked.title, asked.body.called, href, stands, asked.asked_on)
