"""What a reorganisation does to what a committee was asked: requests, calls and topics go on, undecided still."""

from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from committees.domain.passing import meetings_to_come
from council.history import save_by
from council.models import Body
from workprogramme.domain.asked import locked
from workprogramme.domain.passing import open_items
from workprogramme.enums import SCORED, AskedState
from workprogramme.models import CallAnswer, ItemRequest, ReviewTopic, YearlyCall


def open_requests(body: Body, from_on: date) -> QuerySet[ItemRequest]:
    """What a committee has still to decide, and the petitions that it is still to hear."""
    to_hear = Q(petition__heard_at__in=meetings_to_come(body, from_on))
    to_hear |= Q(petition__heard_at__isnull=True, item__in=open_items(body, from_on))
    to_hear &= Q(state=AskedState.ACCEPTED, petition__outcome="")
    asked = ItemRequest.objects.filter(Q(state=AskedState.ASKED) | to_hear, body=body)
    return asked.select_related("petition", "call_answer__owed_by_post").order_by("asked_on", "pk")


def open_calls(body: Body) -> QuerySet[YearlyCall]:
    """The yearly calls of a committee to which answers are owed."""
    owed = CallAnswer.objects.owed().values("call")
    return YearlyCall.objects.filter(body=body, pk__in=owed).select_related("body", "year").order_by("pk")


def open_topics(body: Body) -> QuerySet[ReviewTopic]:
    """The topics of a committee that are neither approved nor set aside."""
    return ReviewTopic.objects.filter(body=body, state__in=SCORED).order_by("proposed_on", "pk")


@transaction.atomic
def pass_asked(asked: ItemRequest, *, to: Body, why: str, by) -> None:
    """Let another committee decide a request; who asked stays as it was, also where that was a committee."""
    asked = locked(asked)
    asked.body, asked.version = to, asked.version + 1
    save_by(asked, by=by, why=why, fields=["body", "version"])


@transaction.atomic
def pass_topic(topic: ReviewTopic, *, to: Body, why: str, by) -> None:
    """Let another committee choose about a topic; its scores and what it is scored against go with it."""
    topic = ReviewTopic.objects.select_for_update(of=("self",)).get(pk=topic.pk)
    topic.body, topic.version = to, topic.version + 1
    save_by(topic, by=by, why=why, fields=["body", "version"])


@transaction.atomic
def pass_call(call: YearlyCall, *, to: Body) -> str:
    """Let answers be owed to another committee, by the same days. Where it calls for that year too, they join its call.

    What was answered stays with the call it answered, and a post that both ask owes one answer. Returns what became of
    it where that is not plain.
    """
    theirs = YearlyCall.objects.filter(body=to, year=call.year_id).first()
    if theirs is None:
        call.body = to
        call.save(update_fields=["body"])
        return ""
    joined = f"Joined with the call of {to.called}: one committee asks now"
    owed = call.answers.owed()
    owed.filter(owed_by_post__in=theirs.answers.values("owed_by_post")).update(waived_because=joined[:300])
    call.answers.owed().update(call=theirs)
    return joined
