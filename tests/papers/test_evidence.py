"""The evidence behind a follow-up: the line it was read at, and what was inferred; none of it is in the JSON."""

from papers.reading.as_json import as_dict
from papers.reading.document import read

TEXT = """Minutes of the Parks Scrutiny Panel held on 4 March 2024 at 6.00 pm

Present: Councillors Ash and Birch

1. Play areas

The Parks Manager gave an update. She undertook to circulate the survey.

RESOLVED that

(1) the Head of Parks be requested by 1 May 2024 to:

(a) report on swings; and

(b) write to the schools; and

(2) the list of repairs be circulated.

ACTION: Parks Clerk
"""


def follow_ups():
    reading = read(TEXT)
    return [f for meeting in reading.meetings for item in meeting.items for c in item.clauses for f in c.follow_ups]


def test_follow_up_carries_the_line_it_was_read_at():
    assert [(f.asked, f.line) for f in follow_ups()] == [
        ("The Parks Manager", 7),
        ("the Head of Parks", 13),
        ("the Head of Parks", 15),
        ("Parks Clerk", 19),
    ]


def test_follow_up_says_what_was_inferred():
    assert [(f.owner_inferred, f.due_inferred) for f in follow_ups()] == [
        (True, False),
        (True, True),
        (True, True),
        (False, False),
    ]


def test_evidence_is_not_in_the_json():
    clauses = [c for meeting in as_dict(read(TEXT))["meetings"] for item in meeting["items"] for c in item["clauses"]]
    assert {tuple(f) for c in clauses for f in c["follow_ups"]} == {("asked", "asked_from", "task", "due")}
    assert {tuple(c) for c in clauses} == {
        ("label", "path", "text", "sort", "line", "follow_ups", "refers_to", "same_as")
    }
