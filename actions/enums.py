"""The lives of what a committee asked for."""

from django.db.models import TextChoices


class ActionState(TextChoices):
    """The life of an action. Late is derived from its date; a timer never changes a state."""

    DRAFT = "draft", "Read from minutes, not yet accepted"
    OPEN = "open", "Open"
    IN_PROGRESS = "in_progress", "In progress"
    PROPOSED = "proposed", "Completion proposed"
    COMPLETE = "complete", "Complete"
    AWAITING = "awaiting", "Awaiting others"
    MOVED = "moved", "Moved to the programme"
    SUPERSEDED = "superseded", "Superseded"
    NOT_REQUIRED = "not_required", "No longer required"


ACTION_LIFE: dict[str, frozenset[str]] = {
    ActionState.DRAFT: frozenset({ActionState.OPEN, ActionState.NOT_REQUIRED}),
    ActionState.OPEN: frozenset(
        {
            ActionState.IN_PROGRESS,
            ActionState.PROPOSED,
            ActionState.AWAITING,
            ActionState.MOVED,
            ActionState.SUPERSEDED,
            ActionState.NOT_REQUIRED,
            ActionState.COMPLETE,
        }
    ),
    ActionState.IN_PROGRESS: frozenset(
        {
            ActionState.PROPOSED,
            ActionState.AWAITING,
            ActionState.MOVED,
            ActionState.SUPERSEDED,
            ActionState.NOT_REQUIRED,
            ActionState.COMPLETE,
        }
    ),
    ActionState.AWAITING: frozenset(
        {
            ActionState.IN_PROGRESS,
            ActionState.PROPOSED,
            ActionState.SUPERSEDED,
            ActionState.NOT_REQUIRED,
            ActionState.COMPLETE,
        }
    ),
    ActionState.PROPOSED: frozenset({ActionState.COMPLETE, ActionState.OPEN}),
    ActionState.MOVED: frozenset({ActionState.OPEN, ActionState.COMPLETE}),
    ActionState.COMPLETE: frozenset({ActionState.OPEN}),
    ActionState.SUPERSEDED: frozenset({ActionState.OPEN}),
    ActionState.NOT_REQUIRED: frozenset({ActionState.OPEN}),
}

ENDED = (ActionState.COMPLETE, ActionState.SUPERSEDED, ActionState.NOT_REQUIRED)
LIVE = (ActionState.OPEN, ActionState.IN_PROGRESS, ActionState.AWAITING, ActionState.PROPOSED, ActionState.MOVED)


class Standing(TextChoices):
    """Where the owner says it stands."""

    ON_TRACK = "on_track", "On track"
    SLIPPED = "slipped", "Slipped: new date asked for"
    AWAITING = "awaiting", "Waiting for others"
    DONE = "done", "Done"


class View(TextChoices):
    """An owner's or the committee's view of a recommendation at an update; both are kept."""

    NOT_GIVEN = "", "Not given"
    ACHIEVED = "achieved", "Achieved"
    ON_TRACK = "on_track", "On track"
    SLIPPED = "slipped", "Slipped"
    NOT_ACHIEVED = "not_achieved", "Not achieved"
    PAUSED = "paused", "Paused"


class RecommendationState(TextChoices):
    """The life of a recommendation, as far as the six-month clock needs it."""

    MADE = "made", "Made"
    SENT = "sent", "Sent"
    RESPONDED = "responded", "Responded"
    BEING_IMPLEMENTED = "being_implemented", "Being implemented"
    ACHIEVED = "achieved", "Achieved"
    NOT_ACHIEVED = "not_achieved", "Not achieved"
    NOT_ACCEPTED = "not_accepted", "Not accepted"


RECOMMENDATION_LIFE: dict[str, frozenset[str]] = {
    RecommendationState.MADE: frozenset(
        {RecommendationState.SENT, RecommendationState.BEING_IMPLEMENTED, RecommendationState.NOT_ACCEPTED}
    ),
    RecommendationState.SENT: frozenset(
        {RecommendationState.RESPONDED, RecommendationState.BEING_IMPLEMENTED, RecommendationState.NOT_ACCEPTED}
    ),
    RecommendationState.RESPONDED: frozenset({RecommendationState.BEING_IMPLEMENTED, RecommendationState.NOT_ACCEPTED}),
    RecommendationState.BEING_IMPLEMENTED: frozenset({RecommendationState.ACHIEVED, RecommendationState.NOT_ACHIEVED}),
    RecommendationState.NOT_ACHIEVED: frozenset({RecommendationState.BEING_IMPLEMENTED, RecommendationState.ACHIEVED}),
    RecommendationState.ACHIEVED: frozenset(),
    RecommendationState.NOT_ACCEPTED: frozenset(),
}


class PassedSort(TextChoices):
    """The sorts of things that an ended committee passes on, in the order in which it is said where each goes."""

    MEETING = "meeting", "Meetings to come"
    ITEM = "item", "Items"
    DECISION = "decision", "Decisions of the forward plan"
    REQUEST = "request", "Requests for pre-scrutiny"
    SERIES = "series", "What comes back"
    TOPIC = "topic", "Topics for review"
    CALL = "call", "Calls for items"
    ASKED = "asked", "Requests for items"
    ACTION = "action", "Actions"
    OWED = "owed", "Actions the committee itself owes to others"
    RECOMMENDATION = "recommendation", "Recommendations"
    WRITTEN = "written", "Written answers"
    WRITTEN_OWED = "written_owed", "Written answers the committee itself owes to others"
    SEAT = "seat", "Seats"
    OFFICER = "officer", "Officers"
