"""Carrying a year over: making the next year's draft from what ``year_end`` plans, and the meetings it proposes."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from actions.domain.actions import put_on_programme
from actions.domain.moving import arrange_in_year
from actions.domain.year_end import NEVER_HELD, Line, Proposed, YearEnd, label_after, plan_year_end
from committees.models import Meeting
from council.history import save_by
from council.models import MunicipalYear
from council.refusal import Refusal
from council.rules import check_stands
from workprogramme.domain.items import accept_item, defer_item, open_programme, set_authors, suggest_item
from workprogramme.domain.returning import next_item
from workprogramme.enums import Origin, Recurrence
from workprogramme.models import Carried, Item, Programme


@transaction.atomic
def carry_over(
    programme: Programme, *, to_year: MunicipalYear, by, meetings: Iterable[tuple[Proposed, date]] = ()
) -> YearEnd:
    """Make the next year's draft, and arrange the meetings that were confirmed, each with its day; returns the plan.

    What waits moves to the next year as it is; what comes back begins anew there, and the open actions it was to
    answer go with it. Carried out twice it does nothing more. Raises ``Refusal`` for a year that is not the next one,
    for a committee that has ended, or as arranging a meeting does.
    """
    programme = Programme.objects.select_for_update(of=("self",)).select_related("body", "year").get(pk=programme.pk)
    check_stands(programme.body, None)
    if to_year.label != label_after(programme.year):
        raise Refusal(f"{programme.year} carries over to {label_after(programme.year)}, not to {to_year}.")
    plan, draft = plan_year_end(programme), open_programme(body=programme.body, year=to_year)
    for line in plan.carried:
        _carry(line, programme, draft, by=by)
    for proposed, on in meetings:
        _arrange(proposed, on, by=by)
    return plan


def _carry(line: Line, programme: Programme, draft: Programme, *, by) -> None:
    item = line.items[0]
    after = _begin_anew(item, draft, by=by) if line.anew else _move_on(item, draft, because=line.because, by=by)
    for action in line.actions:
        put_on_programme(action, item=after, by=by)
    words = {"from_programme": programme, "to_programme": draft, "after": after, "by": by}
    Carried.objects.bulk_create(Carried(before=before, because=line.because[:300], **words) for before in line.items)


def _begin_anew(item: Item, draft: Programme, *, by) -> Item:
    if item.series_id:
        return _next_of(item, draft, by=by)
    origin = Origin.STANDING if item.recurrence == Recurrence.STANDING else Origin.LAST_YEAR
    same = ("purpose", "route", "recurrence", "report_of", "portfolio", "origin_clause")
    after = suggest_item(
        programme=draft, title=item.title, by=by, origin=origin, **{name: getattr(item, name) for name in same}
    )
    if item.organisation_id:
        after.organisation = item.organisation
        save_by(after, by=by, why="Carried over", fields=["organisation"])
    set_authors(after, tuple(author.person for author in item.authors.all()))
    return accept_item(after, by=by, why=f"Carried over from {item.programme.year}")


def _next_of(item: Item, draft: Programme, *, by) -> Item:
    """The first item of its series that the next year has already, or a new one by the same authors."""
    there = item.series.items.filter(programme=draft).exclude(state__in=NEVER_HELD).order_by("pk").first()
    authors = tuple(author.person for author in item.authors.all())
    return there or next_item(item.series, programme=draft, by=by, authors=authors)


def _move_on(item: Item, draft: Programme, *, because: str, by) -> Item:
    if item.meeting_id:
        item = defer_item(item, why=because, by=by)
    item.programme, item.version = draft, item.version + 1
    save_by(item, by=by, why=f"Carried over to {draft.year}", fields=["programme", "version"])
    return item


def _arrange(proposed: Proposed, on: date, *, by) -> Meeting:
    was = proposed.meeting
    return arrange_in_year(body=was.body, on=on, by=by, at=was.at, venue=str(was.venue or ""), room=was.room)
