"""Getting to a page, and carrying out a verb for a form."""

from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse, QueryDict

from council.access import carry_out, standing_required, way_back
from council.models import User
from council.refusal import Refusal, Stale
from tests.factories import make_user

pytestmark = pytest.mark.django_db


class Versioned(forms.Form):
    why = forms.CharField()
    version = forms.IntegerField(widget=forms.HiddenInput)


@standing_required
def page(request):
    return HttpResponse("Here")


def asked_by(rf, user):
    request = rf.get("/somewhere/")
    request.user = user
    return request


def test_page_asks_anybody_to_sign_in_first(rf):
    response = page(asked_by(rf, AnonymousUser()))
    assert (response.status_code, response.url) == (302, "/accounts/sign-in/?next=/somewhere/")


def test_page_is_not_found_without_standing(rf):
    with pytest.raises(Http404):
        page(asked_by(rf, User.objects.create_user("nobody")))


def test_page_is_shown_to_somebody_on_record(rf):
    assert page(asked_by(rf, make_user())).content == b"Here"


def a_form():
    form = Versioned(QueryDict("why=because&version=1"))
    assert form.is_valid()
    return form


def test_carry_out_says_whether_it_was_done():
    done = []
    assert (carry_out(a_form(), done.append, "it"), done) == (True, ["it"])


def test_carry_out_makes_a_refusal_the_error_of_the_form():
    def refuse(record):
        raise Refusal("Not now.")

    form = a_form()
    assert (carry_out(form, refuse, None), form.non_field_errors()) == (False, ["Not now."])


def test_carry_out_takes_the_version_of_who_was_quicker():
    record = SimpleNamespace(version=1)
    record.refresh_from_db = lambda: setattr(record, "version", 4)

    def stale(record):
        raise Stale("Somebody was quicker.")

    form = a_form()
    assert carry_out(form, stale, record) is False
    assert (form.non_field_errors(), form["version"].value(), form["why"].value()) == (
        ["Somebody was quicker."],
        "4",
        "because",
    )


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        ("/items/I4/", "/items/I4/"),
        ("", "/health/"),
        ("https://elsewhere.example/", "/health/"),
        ("//e.example", "/health/"),
    ],
)
def test_way_back_leads_only_to_our_own_pages(rf, wanted, place):
    assert way_back(rf.post("/", {"next": wanted}), "/health/") == place
