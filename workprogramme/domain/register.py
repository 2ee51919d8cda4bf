"""The register of requests: who asked for what, and where each went, in words that whoever asked can read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Q, QuerySet, Value, When
from django.urls import reverse

from council.calendar import today
from council.models import User
from workprogramme.enums import AskedState, ItemState
from workprogramme.models import Item, ItemRequest
from workprogramme.rules import answers_owed_by


@dataclass(frozen=True)
class Step:
    """One step of the golden thread: what it is, what it says, when, and where to read it."""

    what: str
    text: str
    on: date | None = None
    href: str = ""


def with_ways(requests: QuerySet[ItemRequest]) -> QuerySet[ItemRequest]:
    """The requests with all that says who asked and where each went, at the same cost for one as for many."""
    return requests.select_related(
        "body", "person", "from_body", "call_answer__owed_by_post", "item__meeting", "topic", "petition__heard_at"
    )


def own_first(requests: QuerySet[ItemRequest], user: User, on: date) -> QuerySet[ItemRequest]:
    """What somebody asked for themselves, then the others; the latest first."""
    mine = Q(person=user.person_id or 0) | Q(call_answer__in=answers_owed_by(user, on))
    return requests.annotate(own=Case(When(mine, then=Value(0)), default=Value(1))).order_by("own", "-asked_on", "-pk")


def where_it_went(asked: ItemRequest) -> str:
    """Where a request stands now, in a sentence: it follows its item or topic, and is never stored."""
    if asked.state == AskedState.ACCEPTED:
        return _became(asked)
    if asked.state == AskedState.ASKED:
        return "Waiting for a decision"
    return f"{asked.get_state_display()}: {asked.answer}"


def _became(asked: ItemRequest) -> str:
    if asked.item:
        return where_item_is(asked.item)
    if asked.topic:
        return f"Topic for review: {asked.topic.get_state_display().lower()}"
    meeting = asked.petition.heard_at
    return f"{'Heard' if meeting.is_over(today()) else 'To be heard'} on {meeting.when}"


def where_item_is(item: Item) -> str:
    """Where an item stands, for whoever asked for it."""
    meeting, state = item.meeting, item.get_state_display()
    if item.state == ItemState.HEARD:
        return f"Considered on {meeting.when}"
    if meeting is not None:
        return f"On the {'agenda' if meeting.decides else meeting.get_kind_display().lower()} of {meeting.when}"
    if item.state == ItemState.ACCEPTED:
        return "On the programme, on no meeting yet"
    return f"{state}: {item.state_because}" if item.state_because else state


def way_of(asked: ItemRequest) -> Iterator[Step]:
    """The steps of a request in their order: asked, the chair's view, the decision, and where it is now."""
    yield Step(f"{asked.get_origin_display()}: {asked.who}", asked.title, asked.asked_on)
    if asked.chair_view:
        yield Step("The chair's view", asked.chair_view, asked.chair_view_on)
    if asked.state == AskedState.ASKED:
        yield Step("Waiting for a decision", "")
        return
    yield Step(asked.get_state_display(), asked.answer, asked.decided_on)
    if asked.item:
        yield Step(
            where_item_is(asked.item), f"{asked.item.ref} {asked.item.title}", None, _page("item", asked.item_id)
        )
    if asked.topic:
        yield Step(where_it_went(asked), f"{asked.topic.ref} {asked.topic.title}", None, _page("topic", asked.topic_id))
    petition = getattr(asked, "petition", None)
    meeting = petition.heard_at if petition else None
    if meeting and not asked.item:
        yield Step(where_it_went(asked), f"Meeting of {meeting.when}", None, _page("meeting", meeting.pk))
    if meeting and petition.outcome:
        yield Step("Outcome of the petition", petition.outcome, meeting.on, _page("meeting", meeting.pk))


def _page(name: str, pk: int) -> str:
    return reverse(name, args=[pk])
