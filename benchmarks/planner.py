"""The year planner with 12 meetings and 150 items, and lists of 20,000, beside a page that does nothing.

Run: python benchmarks/planner.py [ITEMS [ROWS]]. Every page is asked for by a signed-in officer through the whole
service, on a database in memory; the best of several runs counts. Queries are counted at this size and at a tenth.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "scrutiny.settings",
    "DATABASE_URL": "sqlite://:memory:",
    "DATA_DIR": tempfile.mkdtemp(),
    "HELD_DATE": "2023-09-19",
    "ALLOWED_HOSTS": "testserver",
    "LOG_LEVEL": "ERROR",
}

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import path  # noqa: E402

from actions.models import Action  # noqa: E402
from committees.domain.meetings import arrange_meeting  # noqa: E402
from committees.models import Meeting  # noqa: E402
from council.domain.setting_up import establish_body, grant_role, register_person  # noqa: E402
from council.models import Body, User  # noqa: E402
from scrutiny.urls import urlpatterns as addresses  # noqa: E402
from workprogramme.domain.items import accept_item, open_programme, schedule_item, suggest_item  # noqa: E402
from workprogramme.models import Item, Programme  # noqa: E402

RUNS = 7
MEETINGS = 12
NOTHING = "/nothing/"
urlpatterns = [*addresses, path("nothing/", lambda request: HttpResponse("Nothing"))]
settings.ROOT_URLCONF = __name__
settings.STORAGES = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


def main(items: int = 150, rows: int = 20_000) -> None:
    """Make both sizes of everything, time each page at full size, and print its ratio and its queries."""
    call_command("migrate", verbosity=0)
    officer = User.objects.create_user("officer", person=register_person(name="Officer"))
    client = Client()
    client.force_login(officer)
    full, tenth = (_committee(name, officer) for name in ("Full", "Tenth"))
    for body, share in ((full, 1), (tenth, 10)):
        _plan(body, items // share, officer)
        _long_lists(body, rows // share, officer)
    nothing = _best(lambda: client.get(NOTHING))
    print(f"{date.today()}, {_machine()}; a page that does nothing: {1000 * nothing:.2f} ms")
    print(f"{'page':<46}{'ms':>9}{'ratio':>8}{'queries':>9}{'at a tenth':>12}")
    for what, address in _pages(items, rows):
        seconds = _best(lambda address=address: _read(client, address.format("full")))
        counts = [_queries(client, address.format(size)) for size in ("full", "tenth")]
        print(f"{what:<46}{1000 * seconds:>9.1f}{seconds / nothing:>8.0f}{counts[0]:>9}{counts[1]:>12}")


def _pages(items: int, rows: int) -> list[tuple[str, str]]:
    year = "/committees/{}/programme/"
    return [
        ("a page of the house with nothing to look up", "/accessibility/"),
        (f"planner, {MEETINGS} meetings and {items} items", f"{year}2023-24/"),
        (f"planner, {rows:,} items", f"{year}2022-23/"),
        (f"programme CSV, {items} items", f"{year}2023-24/export.csv"),
        (f"programme CSV, {rows:,} items", f"{year}2022-23/export.csv"),
        (f"actions, {rows:,} rows", "/actions/?committee={}"),
        (f"actions, {rows:,} rows, last page", "/actions/?committee={}&page=last"),
        (f"actions CSV, {rows:,} rows", "/actions/export.csv?committee={}"),
    ]


def _committee(name: str, officer: User) -> Body:
    body = establish_body(name=name, kind="scrutiny")
    grant_role(user=officer, role="officer", body=body)
    return body


def _plan(body: Body, items: int, officer: User) -> None:
    """A year of meetings with items, three authors each, as the verbs make them."""
    first = date(2023, 9, 26)
    meetings = [arrange_meeting(body=body, on=first + timedelta(20 * n), by=officer) for n in range(MEETINGS)]
    authors = [register_person(name=f"Author {n}") for n in range(40)]
    programme = open_programme(body=body, year=meetings[0].year)
    for n in range(items):
        people = tuple(authors[(3 * n + k) % len(authors)] for k in range(3))
        item = accept_item(
            suggest_item(programme=programme, title=f"Report {n}", by=officer, authors=people), by=officer
        )
        schedule_item(item, meeting=meetings[n % MEETINGS], by=officer)


def _long_lists(body: Body, rows: int, officer: User) -> None:
    """A year past with very many items, and as many actions, written straight to the tables."""
    meeting: Meeting = arrange_meeting(body=body, on=date(2022, 11, 14), by=officer)
    programme: Programme = open_programme(body=body, year=meeting.year)
    Item.objects.bulk_create(
        [
            Item(programme=programme, title=f"Old report {n}", state="heard", meeting=meeting, order=n)
            for n in range(rows)
        ],
        batch_size=1000,
    )
    asked_on = date(2022, 11, 14)
    Action.objects.bulk_create(
        [Action(body=body, task=f"Task {n}", state="open", asked_on=asked_on, due_kind="none") for n in range(rows)],
        batch_size=1000,
    )


def _read(client: Client, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")
    answer.getvalue()


def _best(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        _read(client, address)
    return len(queries)


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
