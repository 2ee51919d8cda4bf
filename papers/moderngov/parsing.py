"""Each answer of the web service read into its records.

A list gives every record it holds, or in its place the fault of that one; a single record raises its fault.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from xml.etree.ElementTree import Element

from papers.moderngov.answers import answer, each, field, restricted, said
from papers.moderngov.faults import Fault, ImpossibleDate, MissingId, Restricted, TooLarge
from papers.moderngov.records import AgendaItem, Attendee, Committee, Councillor, MeetingFull, MeetingListed
from papers.moderngov.wording import plain, words

MOST_ITEMS = 300  # an annual council has about forty
MOST_ATTENDEES = 400
RESTRICTED = "Restricted item"
_DATE = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?:\s+\d{1,2}:\d\d(?::\d\d)?)?")
_PRINTED_NUMBER = re.compile(r"(?=.{1,12}$)(?=.*[1-9])[A-Za-z]{0,8}[\d./ -]{1,12}[A-Za-z]{0,2}")
_YEARS = range(1974, 2100)  # councils as they are date from 1974; ModernGov writes 1899 for no date


def parse_committees(raw: bytes) -> tuple[Committee | Fault, ...]:
    """The committees of the council, those that are no more among them. Raises the fault of the whole answer."""
    return each(answer(raw, "committees").iter("committee"), _committee)


def parse_meetings(raw: bytes) -> tuple[MeetingListed | Fault, ...]:
    """The meetings listed for committees and dates. Raises the fault of the whole answer."""
    root = answer(raw, "getmeetings", "getmeetingsbydate")
    committees = list(root.iter("committee"))
    if not committees:
        return each(root.iter("meeting"), lambda meeting: _listed(meeting, meeting))
    return tuple(
        listed for committee in committees for listed in each(committee.iter("meeting"), partial(_listed, committee))
    )


def parse_meeting(raw: bytes, *, committee: str | None = None) -> MeetingFull:
    """One meeting with its agenda, its minutes and who was there.

    The service does not name the committee in this answer: `committee` is its title from the list. What is not
    published is left out, and of a restricted item all but its numbers. Raises the fault that the answer has.
    """
    root = answer(raw, "meeting")
    if restricted(root):
        raise Restricted
    number = _id(root, "meetingid", "meeting")
    return MeetingFull(
        number,
        _date(plain(field(root, "meetingdate"))),
        plain(field(root, "committeetitle")) or committee,
        plain(field(root, "meetingtime")) or None,
        _venue(root),
        plain(field(root, "meetingstatus")) or None,
        _items(root),
        tuple(who for one in _all(root, "attendee", MOST_ATTENDEES) if (who := _attendee(one)).name),
    )


def parse_councillors(raw: bytes) -> tuple[Councillor | Fault, ...]:
    """The councillors of every ward, without their addresses. Raises the fault of the whole answer."""
    root = answer(raw, "councillorsbyward")
    return tuple(
        one
        for ward in root.iter("ward")
        for one in each(ward.iter("councillor"), partial(_councillor, plain(field(ward, "wardtitle"))))
    )


def _id(element: Element, name: str, what: str) -> str:
    number = field(element, name)
    if not re.fullmatch(r"[1-9]\d{0,11}", number):
        raise MissingId(what)
    return number


def _committee(element: Element) -> Committee:
    return Committee(
        _id(element, "committeeid", "committee"),
        plain(field(element, "committeetitle")),
        plain(field(element, "committeecategory")) or None,
        said(field(element, "committeedeleted")) is True,
        said(field(element, "committeeexpired")) is True,
    )


def _listed(committee: Element, meeting: Element) -> MeetingListed:
    number = _id(meeting, "meetingid", "meeting in the list")
    try:
        date = _date(field(meeting, "meetingdate"))
    except ImpossibleDate:
        date = None
    return MeetingListed(
        number,
        field(committee, "committeeid") or None,
        plain(field(committee, "committeetitle")) or None,
        date,
        plain(field(meeting, "meetingtime")) or None,
        plain(field(meeting, "meetingstatus")) or None,
    )


def _date(printed: str) -> dt.date:
    match = _DATE.fullmatch(printed)
    if match is None or int(match["year"]) not in _YEARS:
        raise ImpossibleDate(printed)
    try:
        return dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        raise ImpossibleDate(printed) from None


def _venue(root: Element) -> str | None:
    place, room = plain(field(root, "meetinglocation")), plain(field(root, "meetingroom"))
    return ", ".join(part for part in (room if room not in place else "", place) if part) or None


def _items(root: Element) -> tuple[AgendaItem, ...]:
    """The items, unless the agenda is not published yet."""
    minutes = said(field(root, "minutepublished"))
    if said(field(root, "agendapublished")) is False and not minutes:
        return ()
    decisions = said(field(root, "decisionpublished"))
    return tuple(_item(one, minutes, decisions) for one in _all(root, "agendaitem", MOST_ITEMS))


def _all(root: Element, name: str, most: int) -> list[Element]:
    found = list(root.iter(name))
    if len(found) > most:
        raise TooLarge(f"{most} of {name}")
    return found


def _item(element: Element, minutes: bool | None, decisions: bool | None) -> AgendaItem:
    number, minute_number = _numbers(element)
    if restricted(element):
        return AgendaItem(field(element, "agendaitemid") or None, number, minute_number, RESTRICTED, restricted=True)
    return AgendaItem(
        field(element, "agendaitemid") or None,
        number,
        minute_number,
        plain(field(element, "agendaitemtitle")),
        words(field(element, "agendatext")),
        _published(element, "decisionnonemptyhtmlbody", "isdecisionpublished", decisions),
        _published(element, "minutesnonemptyhtmlbody", "isminutepublished", minutes),
    )


def _published(element: Element, body: str, flag: str, of_all: bool | None) -> str:
    """The words of a body, "" where the service says of the item, or else of the meeting, that it is no publication."""
    own = said(field(element, flag))
    return "" if (of_all if own is None else own) is False else words(field(element, body))


def _numbers(element: Element) -> tuple[str | None, str | None]:
    """The number on the agenda as shown (the service's own count of items is another), and the number of the minute."""
    shown = _number(plain(field(element, "fulldisplaynumberformat")).rstrip(".) "))
    if not field(element, "fulldisplaynumberformat"):
        shown = _with_sub(element, "agendaitemnumber", "agendaitemsubnumber")
    return shown, _with_sub(element, "minutesitemnumber", "minutesitemsubnumber")


def _with_sub(element: Element, name: str, sub_name: str) -> str | None:
    """A number with its sub-number: 7a, or 7.1."""
    number, sub = field(element, name), field(element, sub_name).lstrip("0")
    return _number(f"{number}.{sub}" if sub.isdigit() else f"{number}{sub}")


def _number(printed: str) -> str | None:
    """A number as councils print them - 7, 7a, 24/06/02, OS 12 - or None for what is none, and for 0."""
    return printed if _PRINTED_NUMBER.fullmatch(printed) else None


def _attendee(element: Element) -> Attendee:
    found = {
        name: plain(field(element, name)) or None
        for name in ("memberid", "name", "roledescription", "attendance", "politicalparty", "ward", "representing")
    }
    return Attendee(
        found["memberid"],
        found["name"] or "",
        found["roledescription"],
        found["attendance"],
        found["politicalparty"],
        found["ward"],
        found["representing"],
    )


def _councillor(ward: str, element: Element) -> Councillor:
    return Councillor(
        _id(element, "councillorid", "councillor"),
        plain(field(element, "fullusername")),
        ward or None,
        plain(field(element, "politicalpartytitle")) or None,
        plain(field(element, "keyposts")) or None,
    )
