"""Proposals about meetings: when and where, who sits, who came, what is on the agenda."""

import datetime as dt
from collections.abc import Iterator

from committees.enums import MeetingState, SeatRole
from committees.models import Meeting
from committees.venues import find_venue
from council.directory import find_person
from council.names import fold_person, fold_place
from govuk.words import clock_time, long_date
from intake.domain.drafts import Draft
from intake.domain.naming import in_title_case
from intake.domain.propose.asked import Asked
from intake.enums import Sort
from papers.reading import facts


def propose_meetings(asked: Asked) -> Iterator[Draft]:
    """The formal meetings a paper names: new ones, blanks it fills in, and where it says otherwise than the record."""
    headings = [
        facts.Meeting(heading.committee, heading.meeting.date, time=heading.meeting.time, venue=heading.meeting.venue,
                      weekday_printed=heading.meeting.weekday_printed)
        for heading in asked.read.programme
    ]  # fmt: skip
    seen: dict[str, facts.Meeting] = {}
    for meeting in (*asked.read.meetings, *headings):
        if meeting.date is None or not (meeting.committee or asked.committee):
            continue
        if asked.is_informal and meeting.held:
            continue
        key = asked.meeting_key(meeting.committee, meeting.date)
        if key in seen:
            yield from _conflicts(seen[key], meeting, key)
            continue
        seen[key] = meeting
        yield from _meeting(asked, meeting, key)


def _meeting(asked: Asked, read: facts.Meeting, key: str) -> Iterator[Draft]:
    known = asked.on_record(read.committee, read.date)
    says = {
        **asked.whose(read.committee),
        "on": read.date.isoformat(),
        "at": read.time,
        "venue": in_title_case(read.venue or ""),
        "held": read.held,
    }
    if known is None:
        yield Draft(Sort.MEETING, key, _title(read), says, read.time_line, unsure=_doubts(asked, read))
        return
    news = _news(read, known)
    if news:
        yield Draft(Sort.MEETING, key, f"Meeting of {known.when}: {', '.join(news)}", says, read.time_line)
    yield from _conflicts(_as_recorded(known), read, key, recorded=True)


def _title(read: facts.Meeting) -> str:
    where = ", ".join(part for part in (_at(read.time), in_title_case(read.venue or "").rstrip(".")) if part)
    return f"{'Meeting held' if read.held else 'Meeting'} on {long_date(read.date)}{f', {where}' if where else ''}"


def _at(printed: str | None) -> str:
    return clock_time(dt.time.fromisoformat(printed)) if printed else ""


def _doubts(asked: Asked, read: facts.Meeting) -> tuple[str, ...]:
    weekday = f"{read.date:%A}"
    doubts = []
    if read.weekday_printed and read.weekday_printed.casefold() != weekday.casefold():
        doubts.append(f"Printed as a {read.weekday_printed}; {long_date(read.date).split(' ', 1)[1]} is a {weekday}.")
    if read.committee and asked.body_of(read.committee) is None and asked.body is not None:
        doubts.append(f"“{read.committee}” is not on record: it would be added as a committee.")
    return tuple(doubts)


def _news(read: facts.Meeting, known: Meeting) -> list[str]:
    news = []
    if read.held and known.state != MeetingState.HELD:
        news.append("it was held")
    if read.time and not known.at:
        news.append(f"its time, {_at(read.time)}")
    if read.venue and not known.venue:
        news.append(f"its venue, {read.venue.rstrip('.')}")
    return news


def _as_recorded(known: Meeting) -> facts.Meeting:
    venue = str(known.venue) if known.venue else None
    return facts.Meeting(
        known.body.name, known.on, time=known.at.isoformat("minutes") if known.at else None, venue=venue
    )


def _conflicts(first: facts.Meeting, later: facts.Meeting, key: str, recorded: bool = False) -> Iterator[Draft]:
    """Where two places of a paper, or the paper and the record, say otherwise: a resolution beats a heading."""
    sources = ("the record" if recorded else "the minutes or the agenda", "this paper" if recorded else "the programme")
    for field, one, other in (("venue", first.venue, later.venue), ("at", first.time, later.time)):
        if not one or not other or _same(field, one, other):
            continue
        choices = [
            {"value": value.rstrip("."), "source": source} for value, source in zip((one, other), sources, strict=True)
        ]
        word = "where it meets" if field == "venue" else "when it begins"
        yield Draft(
            Sort.CONFLICT,
            f"conflict:{key}:{field}",
            f"Meeting on {long_date(first.date)}: {word}",
            {"meeting": key, "on": first.date.isoformat(), "committee": first.committee or "", "field": field,
             "choices": choices, "chosen": 0},
            later.time_line,
            unsure=(f"{one.rstrip('.')} in {sources[0]}, {other.rstrip('.')} in {sources[1]}.",),
            needs=key,
        )  # fmt: skip


def _same(field: str, one: str, other: str) -> bool:
    if field == "at":
        return one == other
    found = find_venue(one), find_venue(other)
    if found[0] is not None and found[0] == found[1]:
        return True
    words = set(fold_place(one).split()), set(fold_place(other).split())
    return words[0] <= words[1] or words[1] <= words[0]


def propose_seats(asked: Asked) -> Iterator[Draft]:
    """Whoever the front sheet lists and is not seated yet."""
    for meeting in asked.read.meetings:
        if meeting.date is None:
            continue
        body = asked.body_of(meeting.committee)
        seated = set(body.seats.on(meeting.date).values_list("person__folded", flat=True)) if body else set()
        for order, seat in enumerate(meeting.seats):
            person = find_person(seat.name)
            if (person.folded if person else fold_person(seat.name)) not in seated:
                yield _seat(asked, meeting, seat, order)


def _seat(asked: Asked, meeting: facts.Meeting, seat: facts.Seat, order: int) -> Draft:
    role = SeatRole(seat.role).label.lower()
    for_whom = f" for {seat.stands_for}" if seat.stands_for else ""
    says = {
        **asked.whose(meeting.committee),
        "name": seat.name,
        "role": seat.role,
        "represents": seat.represents or "",
        "stands_for": seat.stands_for or "",
        "on": meeting.date.isoformat(),
        "order": order,
    }
    title = f"{seat.name}, {role}{for_whom}" + (f", {seat.represents}" if seat.represents else "")
    key = f"seat:{meeting.date}:{fold_person(seat.name)}"[:200]
    return Draft(Sort.SEAT, key, title, says, seat.line, unsure=asked.warned(line=seat.line))


def propose_attendance(asked: Asked) -> Iterator[Draft]:
    """Who attended, of a meeting whose attendance is not on record yet."""
    for meeting in asked.read.meetings:
        if meeting.date is None or not meeting.attendance or asked.is_informal:
            continue
        known = asked.on_record(meeting.committee, meeting.date)
        printed = set(known.attendance.values_list("printed", flat=True)) if known else set()
        fresh = [somebody for somebody in meeting.attendance if somebody.name[:200] not in printed]
        if fresh:
            yield _attendance(asked, meeting, fresh)


def _attendance(asked: Asked, meeting: facts.Meeting, fresh: list[facts.Attendance]) -> Draft:
    key = asked.meeting_key(meeting.committee, meeting.date)
    counts = {
        attended: sum(one.attended_as == attended for one in fresh)
        for attended in ("present", "also present", "apologies")
    }
    said = ", ".join(
        f"{count} {'apologised' if what == 'apologies' else what}" for what, count in counts.items() if count
    )
    people = [{"name": one.name, "attended": one.attended_as, "order": meeting.attendance.index(one)} for one in fresh]
    return Draft(
        Sort.ATTENDANCE, f"attendance:{meeting.date}", f"Attendance: {said}", {"meeting": key, "people": people},
        min(one.line for one in fresh), needs=key,
    )  # fmt: skip


def propose_agenda(asked: Asked) -> Iterator[Draft]:
    """The lines of an agenda that are not on record; where the record has other words, or a paper was replaced."""
    for meeting in asked.read.meetings:
        if meeting.date is None or meeting.held:
            continue
        known = asked.on_record(meeting.committee, meeting.date)
        lines = {line.number: line for line in known.agenda.all()} if known else {}
        for order, item in enumerate(meeting.items, start=1):
            number = (item.number or str(order))[:12]
            yield from _agenda_line(asked, meeting, item, number, order, lines.get(number))


def _agenda_line(
    asked: Asked, meeting: facts.Meeting, item: facts.Item, number: str, order: int, known
) -> Iterator[Draft]:
    key = asked.meeting_key(meeting.committee, meeting.date)
    says = {
        "meeting": key,
        "number": number,
        "title": item.title[:300],
        "report_of": (item.report_of or "")[:300],
        "pages": (item.pages or "")[:30],
        "flags": list(item.flags),
        "order": order,
    }
    title = f"Item {number}: {item.title}"
    if known is None:
        yield Draft(Sort.AGENDA_LINE, f"agenda:{meeting.date}:{number}", title, says, item.line, needs=key)
    elif known.title != says["title"] or "replacement" in item.flags:
        was, now = ("", "") if known.title == says["title"] else (known.title, says["title"])
        yield Draft(
            Sort.CHANGE,
            f"change:agenda:{meeting.date}:{number}",
            f"{title}: a replacement paper was issued"
            if "replacement" in item.flags
            else f"Item {number}: another title",
            {**says, "what": "agenda_line", "target": known.pk, "was": was, "now": now},
            item.line,
            unsure=(f"The record says “{was}”.",) if was else (),
        )
