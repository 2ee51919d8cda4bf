"""Statements anybody can read, and what robots are told."""

import pytest

from tests.factories import make_manager

HOLIDAY = {"on": "2024-10-21", "name": "Jubilee", "kind": "bank_holiday"}


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "heading"), [("/accessibility/", "Accessibility"), ("/privacy/", "Privacy")])
def test_statement_can_be_read_by_anybody(client, path, heading):
    page = client.get(path)
    assert (page.status_code, f'<h1 class="govuk-heading-xl">{heading}</h1>' in page.content.decode()) == (200, True)


@pytest.mark.django_db
def test_privacy_page_counts_the_cookies_there_are(client):
    user = make_manager()
    client.force_login(user)
    page = client.post("/setup/holidays/", {**HOLIDAY, "sure": "yes"})
    client.get(page.url)
    assert ("There are two" in client.get("/privacy/").content.decode(), set(page.cookies)) == (True, {"sessionid"})
    assert set(client.cookies) == {"sessionid", "csrftoken"}


@pytest.mark.django_db
def test_robots_are_kept_from_everything_but_the_public_pages(client):
    page = client.get("/robots.txt")
    lines = page.content.decode().splitlines()
    assert (page["Content-Type"], lines[0], lines[-1]) == ("text/plain; charset=utf-8", "User-agent: *", "Disallow: /")
