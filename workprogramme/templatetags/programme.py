"""How a programme's things look: `{% load programme %}`."""

from django import template

from committees.models import Clause
from workprogramme.domain.checklist import minute_of as cited
from workprogramme.enums import AskedState, HearingState, ItemState, MoveState, RequestState, TopicState

register = template.Library()

ITEM_TONES = {
    ItemState.SUGGESTED: "yellow",
    ItemState.ACCEPTED: "turquoise",
    ItemState.DECLINED: "grey",
    ItemState.SCHEDULED: "",
    ItemState.IN_PREPARATION: "purple",
    ItemState.PUBLISHED: "green",
    ItemState.HEARD: "green",
    ItemState.DEFERRED: "orange",
    ItemState.WITHDRAWN: "grey",
    ItemState.REROUTED: "grey",
}
REQUEST_TONES = {
    RequestState.REQUESTED: "yellow",
    RequestState.AGREED: "turquoise",
    RequestState.SCHEDULED: "green",
    RequestState.VIEWS_GIVEN: "green",
    RequestState.ANSWERED: "green",
    RequestState.NOT_POSSIBLE: "red",
    RequestState.DECLINED: "grey",
}
ASKED_TONES = {
    AskedState.ASKED: "yellow",
    AskedState.ACCEPTED: "green",
    AskedState.ANSWERED: "turquoise",
    AskedState.DECLINED: "grey",
}
TOPIC_TONES = {
    TopicState.PROPOSED: "yellow",
    TopicState.SHORT_LISTED: "turquoise",
    TopicState.APPROVED: "green",
    TopicState.SET_ASIDE: "grey",
}

MOVE_TONES = {
    MoveState.ASKED: "yellow",
    MoveState.GRANTED: "green",
    MoveState.DECLINED: "red",
    MoveState.TAKEN_BACK: "grey",
}


HEARING_TONES = {
    HearingState.PLANNED: "",
    HearingState.PUBLISHED: "green",
    HearingState.HEARD: "green",
    HearingState.WITHDRAWN: "grey",
}


@register.filter
def hearing_tone(state: str) -> str:
    """Return the colour that goes with the words of a hearing's state."""
    return HEARING_TONES.get(state, "")


@register.filter
def item_tone(state: str) -> str:
    """Return the colour that goes with the words of an item's state."""
    return ITEM_TONES.get(state, "")


@register.filter
def request_tone(state: str) -> str:
    """Return the colour that goes with the words of a pre-scrutiny request's state."""
    return REQUEST_TONES.get(state, "")


@register.filter
def move_tone(state: str) -> str:
    """Return the colour that goes with the words of where a move asked for stands."""
    return MOVE_TONES.get(state, "")


@register.filter
def minute_of(clause: Clause) -> str:
    """Return a clause as a report cites it: Minute 7 (3) of 6 June 2023."""
    return cited(clause)


@register.filter
def asked_tone(state: str) -> str:
    """Return the colour that goes with the words of a request's state."""
    return ASKED_TONES.get(state, "")


@register.filter
def topic_tone(state: str) -> str:
    """Return the colour that goes with the words of a topic's state."""
    return TOPIC_TONES.get(state, "")
