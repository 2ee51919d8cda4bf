"""A proposal in words: what would be created or changed, who is asked, when it is due."""

import datetime as dt
import re
from collections.abc import Callable

from committees.enums import MeetingKind, SeatRole
from council.enums import DueKind
from govuk.words import clock_time, long_date
from intake.domain.known import Known
from intake.domain.naming import without_the
from intake.enums import Sort
from intake.models import Proposal

_PATH = re.compile(r"(?<![\w/])[0-9]{1,3}[A-Z]?(?:/(?:[a-z]{1,5}|[0-9]{1,2}))+(?![\w/])")
_DUE = {
    DueKind.NEXT_MEETING: "at the next meeting",
    DueKind.FUTURE_MEETING: "at a future meeting, with no date yet",
    DueKind.IN_DUE_COURSE: "in due course, with no date",
    DueKind.TO_BE_ARRANGED: "when it is arranged, with no date yet",
    DueKind.EVERY_MEETING: "at every meeting",
    DueKind.RECURRING: "regularly, with no single date",
    DueKind.PERIOD: "within a period",
    DueKind.EVENT: "before an event",
    DueKind.NONE: "no date given",
}


def day_of(printed: str | None) -> dt.date | None:
    """The day of an ISO text, or nothing."""
    return dt.date.fromisoformat(printed) if printed else None


def in_full(printed: str | None) -> str:
    """26 September 2023, or nothing."""
    return long_date(day_of(printed)).partition(" ")[2]


def cited(path: str) -> str:
    """A clause as minutes cite it: ``6/2/a`` is 6 (2) (a)."""
    number, *labels = path.split("/")
    return " ".join([number, *(f"({label})" for label in labels)])


def paths_cited(text: str) -> str:
    """The words of a warning, with the clauses it names as minutes cite them."""
    return _PATH.sub(lambda found: cited(found[0]), text[:1].upper() + text[1:])


def title_of(proposal: Proposal) -> str:
    """What a proposal is called, with an officer's words where there are some."""
    says = proposal.now_says
    if proposal.sort == Sort.MINUTE:
        return f"Minute {says['number']}: {says['title']}" if "title" in proposal.edited else proposal.title
    if proposal.sort == Sort.AGENDA_LINE:
        return f"Item {says['number']}: {says['title']}"
    if proposal.sort in {Sort.SEAT, Sort.APPOINTMENT, Sort.MEETING} and proposal.edited:
        return _EDITED[proposal.sort](says)
    own = {Sort.ACTION: "task", Sort.TRACKED: "task", Sort.RECOMMENDATION: "text"}.get(proposal.sort, "title")
    return str(proposal.edited.get(own) or proposal.title)


def _meeting_title(says: dict) -> str:
    at = clock_time(dt.time.fromisoformat(says["at"])) if says["at"] else ""
    return ", ".join(part for part in (f"Meeting on {long_date(day_of(says['on']))}", at, says["venue"]) if part)


def _seat_title(says: dict) -> str:
    return ", ".join(part for part in (says["name"], SeatRole(says["role"]).label.lower(), says["represents"]) if part)


_EDITED: dict[str, Callable[[dict], str]] = {
    Sort.MEETING: _meeting_title, Sort.SEAT: _seat_title, Sort.APPOINTMENT: _seat_title,
}  # fmt: skip


def due_in_words(proposal: Proposal, known: Known) -> str:
    """When it is due: "by 1 September 2023", "at the next meeting, 26 September 2023"."""
    says = proposal.now_says
    kind, on = says.get("due_kind", DueKind.DATE if says["due_on"] else DueKind.NONE), in_full(says["due_on"])
    if kind == DueKind.NEXT_MEETING:
        day = known.next_after(day_of(says["meeting"].split(":")[1]))
        return f"at the next meeting, {in_full(day.isoformat())}" if day else "at the next meeting, not arranged yet"
    if kind == DueKind.MEETING:
        return f"at the meeting of {on}" if on else "at a meeting that is not named"
    if kind in {DueKind.DATE, DueKind.MONTH}:
        return f"by {on}" if on else "on a date that could not be read"
    return f"{_DUE[kind]}, {on}" if on else _DUE[kind]


def asked_note(proposal: Proposal) -> str:
    """How the owner was found: what is printed, by which other name it was known, or that an officer chose."""
    says = proposal.now_says
    printed = f"printed “{without_the(says['asked'])}”" if says["asked"] else "the minute names nobody"
    if proposal.edited.get("who") is not None:
        kept = ", kept as another name" if says.get("remember") else ""
        return f"{printed}; chosen by an officer{kept}"
    if not says["found_by"]:
        return printed if says["who"] and not says["who"].startswith("new") and not says["asked"] else ""
    if says["found_by"].startswith("also known as"):
        return f"{printed}, another name of this {says['who'].partition(':')[0]}"
    return f"{printed}: {says['found_by']}"


def will(proposal: Proposal, known: Known) -> str:
    """What would be created or changed, in one sentence."""
    return _WILL[proposal.sort](proposal, proposal.now_says, known)


def _meeting(proposal: Proposal, says: dict, known: Known) -> str:
    if day_of(says["on"]) in known.days:
        return "Fills in what the record leaves blank. Nothing is replaced."
    return "New formal meeting, held." if says["held"] else "New formal meeting."


def _conflict(proposal: Proposal, says: dict, known: Known) -> str:
    return f"{says['choices'][says['chosen']]['value']} goes on record."


def _seat(proposal: Proposal, says: dict, known: Known) -> str:
    return f"New seat: {SeatRole(says['role']).label.lower()}" + (
        f" for {says['stands_for']}." if says["stands_for"] else "."
    )


def _appointment(proposal: Proposal, says: dict, known: Known) -> str:
    until = f" to {in_full(says['to_on'])}" if says["to_on"] else ", with no end"
    return f"New seat: {SeatRole(says['role']).label.lower()}, from {in_full(says['from_on'])}{until}."


def _attendance(proposal: Proposal, says: dict, known: Known) -> str:
    return f"New list of {_many(len(says['people']), 'name')}, as printed."


def _agenda_line(proposal: Proposal, says: dict, known: Known) -> str:
    return "New line of the agenda."


def _minute(proposal: Proposal, says: dict, known: Known) -> str:
    clauses, raised = len(says["clauses"]), len(says["issues"])
    with_what = [_many(clauses, "clause") if clauses else "no resolution"]
    with_what += [f"{_many(raised, 'question')} of members"] if raised else []
    return f"New minute with {' and '.join(with_what)}, as printed."


def _action(proposal: Proposal, says: dict, known: Known) -> str:
    who = f"for {owner_in_words(says['who'], known)}" if says["who"] else "that nobody owns yet"
    return f"New action {who}, {due_lead(proposal, known)}."


def owner_in_words(who: str, known: Known) -> str:
    """An owner inside a sentence: "the Director of Trams"; nothing for nobody."""
    article = "the " if who.startswith(("post:", "new_post:")) else ""
    return f"{article}{known.label(who)}" if who else ""


def due_lead(proposal: Proposal, known: Known) -> str:
    """When it is due as a sentence goes on: "due at the next meeting", "no date given"."""
    due = due_in_words(proposal, known)
    return due if due in {_DUE[DueKind.NONE], _DUE[DueKind.RECURRING]} else f"due {due}"


def _tracked(proposal: Proposal, says: dict, known: Known) -> str:
    return f"{_action(proposal, says, known)[:-1]}, with no minute linked."


def _suggestion(proposal: Proposal, says: dict, known: Known) -> str:
    return "New suggestion for the work programme, for the chair to look at."


def _row(proposal: Proposal, says: dict, known: Known) -> str:
    by = f", by {' / '.join(says['authors'])}" if says["authors"] else ""
    where = f"on the meeting of {in_full(says['on'])}" if says["on"] else "waiting for a meeting"
    return f"New programme item {where}{by}."


def _informal(proposal: Proposal, says: dict, known: Known) -> str:
    kind = MeetingKind(says["kind"]).label if says["kind"] else "Informal meeting or visit"
    return f"New: {kind[:1].lower()}{kind[1:]}, {in_full(says['on']) or says['when_text'] or 'to be arranged'}."


def _decision(proposal: Proposal, says: dict, known: Known) -> str:
    when = in_full(says["decision_on"]) or says["decision_text"] or "no day given"
    return f"New decision on the forward plan: {says['decision_maker']}, {when}."


def _recommendation(proposal: Proposal, says: dict, known: Known) -> str:
    return f"New recommendation to {says['to'] or 'nobody in particular'}, made on {in_full(says['made_on'])}."


def _wording(proposal: Proposal, says: dict, known: Known) -> str:
    return f"Keeps this wording of {cited(says['path'])} beside the one on record."


def _change(proposal: Proposal, says: dict, known: Known) -> str:
    if not says["was"] and not says["now"]:
        return "Changes what is on record."
    now = in_full(says["now"]) if _is_day(says["now"]) else says["now"]
    return f"Changes the record from “{says['was'] or 'nothing'}” to “{now or 'nothing'}”."


def _is_day(text: str | None) -> bool:
    return bool(text) and len(text) == 10 and text[4] == text[7] == "-"


def _many(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"


_WILL: dict[str, Callable[[Proposal, dict, Known], str]] = {
    Sort.MEETING: _meeting,
    Sort.CONFLICT: _conflict,
    Sort.SEAT: _seat,
    Sort.APPOINTMENT: _appointment,
    Sort.ATTENDANCE: _attendance,
    Sort.AGENDA_LINE: _agenda_line,
    Sort.MINUTE: _minute,
    Sort.ACTION: _action,
    Sort.TRACKED: _tracked,
    Sort.SUGGESTION: _suggestion,
    Sort.ROW: _row,
    Sort.INFORMAL: _informal,
    Sort.DECISION: _decision,
    Sort.RECOMMENDATION: _recommendation,
    Sort.WORDING: _wording,
    Sort.CHANGE: _change,
}
