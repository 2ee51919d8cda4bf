"""What every page is surrounded by: the ways on, for whom, and what happens where there is no page."""

from datetime import date

import pytest
from django.http import Http404
from django.test import Client
from django.urls import path

from council.models import Council
from scrutiny.urls import urlpatterns as addresses
from tests.factories import make_body, make_item, make_manager, make_meeting, make_member, make_officer, make_user

pytestmark = pytest.mark.django_db
FILE_MAIL = "django.core.mail.backends.filebased.EmailBackend"
SMTP = "django.core.mail.backends.smtp.EmailBackend"
ANYBODY = ["My work", "Committees", "Actions", "Recommendations", "Forward plan", "Requests"]


def fail(request):
    raise ZeroDivisionError


def hide(request):
    raise Http404("There is an exempt thing here")


urlpatterns = [*addresses, path("fails/", fail), path("hides/", hide)]


def ways(client, user, at="/dates/"):
    if user:
        client.force_login(user)
    return client.get(at).context["navigation"]


@pytest.mark.parametrize(
    ("make", "backend", "texts"),
    [
        (lambda body: None, FILE_MAIL, []),
        (lambda body: make_user(), FILE_MAIL, ANYBODY),
        (lambda body: make_member(body), FILE_MAIL, ANYBODY),
        (lambda body: make_officer(body), FILE_MAIL, [*ANYBODY, "Papers", "Print", "Reminders", "Mail"]),
        (lambda body: make_manager(), FILE_MAIL, [*ANYBODY, "Papers", "Print", "Reminders", "Mail"]),
        (
            lambda body: make_manager(),
            "django.core.mail.backends.smtp.EmailBackend",
            [*ANYBODY, "Papers", "Print", "Reminders"],
        ),
    ],
    ids=["public", "person", "member", "officer", "manager", "manager where mail is sent"],
)
def test_ways_are_those_the_user_may_go(client, settings, make, backend, texts):
    settings.EMAIL_BACKEND = backend
    assert [way["text"] for way in ways(client, make(make_body()))] == texts


def test_author_has_the_way_to_their_reports(client):
    officer = make_officer(make_body())
    meeting = make_meeting(officer.grants.get().body, date(2024, 1, 30), by=officer)
    author = make_user()
    make_item(meeting, by=officer, authors=(author.person,))
    assert [way["text"] for way in ways(client, author)] == ["My work", "My reports", *ANYBODY[1:]]


def test_user_without_standing_has_no_ways(client):
    user = make_user()
    user.person = None
    user.save()
    assert ways(client, user) == []


@pytest.mark.parametrize(("at", "active"), [("/", ["My work"]), ("/dates/", []), ("/actions/?state=open", ["Actions"])])
def test_the_way_one_came_is_marked(client, at, active):
    assert [way["text"] for way in ways(client, make_user(), at) if way["active"]] == active


@pytest.mark.parametrize(("held_on", "said"), [(None, False), (date(2023, 9, 19), True)])
def test_held_date_is_said_on_every_page(client, held_on, said):
    Council.objects.create(pk=1, name="Sefton Council", held_on=held_on)
    page = client.get("/dates/").content.decode()
    assert ("Sefton Council" in page, "The date is held at Tuesday 19 September 2023" in page) == (True, said)


@pytest.mark.urls("tests.scrutiny.test_context")
@pytest.mark.parametrize("at", ["/nowhere/", "/hides/"])
def test_what_is_not_found_says_where_to_go_and_not_why(client, at):
    page = client.get(at)
    words = page.content.decode()
    assert (page.status_code, "Page not found" in words, "exempt" in words) == (404, True, False)


@pytest.mark.urls("tests.scrutiny.test_context")
def test_fault_says_sorry_and_nothing_of_itself():
    page = Client(raise_request_exception=False).get("/fails/")
    words = page.content.decode()
    assert (page.status_code, "there is a problem with the service" in words, "ZeroDivision" in words) == (
        500,
        True,
        False,
    )


def test_form_without_its_token_says_what_to_do():
    page = Client(enforce_csrf_checks=True).post("/accounts/sign-in/", {"username": "a", "password": "b"})
    assert (page.status_code, "The form could not be checked" in page.content.decode()) == (403, True)
