"""Recording minutes: every clause exactly as printed, and one action for what is asked, however often it is asked."""

import datetime as dt

from django.urls import reverse

from actions.domain.actions import ask, ask_again
from actions.domain.recommendations import make_recommendation
from actions.models import Action, Recommendation
from committees.domain.minutes import record_clause, record_minute
from committees.models import Clause, IssueRaised, Meeting, Minute, OtherWording
from council.calendar import today
from council.directory import find_body
from council.domain.setting_up import create_post, register_person
from council.enums import DueKind
from council.models import Person, Post
from council.names import fold, fold_person
from council.refusal import Refusal
from intake.domain.naming import without_the
from intake.domain.owners import Owner, owner_of
from intake.domain.record.making import Making
from intake.models import Proposal
from workprogramme.domain.asked import ask_for_item
from workprogramme.enums import Origin
from workprogramme.models import ItemRequest


def record_minutes(proposal: Proposal, making: Making) -> str:
    """A minute with the clauses that are not on record yet, and what members raised. What is there is never edited."""
    says = proposal.now_says
    meeting = making.meeting(says["meeting"], says)
    minute = Minute.objects.filter(meeting=meeting, number=says["number"]).first() or record_minute(
        meeting=meeting, number=says["number"], title=says["title"], paper=making.paper, line=says["line"],
        order=says["order"], report_of=says["report_of"],
    )  # fmt: skip
    _clauses(says["clauses"], minute)
    if not minute.issues.exists():
        _issues(says["issues"], minute)
    return f"{reverse('meeting_minutes', args=[meeting.pk])}#minute-{minute.number}"


def _clauses(clauses: list[dict], minute: Minute) -> None:
    on_record = {clause.path: clause for clause in Clause.objects.filter(minute__meeting=minute.meeting)}
    for said in clauses:
        if said["path"] in on_record:
            continue
        on_record[said["path"]] = record_clause(
            minute=minute, path=said["path"], label=said["label"], text=said["text"], sort=said["sort"],
            parent=on_record.get(said["path"].rpartition("/")[0]), same_as=on_record.get(said["same_as"]),
            line=said["line"], order=said["order"],
        )  # fmt: skip


def _issues(issues: list[dict], minute: Minute) -> None:
    IssueRaised.objects.bulk_create(
        IssueRaised(
            minute=minute, text=said["text"], is_suggestion=said["suggestion"], line=said["line"], order=said["order"]
        )
        for said in issues
    )


def link_issues(minutes: list[Proposal], making: Making) -> None:
    """Once every clause is on record: which clause took up what members raised."""
    for proposal in minutes:
        says = proposal.now_says
        meeting = making.meeting(says["meeting"], says)
        for said in (issue for issue in says["issues"] if issue["taken_up_by"]):
            clause = making.clause(meeting, said["taken_up_by"])
            IssueRaised.objects.filter(
                minute__meeting=meeting, minute__number=says["number"], order=said["order"]
            ).update(taken_up_by=clause)


def record_wording(proposal: Proposal, making: Making) -> str:
    """How this paper prints a clause that is on record with other words: both are kept."""
    says = proposal.now_says
    meeting = making.meeting(says["meeting"], says)
    clause = _clause(making, meeting, says["path"])
    OtherWording.objects.get_or_create(
        clause=clause, paper=making.paper, defaults={"text": says["now"], "line": says["line"]}
    )
    return f"{reverse('meeting_minutes', args=[meeting.pk])}#{clause.anchor}"


def _clause(making: Making, meeting: Meeting, path: str) -> Clause:
    clause = making.clause(meeting, path)
    if clause is None:
        raise Refusal(f"Clause {path} of {meeting.when} is not on record. Accept its minute first.")
    return clause


def record_action(proposal: Proposal, making: Making) -> str:
    """What a clause asks of somebody, or that a later clause asks the same again."""
    says = proposal.now_says
    meeting = making.meeting(says["meeting"], says)
    clause = _clause(making, meeting, says["path"])
    action = _merged_into(proposal, making)
    if action is not None:
        if action.clause_id != clause.pk:
            ask_again(action, clause)
    else:
        # Two papers of one meeting can be under review at once.
        asked = Action.objects.filter(clause=clause, task=says["task"]).first()
        action = asked or _ask(says, clause, meeting, making)
    making.actions[proposal.pk] = action
    return reverse("action", args=[action.pk])


def _merged_into(proposal: Proposal, making: Making) -> Action | None:
    if proposal.into_action_id:
        return proposal.into_action
    if not proposal.into_id:
        return None
    target = proposal.into
    if target.pk in making.actions:
        return making.actions[target.pk]
    pk = target.recorded_as.strip("/").rpartition("/")[2].lstrip("A")
    found = Action.objects.filter(pk=int(pk)).first() if pk.isdigit() else None
    if found is None:
        raise Refusal(f"“{target}”, which it was merged into, is not on record.")
    return found


def _ask(says: dict, clause: Clause, meeting: Meeting, making: Making) -> Action:
    on = dt.date.fromisoformat(says["due_on"]) if says["due_on"] else None
    named = says["due_kind"] == DueKind.MEETING and on
    at = Meeting.objects.deciding().filter(body=meeting.body, on=on).first() if named else None
    owner = owner_of(says["who"])
    remember(says, owner)
    return ask(
        clause=clause,
        task=says["task"],
        owner=owner,
        by=making.by,
        due_kind=says["due_kind"],
        due_text=says["due_text"],
        due_on=on,
        due_meeting=at,
        asked_as_printed=says["asked"],
        asked_from=says["asked_from"],
    )


def remember(says: dict, owner: Owner) -> None:
    """Keep the printed name as another name of the post or person an officer chose, so that it is known next time."""
    printed = without_the(says["asked"])
    if not says.get("remember") or not printed or owner is None:
        return
    if isinstance(owner, Post) and fold(printed) != owner.folded:
        create_post(title=owner.title, aliases=(printed,))
    elif isinstance(owner, Person) and fold_person(printed) != owner.folded:
        register_person(name=owner.name, aliases=(printed,))


def record_suggestion(proposal: Proposal, making: Making) -> str:
    """What a member suggested, or was agreed where nothing can be resolved, as a request for the chair to look at."""
    says, body = proposal.now_says, making.body(proposal.now_says)
    known = ItemRequest.objects.filter(body=body, title=says["title"], origin=Origin.SUGGESTION).first()
    asked = known or ask_for_item(
        body=body, title=says["title"], why=says["text"], by=making.by, paper=making.paper, line=proposal.line,
        asked_on=min(dt.date.fromisoformat(says["on"]), today()) if says["on"] else None,
    )  # fmt: skip
    return reverse("request", args=[asked.pk])


def record_recommendation(proposal: Proposal, making: Making) -> str:
    """A recommendation, with the clause that made it where there is one."""
    says = proposal.now_says
    body = making.body(says)
    clause = None
    if says.get("path"):
        clause = _clause(making, making.meeting(says["meeting"], says), says["path"])
    known = Recommendation.objects.filter(body=body, clause=clause, text=says["text"]).first()
    made = known or make_recommendation(
        body=body, text=says["text"], made_on=dt.date.fromisoformat(says["made_on"]), by=making.by, clause=clause,
        addressed_to=find_body(without_the(says["to"])) if says["to"] else None,
    )  # fmt: skip
    return reverse("recommendation", args=[made.pk])


def record_tracked(proposal: Proposal, making: Making) -> str:
    """An open row of a tracker kept elsewhere: an action without a clause."""
    says = proposal.now_says
    owner = owner_of(says["who"])
    remember(says, owner)
    on = dt.date.fromisoformat(says["due_on"]) if says["due_on"] else None
    action = ask(
        body=making.body(says), asked_on=dt.date.fromisoformat(says["asked_on"]) if says["asked_on"] else today(),
        task=says["task"], owner=owner, by=making.by, due_kind=DueKind.DATE if on else DueKind.NONE,
        due_text=says["due_text"], due_on=on, asked_as_printed=says["asked"], asked_from="column",
    )  # fmt: skip
    return reverse("action", args=[action.pk])
