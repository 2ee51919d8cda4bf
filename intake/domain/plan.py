"""Adopting the entries of a forward plan."""

import datetime as dt

from council.calendar import today
from council.domain.setting_up import establish_body
from council.enums import BodyKind
from council.models import Body
from papers.reading import facts
from workprogramme.domain.pre_scrutiny import enter_decision
from workprogramme.models import ForwardEntry


def adopt_entries(plans: tuple[facts.ForwardPlan, ...], *, in_remit_of: Body | None, by) -> None:
    """Put each decision of the plans on record where it is new."""
    for plan in plans:
        for entry in plan.entries:
            _adopt(entry, plan.published or today(), in_remit_of, by=by)


def _adopt(entry: facts.PlanEntry, published: dt.date, in_remit_of: Body | None, *, by) -> None:
    maker = establish_body(name=entry.decision_maker or "Cabinet", kind=BodyKind.CABINET)
    if ForwardEntry.objects.filter(title=entry.title[:300], decision_maker=maker, decision_on=entry.due).exists():
        return
    enter_decision(
        title=entry.title,
        decision_maker=maker,
        published_on=published,
        by=by,
        decision_on=entry.due,
        decision_text=(entry.due_text or "")[:200],
        in_remit_of=in_remit_of,
        lead=(entry.lead or "")[:200],
        is_key=entry.key is not False,
        is_exempt=bool(entry.exempt),
    )
