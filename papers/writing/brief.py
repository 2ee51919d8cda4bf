"""The chair's brief before a meeting: what comes, what was asked that comes back, and what is late or has no answer."""

from dataclasses import dataclass

from papers.writing.awaited import ToShow, WrittenAnswer
from papers.writing.days import day
from papers.writing.edition import NOBODY, Edition, Row, TrackerLine
from papers.writing.front_sheet import rows_of_meeting
from papers.writing.paper import Paper, head_of, when_and_where
from papers.writing.report_sections import carried_over, decisions_in_remit, plan_in_remit
from papers.writing.tracker import due_of, minute_of


@dataclass(frozen=True)
class BriefItem:
    """An item of the meeting.

    facts: who writes it and whose report it is. asked: what comes back with it. to_show: its content checklist.
    """

    number: str
    title: str
    facts: tuple[str, ...]
    asked: tuple[str, ...]
    to_show: tuple[str, ...]


@dataclass(frozen=True)
class Brief(Paper):
    """The brief.

    where: the meeting in a line. items: what is on it. overdue: what is late. unplaced: asked for, with no place and no
    answer. open: everything else that is open. written: written answers that members have not had. updates:
    recommendations whose next update is owed by the meeting. carried: what was carried over and is to be settled.
    plan: what the forward plan holds, in a sentence; decisions: those within remit.
    """

    where: str
    items: tuple[BriefItem, ...]
    overdue: tuple[str, ...]
    unplaced: tuple[str, ...]
    open: tuple[str, ...]
    written: tuple[str, ...]
    updates: tuple[str, ...]
    carried: tuple[str, ...]
    plan: str
    decisions: tuple[str, ...]


def chairs_brief(edition: Edition, *, draft: bool = False) -> Brief:
    """The chair's brief for the meeting an edition was made for."""
    rows = rows_of_meeting(edition)
    live = [line for line in edition.tracker if not line.closed]
    here = {row.ref for row in rows}
    rest = [line for line in live if not (line.overdue or line.overlooked or line.item in here)]
    return Brief(
        **head_of(edition, "Brief for the chair", draft=draft),
        where=when_and_where(edition.meeting, room=True) if edition.meeting else "No meeting was chosen",
        items=tuple(_item(row, live) for row in rows),
        overdue=tuple(_told(line) for line in live if line.overdue),
        unplaced=tuple(_told(line) for line in live if line.overlooked and not line.overdue),
        open=tuple(_told(line) for line in rest),
        written=tuple(_promised(answer) for answer in edition.written_answers if not answer.circulated_on),
        updates=_updates(edition),
        carried=carried_over(edition),
        plan=plan_in_remit(edition),
        decisions=decisions_in_remit(edition),
    )


def _item(row: Row, live: list[TrackerLine]) -> BriefItem:
    told = {
        "Report by": row.author_column,
        "Report of": row.report_of,
        "Cabinet portfolio": row.portfolio,
        "Asked for by": row.asked_by,
        "Decided by Cabinet on": day(row.decision_on),
    }
    facts = tuple(f"{label}: {value}" for label, value in told.items() if value)
    asked = tuple(_told(line) for line in live if line.item == row.ref or f"({row.ref})" in line.answered_by)
    return BriefItem(f"{row.number}.", row.title, facts, asked, tuple(map(_shown, row.to_show)))


def _told(line: TrackerLine) -> str:
    """What was asked, and in a line below it of whom, by when and where it stands."""
    asked = f"{line.ref}: {line.task} ({minute_of(line.minute, day(line.asked_on))})"
    return f"{asked}\n{_sentences(line.owner, due_of(line), line.standing)}"


def _shown(point: ToShow) -> str:
    asked = f"{point.text} ({point.minute})" if point.minute else point.text
    return f"{asked}: {point.where or 'not shown yet'}"


def _promised(answer: WrittenAnswer) -> str:
    due = f"Due {day(answer.due_on)}" if answer.due_on else ""
    stands = f"Answered on {day(answer.answered_on)}, to be circulated" if answer.answered_on else "No answer yet"
    return f"{answer.question} (asked on {day(answer.asked_on)})\n{_sentences(answer.owner or NOBODY, due, stands)}"


def _sentences(*told: str) -> str:
    return " ".join(f"{each.rstrip('.')}." for each in told if each)


def _updates(edition: Edition) -> tuple[str, ...]:
    until = edition.meeting.on if edition.meeting else edition.made_on
    owed = [line for line in edition.recommendations if line.next_update_on and line.next_update_on <= until]
    return tuple(f"{line.ref}: {line.text} (update owed on {day(line.next_update_on)})" for line in owed)
