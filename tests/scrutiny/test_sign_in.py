"""Signing in and out, the pause after too many failures, and changing one's password."""

from datetime import date

import pytest
from django.core.cache import cache

from council.models import Council
from scrutiny import settings as shipped
from scrutiny.attempts import MOST_FAILURES, count_failure, is_paused
from tests.factories import make_body, make_officer, make_post, make_user

pytestmark = pytest.mark.django_db
PASSWORD = "a long pass phrase"
WRONG = "The username or password is not right. Check both: capital letters count in a password."


@pytest.fixture(autouse=True)
def no_attempts_yet():
    cache.clear()


def sign_in(client, username, password=PASSWORD, **more):
    return client.post("/accounts/sign-in/", {"username": username, "password": password, **more})


def test_right_password_leads_home(client):
    user = make_user()
    page = sign_in(client, user.username)
    assert (page.status_code, page.url, client.session["_auth_user_id"]) == (302, "/", str(user.pk))


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [("/dates/", "/dates/"), ("https://elsewhere.example/", "/"), ("//elsewhere.example/", "/"), ("javascript:1", "/")],
)
def test_next_page_is_followed_only_inside_the_service(client, wanted, led_to):
    assert sign_in(client, make_user().username, next=wanted).url == led_to


def test_page_asked_for_stays_in_the_form(client):
    page = client.get("/accounts/sign-in/?next=/dates/").content.decode()
    assert '<input type="hidden" name="next" value="/dates/">' in page


@pytest.mark.parametrize(
    ("username", "password", "errors"),
    [
        ("", "", {"username": ["Enter the username"], "password": ["Enter the password"]}),
        ("nobody", PASSWORD, {"__all__": [WRONG]}),
        ("somebody\x00", PASSWORD, {"username": ["Null characters are not allowed."]}),
    ],
)
def test_mistake_is_said_in_words(client, username, password, errors):
    page = sign_in(client, username, password)
    assert (page.status_code, page.context["form"].errors) == (200, errors)


def test_closed_account_is_told_the_same_as_a_wrong_password(client):
    user = make_user()
    user.is_active = False
    user.save()
    assert sign_in(client, user.username).context["form"].errors == {"__all__": [WRONG]}


def test_password_is_never_shown_again(client):
    assert "opensesame" not in sign_in(client, "nobody", "opensesame").content.decode()


def fail(client, username, times):
    for _ in range(times):
        sign_in(client, username, "wrong")


def test_ten_failures_pause_even_the_right_password(client):
    user = make_user()
    fail(client, user.username, MOST_FAILURES)
    page = sign_in(client, user.username.upper())
    assert page.context["form"].non_field_errors()[0].startswith("There were too many attempts to sign in")
    assert "_auth_user_id" not in client.session


def test_pause_is_of_one_user_from_one_address(client):
    paused, other = make_user(), make_user()
    fail(client, paused.username, MOST_FAILURES)
    elsewhere = client.post(
        "/accounts/sign-in/", {"username": paused.username, "password": PASSWORD}, REMOTE_ADDR="192.0.2.7"
    )
    client.logout()
    assert (elsewhere.status_code, sign_in(client, other.username).status_code) == (302, 302)


def test_signing_in_forgets_earlier_failures(client):
    user = make_user()
    fail(client, user.username, MOST_FAILURES - 1)
    sign_in(client, user.username)
    client.logout()
    fail(client, user.username, MOST_FAILURES - 1)
    assert sign_in(client, user.username).status_code == 302


def test_trying_many_names_wipes_out_no_count(rf, settings, tmp_path):
    settings.CACHES = {"default": shipped.CACHES["default"] | {"LOCATION": str(tmp_path)}}
    request = rf.post("/accounts/sign-in/")
    for name in [*["ann"] * MOST_FAILURES, *(f"name {number}" for number in range(400))]:
        count_failure(request, name)
    assert is_paused(request, "ann")


def test_unknown_users_are_paused_alike(client):
    fail(client, "nobody", MOST_FAILURES)
    assert "too many attempts" in sign_in(client, "nobody").context["form"].non_field_errors()[0]


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "paused"),
    [(None, "192.0.2.9", True), (("HTTP_X_FORWARDED_PROTO", "https"), "192.0.2.9", False)],
)
def test_forwarded_address_counts_only_behind_a_proxy(client, settings, behind_proxy, forwarded, paused):
    settings.SECURE_PROXY_SSL_HEADER = behind_proxy
    user = make_user()
    fail(client, user.username, MOST_FAILURES)
    page = client.post(
        "/accounts/sign-in/",
        {"username": user.username, "password": PASSWORD},
        HTTP_X_FORWARDED_FOR=f"198.51.100.1, {forwarded}",
    )
    assert (page.status_code == 200) is paused


def test_signing_out_is_a_post(client):
    client.force_login(make_user())
    looked = client.get("/accounts/sign-out/").status_code
    left = client.post("/accounts/sign-out/")
    assert (looked, left.status_code, left.url, "_auth_user_id" in client.session) == (405, 302, "/", False)


def test_demonstration_lists_who_can_be_tried_and_as_what(client):
    body = make_body("Environment Committee")
    officer = make_officer(body, "Rowan Ashworth")
    make_post("Head of Parks", officer.person)
    Council.objects.create(pk=1, held_on=date(2023, 9, 19))
    sample = client.get("/accounts/sign-in/").context["to_try"][0]
    assert (sample.username, sample.name, sample.roles) == (
        officer.username,
        "Rowan Ashworth",
        "Committee officer of Environment Committee, Head of Parks",
    )


def test_nobody_is_listed_outside_a_demonstration(client):
    user = make_user("Rowan Ashworth")
    page = client.get("/accounts/sign-in/")
    assert (page.context["to_try"], user.username in page.content.decode()) == ([], False)


def change_password(client, old=PASSWORD, new="three plain words", again="three plain words"):
    return client.post("/accounts/password/", {"old_password": old, "new_password1": new, "new_password2": again})


def test_password_is_changed_and_the_sign_in_stays(client):
    user = make_user()
    client.force_login(user)
    page = change_password(client)
    user.refresh_from_db()
    assert (page.url, user.check_password("three plain words"), "_auth_user_id" in client.session) == ("/", True, True)


@pytest.mark.parametrize(
    ("typed", "at_fault"),
    [
        ({"old": "wrong"}, "old_password"),
        ({"new": "short", "again": "short"}, "new_password2"),
        ({"again": "three other words"}, "new_password2"),
    ],
)
def test_bad_new_password_changes_nothing(client, typed, at_fault):
    user = make_user()
    client.force_login(user)
    page = change_password(client, **typed)
    user.refresh_from_db()
    assert (list(page.context["form"].errors), user.check_password(PASSWORD)) == ([at_fault], True)


def test_password_page_asks_to_sign_in_first(client):
    assert client.get("/accounts/password/").url == "/accounts/sign-in/?next=/accounts/password/"
