"""Putting minutes on record, exactly as printed."""

from django.db import transaction

from committees.enums import ClauseSort
from committees.models import Clause, Meeting, Minute, Paper
from committees.rules import check_can_resolve


def record_minute(*, meeting: Meeting, number: str, title: str, paper: Paper | None = None, **more) -> Minute:
    """Put one minute on record."""
    return Minute.objects.create(meeting=meeting, number=number, title=title[:300], paper=paper, **more)


@transaction.atomic
def record_clause(
    *,
    minute: Minute,
    path: str,
    text: str,
    label: str = "",
    sort: str = ClauseSort.OTHER,
    parent: Clause | None = None,
    same_as: Clause | None = None,
    line: int | None = None,
    order: int = 0,
) -> Clause:
    """Put one clause of a resolution on record. Its text is never edited afterwards.

    Raises ``Refusal`` where the meeting cannot resolve (Protocol 8.3).
    """
    check_can_resolve(minute.meeting)
    return Clause.objects.create(
        minute=minute,
        path=path,
        text=text,
        label=label,
        sort=sort,
        parent=parent,
        same_as=same_as,
        line=line,
        order=order,
    )
