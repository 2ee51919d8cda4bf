"""The actions list as a CSV file: exactly what is shown, on all pages, and nothing exempt."""

from collections.abc import Iterator

from django.db.models import QuerySet

from actions.models import Action, WrittenAnswer
from actions.standing import answer_stands, asked_of, due_as_minuted, is_overdue, where_it_stands
from council.calendar import today
from papers.writing.sheet import csv_lines

MOST_ROWS = 10_000
COLUMNS = (
    "Reference", "Committee", "What is asked", "Asked of", "Asked of, as printed", "Minute", "Meeting", "Asked on",
    "Due on", "Due, as minuted", "How the date was worked out", "First due on", "Times moved", "Overdue", "State",
    "Where it stands", "No programme item and no answer yet",
)  # fmt: skip


def actions_csv(actions: QuerySet[Action]) -> Iterator[str]:
    """The lines of the file, one by one, of at most ``MOST_ROWS`` actions; a last line says where there are more."""
    return csv_lines(COLUMNS, _rows(actions))


def _rows(actions: QuerySet[Action]) -> Iterator[list]:
    day = today()
    for action in actions[:MOST_ROWS].iterator(chunk_size=500):
        yield row(action, day)
    if actions[MOST_ROWS : MOST_ROWS + 1]:
        yield [f"Only the first {MOST_ROWS:,} actions are listed. Narrow the list to see the others."]


def row(action: Action, day) -> list:
    """One action, column by column."""
    stands = where_it_stands(action)
    clause = action.clause
    minute = (clause.cited, clause.minute.meeting.on) if clause else ("", "")
    return [
        action.ref, action.body, action.task, asked_of(action), action.asked_as_printed, *minute, action.asked_on,
        action.due_on, due_as_minuted(action), action.why, action.first_due_on, action.slip_no,
        _yes(is_overdue(action, day)), action.get_state_display(), stands.words, _yes(stands.overlooked),
    ]  # fmt: skip


ANSWER_COLUMNS = (
    "Reference", "Committee", "Meeting", "Item", "Question", "Asked by", "Owed by", "Due on",
    "How the date was worked out", "First due on", "Times moved", "Stands", "Answer", "Answered on", "Circulated on",
    "Circulated to", "Needs no answer because",
)  # fmt: skip


def written_answers_csv(answers: QuerySet[WrittenAnswer]) -> Iterator[str]:
    """The lines of the file, of at most ``MOST_ROWS`` questions; a last line says where there are more."""
    return csv_lines(ANSWER_COLUMNS, _answer_rows(answers))


def _answer_rows(answers: QuerySet[WrittenAnswer]) -> Iterator[list]:
    day = today()
    for written in answers[:MOST_ROWS].iterator(chunk_size=500):
        yield answer_row(written, day)
    if answers[MOST_ROWS : MOST_ROWS + 1]:
        yield [f"Only the first {MOST_ROWS:,} questions are listed. Narrow the list to see the others."]


def answer_row(written: WrittenAnswer, day) -> list:
    """One question, column by column."""
    return [
        written.ref, written.body, written.asked_on, written.item.ref if written.item else "", written.question,
        written.asker, written.owed_by or "Nobody named", written.due_on, written.why, written.first_due_on,
        written.slip_no, answer_stands(written, day).words, written.answer, written.met_on, written.circulated_on,
        written.circulated_to, written.waived_because,
    ]  # fmt: skip


def _yes(fact: bool) -> str:
    return "Yes" if fact else "No"
