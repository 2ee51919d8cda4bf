"""The kinds a council's bodies, dates and roles come in."""

from django.db.models import TextChoices


class BodyKind(TextChoices):
    """What sort of body it is."""

    COUNCIL = "council", "Council"
    CABINET = "cabinet", "Cabinet"
    SCRUTINY = "scrutiny", "Overview and scrutiny committee"
    MANAGEMENT_BOARD = "management_board", "Management board"
    JOINT = "joint", "Joint committee"
    BOARD = "board", "Board"
    OUTSIDE = "outside", "Outside body"


COMMITTEE_KINDS = (BodyKind.SCRUTINY, BodyKind.MANAGEMENT_BOARD, BodyKind.JOINT, BodyKind.BOARD)
"""The bodies that have a work programme of their own."""


class Reorganised(TextChoices):
    """How a committee came to its end, or to another name."""

    MERGED = "merged", "Merged"
    SPLIT = "split", "Split"
    RENAMED = "renamed", "Renamed"


class Role(TextChoices):
    """What a user may be granted; member, author and post holder follow from the record instead."""

    OFFICER = "officer", "Committee officer"
    MANAGER = "manager", "Scrutiny manager"
    ADMINISTRATOR = "administrator", "Administrator"


class HolidayKind(TextChoices):
    """How a day in our own table changes the kept list of bank holidays."""

    BANK_HOLIDAY = "bank_holiday", "Bank holiday"
    NOT_A_HOLIDAY = "not_a_holiday", "Not a bank holiday after all"
    CLOSURE = "closure", "Council closure"


class DueKind(TextChoices):
    """How a minute says when something is due; the printed words are always kept beside it."""

    DATE = "date", "On a date"
    MONTH = "month", "By a month"
    NEXT_MEETING = "next_meeting", "Next meeting"
    MEETING = "meeting", "A named meeting"
    FUTURE_MEETING = "future_meeting", "A future meeting"
    IN_DUE_COURSE = "in_due_course", "In due course"
    TO_BE_ARRANGED = "to_be_arranged", "To be arranged"
    EVERY_MEETING = "every_meeting", "Every meeting"
    RECURRING = "recurring", "Recurring"
    PERIOD = "period", "Within a period"
    EVENT = "event", "Before an event"
    NONE = "none", "No date given"
