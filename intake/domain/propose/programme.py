"""Proposals from programmes, schedules and plans: new rows, rows that moved or changed their authors, decisions."""

import datetime as dt
from collections.abc import Iterator

from council.directory import find_body, find_person
from council.names import fold
from govuk.words import long_date
from intake.domain.drafts import Draft
from intake.domain.propose.asked import Asked
from intake.enums import Sort
from papers.reading import facts
from workprogramme.enums import BEING_WRITTEN, ItemState
from workprogramme.models import ForwardEntry, Item


def propose_rows(asked: Asked) -> Iterator[Draft]:
    """The rows of each meeting's programme."""
    for place, programme in enumerate(asked.read.programme):
        for order, row in enumerate(programme.rows, start=1):
            yield from _row(asked, programme, row, place, order)


def _row(asked: Asked, programme: facts.Programme, row: facts.ProgrammeRow, place: int, order: int) -> Iterator[Draft]:
    on = programme.meeting.date
    says = {
        **asked.whose(programme.committee),
        "year": programme.year or asked.year_label,
        "on": on.isoformat() if on else None,
        "number": row.number or "",
        "title": row.title[:300],
        "authors": list(dict.fromkeys(row.authors)),
        "organisation": row.organisation or "",
        "order": order,
        "line": row.line,
    }
    key = f"row:{on or place}:{order}:{fold(row.title)}"[:200]
    known = _known(asked, programme, row)
    if known is None:
        needs = asked.meeting_key(programme.committee, on) if on else ""
        yield Draft(Sort.ROW, key, row.title, says, row.line, unsure=_doubts(asked, programme, row), needs=needs)
        return
    yield from _moved(known, on, says, key)
    yield from _other_authors(known, row, says, key)


def _known(asked: Asked, programme: facts.Programme, row: facts.ProgrammeRow) -> Item | None:
    """The item this row is: of its meeting; or the only one of its title that no other row of the paper is."""
    body = asked.body_of(programme.committee)
    if body is None:
        return None
    on = programme.meeting.date
    named = Item.objects.filter(programme__body=body, title=row.title[:300]).select_related("meeting")
    here = named.filter(meeting__on=on) if on else named.filter(meeting__isnull=True)
    return here.first() or _elsewhere(asked, named, on)


def _elsewhere(asked: Asked, named, on: dt.date | None) -> Item | None:
    if on is None:
        return None
    printed = {(programme.meeting.date, row.title) for programme in asked.read.programme for row in programme.rows}
    being_written = [
        item for item in named.filter(state__in=BEING_WRITTEN) if (item.meeting.on, item.title) not in printed
    ]
    waiting = list(named.filter(meeting__isnull=True, state=ItemState.ACCEPTED))
    found = being_written + waiting
    return found[0] if len(found) == 1 else None


def _moved(known: Item, on: dt.date | None, says: dict, key: str) -> Iterator[Draft]:
    if on is None or (known.meeting and known.meeting.on == on):
        return
    was = known.meeting.when if known.meeting else "no meeting"
    yield Draft(
        Sort.CHANGE, f"change:{key}"[:200], f"{known.title}: moved to {long_date(on).split(' ', 1)[1]}",
        {**says, "what": "item_meeting", "target": known.pk, "was": was, "now": says["on"]}, says["line"],
        unsure=(f"The record has it on {was}." if known.meeting else "The record has it on no meeting.",),
    )  # fmt: skip


def _other_authors(known: Item, row: facts.ProgrammeRow, says: dict, key: str) -> Iterator[Draft]:
    on_record = [author.person.name for author in known.authors.select_related("person")]
    printed = [person.name if (person := find_person(name)) else name for name in says["authors"]]
    if not printed or printed == on_record or known.state not in BEING_WRITTEN:
        return
    yield Draft(
        Sort.CHANGE, f"change:authors:{key}"[:200], f"{known.title}: by {' / '.join(printed)}",
        {**says, "what": "item_authors", "target": known.pk, "was": " / ".join(on_record), "now": " / ".join(printed)},
        row.line, unsure=(f"The record has {' / '.join(on_record) or 'nobody'}.",),
    )  # fmt: skip


def _doubts(asked: Asked, programme: facts.Programme, row: facts.ProgrammeRow) -> tuple[str, ...]:
    doubts = list(asked.warned(line=row.line))
    if programme.meeting.date is None:
        doubts.append("Its meeting has no date here: it would wait where items without a meeting wait.")
    return tuple(doubts)


def propose_decisions(asked: Asked) -> Iterator[Draft]:
    """The decisions of a forward plan that are new, or whose day changed since the last edition."""
    for plan in asked.read.forward_plans:
        for place, entry in enumerate(plan.entries):
            yield from _decision(asked, plan, entry, place)


def _decision(asked: Asked, plan: facts.ForwardPlan, entry: facts.PlanEntry, place: int) -> Iterator[Draft]:
    says = {
        "title": entry.title[:300],
        "decision_maker": entry.decision_maker or "Cabinet",
        "decision_on": entry.due.isoformat() if entry.due else None,
        "decision_text": (entry.due_text or "")[:200],
        "lead": (entry.lead or "")[:200],
        "is_key": entry.key is not False,
        "is_exempt": bool(entry.exempt),
        "published_on": plan.published.isoformat() if plan.published else None,
    }
    maker = find_body(says["decision_maker"])
    known = ForwardEntry.objects.filter(title=says["title"], decision_maker=maker).order_by("-pk").first()
    key = f"decision:{place}:{fold(entry.title)}"[:200]
    if known is None:
        when = f", {long_date(entry.due).split(' ', 1)[1]}" if entry.due else ""
        yield Draft(Sort.DECISION, key, f"{entry.title}{when}", says, entry.line, unsure=asked.warned(line=entry.line))
    elif entry.due and known.decision_on != entry.due:
        was = long_date(known.decision_on).split(" ", 1)[1] if known.decision_on else "no day"
        yield Draft(
            Sort.CHANGE, f"change:{key}"[:200], f"{entry.title}: to be decided on another day",
            {**says, "what": "decision_day", "target": known.pk, "was": was, "now": says["decision_on"]}, entry.line,
            unsure=(f"The record has {was}; this plan {long_date(entry.due).split(' ', 1)[1]}.",),
        )  # fmt: skip
