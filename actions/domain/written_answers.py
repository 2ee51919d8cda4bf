"""A question not answered on the night: asked in writing, answered, circulated (Protocol 4.6)."""

from datetime import date

from django.db import transaction

from actions.domain.actions import Owner, owner_fields
from actions.models import WrittenAnswer
from actions.rules import can_be_answered, can_be_circulated
from committees.models import Meeting
from council.calendar import office_calendar, today
from council.domain.due_dates import move_due
from council.history import create_by, save_by
from council.models import Person
from council.periods import period
from council.refusal import Refusal, Stale
from deadlines.calendar import Calendar
from deadlines.clock import working_days_after
from workprogramme.models import Item

ON_THE_NIGHT = "The day given when it was asked"


@transaction.atomic
def ask_in_writing(
    *,
    meeting: Meeting,
    question: str,
    owner: Owner,
    by,
    item: Item | None = None,
    asked_by: Person | None = None,
    due_on: date | None = None,
) -> WrittenAnswer:
    """Record a question that was not answered at a meeting, and who owes the answer.

    It is due within the period that the settings name, unless a day was given. Raises ``Refusal`` without a question,
    where the meeting has no day or has not been, or where the item was not on it.
    """
    if not question.strip():
        raise Refusal("Enter the question.")
    if meeting.on is None or meeting.on > today():
        raise Refusal("This meeting has not been yet, so nobody was asked at it.")
    if item is not None and item.meeting_id != meeting.pk:
        raise Refusal(f"{item} is not on the meeting of {meeting.when}.")
    if due_on is not None and due_on < meeting.on:
        raise Refusal("An answer cannot be due before it was asked for.")
    due, why = (due_on, ON_THE_NIGHT) if due_on else work_out_answer(meeting.on, office_calendar())
    return create_by(
        WrittenAnswer, by=by, body=meeting.body, meeting=meeting, item=item, question=question.strip(),
        asked_by=asked_by, asked_on=meeting.on, due_on=due, first_due_on=due, why=why,
        own_date_because=ON_THE_NIGHT if due_on else "", **owner_fields(owner),
    )  # fmt: skip


def work_out_answer(asked_on: date, calendar: Calendar) -> tuple[date, str]:
    """The day an answer is due, with the rule and its source in words."""
    rule = period("written_answer")
    due = working_days_after(asked_on, rule.number, calendar)
    return due, f"{rule.number} {rule.unit} after the meeting on {_long(asked_on)} ({rule.source})"[:300]


@transaction.atomic
def give_answer(
    written: WrittenAnswer, *, answer: str, by, on: date | None = None, version: int | None = None
) -> WrittenAnswer:
    """Answer it, or put the answer right before it goes round.

    Raises ``Refusal`` without an answer, and once it went round or is not needed.
    """
    written = locked_answer(written, version)
    if not can_be_answered(written):
        raise Refusal("This is settled, so it takes no answer any more.")
    if not answer.strip():
        raise Refusal("Enter the answer.")
    if on and not written.asked_on <= on <= today():
        raise Refusal("Enter a day from the meeting to today.")
    written.answer, written.answered_by = answer.strip(), by
    written.met_on = on or written.met_on or today()
    return _save(written, by=by, why="Answered", fields=["answer", "answered_by", "met_on"])


@transaction.atomic
def circulate(written: WrittenAnswer, *, on: date, to: str, by, version: int | None = None) -> WrittenAnswer:
    """Record to whom the answer was sent, and when."""
    written = locked_answer(written, version)
    if not can_be_circulated(written):
        raise Refusal("There is no answer to be circulated yet, or it went round already.")
    if not to.strip():
        raise Refusal("Say to whom it was sent.")
    if not written.met_on <= on <= today():
        raise Refusal("Enter a day from the answer to today.")
    written.circulated_on, written.circulated_to = on, to.strip()[:300]
    return _save(written, by=by, why=f"Circulated to {to.strip()}", fields=["circulated_on", "circulated_to"])


@transaction.atomic
def set_answer_due(
    written: WrittenAnswer, *, on: date, why: str, by, agreed_by: str = "", version: int | None = None
) -> WrittenAnswer:
    """Give it another day, through the slip ledger; from then on the day is its own."""
    written = locked_answer(written, version)
    if on < today():
        raise Refusal(f"{_long(on)} has passed. Enter a date to come.")
    move_due(written, to=on, why=why, by=by, agreed_by=agreed_by, rule=f"Agreed: {why}"[:300])
    written.own_date_because = why[:300]
    return _save(written, by=by, why=why, fields=["own_date_because"])


@transaction.atomic
def reassign_answer(written: WrittenAnswer, *, owner: Owner, why: str, by, version: int | None = None) -> WrittenAnswer:
    """Say who owes it now."""
    written = locked_answer(written, version)
    fields = owner_fields(owner)
    for name, value in fields.items():
        setattr(written, name, value)
    return _save(written, by=by, why=why, fields=list(fields))


@transaction.atomic
def need_no_answer(written: WrittenAnswer, *, why: str, by, version: int | None = None) -> WrittenAnswer:
    """End it without an answer, and say why."""
    written = locked_answer(written, version)
    if not written.is_owed:
        raise Refusal("Nothing is owed on this any more.")
    if not why.strip():
        raise Refusal("Say why it needs no answer.")
    written.waived_because = why.strip()[:300]
    return _save(written, by=by, why=why, fields=["waived_because"])


def re_work_answers(*, why: str, by, calendar: Calendar) -> list[WrittenAnswer]:
    """Work out again what is owed without a day of its own, after the calendar changed; each change is a slip."""
    hanging = WrittenAnswer.objects.owed().filter(own_date_because="").order_by("pk")
    return [written for written in hanging if _re_work(written, why=why, by=by, calendar=calendar)]


def _re_work(written: WrittenAnswer, *, why: str, by, calendar: Calendar) -> bool:
    due, rule = work_out_answer(written.asked_on, calendar)
    return move_due(written, to=due, why=why, by=by, rule=rule) is not None


def locked_answer(written: WrittenAnswer, version: int | None = None) -> WrittenAnswer:
    """It as it is now, locked; raises ``Stale`` where somebody saved it since ``version``."""
    fresh = WrittenAnswer.objects.select_for_update(of=("self",)).get(pk=written.pk)
    if version is not None and version != fresh.version:
        raise Stale("Somebody else changed this while you had it open. See where it stands now, then try again.")
    return fresh


def _save(written: WrittenAnswer, *, by, why: str, fields: list[str]) -> WrittenAnswer:
    written.version += 1
    save_by(written, by=by, why=why, fields=[*fields, "version"])
    return written


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
