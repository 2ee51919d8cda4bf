"""The kinds and lives of what a committee holds."""

from django.db.models import TextChoices


class SeatRole(TextChoices):
    """What somebody sits as."""

    CHAIR = "chair", "Chair"
    VICE_CHAIR = "vice-chair", "Vice-chair"
    MEMBER = "member", "Member"
    SUBSTITUTE = "substitute", "Substitute"
    CO_OPTED = "co-opted", "Co-opted member"
    ADVISORY = "advisory", "Advisory member"


LEADING = (SeatRole.CHAIR, SeatRole.VICE_CHAIR)


class Voting(TextChoices):
    """What a seat may vote on."""

    ALL = "all", "All matters"
    EDUCATION = "education", "Education matters only"
    NONE = "none", "No vote"
    NOT_STATED = "not_stated", "Not stated"


class MeetingKind(TextChoices):
    """What sort of meeting it is; only formal, special and call-in meetings decide (Protocol 8.3)."""

    FORMAL = "formal", "Formal meeting"
    SPECIAL = "special", "Special meeting"
    CALL_IN = "call_in", "Call-in meeting"
    INFORMAL = "informal", "Informal meeting"
    SITE_VISIT = "site_visit", "Site visit"
    TRAINING = "training", "Training"
    WORKSHOP = "workshop", "Workshop"
    WORKING_GROUP = "working_group", "Working group"


DECIDING_KINDS = (MeetingKind.FORMAL, MeetingKind.SPECIAL, MeetingKind.CALL_IN)


class MeetingState(TextChoices):
    """Where a meeting stands. ``to be arranged`` has no date, ``anticipated`` may have words in place of one."""

    TO_BE_ARRANGED = "to_be_arranged", "To be arranged"
    ANTICIPATED = "anticipated", "Anticipated"
    ARRANGED = "arranged", "Arranged"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"


class Stage(TextChoices):
    """The stages of a report on its way to a meeting."""

    TITLE = "title", "Title and author confirmed"
    DRAFT = "draft", "First draft"
    COMMENTS = "comments", "Finance and legal comments"
    CLEARANCE = "clearance", "Clearance"
    FINAL = "final", "Final"
    PUBLISHED = "published", "Published"


class Counting(TextChoices):
    """How a stage's days are counted back from the meeting."""

    WORKING_DAYS = "working-days-before", "working days before"
    CLEAR_DAYS = "clear-days-before", "clear days before"


class ClauseSort(TextChoices):
    """What a clause does."""

    NOTED = "noted", "Noted"
    AGREED = "agreed", "Agreed"
    APPROVED = "approved", "Approved"
    DEFERRED = "deferred", "Deferred"
    REQUEST_REPORT = "request_report", "Report asked for"
    REQUEST_INFORMATION = "request_information", "Information asked for"
    RECOMMEND = "recommend", "Recommendation"
    ADD_TO_PROGRAMME = "add_to_programme", "Add to the programme"
    STANDING_ITEM = "standing_item", "Standing item"
    INFORMAL_MEETING = "informal_meeting", "Informal meeting"
    VISIT = "visit", "Visit"
    APPOINTMENT = "appointment", "Appointment"
    UNDERTAKING = "undertaking", "Promised, not resolved"
    OTHER = "other", "Other"


class Attended(TextChoices):
    """How somebody attended."""

    PRESENT = "present", "Present"
    ALSO_PRESENT = "also present", "Also present"
    APOLOGIES = "apologies", "Apologies"
