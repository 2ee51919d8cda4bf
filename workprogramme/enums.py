"""The kinds and lives of what a committee looks at."""

from django.db.models import TextChoices


class Purpose(TextChoices):
    """What a committee looks at something for."""

    ACCOUNT = "account", "Holding to account"
    POLICY_REVIEW = "policy_review", "Policy review"
    PRE_SCRUTINY = "pre_scrutiny", "Pre-scrutiny"
    POLICY_DEVELOPMENT = "policy_development", "Policy development"
    EXTERNAL = "external", "External scrutiny"
    STATUTORY = "statutory", "Statutory"
    NOT_STATED = "not_stated", "Not stated"


class Origin(TextChoices):
    """Where an item came from."""

    RESOLUTION = "resolution", "Resolution of the committee"
    SUGGESTION = "suggestion", "Member's suggestion"
    NOTICE = "notice", "Member's notice"
    MANAGEMENT_BOARD = "management_board", "Management board"
    CABINET = "cabinet", "Referred by Cabinet"
    COUNCIL = "council", "Referred by Council"
    HEADS_OF_SERVICE = "heads_of_service", "Proposed by a Head of Service"
    FORWARD_PLAN = "forward_plan", "Forward plan"
    PETITION = "petition", "Petition"
    PUBLIC = "public", "Public suggestion"
    STATUTORY = "statutory", "Statutory"
    STANDING = "standing", "Standing item"
    LAST_YEAR = "last_year", "Carried over from last year"
    NOT_STATED = "not_stated", "Not stated"


REFERRALS = {"cabinet": Origin.CABINET, "council": Origin.COUNCIL, "management_board": Origin.MANAGEMENT_BOARD}
"""The kinds of body that refer a matter (Protocol 5.7), with the origin that says so."""

ASKED_AS = (
    Origin.SUGGESTION,
    Origin.NOTICE,
    *REFERRALS.values(),
    Origin.HEADS_OF_SERVICE,
    Origin.PETITION,
    Origin.PUBLIC,
)
"""The origins that begin with somebody asking, and are answered."""


class Route(TextChoices):
    """How the committee takes an item; the chair may reroute it (Protocol 5.8)."""

    FORMAL = "formal", "Formal agenda"
    INFORMAL = "informal", "Informal meeting"
    PRESENTATION = "presentation", "Presentation"
    SITE_VISIT = "site_visit", "Site visit"
    WRITTEN = "written", "Written briefing"


class Recurrence(TextChoices):
    """Whether an item comes back."""

    ONCE = "once", "Once"
    REGULAR = "regular", "Regular item (chosen meetings)"
    STANDING = "standing", "Standing item (every meeting)"


class Returns(TextChoices):
    """By which rule an item comes back."""

    EVERY_MEETING = "every_meeting", "At every formal meeting"
    CHOSEN = "chosen", "Regularly, at chosen meetings"
    TERM = "term", "Once in each school term"
    QUARTER = "quarter", "Once in each quarter"
    YEAR = "year", "Once in each municipal year"
    AFTER = "after", "Once, some months after a day"


BY_MEETING = (Returns.EVERY_MEETING, Returns.CHOSEN)
"""The rules that expect an item at single meetings; the others expect it once in a stretch of time."""


class ItemState(TextChoices):
    """The life of an item. Rerouted: taken off a meeting that does not fit how the chair wants it taken (5.8)."""

    SUGGESTED = "suggested", "Suggested"
    ACCEPTED = "accepted", "Accepted, not yet scheduled"
    DECLINED = "declined", "Declined"
    SCHEDULED = "scheduled", "Scheduled"
    IN_PREPARATION = "in_preparation", "In preparation"
    PUBLISHED = "published", "Published"
    HEARD = "heard", "Heard"
    DEFERRED = "deferred", "Deferred"
    WITHDRAWN = "withdrawn", "Withdrawn"
    REROUTED = "rerouted", "Rerouted"


ITEM_LIFE: dict[str, frozenset[str]] = {
    ItemState.SUGGESTED: frozenset({ItemState.ACCEPTED, ItemState.DECLINED}),
    ItemState.ACCEPTED: frozenset({ItemState.SCHEDULED, ItemState.WITHDRAWN, ItemState.REROUTED}),
    ItemState.SCHEDULED: frozenset(
        {ItemState.IN_PREPARATION, ItemState.PUBLISHED, ItemState.DEFERRED, ItemState.WITHDRAWN, ItemState.REROUTED}
    ),
    ItemState.IN_PREPARATION: frozenset(
        {ItemState.SCHEDULED, ItemState.PUBLISHED, ItemState.DEFERRED, ItemState.WITHDRAWN, ItemState.REROUTED}
    ),
    ItemState.PUBLISHED: frozenset({ItemState.HEARD, ItemState.DEFERRED, ItemState.WITHDRAWN}),
    ItemState.DEFERRED: frozenset({ItemState.SCHEDULED, ItemState.WITHDRAWN, ItemState.REROUTED}),
    ItemState.DECLINED: frozenset({ItemState.ACCEPTED}),
    ItemState.HEARD: frozenset(),
    ItemState.WITHDRAWN: frozenset({ItemState.ACCEPTED}),
    ItemState.REROUTED: frozenset({ItemState.SCHEDULED, ItemState.WITHDRAWN, ItemState.REROUTED}),
}

BEING_WRITTEN = (ItemState.SCHEDULED, ItemState.IN_PREPARATION)
WAITING = (ItemState.ACCEPTED, ItemState.DEFERRED, ItemState.REROUTED)
ON_A_MEETING = (ItemState.SCHEDULED, ItemState.IN_PREPARATION, ItemState.PUBLISHED, ItemState.HEARD)


class RequestState(TextChoices):
    """The life of a pre-scrutiny request."""

    REQUESTED = "requested", "Requested"
    AGREED = "agreed", "Agreed"
    SCHEDULED = "scheduled", "Scheduled before the decision"
    VIEWS_GIVEN = "views_given", "Views given"
    ANSWERED = "answered", "Answered by Cabinet"
    NOT_POSSIBLE = "not_possible", "Not possible"
    DECLINED = "declined", "Declined"


class CommentsFrom(TextChoices):
    """Whose comments a report needs, by the letters their numbers begin with."""

    FINANCE = "FD", "Finance (FD)"
    LEGAL = "LD", "Legal (LD)"


class MoveState(TextChoices):
    """The life of a move that an author asks for."""

    ASKED = "asked", "Asked for"
    GRANTED = "granted", "Granted"
    DECLINED = "declined", "Declined"
    TAKEN_BACK = "taken_back", "Taken back"


class PrintForm(TextChoices):
    """The form a paper is printed in."""

    WORD = "docx", "Word"
    PDF = "pdf", "PDF"
    HTML = "html", "HTML"


class AskedState(TextChoices):
    """The life of a request for an item, whoever asked: it ends with an answer that whoever asked can see."""

    ASKED = "asked", "Waiting"
    ACCEPTED = "accepted", "Accepted"
    ANSWERED = "answered", "Answered in writing"
    DECLINED = "declined", "Declined"


ASKED_LIFE: dict[str, frozenset[str]] = {
    AskedState.ASKED: frozenset({AskedState.ACCEPTED, AskedState.ANSWERED, AskedState.DECLINED}),
    AskedState.ANSWERED: frozenset({AskedState.ACCEPTED}),
    AskedState.DECLINED: frozenset({AskedState.ACCEPTED}),
    AskedState.ACCEPTED: frozenset(),
}


class TopicState(TextChoices):
    """The life of a topic for review, as far as the minute that approves it (Protocol 8.1, 8.2)."""

    PROPOSED = "proposed", "Proposed"
    SHORT_LISTED = "short_listed", "Short-listed"
    APPROVED = "approved", "Approved for review"
    SET_ASIDE = "set_aside", "Set aside"


TOPIC_LIFE: dict[str, frozenset[str]] = {
    TopicState.PROPOSED: frozenset({TopicState.SHORT_LISTED, TopicState.APPROVED, TopicState.SET_ASIDE}),
    TopicState.SHORT_LISTED: frozenset({TopicState.PROPOSED, TopicState.APPROVED, TopicState.SET_ASIDE}),
    TopicState.SET_ASIDE: frozenset({TopicState.PROPOSED}),
    TopicState.APPROVED: frozenset(),
}
SCORED = (TopicState.PROPOSED, TopicState.SHORT_LISTED)
"""The states in which a topic is still scored."""


class ChecklistName(TextChoices):
    """Against which checklist topics are scored (Protocol 8.2)."""

    TOPIC = "topic", "TOPIC"
    PICK = "pick", "PICK"
    OWN = "own", "Our own"


class Coming(TextChoices):
    """What somebody who was asked to a meeting answered."""

    COMES = "comes", "Comes"
    SUBSTITUTE = "substitute", "Sends somebody instead"
    CANNOT = "cannot", "Cannot come"


class HearingState(TextChoices):
    """The life of a further hearing of a report by another committee."""

    PLANNED = "planned", "Planned"
    PUBLISHED = "published", "Published"
    HEARD = "heard", "Heard"
    WITHDRAWN = "withdrawn", "Taken off"


LIVE_HEARINGS = (HearingState.PLANNED, HearingState.PUBLISHED, HearingState.HEARD)
