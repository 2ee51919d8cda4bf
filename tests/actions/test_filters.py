"""What each filter of the actions list lets through, and in which order."""

from datetime import date

import pytest
from django.http import QueryDict

from actions.domain.actions import ask_again, no_longer_required, put_on_programme
from actions.domain.recommendations import approve_by_council, make_recommendation
from actions.domain.two_voices import give_update, record_answer
from actions.filters import ActionFilter, RecommendationFilter, in_order
from actions.models import Action, Recommendation
from council.enums import DueKind
from tests.factories import (
    make_action,
    make_body,
    make_clause,
    make_item,
    make_meeting,
    make_officer,
    make_person,
    make_post,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def year(hold_date):
    """Five actions of two committees on 19 September 2023."""
    hold_date(date(2023, 9, 19))
    body = make_body("Children's services")
    other = make_body("Adult social care")
    officer = make_officer(body)
    june, elsewhere = (make_meeting(owner, date(2023, 6, 6), by=officer) for owner in (body, other))
    director = make_post("Director of Children's Services", make_person("Hari Holder"))
    late = make_action(
        june, "Write to the Secretary of State", by=officer, due_kind=DueKind.DATE, due_on=date(2023, 7, 31)
    )
    soon = make_action(
        june, "Report on complaints", by=officer, owner=director, due_kind=DueKind.DATE, due_on=date(2023, 10, 10)
    )
    answered = make_action(june, "Domestic abuse", by=officer, owner=director)
    record_answer(answered, note="A briefing", on=date(2023, 9, 1), by=officer)
    planned = make_action(elsewhere, "Scorecard", by=officer, owner=make_person("Ada Author"))
    put_on_programme(planned, item=make_item(elsewhere, by=officer), by=officer)
    ended = make_action(june, "Leaflet", by=officer, owner=make_body("Health trust", kind="outside"))
    no_longer_required(ended, why="Done elsewhere", agreed_by="The chair", by=officer)
    names = {"late": late, "soon": soon, "answered": answered, "planned": planned, "ended": ended}
    return {name: Action.objects.get(pk=action.pk) for name, action in names.items()}


def shown(year, query: str) -> list[str]:
    names = {action.pk: name for name, action in year.items()}
    narrowed = ActionFilter(QueryDict(query), queryset=in_order(Action.objects.all()))
    return [names[pk] for pk in narrowed.qs.values_list("pk", flat=True)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["late", "soon", "answered", "planned"]),
        ("state=live", ["late", "soon", "answered", "planned"]),
        ("state=all", ["late", "soon", "answered", "planned", "ended"]),
        ("state=ended", ["ended"]),
        ("state=not_required", ["ended"]),
        ("state=open", ["late", "soon", "answered", "planned"]),
        ("state=complete", []),
        ("committee=adult-social-care", ["planned"]),
        ("committee=childrens-services", ["late", "soon", "answered"]),
        ("overlooked=on", ["late", "soon"]),
        ("overlooked=on&committee=adult-social-care", []),
        ("overlooked=", ["late", "soon", "answered", "planned"]),
        ("due=overdue", ["late"]),
        ("due=soon", ["soon"]),
        ("due=none", ["planned"]),
        ("due_from-day=1&due_from-month=8&due_from-year=2023", ["soon"]),
        ("due_to-day=1&due_to-month=8&due_to-year=2023", ["late"]),
        ("due_from=2023-07-31&due_to=2023-07-31", ["late"]),
        ("owner=nobody", ["late"]),
        ("q=complaints", ["soon"]),
        ("q=hari", ["soon", "answered"]),
        ("q=director+children", ["soon", "answered"]),
        ("q=ada", ["planned"]),
        ("q=trust&state=all", ["ended"]),
        ("q=nothing+like+it", []),
        ("q=%25", []),
        ("sort=-due", ["soon", "late", "answered", "planned"]),
        ("sort=owner", ["planned", "soon", "answered", "late"]),
        ("sort=-ref", ["planned", "answered", "soon", "late"]),
        ("sort=asked", ["late", "soon", "answered", "planned"]),
    ],
)
def test_actions_filter_lets_through(year, query, names):
    assert shown(year, query) == names


def test_actions_filter_finds_by_reference(year):
    assert shown(year, f"q=a{year['soon'].pk}") == ["soon"]


def test_actions_filter_finds_by_every_clause_that_asks(year):
    ask_again(year["soon"], make_clause(year["soon"].clause.minute.meeting, "that lessons learnt be reported"))
    assert shown(year, "q=lessons") == ["soon"]


def test_actions_filter_by_owner_is_of_that_kind_alone(year):
    soon, planned, ended = year["soon"], year["planned"], year["ended"]
    assert shown(year, f"owner=post-{soon.owed_by_post_id}") == ["soon", "answered"]
    assert shown(year, f"owner=person-{planned.owed_by_person_id}") == ["planned"]
    assert shown(year, f"owner=body-{ended.owed_by_body_id}&state=all") == ["ended"]


def test_owners_offered_are_those_who_were_asked(year):
    make_post("Director of Parks")
    choices = ActionFilter(QueryDict(""), queryset=Action.objects.all()).form.fields["owner"].choices
    assert [(label, [name for _, name in owners]) for label, owners in list(choices)[2:]] == [
        ("Posts", ["Director of Children's Services"]),
        ("People", ["Ada Author"]),
        ("Bodies", ["Health trust"]),
    ]


@pytest.mark.parametrize(
    ("query", "field", "message"),
    [
        ("due_from-day=31&due_from-month=2&due_from-year=2023", "due_from", "Due on or after must be a real date"),
        ("owner=post-999999", "owner", "Choose who was asked from the list"),
        ("sort=sideways", "sort", "Choose an order from the list"),
    ],
)
def test_bad_filter_says_so_and_the_others_hold(year, query, field, message):
    narrowed = ActionFilter(QueryDict(f"{query}&q=complaints"), queryset=in_order(Action.objects.all()))
    assert (len(narrowed.qs), narrowed.form.errors[field]) == (1, [message])


def test_search_longer_than_a_database_takes_says_so(year):
    narrowed = ActionFilter(QueryDict(f"q={'x' * 60_000}"), queryset=Action.objects.all())
    assert (len(narrowed.qs), narrowed.form.errors["q"]) == (4, ["Search must be 200 characters or fewer"])


def test_drafts_are_offered_as_a_state_only_where_there_are_any(year):
    states = [
        value for value, _ in ActionFilter(QueryDict(""), queryset=Action.objects.all()).form.fields["state"].choices
    ]
    assert "draft" not in states
    Action.objects.filter(pk=year["late"].pk).update(state="draft")
    states = [
        value for value, _ in ActionFilter(QueryDict(""), queryset=Action.objects.all()).form.fields["state"].choices
    ]
    assert "draft" in states


def test_proposed_is_not_overlooked(year):
    give_update(year["late"], standing="done", text="Sent", by=make_officer(year["late"].body))
    assert shown(year, "overlooked=on") == ["soon"]


def test_recommendations_filter_by_committee_and_state(hold_date):
    hold_date(date(2023, 9, 19))
    body, other = make_body("Children's services"), make_body("Adult social care")
    officer = make_officer(body)
    made = make_recommendation(body=body, text="Publish", made_on=date(2023, 6, 6), by=officer)
    begun = make_recommendation(body=other, text="Train", made_on=date(2023, 6, 6), by=officer)
    approve_by_council(begun, on=date(2023, 7, 13), by=officer)
    queries = ("committee=childrens-services", "state=being_implemented", "committee=childrens-services&state=sent")
    found = [
        list(RecommendationFilter(QueryDict(query), queryset=Recommendation.objects.all()).qs) for query in queries
    ]
    assert found == [[made], [begun], []]
