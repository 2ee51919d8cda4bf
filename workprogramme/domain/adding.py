"""Adding an item in one go, as an officer does at the planner, and saying who writes it and whose it is."""

from django.db import transaction

from committees.models import Meeting
from council.domain.setting_up import register_person
from council.history import save_by
from council.models import Body, MunicipalYear, Portfolio, Post
from council.rules import check_stands
from workprogramme.domain.items import accept_item, locked, open_programme, schedule_item, set_authors, suggest_item
from workprogramme.models import Item


@transaction.atomic
def add_item(
    *,
    body: Body,
    year: MunicipalYear,
    title: str,
    by,
    authors: tuple[str, ...] = (),
    accepted: bool = True,
    meeting: Meeting | None = None,
    **more,
) -> Item:
    """Suggest an item, accept it where ``accepted``, and schedule it where there is a ``meeting``.

    ``authors`` are names; whoever is not on record is put there. Raises ``Refusal`` where the committee has ended, and
    as the verbs it calls do.
    """
    check_stands(body, None)
    people = tuple(register_person(name=name) for name in authors)
    item = suggest_item(programme=open_programme(body=body, year=year), title=title, by=by, authors=people, **more)
    if accepted:
        item = accept_item(item, by=by)
    if accepted and meeting:
        item = schedule_item(item, meeting=meeting, by=by)
    return item


@transaction.atomic
def name_authors(item: Item, *, authors: tuple[str, ...], by) -> Item:
    """Say by name who writes the report, in the order to be printed; whoever is not on record is put there."""
    item = locked(item)
    set_authors(item, tuple(register_person(name=name) for name in authors))
    item.version += 1
    save_by(item, by=by, why=f"Report written by {', '.join(authors) or 'nobody yet'}", fields=["version"])
    return item


@transaction.atomic
def say_whose(
    item: Item,
    *,
    report_of: Post | None,
    portfolio: Portfolio | None,
    purpose: str,
    by,
    version: int | None = None,
) -> Item:
    """Say of which post an item is the report, in whose portfolio it falls, and what it is looked at for.

    Who is invited to its meeting follows from that (Protocol 4.1, 6.6, 6.7). Raises ``Stale`` where somebody saved the
    item since ``version``.
    """
    item = locked(item, version)
    item.report_of, item.portfolio, item.purpose, item.version = report_of, portfolio, purpose, item.version + 1
    said = ["report_of", "portfolio", "purpose", "version"]
    save_by(item, by=by, why="Post, portfolio and purpose named", fields=said)
    return item
