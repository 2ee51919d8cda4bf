"""What somebody owes, of whatever kind: one bounded list over every obligation, in the order of its dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.db.models import F, Q, QuerySet
from django.urls import reverse

from actions.enums import LIVE, ActionState, RecommendationState
from actions.models import Action, ImplementationUpdate, WrittenAnswer
from committees.enums import MeetingState
from committees.models import Publication
from committees.rules import committees_run
from council.models import Holding, User
from council.obligation import Obligation
from govuk.words import times
from workprogramme.enums import ItemState
from workprogramme.models import CallAnswer, ReportStage

MOST = 100
"""The most of one kind that is looked at, and the most that is listed."""

SIGNED_OFF = (RecommendationState.ACHIEVED, RecommendationState.NOT_ACCEPTED)


@dataclass(frozen=True)
class Duty:
    """One thing that is owed: its kind in words, what, where it stands, by when and how that was worked out."""

    kind: str
    what: str
    committee: str
    href: str
    due_on: date | None
    first_due_on: date | None
    why: str
    moved: int
    late: bool

    @property
    def moved_in_words(self) -> str:
        """How often its date moved: moved once, moved 3 times; nothing where it did not."""
        return f"moved {times(self.moved)}" if self.moved else ""


def duties_of(user: User, *, on: date) -> list[Duty]:
    """What ``user`` owes on a day, earliest first and what has no date last; at most 100, in a fixed number of queries.

    Report stages of items they write; actions, updates, written answers and answers to yearly calls asked of them or of
    a post they hold that day; and the agendas of committees they are officer of. What an organisation owes is nobody's
    here.
    """
    posts = list(_posts_held(user, on))
    asked = (_actions(user, posts, on), _updates(user, posts, on), _written_answers(user, posts, on), _calls(posts, on))
    found = chain(_stages(user, on), *asked, _agendas(user, on))
    return sorted(found, key=lambda duty: (duty.due_on or date.max, duty.kind, duty.what))[:MOST]


def _posts_held(user: User, on: date) -> QuerySet:
    started = Q(from_on__isnull=True) | Q(from_on__lte=on)
    lasting = Q(to_on__isnull=True) | Q(to_on__gte=on)
    return Holding.objects.filter(started & lasting, person=user.person_id).values_list("post", flat=True)


def _stages(user: User, on: date) -> Iterator[Duty]:
    going_on = Q(item__state__in=[ItemState.SCHEDULED, ItemState.IN_PREPARATION]) & (
        Q(item__meeting__on__gte=on) | Q(item__meeting__on__isnull=True)
    )
    stages = ReportStage.objects.owed().filter(going_on, item__authors__person=user.person_id or 0)
    for stage in _first(stages.select_related("item__programme__body")):
        what = f"{stage.get_stage_display()}: {stage.item.title}"
        yield _duty(stage, "Report", what, stage.item.programme.body, reverse("item", args=[stage.item_id]), on)


def _actions(user: User, posts: list[int], on: date) -> Iterator[Duty]:
    asked_in = [state for state in LIVE if state != ActionState.PROPOSED]
    mine = _asked_of(user, posts) | Q(delegate=user.person_id or 0)
    actions = Action.objects.owed().filter(mine, state__in=asked_in).select_related("body").defer("exempt_note")
    for action in _first(actions):
        yield _duty(action, "Action", action.task, action.body, reverse("action", args=[action.pk]), on)


def _updates(user: User, posts: list[int], on: date) -> Iterator[Duty]:
    updates = ImplementationUpdate.objects.owed().filter(_asked_of(user, posts))
    going_on = updates.exclude(recommendation__state__in=SIGNED_OFF).select_related("recommendation__body")
    for update in _first(going_on):
        asked = update.recommendation
        what = f"Update {update.number} on: {asked.text}"
        yield _duty(update, "Progress update", what, asked.body, reverse("recommendation", args=[asked.pk]), on)


def _calls(posts: list[int], on: date) -> Iterator[Duty]:
    owed = CallAnswer.objects.owed().filter(owed_by_post__in=posts)
    for answer in _first(owed.select_related("call__body", "call__year")):
        what = f"Say what should be on the programme of {answer.call.year}"
        href = reverse("call_answer", args=[answer.pk])
        yield _duty(answer, "Call for items", what, answer.call.body, href, on)


def _written_answers(user: User, posts: list[int], on: date) -> Iterator[Duty]:
    answers = WrittenAnswer.objects.owed().filter(_asked_of(user, posts)).select_related("body")
    for written in _first(answers):
        href = reverse("written_answer", args=[written.pk])
        yield _duty(written, "Written answer", written.question, written.body, href, on)


def _agendas(user: User, on: date) -> Iterator[Duty]:
    agendas = Publication.objects.owed().filter(meeting__on__gte=on, meeting__body__in=committees_run(user))
    to_come = agendas.exclude(meeting__state__in=[MeetingState.CANCELLED, MeetingState.HELD])
    for agenda in _first(to_come.select_related("meeting__body")):
        meeting = agenda.meeting
        what = f"Publish the agenda for {meeting.when}"
        yield _duty(agenda, "Agenda", what, meeting.body, reverse("meeting", args=[meeting.pk]), on)


def _asked_of(user: User, posts: list[int]) -> Q:
    return Q(owed_by_post__in=posts) | Q(owed_by_person=user.person_id or 0)


def _first(owed: QuerySet) -> QuerySet:
    return owed.order_by(F("due_on").asc(nulls_last=True), "pk")[:MOST]


def _duty(owed: Obligation, kind: str, what: str, body, href: str, on: date) -> Duty:
    return Duty(
        kind=kind,
        what=what,
        committee=body.called,
        href=href,
        due_on=owed.due_on,
        first_due_on=owed.first_due_on,
        why=owed.why,
        moved=owed.slip_no,
        late=owed.is_late(on),
    )
