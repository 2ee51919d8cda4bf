"""The actions list as a CSV file: exactly what is shown, on all pages, and nothing exempt."""

import csv
from collections.abc import Iterator

from django.db.models import QuerySet

from actions.models import Action
from actions.standing import asked_of, due_as_minuted, is_overdue, where_it_stands
from council.calendar import today

MOST_ROWS = 10_000
BOM = "\ufeff"  # Excel reads UTF-8 as such only after this mark
COLUMNS = (
    "Reference", "Committee", "What is asked", "Asked of", "Asked of, as printed", "Minute", "Meeting", "Asked on",
    "Due on", "Due, as minuted", "How the date was worked out", "First due on", "Times moved", "Overdue", "State",
    "Where it stands", "No programme item and no answer yet",
)  # fmt: skip


class _Line:
    """A file of one line, for a writer to write to."""

    def write(self, line: str) -> str:
        return line


def actions_csv(actions: QuerySet[Action]) -> Iterator[str]:
    """The lines of the file, one by one, of at most ``MOST_ROWS`` actions; a last line says where there are more."""
    writer, day = csv.writer(_Line()), today()
    yield BOM + writer.writerow(COLUMNS)
    for action in actions[:MOST_ROWS].iterator(chunk_size=500):
        yield writer.writerow([harmless(value) for value in row(action, day)])
    if actions[MOST_ROWS : MOST_ROWS + 1]:
        yield writer.writerow([f"Only the first {MOST_ROWS:,} actions are listed. Narrow the list to see the others."])


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


def harmless(value) -> str:
    """A cell that a spreadsheet will not run: what begins like a formula gets an apostrophe before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip()[:1] in {"=", "+", "-", "@"} or text[:1] in {"\t", "\r", "\n"} else text


def _yes(fact: bool) -> str:
    return "Yes" if fact else "No"
