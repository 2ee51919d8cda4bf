"""Carrying out reorganisations, and asking what became of things, for tests."""

from datetime import date

from actions.domain.assigning import Part
from actions.domain.reorganise import merge_committees, split_committee
from committees.models import Passed
from council.models import Body

DAY = date(2023, 9, 19)
DECIDED = {"why": "Cabinet has two portfolios fewer", "decided_in": "Council, 14 September 2023, minute 41"}
WHY = "Merged from 19 September 2023: Cabinet has two portfolios fewer"
FAMILIES = Part(name="Families Scrutiny Committee", short_name="Families")


def merge(*bodies, by, into=FAMILIES, from_on=DAY, **more) -> Body:
    """The committee that continues those merged."""
    return merge_committees(bodies, into=into, from_on=from_on, by=by, **DECIDED, **more).into.get()


def split(body, *parts, by, **more) -> list[Body]:
    """The committees that continue one, in the order of its parts."""
    made = split_committee(body, into=parts, from_on=DAY, by=by, **DECIDED, **more)
    found = {one.name: one for one in made.into.all()}
    return [found[part.name or part.body.name] for part in parts]


def told(body: Body) -> list[tuple]:
    """What was written down of what an ended committee passed on."""
    rows = Passed.objects.filter(before=body).select_related("after")
    return [(row.sort, row.number, row.after and row.after.called, row.because) for row in rows]


def again(record):
    return type(record).objects.get(pk=record.pk)
