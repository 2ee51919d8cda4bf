"""Recording changes: where a later paper says otherwise, what is on record follows by its own verbs."""

import datetime as dt

from django.urls import reverse

from committees.models import AgendaLine
from council.calendar import today
from council.refusal import Refusal
from intake.domain.naming import person_named
from intake.domain.record.making import Making
from intake.models import Proposal
from workprogramme.domain.items import move_item, schedule_item, set_authors
from workprogramme.enums import BEING_WRITTEN
from workprogramme.models import ForwardEntry, Item


def record_change(proposal: Proposal, making: Making) -> str:
    """Carry a change out. Raises ``Refusal`` where what it would change is not on record any more."""
    says = proposal.now_says
    return _CHANGES[says["what"]](says, making)


def _agenda_line(says: dict, making: Making) -> str:
    line = _found(AgendaLine, says)
    making.body({"committee": "", "body": line.meeting.body_id})
    line.title, line.report_of = says["title"], says["report_of"] or line.report_of
    line.replaced_by = making.paper if "replacement" in says["flags"] else line.replaced_by
    line.save(update_fields=["title", "report_of", "replaced_by"])
    return reverse("meeting", args=[line.meeting_id])


def _item_meeting(says: dict, making: Making) -> str:
    item = _found(Item, says)
    to = making.meeting(f"meeting:{says['now']}", says)
    why = f"On the programme as printed in {making.paper}"[:300]
    if item.state in BEING_WRITTEN:
        if to.on < today():
            raise Refusal(f"{item} cannot move to the meeting of {to.when}: it has passed.")
        move_item(item, to=to, why=why, by=making.by)
    else:
        schedule_item(item, meeting=to, why=why, by=making.by)
    return reverse("item", args=[item.pk])


def _item_authors(says: dict, making: Making) -> str:
    item = _found(Item, says)
    making.body({"committee": "", "body": item.programme.body_id})
    set_authors(item, tuple(dict.fromkeys(person_named(name) for name in says["authors"])))
    return reverse("item", args=[item.pk])


def _decision_day(says: dict, making: Making) -> str:
    entry = _found(ForwardEntry, says)
    entry.decision_on = dt.date.fromisoformat(says["now"])
    entry.decision_text = says["decision_text"]
    entry.save(update_fields=["decision_on", "decision_text"])
    return reverse("forward_plan")


def _found(model, says: dict):
    found = model.objects.select_for_update(of=("self",)).filter(pk=says["target"]).first()
    if found is None:
        raise Refusal(f"What “{says['title']}” would change is not on record any more. Discard it.")
    return found


_CHANGES = {
    "agenda_line": _agenda_line,
    "item_meeting": _item_meeting,
    "item_authors": _item_authors,
    "decision_day": _decision_day,
}
