"""Implementation updates: asked of the lead post's holder and the committee's officers (Protocol 8.12)."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from actions.enums import RecommendationState
from actions.models import ImplementationUpdate
from reminders.domain.duties import Duty, plain
from reminders.domain.roll import Roll
from reminders.domain.sources.source import Source, built
from reminders.enums import Kind, SubjectKind

ENDED = (RecommendationState.ACHIEVED, RecommendationState.NOT_ACCEPTED)
COLUMNS = (
    "pk",
    "number",
    "due_on",
    "slip_no",
    "recommendation_id",
    "recommendation__text",
    "recommendation__body_id",
    "recommendation__lead_post_id",
)


def duties(asked: Q, roll: Roll, today: date) -> Iterator[Duty | None]:
    """Updates still owed on recommendations that are not signed off."""
    owed = ImplementationUpdate.objects.owed().filter(asked).exclude(recommendation__state__in=ENDED)
    yield from built(owed.order_by("due_on", "pk").values(*COLUMNS), lambda row: _duty(row, roll))


def _duty(row: dict, roll: Roll) -> Duty:
    body_id = row["recommendation__body_id"]
    lead = roll.holders(row["recommendation__lead_post_id"], "Your post leads on this recommendation")
    return Duty(
        kind=Kind.IMPLEMENTATION_UPDATE,
        subject_kind=SubjectKind.IMPLEMENTATION_UPDATE,
        subject_id=row["pk"],
        ref=f"R{row['recommendation_id']}",
        title=plain(f"Update {row['number']} on: {row['recommendation__text']}"),
        path=f"/recommendations/R{row['recommendation_id']}/",
        body_id=body_id,
        counts_from=row["due_on"],
        told=(*lead, *roll.officers(body_id)),
        slip_no=row["slip_no"],
    )


SOURCE = Source(
    Kind.IMPLEMENTATION_UPDATE,
    SubjectKind.IMPLEMENTATION_UPDATE,
    duties,
    ImplementationUpdate.objects.all(),
    state="recommendation__state",
    states=RecommendationState,
    dated="due_on",
)
