"""Each paper in HTML, from the same facts as its Word template is filled with."""

from collections.abc import Iterable, Iterator
from functools import singledispatch

from papers.writing.appendices import AppendixA, AppendixB, InformalLine, ItemLine, MeetingTable
from papers.writing.brief import Brief
from papers.writing.front_sheet import FrontSheet
from papers.writing.html_parts import (
    bullets,
    facts,
    heading,
    labelled,
    paragraph,
    paragraphs,
    table,
    text,
    together,
)
from papers.writing.paper import Paper
from papers.writing.report import Report
from papers.writing.report_sections import Section
from papers.writing.tracker import Tracker

PROGRAMME = (("No.", "paper__narrow"), ("Report/Item", ""), ("Report author/organiser", "paper__names"))
SCHEDULE = (("No.", "paper__narrow"), ("Report/Item", ""), ("Organiser", "paper__names"))
UNPLACED = "Not on a meeting yet"


def body_of(paper: Paper) -> str:
    """The paper as an article."""
    wide = " paper--wide" if isinstance(paper, Tracker) else ""
    return "\n".join((f'<article class="paper{wide}">', _head(paper), *filter(None, _parts(paper)), "</article>"))


def _head(paper: Paper) -> str:
    meeting = f"{text(paper.meeting)}. " if paper.meeting else ""
    return (
        f'<p class="paper__council">{text(paper.council)}</p>\n'
        f'<p class="paper__committee">{text(paper.committee)}</p>\n{heading(1, paper.title)}\n'
        f'<p class="paper__edition">{meeting}<span class="paper__made">{text(paper.edition)}</span></p>'
    )


@singledispatch
def _parts(paper: Paper) -> Iterable[str]:
    raise TypeError(f"There is no HTML for {type(paper).__name__}")


@_parts.register
def _report(paper: Report) -> Iterator[str]:
    yield facts(paper.facts)
    yield paragraphs(paper.purpose)
    yield heading(2, "What has changed")
    yield paragraph(paper.opening)
    yield bullets(paper.changes)
    yield heading(2, "Recommendations")
    yield paragraph("That the committee:")
    yield labelled((each.number, each.text) for each in paper.recommendations)
    for section in paper.sections:
        yield from _section(section)
    if paper.closing:
        yield heading(2, "About this report")
        yield facts(paper.closing)
    yield heading(2, f"Appendix A: work programme {paper.year}", new_page=True)
    yield from _programme(paper.appendix_a, paper.unplaced, level=3)
    if paper.appendix_b:
        yield heading(2, f"Appendix B: informal meetings and visits {paper.year}", new_page=True)
        yield _schedule(paper.appendix_b)


@_parts.register
def _appendix_a(paper: AppendixA) -> Iterator[str]:
    yield from _programme(paper.meetings, paper.unplaced, level=2)


@_parts.register
def _appendix_b(paper: AppendixB) -> Iterator[str]:
    yield _schedule(paper.rows) if paper.rows else paragraph("None has been arranged.")


@_parts.register
def _tracker(paper: Tracker) -> Iterator[str]:
    yield paragraph(paper.overdue)
    if paper.actions:
        names = ("Ref.", "Minute", "What was asked", "Of whom", "Due", "Where it stands", "Answered by")
        rows = (
            (line.ref, line.minute, line.task, line.owner, line.due, line.standing, line.answered_by)
            for line in paper.actions
        )
        yield heading(2, "Actions")
        yield table(_referenced(names), rows, title_at=2)
    if paper.recommendations:
        names = ("Ref.", "Minute", "Recommendation", "To, led by", "Next update", "State", "Views")
        rows = (
            (line.ref, line.minute, line.text, line.owner, line.next_update, line.state, line.views)
            for line in paper.recommendations
        )
        yield heading(2, "Recommendations")
        yield table(_referenced(names), rows, title_at=2)


@_parts.register
def _front_sheet(paper: FrontSheet) -> Iterator[str]:
    yield facts(paper.facts)
    yield heading(2, "Members")
    yield table(
        (("Member", ""), ("Substitute", "")), ((row.member, row.substitute) for row in paper.members), title_at=0
    )
    if paper.others:
        yield heading(2, "Also on the committee")
        yield bullets(paper.others)
    if paper.officers:
        yield heading(2, "Committee officers")
        yield bullets(paper.officers)
    yield paragraphs(paper.note)
    yield heading(2, "Items of business")
    columns = (("No.", "paper__narrow"), ("Item", ""), ("Report of", "paper__third"), ("Pages", "paper__pages"))
    yield table(columns, ((row.number, row.title, row.report_of, row.pages) for row in paper.agenda))


@_parts.register
def _brief(paper: Brief) -> Iterator[str]:
    yield paragraph(paper.where)
    yield heading(2, "On the agenda")
    for item in paper.items:
        yield heading(3, f"{item.number} {item.title}")
        yield paragraph(". ".join(item.facts))
        if item.asked:
            yield paragraph("What was asked that comes back here:", "paper__lead")
            yield bullets(item.asked)
        if item.to_show:
            yield paragraph("What the committee asked to see in the report:", "paper__lead")
            yield bullets(item.to_show)
    if not paper.items:
        yield paragraph("Nothing is planned for this meeting yet.")
    lists = {
        "Overdue": paper.overdue,
        "Asked for, with no place and no answer": paper.unplaced,
        "Updates owed on recommendations": paper.updates,
        "Carried over, and still to be settled": paper.carried,
    }
    for title, points in lists.items():
        yield heading(2, title)
        yield bullets(points) or paragraph("None.")
    if paper.written:
        yield heading(2, "Written answers still to come")
        yield bullets(paper.written)
    yield heading(2, "Forward plan")
    yield paragraph(paper.plan)
    yield bullets(paper.decisions)
    if paper.open:
        yield heading(2, "Everything else that is open")
        yield bullets(paper.open)


def _section(section: Section) -> Iterator[str]:
    yield heading(2, f"{section.number}. {section.heading}")
    for each in section.paragraphs:
        look = f"paper__numbered{' paper__asked' if each.asked else ''}"
        yield paragraph(each.text, look, label=each.number)
        yield bullets(each.points)


def _programme(meetings: Iterable[MeetingTable], unplaced: Iterable[ItemLine], *, level: int) -> Iterator[str]:
    for meeting in meetings:
        rows = table(PROGRAMME, map(_item, meeting.rows)) if meeting.rows else paragraph("Nothing is planned yet.")
        yield together(heading(level, meeting.heading), rows)
    if unplaced:
        columns = (("Ref.", "paper__narrow"), *PROGRAMME[1:])
        yield together(heading(level, UNPLACED), table(columns, map(_item, unplaced)))


def _item(line: ItemLine) -> tuple[str, str, str]:
    return line.number, line.title, line.authors


def _schedule(rows: Iterable[InformalLine]) -> str:
    return table(SCHEDULE, map(_informal, rows))


def _informal(line: InformalLine) -> tuple[str, str, str]:
    return line.number, "\n".join(part for part in (line.title, line.when, line.detail) if part), line.organisers


def _referenced(names: Iterable[str]) -> list[tuple[str, str]]:
    """Columns of a tracker: the first two narrow."""
    narrow = {"Ref.": "paper__reference", "Minute": "paper__minute"}
    return [(name, narrow.get(name, "")) for name in names]
