"""Pages and filters in the address."""

from datetime import date

import pytest
from django import forms
from django.core.paginator import Paginator

from govuk.forms import DateField, FilterForm
from govuk.links import Chosen, chosen_filters, page_items, page_link

CHOICES = [("cse", "Children's services"), ("ph", "Public health"), ("Other", [("x", "Outside body")])]


class ActionFilter(FilterForm):
    owner = forms.MultipleChoiceField(required=False, choices=CHOICES)
    state = forms.ChoiceField(required=False, choices=[("", "Any"), ("late", "Overdue")])
    due_after = DateField(required=False)
    undated = forms.BooleanField(required=False, label="No date")
    words = forms.CharField(required=False)
    closed = forms.NullBooleanField(required=False)


def chosen(rf, query):
    request = rf.get("/actions/?" + query)
    return chosen_filters(request, ActionFilter(request.GET))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", []),
        ("page=3&sort=due", []),
        ("state=nonsense", []),
        ("state=late&page=2", [Chosen("State", "Overdue", "/actions/")]),
        ("words=%26+more&sort=due", [Chosen("Words", "& more", "/actions/?sort=due")]),
        ("closed=false", [Chosen("Closed", "No", "/actions/")]),
        ("undated=on", [Chosen("No date", "Yes", "/actions/")]),
        (
            "owner=cse&owner=x",
            [
                Chosen("Owner", "Children's services", "/actions/?owner=x"),
                Chosen("Owner", "Outside body", "/actions/?owner=cse"),
            ],
        ),
        (
            "due_after-day=1&due_after-month=9&due_after-year=2023&state=late",
            [
                Chosen("State", "Overdue", "/actions/?due_after-day=1&due_after-month=9&due_after-year=2023"),
                Chosen("Due after", "1 Sep 2023", "/actions/?state=late"),
            ],
        ),
        ("due_after=2023-09-01", [Chosen("Due after", "1 Sep 2023", "/actions/")]),
    ],
)
def test_chosen_filters_can_each_be_taken_away(rf, query, found):
    assert chosen(rf, query) == found


def test_form_never_sent_has_nothing_chosen(rf):
    assert chosen_filters(rf.get("/actions/"), ActionFilter(initial={"due_after": date(2023, 9, 1)})) == []


def test_page_link_keeps_filters(rf):
    assert page_link(rf.get("/actions/?owner=cse&page=2"), 3) == "/actions/?owner=cse&page=3"


def test_page_items_leave_a_gap(rf):
    items = page_items(rf.get("/actions/"), Paginator(range(95), 10).page(5))
    assert [item.get("number", "…") for item in items] == [1, "…", 4, 5, 6, "…", 10]
