"""Adopting a work programme: each row an item on its meeting, as far along as the papers show."""

from rapidfuzz import fuzz, utils

from committees.enums import MeetingState
from committees.models import AgendaLine, Meeting, Paper
from council.calendar import today
from council.domain.setting_up import open_year, year_of
from council.models import Body, MunicipalYear
from intake.domain.naming import person_named, post_named
from papers.reading import facts
from workprogramme.domain.items import accept_item, hear_item, open_programme, publish_item, schedule_item, suggest_item
from workprogramme.models import Item, Programme

ALIKE, APART = 80, 10


def adopt_rows(read: facts.Programme, meeting: Meeting, paper: Paper, *, by) -> int:
    """Put the rows of one meeting on its programme where they are new; returns how many were."""
    year = open_year(read.year) if read.year else year_of(meeting.on)
    programme = open_programme(body=meeting.body, year=year)
    lines = list(meeting.agenda.all())
    return sum(_adopt(row, order, programme, meeting, lines, paper, by=by) for order, row in enumerate(read.rows, 1))


def adopt_rows_without_a_date(read: facts.Programme, body: Body, year: MunicipalYear, paper: Paper, *, by) -> int:
    """Put rows whose meeting has no date, or one that does not exist, where items wait; returns how many were new."""
    programme = open_programme(body=body, year=year)
    fresh = [row for row in read.rows if not _is_known(row, programme, None)]
    for row in fresh:
        _accept(row, None, programme, paper, by=by)
    return len(fresh)


def _is_known(row: facts.ProgrammeRow, programme: Programme, meeting: Meeting | None) -> bool:
    return Item.objects.filter(programme=programme, meeting=meeting, title=row.title[:300]).exists()


def _adopt(row, order: int, programme: Programme, meeting: Meeting, lines, paper: Paper, *, by) -> bool:
    if _is_known(row, programme, meeting):
        return False
    line = agenda_line_of(row.title, lines)
    item = _accept(row, line, programme, paper, by=by)
    item = schedule_item(item, meeting=meeting, order=order, by=by, why="On the programme as printed")
    _bring_up_to_date(item, line, by=by)
    return True


def _accept(row: facts.ProgrammeRow, line: AgendaLine | None, programme: Programme, paper: Paper, *, by) -> Item:
    item = suggest_item(
        programme=programme,
        title=row.title,
        by=by,
        authors=tuple(dict.fromkeys(person_named(name) for name in row.authors)),
        organisation=row.organisation or "",
        report_of=post_named(line.report_of) if line and line.report_of else None,
        paper=paper,
        line=row.line,
    )
    return accept_item(item, by=by)


def _bring_up_to_date(item: Item, line: AgendaLine | None, *, by) -> None:
    if item.meeting.state == MeetingState.HELD:
        hear_item(item, by=by)
    elif line:
        publish_item(item, on=min(today(), item.meeting.on), by=by, agenda_number=line.number)


def agenda_line_of(title: str, lines: list[AgendaLine]) -> AgendaLine | None:
    """The agenda line that is this row under another name: alike, and clearly more so than any other line."""
    scored = sorted(
        (
            (fuzz.token_set_ratio(title, line.title, processor=utils.default_process), -line.order, line)
            for line in lines
        ),
        reverse=True,
        key=lambda scored: scored[:2],
    )
    if not scored or scored[0][0] < ALIKE or (len(scored) > 1 and scored[0][0] - scored[1][0] < APART):
        return None
    return scored[0][2]
