"""What stands in a plan's way, each clash in words. Pure over rows that are already loaded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from committees.enums import MeetingKind
from committees.models import Meeting
from deadlines.calendar import Calendar
from govuk.words import short_date
from workprogramme.enums import BEING_WRITTEN, Route
from workprogramme.models import Item

MANY_REPORTS = 4
"""So many reports of one author with a stage due in one week are too many. Our practice: the papers name no number."""


class ClashKind(StrEnum):
    """What sort of clash it is."""

    LIMIT = "limit"
    AGENDA_OUT = "agenda_out"
    DECISION = "decision"
    ROUTE = "route"
    LATE = "late"
    DAYS_OFF = "days_off"
    AUTHOR = "author"
    SERIES = "series"


@dataclass(frozen=True)
class Clash:
    """One thing that is or would be broken: in a sentence, and in a few words for a mark on the planner."""

    kind: ClashKind
    words: str
    short: str


@dataclass(frozen=True)
class ReportDue:
    """A stage of an item's report that one of its authors owes by a day."""

    item: int
    person: int
    name: str
    on: date


@dataclass(frozen=True)
class StageDue:
    """A stage on the way to a meeting: its name, its day, and whether somebody still owes it."""

    name: str
    on: date
    is_owed: bool = True


def above_limit(load: int, limit: int) -> list[Clash]:
    """More items on a formal meeting than its committee wants (Protocol 5.3)."""
    if load <= limit:
        return []
    over = load - limit
    words = f"{load} items on that meeting: {over} above the limit of {limit} (Protocol 5.3)."
    return [Clash(ClashKind.LIMIT, words, f"{over} above the limit of {limit}")]


def agenda_is_out(item: Item, meeting: Meeting) -> list[Clash]:
    """The meeting's agenda was published, and the item's report is not out with it (s100B)."""
    publication = getattr(meeting, "publication", None)
    if publication is None or publication.met_on is None or item.state not in BEING_WRITTEN:
        return []
    on = publication.met_on
    words = f"The agenda of that meeting was published on {_long(on)}: this report would be late to it."
    return [Clash(ClashKind.AGENDA_OUT, words, f"Not out with the agenda of {short_date(on)}")]


def after_decision(item: Item, meeting: Meeting) -> list[Clash]:
    """The meeting is no longer before the decision the item is about (Protocol 6.3)."""
    if item.decision_on is None or meeting.on is None or meeting.on < item.decision_on:
        return []
    when = "on the day of" if meeting.on == item.decision_on else "after"
    on = item.decision_on
    words = f"The committee would look at it {when} the decision of {_long(on)} (Protocol 6.3)."
    return [Clash(ClashKind.DECISION, words, f"{when.capitalize()} its decision, {short_date(on)}")]


def fits(route: str, meeting: Meeting) -> bool:
    """Whether a meeting is of the sort on which an item of this route is taken."""
    if route == Route.PRESENTATION:
        return True
    if route == Route.FORMAL:
        return meeting.decides
    if route == Route.SITE_VISIT:
        return meeting.kind == MeetingKind.SITE_VISIT
    return route == Route.INFORMAL and not meeting.decides and meeting.kind != MeetingKind.SITE_VISIT


def against_route(item: Item, meeting: Meeting) -> list[Clash]:
    """The meeting is not of the sort the item is meant for: only the chair may reroute it (Protocol 5.8)."""
    if fits(item.route, meeting):
        return []
    route, kind = item.get_route_display().lower(), meeting.get_kind_display().lower()
    words = f"It is meant for: {route}. This is another sort ({kind}), and rerouting is for the chair (Protocol 5.8)."
    return [Clash(ClashKind.ROUTE, words, f"Meant for: {route}")]


def late_at_once(stages: Iterable[StageDue], today: date) -> list[Clash]:
    """Stages that are owed and whose day has passed."""
    late = [stage for stage in stages if stage.is_owed and stage.on < today]
    return [
        Clash(ClashKind.LATE, f"{stage.name} would be late already: due {_long(stage.on)}.", f"{stage.name} late")
        for stage in late
    ]


def days_off_inside(stages: Iterable[StageDue], calendar: Calendar, today: date) -> list[Clash]:
    """Bank holidays and closures to come among the days of a stage: after the stage before it, up to its own day."""
    found, since = [], None
    for stage in sorted(stages, key=lambda stage: stage.on):
        first = stage.on if since is None else since + timedelta(days=1)
        since = stage.on
        off = days_off(max(first, today), stage.on, calendar) if stage.is_owed else []
        if off:
            found.append(_no_work(stage, off))
    return found


def _no_work(stage: StageDue, off: list[tuple[date, str]]) -> Clash:
    named = _listed([f"{name} ({short_date(day)})" for day, name in off])
    words = f"{named} {'falls' if len(off) == 1 else 'fall'} in the days for: {stage.name}, due {_long(stage.on)}."
    names = _listed([name for _, name in off])
    return Clash(ClashKind.DAYS_OFF, words, f"{names} before: {stage.name}")


def days_off(first: date, last: date, calendar: Calendar) -> list[tuple[date, str]]:
    """The bank holidays and closures from one day to another, with their names; weekends do not count."""
    named = {**calendar.closures, **calendar.holidays}
    within = sorted(day for day in named if first <= day <= last)
    return [(day, named[day]) for day in within if day.weekday() not in calendar.weekend]


def too_many_at_once(owed: Iterable[ReportDue]) -> dict[int, list[Clash]]:
    """For each item, its authors who owe a stage of too many reports in one of its weeks, Monday to Sunday."""
    weeks: dict[tuple[int, date], set[int]] = defaultdict(set)
    names: dict[int, str] = {}
    for due in owed:
        weeks[due.person, _monday(due.on)].add(due.item)
        names[due.person] = due.name
    clashes: dict[int, list[Clash]] = defaultdict(list)
    for (person, monday), items in sorted(weeks.items()):
        if len(items) >= MANY_REPORTS:
            for item in items:
                clashes[item].append(_crowded(names[person], len(items), monday))
    return dict(clashes)


def _crowded(name: str, reports: int, monday: date) -> Clash:
    words = f"{name} has {reports} reports with a stage due in the week of {_long(monday)}."
    return Clash(ClashKind.AUTHOR, words, f"{name}: {reports} reports due in the week of {short_date(monday)}")


def of_item(item: Item, meeting: Meeting, crowded: Mapping[int, list[Clash]]) -> list[Clash]:
    """What an item runs into on a meeting, apart from the meeting's own load and days."""
    return [
        *agenda_is_out(item, meeting),
        *after_decision(item, meeting),
        *against_route(item, meeting),
        *crowded.get(item.pk, []),
    ]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
