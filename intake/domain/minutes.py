"""Adopting minutes: every clause exactly as printed, and one action for what is asked, however often it is asked."""

from actions.domain.actions import ask, ask_again
from actions.models import Action
from committees.domain.minutes import record_clause, record_minute
from committees.models import Clause, IssueRaised, Meeting, Minute, Paper
from council.enums import DueKind
from intake.domain.naming import owner_named
from papers.reading import facts


def adopt_minutes(read: facts.Meeting, meeting: Meeting, paper: Paper, *, by) -> None:
    """Put on record the minutes that are not there yet, then what their clauses ask; what is there is never edited."""
    fresh: dict[str, Clause] = {}
    for order, item in enumerate(read.items, start=1):
        minute = _minute(item, meeting, paper, order)
        fresh |= _clauses(item, minute)
    known = {clause.path: clause for clause in Clause.objects.filter(minute__meeting=meeting)}
    said = {clause.path: clause for item in read.items for clause in item.clauses}
    _link_doubles(said, fresh, known)
    for path in fresh:
        _actions(said[path], known, by=by)
    for item in read.items:
        _issues(item, meeting, known)


def _minute(item: facts.Item, meeting: Meeting, paper: Paper, order: int) -> Minute:
    number = (item.number or str(order))[:12]
    known = Minute.objects.filter(meeting=meeting, number=number).first()
    return known or record_minute(
        meeting=meeting, number=number, title=item.title, paper=paper, line=item.line, order=order,
        report_of=(item.report_of or "")[:300],
    )  # fmt: skip


def _clauses(item: facts.Item, minute: Minute) -> dict[str, Clause]:
    on_record = {clause.path: clause for clause in minute.clauses.all()}
    fresh = {}
    for order, clause in enumerate(item.clauses):
        if clause.path in on_record:
            continue
        fresh[clause.path] = on_record[clause.path] = record_clause(
            minute=minute, path=clause.path, label=(clause.label or "")[:30], text=clause.text, sort=clause.sort,
            parent=on_record.get(clause.path.rpartition("/")[0]), line=clause.line, order=order,
        )  # fmt: skip
    return fresh


def _link_doubles(said: dict[str, facts.Clause], fresh: dict[str, Clause], known: dict[str, Clause]) -> None:
    for path in fresh:
        same_as = known.get(said[path].same_as or "")
        if same_as:
            Clause.objects.filter(pk=fresh[path].pk).update(same_as=same_as)


def _actions(said: facts.Clause, known: dict[str, Clause], *, by) -> None:
    clause, earlier = known[said.path], known.get(said.same_as or "")
    asked_before = Action.objects.filter(clause=earlier).first() if earlier else None
    if asked_before and said.follow_ups:
        ask_again(asked_before, clause)
        return
    for follow_up in said.follow_ups:
        _ask(follow_up, clause, by=by)


def _ask(follow_up: facts.FollowUp, clause: Clause, *, by) -> Action:
    body, due = clause.minute.meeting.body, follow_up.due
    named = due.kind == DueKind.MEETING and due.on
    at = Meeting.objects.deciding().filter(body=body, on=due.on).first() if named else None
    return ask(
        clause=clause,
        task=follow_up.task or clause.text,
        owner=owner_named(follow_up.asked, body),
        by=by,
        due_kind=due.kind,
        due_text=due.text or "",
        due_on=due.on,
        due_meeting=at,
        asked_as_printed=(follow_up.asked or "")[:300],
        asked_from=follow_up.asked_from,
    )


def _issues(item: facts.Item, meeting: Meeting, known: dict[str, Clause]) -> None:
    minute = Minute.objects.filter(meeting=meeting, number=(item.number or "")[:12]).first()
    if minute is None or minute.issues.exists():
        return
    IssueRaised.objects.bulk_create(
        IssueRaised(
            minute=minute, text=issue.text, is_suggestion=issue.suggestion, line=issue.line, order=order,
            taken_up_by=known.get(issue.taken_up_by or ""),
        )
        for order, issue in enumerate(item.issues)
    )  # fmt: skip
