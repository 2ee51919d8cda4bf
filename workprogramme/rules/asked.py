"""What is possible for requests, calls and topics now, and who may ask, answer, score and decide."""

from datetime import date

from django.db.models import Q, QuerySet

from committees.enums import SeatRole
from committees.models import Clause, Seat
from committees.rules import (
    chairs,
    check_can_resolve,
    committees_run,
    committees_sat_on,
    may_run,
    sits_on,
)
from council.directory import holders
from council.enums import COMMITTEE_KINDS
from council.models import Body, Person, User
from council.refusal import Refusal
from council.rules import is_administrator, is_manager
from workprogramme.enums import (
    ASKED_LIFE,
    SCORED,
    TOPIC_LIFE,
    AskedState,
    TopicState,
)
from workprogramme.models import (
    CallAnswer,
    ItemRequest,
    ReviewTopic,
)

MAY_GIVE_NOTICE = (SeatRole.CHAIR, SeatRole.VICE_CHAIR, SeatRole.MEMBER, SeatRole.CO_OPTED)
"""The members of a committee; substitutes and advisers may suggest, and are not its members (Protocol 5.6)."""


def committees_to_suggest_to(user: User, on: date) -> QuerySet[Body]:
    """The committees to which somebody may suggest an item: those they sit on that day (Protocol 5.5)."""
    return committees_sat_on(user, on=on).filter(kind__in=COMMITTEE_KINDS, ended_on__isnull=True)


def has_right_of_notice(person: Person, body: Body, on: date) -> bool:
    """May give notice of an item (Protocol 5.6): the committee's members, voting or co-opted."""
    return Seat.objects.on(on).filter(body=body, person=person, role__in=MAY_GIVE_NOTICE).exists()


def requests_seen_by(user: User, on: date) -> QuerySet[ItemRequest]:
    """The requests somebody may see: those of committees they run or sit on, and what they or their post asked for."""
    if is_manager(user):
        return ItemRequest.objects.all()
    near = Q(body__in=committees_run(user)) | Q(body__in=committees_sat_on(user, on=on))
    own = Q(person=user.person_id or 0) | Q(call_answer__in=answers_owed_by(user, on))
    return ItemRequest.objects.filter(near | own)


def may_decide_asked(user: User, request: ItemRequest) -> bool:
    """May decide where a request goes, and see the name of a private person: the officers of its committee."""
    return may_run(user, request.body)


def may_say_chairs_view(user: User, request: ItemRequest, on: date) -> bool:
    """May give the chair's view: the chair, and the officers, who write down what the chair said."""
    return may_run(user, request.body) or chairs(user, request.body, on)


def is_undecided(request: ItemRequest) -> bool:
    """Waits for a decision."""
    return request.state == AskedState.ASKED


def can_be_accepted(request: ItemRequest) -> bool:
    """Can become an item: it waits, or was answered otherwise before."""
    return AskedState.ACCEPTED in ASKED_LIFE[request.state]


def check_asked_can_become(request: ItemRequest, state: str) -> None:
    """Raises ``Refusal`` where the request was decided already."""
    if state not in ASKED_LIFE[request.state]:
        raise Refusal(f"This request is already decided: {request.get_state_display().lower()}.")


def answers_owed_by(user: User, on: date) -> QuerySet[CallAnswer]:
    """The answers to yearly calls that are owed by posts somebody holds that day."""
    started = Q(owed_by_post__holdings__from_on__isnull=True) | Q(owed_by_post__holdings__from_on__lte=on)
    lasting = Q(owed_by_post__holdings__to_on__isnull=True) | Q(owed_by_post__holdings__to_on__gte=on)
    return CallAnswer.objects.filter(started & lasting, owed_by_post__holdings__person=user.person_id or 0)


def may_answer_call(user: User, answer: CallAnswer, on: date) -> bool:
    """May answer for a post: whoever holds it that day, or the committee's officers on its behalf."""
    return may_run(user, answer.call.body) or holders(answer.owed_by_post, on).filter(pk=user.person_id or 0).exists()


def may_score(user: User, topic: ReviewTopic, on: date) -> bool:
    """May score a topic: whoever sits on the committee, and its officers, who enter what members wrote on paper."""
    return sits_on(user, topic.body, on) or may_run(user, topic.body)


def is_scored_still(topic: ReviewTopic) -> bool:
    """Whether points still count: it is neither approved nor set aside."""
    return topic.state in SCORED


def check_topic_can_become(topic: ReviewTopic, state: str) -> None:
    """Raises ``Refusal`` where the topic's life does not lead there."""
    if state not in TOPIC_LIFE[topic.state]:
        now, then = topic.get_state_display().lower(), TopicState(state).label.lower()
        raise Refusal(f"This topic is {now}, so it cannot become {then}.")


def check_can_approve(topic: ReviewTopic, clause: Clause) -> None:
    """Only the committee approves a topic, by a minute of a meeting that can resolve (Protocol 8.1, 8.3)."""
    if clause.minute.meeting.body_id != topic.body_id:
        raise Refusal(f"That clause was resolved by another committee. Only {topic.body.called} approves this topic.")
    check_can_resolve(clause.minute.meeting)


def may_set_asking_rules(user: User) -> bool:
    """May say whether the public is let in, until when notice is taken, and how topics are scored."""
    return is_manager(user) or is_administrator(user)
