"""Senior officers' attendance for a year, planned from the programme (Protocol 4.11): posts by meetings."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from committees.models import Meeting
from committees.rules import may_run
from council.access import standing_required
from council.calendar import today
from council.models import Body, MunicipalYear
from workprogramme.domain.attendance import CABINET, GUESTS, OFFICERS, Line, Who, attendance_of
from workprogramme.exports import attendance_csv
from workprogramme.views.programme import find_committee, find_year, way_to

PARTS = ((OFFICERS, "Senior officers and authors"), (CABINET, "Cabinet Members"), (GUESTS, "Guests and organisations"))


@dataclass(frozen=True)
class Row:
    """Somebody with what is expected of them at each meeting, in their order, and whether that is over."""

    who: Who
    holders: tuple
    cells: list[tuple[Meeting, Line | None, bool]]


@standing_required
@require_safe
def attendance(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Show who is expected at which formal meeting of a year, when and why."""
    body, chosen = find_committee(slug), find_year(year)
    meetings = meetings_of(body, chosen)
    lines = attendance_of(meetings)
    context = {
        "body": body,
        "year": chosen,
        "meetings": meetings,
        "parts": [(title, rows_of(meetings, lines, group)) for group, title in PARTS],
        "may_run": may_run(request.user, body),
        "today": today(),
        "here": request.path,
        "breadcrumbs": [*way_to(body, chosen), {"text": "Attendance"}],
    }
    return render(request, "workprogramme/invitations/attendance.html", context)


@standing_required
@require_safe
def export_attendance(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Download the plan as CSV: one row for each of them and each meeting."""
    body, chosen = find_committee(slug), find_year(year)
    lines = attendance_of(meetings_of(body, chosen)).values()
    found = sorted((line for each in lines for line in each), key=lambda line: (str(line.who), line.meeting.on))
    return attendance_csv(found, f"{body.slug}-attendance-{chosen.slug}.csv")


def meetings_of(body: Body, year: MunicipalYear) -> list[Meeting]:
    """The formal meetings of a committee in a year, first to last."""
    return list(Meeting.objects.deciding().filter(body=body, year=year).select_related("body").order_by("on"))


def rows_of(meetings: list[Meeting], lines: dict[int, list[Line]], group: str) -> list[Row]:
    """Everybody of a group with what is expected of them at each meeting."""
    of_group = [line for each in lines.values() for line in each if line.group == group]
    everybody = {line.key: line.who for line in sorted(of_group, key=lambda line: str(line.who))}
    return [_row(who, [line for line in of_group if line.key == key], meetings) for key, who in everybody.items()]


def _row(who: Who, lines: Iterable[Line], meetings: list[Meeting]) -> Row:
    by_meeting = {line.meeting.pk: line for line in lines}
    holders = dict.fromkeys(holder for line in by_meeting.values() for holder in line.holders)
    cells = [(meeting, by_meeting.get(meeting.pk), meeting.is_over(today())) for meeting in meetings]
    return Row(who, tuple(holders), cells)
