"""Who is to be at a meeting, and why: worked out from the committee's remit and from what is on the agenda."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from committees.models import Meeting
from council.models import Body, Holding, Person, Portfolio, Post
from workprogramme.enums import ON_A_MEETING, Coming, Purpose
from workprogramme.models import Hearing, Invitation, Item

Who = Post | Person | Body
CABINET, OFFICERS, GUESTS = "cabinet", "officers", "guests"
GROUPS = {CABINET: "Cabinet Members", OFFICERS: "Senior officers and authors", GUESTS: "Guests"}


OF_ITEM = ("portfolio", "report_of", "organisation", "series")
MORE_OF_ITEM = ("authors__person", "series__portfolios")


@dataclass(frozen=True)
class Line:
    """Somebody who is to be at a meeting: who holds the post that day, why, and what they were asked and answered.

    ``must`` is where the Protocol says that they shall attend (6.7). Without ``reasons`` nothing on the agenda asks for
    them any more.
    """

    meeting: Meeting
    who: Who
    group: str
    reasons: tuple[str, ...] = ()
    must: bool = False
    holders: tuple[Person, ...] = ()
    invitation: Invitation | None = None

    @property
    def key(self) -> str:
        """What an address calls them: ``post-3``, ``person-7``, ``body-5``."""
        return key_of(self.who)

    @property
    def is_post(self) -> bool:
        """Whether a post is asked, whoever holds it."""
        return isinstance(self.who, Post)

    @property
    def is_invited(self) -> bool:
        """Whether they were asked for the day on which the meeting is."""
        return self._holds and self.invitation.invited_on is not None

    @property
    def is_open(self) -> bool:
        """Whether nobody asked them yet, and they said nothing."""
        return not (self.is_invited or self.answer)

    @property
    def answer(self) -> str:
        """What they answered for the day on which the meeting is, if anything."""
        return self.invitation.answer if self._holds else ""

    @property
    def for_another_day(self) -> date | None:
        """The day for which they were asked, where the meeting has moved since."""
        return None if self.invitation is None or self._holds else self.invitation.invited_for

    @property
    def _holds(self) -> bool:
        return self.invitation is not None and self.invitation.holds_for(self.meeting.on)

    @property
    def stands(self) -> str:
        """Where it stands, in words."""
        if self.for_another_day:
            return f"Asked for {_long(self.for_another_day)}, before the meeting moved"
        if self.answer == Coming.SUBSTITUTE:
            return f"Sends {self.invitation.instead}"
        if self.answer:
            return Coming(self.answer).label
        if self.is_invited:
            return f"Invited on {_long(self.invitation.invited_on)}"
        return "Not agreed yet" if self.group == OFFICERS else "Not invited yet"


@dataclass(frozen=True)
class Gap:
    """Something that is to be said of an item before it is known who must come, in words."""

    item: Item
    words: str


def key_of(who: Who) -> str:
    """What an address calls somebody who is asked."""
    return f"{type(who).__name__.lower()}-{who.pk}"


def attendance_of(meetings: Iterable[Meeting]) -> dict[int, list[Line]]:
    """Who is to be at each of these meetings, by its key, in a number of queries that does not grow with them.

    Cabinet Members first, then officers, then guests; each by name.
    """
    meetings = list(meetings)
    roll = _Roll(meetings)
    return {meeting.pk: sorted(_merged(meeting, roll), key=_in_turn) for meeting in meetings}


def attendance_at(meeting: Meeting) -> list[Line]:
    """The same of one meeting."""
    return attendance_of([meeting])[meeting.pk]


def gaps_at(meeting: Meeting, items: Iterable[Item]) -> list[Gap]:
    """What has to be said of items looked at before their decision, so that it is known who must come (6.6, 6.7)."""
    found = []
    for item in items if meeting.decides else ():
        if item.purpose == Purpose.PRE_SCRUTINY and item.portfolio_id is None:
            found.append(Gap(item, "No portfolio is named, so no Cabinet Member is invited (Protocol 6.6), for"))
        if item.purpose == Purpose.PRE_SCRUTINY and item.report_of_id is None:
            found.append(Gap(item, "No post is named whose senior officer shall attend (Protocol 6.7) for"))
    return found


class _Roll:
    """Everything that says who is to be at some meetings, read once."""

    def __init__(self, meetings: list[Meeting]) -> None:
        self.items: dict[int, list[Item]] = defaultdict(list)
        on = Item.objects.filter(meeting__in=meetings, state__in=ON_A_MEETING).select_related(*OF_ITEM)
        for item in on.prefetch_related(*MORE_OF_ITEM).defer("exempt_note").order_by("order", "pk"):
            self.items[item.meeting_id].append(item)
        heard = Hearing.objects.live().filter(meeting__in=meetings).order_by("order", "pk")
        heard = heard.select_related("item", *(f"item__{name}" for name in OF_ITEM)).defer("item__exempt_note")
        for hearing in heard.prefetch_related(*(f"item__{name}" for name in MORE_OF_ITEM)):
            self.items[hearing.meeting_id].append(hearing.item)
        self.remits: dict[int, list[Portfolio]] = defaultdict(list)
        bodies = {meeting.body_id for meeting in meetings}
        for portfolio in Portfolio.objects.filter(bodies__in=bodies).distinct().prefetch_related("bodies"):
            for body in portfolio.bodies.all():
                self.remits[body.pk].append(portfolio)
        self.cabinet: dict[int, list[Post]] = defaultdict(list)
        for post in Post.objects.filter(portfolio__isnull=False).select_related("portfolio"):
            self.cabinet[post.portfolio_id].append(post)
        self.asked: dict[int, list[Invitation]] = defaultdict(list)
        hanging = Q(meeting__in=meetings) | Q(item__meeting__in=meetings, item__state__in=ON_A_MEETING)
        for invitation in Invitation.objects.standing().filter(hanging).with_who():
            self.asked[invitation.meeting_id or invitation.item.meeting_id].append(invitation)
        self.holdings = self._holdings()

    def _holdings(self) -> list[Holding]:
        items = [item for of_meeting in self.items.values() for item in of_meeting]
        posts = {post.pk for posts in self.cabinet.values() for post in posts} | {item.report_of_id for item in items}
        posts |= {invitation.post_id for asked in self.asked.values() for invitation in asked}
        people = {author.person_id for item in items for author in item.authors.all()}
        held = Q(post__in=posts - {None}) | Q(person__in=people)
        return list(Holding.objects.filter(held).select_related("post", "person").order_by("pk"))

    def holders(self, post: Post, on: date | None) -> tuple[Person, ...]:
        """Who holds a post on the day of a meeting."""
        return tuple(each.person for each in self.holdings if each.post_id == post.pk and _lasts(each, on))

    def posts_of(self, person: Person, on: date | None) -> list[Post]:
        """The posts that somebody holds on the day of a meeting."""
        return [each.post for each in self.holdings if each.person_id == person.pk and _lasts(each, on)]


def _lasts(held: Holding | Portfolio, on: date | None) -> bool:
    if on is None:
        return held.to_on is None
    return (held.from_on is None or held.from_on <= on) and (held.to_on is None or on <= held.to_on)


def _merged(meeting: Meeting, roll: _Roll) -> Iterator[Line]:
    lines: dict[str, Line] = {}
    for line in (*_cabinet(meeting, roll), *_officers(meeting, roll)):
        before = lines.get(line.key)
        lines[line.key] = line if before is None else _together(before, line)
    for invitation in roll.asked[meeting.pk]:
        key = key_of(invitation.who)
        known = lines.get(key) or Line(meeting, invitation.who, _group_of(invitation.who))
        lines[key] = replace(known, invitation=invitation, reasons=(*known.reasons, *_added(invitation)))
    for line in lines.values():
        yield replace(line, holders=roll.holders(line.who, meeting.on)) if isinstance(line.who, Post) else line


def _together(before: Line, line: Line) -> Line:
    reasons = tuple(dict.fromkeys((*before.reasons, *line.reasons)))
    return replace(before, reasons=reasons, must=before.must or line.must)


def _added(invitation: Invitation) -> list[str]:
    about = f" ({_named(invitation.item)})" if invitation.item_id else ""
    return [f"{invitation.because}{about}"] if invitation.because else []


def _group_of(who: Who) -> str:
    if isinstance(who, Post):
        return CABINET if who.portfolio_id else OFFICERS
    return GUESTS


def _cabinet(meeting: Meeting, roll: _Roll) -> Iterator[Line]:
    """The Cabinet Members of the committee's remit and of what is on the agenda (Protocol 4.1, 6.6)."""
    if not meeting.decides:
        return
    for portfolio, reason in _portfolios(meeting, roll):
        if _lasts(portfolio, meeting.on):
            for post in roll.cabinet[portfolio.pk]:
                yield Line(meeting, post, CABINET, (reason,))


def _portfolios(meeting: Meeting, roll: _Roll) -> Iterator[tuple[Portfolio, str]]:
    for portfolio in roll.remits[meeting.body_id]:
        yield portfolio, f"{portfolio} is in the committee’s remit (Protocol 4.1)"
    for item in roll.items[meeting.pk]:
        for portfolio in item.series.portfolios.all() if item.series else ():
            yield portfolio, f"Presents an update report: {_named(item)} (Protocol 4.1)"
        if item.portfolio and item.purpose == Purpose.PRE_SCRUTINY:
            yield item.portfolio, f"Looked at before the decision: {_named(item)} (Protocol 6.6)"
        elif item.portfolio:
            yield item.portfolio, f"In the portfolio: {_named(item)} (Protocol 4.1)"


def _officers(meeting: Meeting, roll: _Roll) -> Iterator[Line]:
    """The posts whose reports are taken and those who write them; for pre-scrutiny they shall attend (6.7)."""
    for item in roll.items[meeting.pk]:
        must = item.purpose == Purpose.PRE_SCRUTINY and meeting.decides
        if item.report_of:
            said = (
                f"Looked at before the decision: {_named(item)} (Protocol 6.7)" if must else f"Report: {_named(item)}"
            )
            yield Line(meeting, item.report_of, _group_of(item.report_of), (said,), must)
        for author in item.authors.all():
            for who in roll.posts_of(author.person, meeting.on) or [author.person]:
                yield Line(meeting, who, OFFICERS, (f"Writes {_named(item)}",))
        if item.organisation:
            yield Line(meeting, item.organisation, GUESTS, (f"Writes {_named(item)}",))


def _named(item: Item) -> str:
    return f"{item.ref} {item.title}"


def _in_turn(line: Line) -> tuple:
    return (list(GROUPS).index(line.group), not line.must, str(line.who))


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
