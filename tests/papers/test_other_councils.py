"""Invented papers in the styles of other councils, each with its truth beside it."""

import json
from pathlib import Path

import pytest

from papers.reading.as_json import as_dict
from papers.reading.files import read_file

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = sorted(path.name for path in FIXTURES.iterdir() if path.suffix != ".json")


@pytest.fixture(scope="module", params=NAMES)
def paper(request):
    path = FIXTURES / request.param
    reading = read_file(path)
    decided = [c.path for m in reading.meetings for i in m.items for c in i.clauses if c.decided]
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8")), as_dict(reading) | {"decided": decided}


def meeting_of(read, date):
    """The meeting of the truth, or else the first; of a paper about no meeting, one with nothing in it."""
    nothing = {"committee": None, "date": None, "time": None, "venue": None, "items": [], "seats": []}
    return next((m for m in read["meetings"] if m["date"] == date), (read["meetings"] or [nothing])[0])


def clauses_of(read):
    return [clause for meeting in read["meetings"] for item in meeting["items"] for clause in item["clauses"]]


def test_meeting_facts_are_read(paper):
    truth, read = paper
    meeting = meeting_of(read, truth["date"])
    venue = without_article(meeting["venue"])
    committees = [name.casefold() if name else name for name in (meeting["committee"], truth["committee"])]
    assert (read["kind"], committees[0], meeting["date"], meeting["time"], venue) == (
        truth["kind"],
        committees[1],
        truth["date"],
        truth["time"],
        without_article(truth["venue"]),
    )


def test_items_are_read(paper):
    truth, read = paper
    meetings = read["meetings"] if truth["kind"] == "pack" else [meeting_of(read, truth["date"])]
    items = sorted((item for meeting in meetings for item in meeting["items"]), key=lambda item: item["line"])
    got = [[item["number"], item["title"]] for item in items]
    assert got == truth.get("items", got)


def test_attendance_is_counted(paper):
    truth, read = paper
    names = [a["as"] for m in read["meetings"] for a in m["attendance"]]
    assert (names.count("present"), names.count("apologies")) == (
        truth.get("present", names.count("present")),
        truth.get("apologies", names.count("apologies")),
    )


def test_clauses_are_read(paper):
    truth, read = paper
    got = [clause["path"] for clause in clauses_of(read)]
    assert truth.get("clauses", got) in (got, read["decided"])


def test_follow_ups_are_read(paper):
    truth, read = paper
    got = [
        [c["path"], f["asked"], f["asked_from"], f["due"]["kind"], f["due"]["on"]]
        for c in clauses_of(read)
        for f in c["follow_ups"]
    ]
    if "follow_up_texts" in truth:
        assert [[owner, kind, on] for _, owner, _, kind, on in got] == truth["follow_up_texts"]
    else:
        named = {path for path, *_ in truth["follow_ups"]}
        got = [[as_named(path, named), *rest] for path, *rest in got]
        assert sorted(got, key=str) == sorted(truth["follow_ups"], key=str)


def as_named(path, named):
    """The path of a clause as the truth names it: one in running prose is only somewhere under its item."""
    if path in named:
        return path
    return f"{path}/…" if f"{path}/…" in named else f"{path.rpartition('/')[0]}/…"


def without_article(venue):
    """A venue without its article: some truths print "the Town Hall", others "Town Hall"."""
    return venue[4:] if venue and venue[:4].casefold() == "the " else venue


def test_seats_are_read(paper):
    truth, read = paper
    got = [[seat["name"], seat["role"]] for seat in meeting_of(read, truth["date"])["seats"]]
    assert got == truth.get("seats", got)


def test_programme_and_plans_are_read(paper):
    truth, read = paper
    rows = [[p["meeting"]["date"], row["title"]] for p in read["programme"] for row in p["rows"]]
    editions = [[p["published"], p["from"], p["to"]] for p in read["forward_plans"] if p["published"] or p["from"]]
    entries = [
        [e["title"], e["decision_maker"], e["due"], e["contact"]] for p in read["forward_plans"] for e in p["entries"]
    ]
    assert (rows, editions, entries) == (
        truth.get("programme", []),
        truth.get("editions", []),
        truth.get("entries", []),
    )


def test_trackers_recommendations_and_informal_meetings_are_read(paper):
    truth, read = paper
    trackers = [[row["ref"], row["owner"], row["due"], row["closed"]] for row in read["trackers"]]
    numbers = [each["number"] for each in read["recommendations"]]
    informal = [[each["title"], each["on"]] for each in read["informal"]]
    assert (trackers, numbers, informal) == (
        truth.get("trackers", []),
        truth.get("recommendations", []),
        truth.get("informal", []),
    )


def test_report_headers_are_read(paper):
    truth, read = paper
    got = [[r["subject"], r["report_of"], r["fd"], r["ld"], len(r["recommendations"])] for r in read["reports"]]
    assert got == [[*row[:2], *map(dotted, row[2:4]), *row[4:]] for row in truth.get("reports", [])]


def dotted(number):
    """A finance or legal number as it is kept: "FD 7366/23" is printed for "FD.7366/23", too."""
    return number.replace(" ", ".") if number else None


def test_warnings_are_those_and_no_others(paper):
    truth, read = paper
    assert sorted(w["code"] for w in read["warnings"]) == sorted(truth["warnings"])
