"""Actions: asked of whoever owes them, then of the post above, then of the chair; and those without a date."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.db.models import BooleanField, ExpressionWrapper, Q

from actions.enums import LIVE, ActionState
from actions.models import Action
from reminders.domain.duties import Addressee, Duty, plain
from reminders.domain.roll import Roll
from reminders.domain.sources.source import Source, built
from reminders.enums import Kind, SubjectKind

ASKED_IN = [state for state in LIVE if state != ActionState.PROPOSED]
COLUMNS = (
    "pk",
    "task",
    "body_id",
    "due_on",
    "asked_on",
    "slip_no",
    "owed_by_post_id",
    "owed_by_person_id",
    "owed_by_post__line_post_id",
    "delegate_id",
    "exempt",
    "item__meeting__on",
    "arranged_as__on",
)
EXEMPT = ExpressionWrapper(~Q(exempt_note=""), output_field=BooleanField())
DATED = Q(due_on__isnull=False)


def due(asked: Q, roll: Roll, today: date) -> Iterator[Duty | None]:
    """Actions with a date: the holder of the post and the delegate, or the person, or the officers."""
    return _duties(Kind.ACTION, asked & DATED, roll, lambda row: _owners(row, roll))


def due_to_line_post(asked: Q, roll: Roll, today: date) -> Iterator[Duty | None]:
    """The same, for the holder of the post that the owing post reports to, where there is such a post."""

    def above(row: Mapping) -> Sequence[Addressee]:
        return roll.holders(row["owed_by_post__line_post_id"], "The post that owes this reports to yours")

    has_one = Q(owed_by_post__line_post__isnull=False)
    return _duties(Kind.ACTION_LINE_POST, asked & DATED & has_one, roll, above)


def due_to_chair(asked: Q, roll: Roll, today: date) -> Iterator[Duty | None]:
    """The same, for the chair of the committee that asked."""
    return _duties(Kind.ACTION_CHAIR, asked & DATED, roll, lambda row: roll.chairs(row["body_id"]))


def without_date(asked: Q, roll: Roll, today: date) -> Iterator[Duty | None]:
    """Actions that nobody can say the date of, counted from the day they were asked for.

    One whose item or visit is on a meeting is left alone until that has been: everybody can see when it is answered.
    """

    def owners_and_officers(row: Mapping) -> Sequence[Addressee]:
        return (*_owners(row, roll), *roll.officers(row["body_id"]))

    return _duties(Kind.ACTION_NO_DATE, asked & ~DATED, roll, owners_and_officers)


def _duties(kind: Kind, asked: Q, roll: Roll, told: Callable[[Mapping], Sequence[Addressee]]) -> Iterator[Duty | None]:
    owed = Action.objects.owed().filter(asked, state__in=ASKED_IN).annotate(exempt=EXEMPT)
    rows = owed.order_by("due_on", "pk").values(*COLUMNS)
    return built(rows, lambda row: _duty(kind, row, told(row), roll))


def _owners(row: Mapping, roll: Roll) -> list[Addressee]:
    owners: list[Addressee] = []
    if row["owed_by_post_id"]:
        owners += roll.holders(row["owed_by_post_id"], "It is asked of the post you hold")
    if row["owed_by_person_id"]:
        owners.append(Addressee(row["owed_by_person_id"], "It is asked of you"))
    if row["delegate_id"]:
        owners.append(Addressee(row["delegate_id"], "It was passed to you"))
    return owners


def _duty(kind: Kind, row: Mapping, told: Sequence[Addressee], roll: Roll) -> Duty:
    return Duty(
        kind=kind,
        subject_kind=SubjectKind.ACTION,
        subject_id=row["pk"],
        ref=f"A{row['pk']}",
        title=plain(row["task"]),
        path=f"/actions/A{row['pk']}/",
        body_id=row["body_id"],
        counts_from=row["due_on"] or row["asked_on"],
        told=told,
        officers=roll.officers(row["body_id"]),
        slip_no=row["slip_no"],
        exempt=row["exempt"],
        rests_until=_meets_on(row) if row["due_on"] is None else None,
    )


def _meets_on(row: Mapping) -> date | None:
    return max(filter(None, (row["item__meeting__on"], row["arranged_as__on"])), default=None)


def _source(kind: Kind, duties: Callable[[Q, Roll, date], Iterator[Duty | None]], dated: str = "due_on") -> Source:
    return Source(kind, SubjectKind.ACTION, duties, Action.objects.all(), "state", ActionState, dated)


SOURCES: Iterable[Source] = (
    _source(Kind.ACTION, due),
    _source(Kind.ACTION_LINE_POST, due_to_line_post),
    _source(Kind.ACTION_CHAIR, due_to_chair),
    _source(Kind.ACTION_NO_DATE, without_date, "asked_on"),
)
