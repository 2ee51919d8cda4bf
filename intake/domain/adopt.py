"""Putting a paper on record, whole or not at all."""

from dataclasses import dataclass

from django.db import DataError, transaction

from actions.domain.dues import re_work_dues
from actions.models import Action
from committees.models import AgendaLine, Clause, Meeting, Minute, Paper, PaperWarning, Seat
from council.domain.setting_up import open_year, year_of
from council.models import Body, MunicipalYear
from council.refusal import Refusal
from intake.domain.meetings import adopt_agenda, adopt_attendance, adopt_informal, adopt_meeting, adopt_seats
from intake.domain.minutes import adopt_minutes
from intake.domain.naming import committee_named
from intake.domain.plan import adopt_entries
from intake.domain.programme import adopt_rows, adopt_rows_without_a_date
from papers.reading import facts
from workprogramme.models import ForwardEntry, Item

_COUNTED = {
    "meetings": Meeting,
    "seats": Seat,
    "agenda lines": AgendaLine,
    "minutes": Minute,
    "clauses": Clause,
    "actions": Action,
    "programme items": Item,
    "forward plan entries": ForwardEntry,
}


@dataclass(frozen=True)
class Adopted:
    """What adopting a paper put on record; ``before`` is the earlier adoption where the paper was known."""

    paper: Paper
    new: dict[str, int]
    before: bool = False


@transaction.atomic
def adopt_paper(reading: facts.Reading, *, name: str, sha256: str, by) -> Adopted:
    """Put everything a reading says on record in one transaction.

    The same file again changes nothing and says so. A changed copy adds only what is new: what is on record is
    never edited by a paper. Raises ``Refusal`` where the reading holds nothing to put on record, or words that are
    longer than the record keeps.
    """
    if not (_dated(reading) or reading.programme or reading.forward_plans):
        raise Refusal(
            f"{name} was read as {reading.kind}, but it names no meeting, programme or plan to put on record."
        )
    before = _counts()
    said = {"name": name[:200], "read_as": reading.kind, "kept_by": by}
    paper, fresh = Paper.objects.get_or_create(sha256=sha256, defaults=said)
    if not fresh:
        return Adopted(paper, {}, before=True)
    try:
        _adopt(reading, paper, by=by)
    except DataError as error:
        raise Refusal(f"{name} holds words that are longer than the record keeps: {error}") from error
    _keep_warnings(reading, paper)
    return Adopted(paper, {what: count - before[what] for what, count in _counts().items()})


def _dated(reading: facts.Reading) -> list[facts.Meeting]:
    return [meeting for meeting in reading.meetings if meeting.date and meeting.committee]


def _adopt(reading: facts.Reading, paper: Paper, *, by) -> None:
    dated = _dated(reading)
    meetings = {(meeting.committee, meeting.date): adopt_meeting(meeting, by=by) for meeting in dated}
    for read in dated:
        meeting = meetings[read.committee, read.date]
        adopt_seats(read, meeting.body, by=by)
        adopt_attendance(read, meeting)
        if not read.held:
            adopt_agenda(read, meeting, paper)
    _adopt_programme(reading, paper, by=by)
    paper.body = _body(reading)
    paper.save(update_fields=["body"])
    for body in {meeting.body for meeting in meetings.values()} | ({paper.body} if paper.body else set()):
        re_work_dues(body, why=f"Meetings put on record from {paper.name}", by=by)
    for read in (read for read in dated if read.held):
        adopt_minutes(read, meetings[read.committee, read.date], paper, by=by)
    _adopt_informal(reading, paper, by=by)
    adopt_entries(reading.forward_plans, in_remit_of=paper.body, by=by)


def _adopt_programme(reading: facts.Reading, paper: Paper, *, by) -> None:
    for read in reading.programme:
        committee = read.committee or _committee(reading)
        if read.meeting.date is None:
            adopt_rows_without_a_date(read, committee_named(committee), _year(reading), paper, by=by)
            continue
        heading = facts.Meeting(committee, read.meeting.date, time=read.meeting.time, venue=read.meeting.venue)
        adopt_rows(read, adopt_meeting(heading, by=by), paper, by=by)


def _committee(reading: facts.Reading) -> str:
    named = [entry.committee for entry in (*reading.meetings, *reading.programme) if entry.committee]
    if not named:
        raise Refusal("The paper does not say which committee it belongs to.")
    return named[0]


def _body(reading: facts.Reading) -> Body | None:
    named = [entry.committee for entry in (*reading.meetings, *reading.programme) if entry.committee]
    return committee_named(named[0]) if named else None


def _adopt_informal(reading: facts.Reading, paper: Paper, *, by) -> None:
    if not reading.informal or paper.body is None:
        return
    year = _year(reading)
    for event in reading.informal:
        adopt_informal(event, body=paper.body, year=year, by=by)


def _year(reading: facts.Reading) -> MunicipalYear:
    years = [programme.year for programme in reading.programme if programme.year]
    if years:
        return open_year(years[0])
    held = [*reading.meetings, *(programme.meeting for programme in reading.programme)]
    dates = [meeting.date for meeting in held if meeting.date]
    if not dates:
        raise Refusal("The paper does not say which municipal year it belongs to.")
    return year_of(dates[0])


def _keep_warnings(reading: facts.Reading, paper: Paper) -> None:
    PaperWarning.objects.bulk_create(
        PaperWarning(paper=paper, code=warning.code, line=warning.line, text=warning.text[:500])
        for warning in reading.warnings
    )


def _counts() -> dict[str, int]:
    return {what: model.objects.count() for what, model in _COUNTED.items()}
