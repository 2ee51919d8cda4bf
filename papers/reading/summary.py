# ruff: noqa: E501 - a pattern reads better whole than broken
"""A reading in a few lines that a person can check against the paper."""

from __future__ import annotations

from papers.reading.facts import Clause, Meeting, Programme, Reading


def summary(reading: Reading) -> str:
    """The reading as plain lines: meetings, what was asked of whom, the programme, and what to look at."""
    lines = [f"Kind: {reading.kind}"]
    for meeting in reading.meetings:
        lines += _meeting(meeting)
    for programme in reading.programme:
        lines += _programme(programme)
    if reading.informal:
        lines.append(f"Informal meetings and visits: {len(reading.informal)}")
        lines += [f"  {event.number}. {event.title} ({event.status.replace('_', ' ')})" for event in reading.informal]
    for name, found in (
        ("Forward plans", reading.forward_plans),
        ("Reports", reading.reports),
        ("Recommendations", reading.recommendations),
        ("Tracker rows", reading.trackers),
    ):
        if found:
            lines.append(f"{name}: {len(found)}")
    lines.append(f"To look at: {len(reading.warnings)}")
    lines += [f"  line {warning.line}: {warning.text} [{warning.code}]" for warning in reading.warnings]
    return "\n".join(lines)


def _meeting(meeting: Meeting) -> list[str]:
    when = f"{meeting.date} {meeting.time or ''}".strip() if meeting.date else "no date printed"
    lines = [f"{meeting.committee or 'Committee not named'}, {when}, {meeting.venue or 'no venue printed'}"]
    clauses = [clause for item in meeting.items for clause in item.clauses]
    asked = [clause for clause in clauses if clause.follow_ups]
    counts = (
        ("seats", meeting.seats),
        ("named in the attendance", meeting.attendance),
        ("items", meeting.items),
        ("clauses", clauses),
    )
    said = ", ".join(f"{len(things)} {name}" for name, things in counts if things)
    lines += [f"  {said}"] if said else []
    return lines + [line for clause in asked for line in _asked(clause)]


def _asked(clause: Clause) -> list[str]:
    same = f" (as {clause.same_as})" if clause.same_as else ""
    return [
        f"  {clause.path}: {follow_up.asked or 'nobody named'}: {follow_up.task}{same} [{follow_up.due.kind.replace('_', ' ')}]"
        for follow_up in clause.follow_ups
    ]


def _programme(programme: Programme) -> list[str]:
    rows = [
        f"  {row.number or '-'}. {row.title}: {', '.join(row.authors) or row.organisation or 'no author printed'}"
        for row in programme.rows
    ]
    return [f"Programme for {programme.meeting.date or 'a meeting without a date'}: {len(rows)} rows", *rows]
