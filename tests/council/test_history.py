"""Every change of a tracked record says who and why, and no room writes one past its history."""

import ast
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from simple_history.utils import get_history_manager_for_model

from actions.domain.actions import put_on_programme, reassign, set_due
from actions.domain.moving import arrange_in_year, move_meeting
from actions.domain.recommendations import approve_by_council, sign_off
from actions.domain.two_voices import accept_completion, open_again, propose_completion, record_answer
from actions.models import Action, Recommendation
from committees.domain.meetings import hold_meeting
from committees.domain.seats import end_term
from committees.models import Meeting, Seat
from council.history import create_by, save_by
from council.models import Body
from tests.factories import (
    make_action,
    make_body,
    make_item,
    make_meeting,
    make_member,
    make_officer,
    make_recommended,
)
from workprogramme.domain.items import defer_item, hear_item, move_item, schedule_item, start_preparing
from workprogramme.models import Item

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    "council",
    "committees",
    "workprogramme",
    "actions",
    "public",
    "reminders",
    "intake",
    "scrutiny",
    "demo",
    "jobs",
)
TRACKED = {
    "Action",
    "AskingRules",
    "Comments",
    "Hearing",
    "Invitation",
    "Item",
    "ItemRequest",
    "Meeting",
    "Recommendation",
    "ReviewTopic",
    "Seat",
    "Series",
    "Wording",
    "WrittenAnswer",
}
PAST_HISTORY = {"update", "bulk_create", "bulk_update", "update_or_create"}
# What a queryset hangs on where no model is named: the reverse managers of tracked records.
REVERSE = {
    "actions",
    "comments",
    "invitations",
    "items",
    "meetings",
    "recommendations",
    "seats",
    "series",
    "written_answers",
}


def tracked_models() -> set[str]:
    return {model.__name__ for model in apps.get_models() if hasattr(model, "history")}


def writes_past_history(source: str) -> list[int]:
    """The lines on which a tracked model's manager or queryset is written without its history."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [call.lineno for call in calls if _saved_bare(call.func) or _written(call.func)]


def _saved_bare(called: ast.expr) -> bool:
    """``item.save(…)``, which would not say who: ``council.history.save_by`` does."""
    named = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name)
    return named and called.attr == "save" and called.value.id in {name.lower() for name in TRACKED}


def _written(called: ast.expr) -> bool:
    is_write = isinstance(called, ast.Attribute) and called.attr in PAST_HISTORY
    return is_write and bool(_names(called) & (TRACKED | REVERSE))


def _names(called: ast.expr) -> set[str]:
    """The names on the chain that a method is called on: ``Item.objects.filter(…).update`` is Item, objects, filter."""
    if isinstance(called, ast.Attribute):
        return _names(called.value) | ({called.attr} - PAST_HISTORY)
    if isinstance(called, ast.Call):
        return _names(called.func)
    return {called.id} if isinstance(called, ast.Name) else set()


def test_tracked_models_are_those_the_rooms_are_searched_for():
    assert tracked_models() == TRACKED


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("Item.objects.filter(pk=1).update(state='heard')", [1]),
        ("x = 1\nAction.objects.live().owed().update(met_on=None)", [2]),
        ("meeting.items.update(order=1)", [1]),
        ("body.seats.on(day).update(to_on=day)", [1]),
        ("Meeting.objects.bulk_create(rows)", [1]),
        ("Recommendation.objects.update_or_create(pk=1)", [1]),
        ("item.save(update_fields=['title'])", [1]),
        ("meeting.publication.save()", []),
        ("item.stages.owed().update(waived_because='x')", []),
        ("recommendation.updates.owed().update(waived_because='x')", []),
        ("Cycle.objects.bulk_create(rows)", []),
        ("fields.update(extra)", []),
    ],
)
def test_search_finds_what_it_should(source, lines):
    assert writes_past_history(source) == lines


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_writes_a_tracked_record_past_its_history(room):
    sources = [path for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts]
    assert sources != []
    found = {str(path.relative_to(ROOT)): writes_past_history(path.read_text(encoding="utf-8")) for path in sources}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.django_db
@pytest.mark.usefixtures("held")
def test_save_by_and_create_by_say_who_and_why():
    officer = make_officer(make_body())
    body = Body.objects.first()
    seat = create_by(Seat, by=officer, body=body, role="member")
    seat.represents = "Ward"
    save_by(seat, by=officer, why="x" * 300, fields=["represents"])
    rows = seat.history.order_by("history_id").values_list("history_type", "history_user", "history_change_reason")
    assert list(rows) == [("+", officer.pk, None), ("~", officer.pk, "x" * 100)]


@pytest.mark.django_db
@pytest.mark.usefixtures("held")
def test_save_by_writes_only_the_fields_it_names():
    officer = make_officer(make_body())
    seat = create_by(Seat, by=officer, body=Body.objects.first(), role="member", represents="Ward")
    seat.represents, seat.role = "Another ward", "chair"
    save_by(seat, by=officer, fields=["represents"])
    seat.refresh_from_db()
    assert (seat.represents, seat.role) == ("Another ward", "member")


def a_year_of_verbs(officer, member) -> None:
    """Most verbs once, so that every tracked record changes in many ways."""
    body = officer.grants.get().body
    june = make_meeting(body, date(2023, 6, 6), by=officer)
    september, november = (make_meeting(body, on, by=officer) for on in (date(2023, 9, 26), date(2023, 11, 14)))
    hold_meeting(june, by=officer)
    first, second = make_item(september, by=officer), make_item(september, by=officer)
    start_preparing(first, by=officer)
    first = move_item(first, to=november, why="Data are late", by=officer)
    second = schedule_item(defer_item(second, why="Data are late", by=officer), meeting=november, by=officer)
    action = make_action(june, by=officer, due_kind="next_meeting")
    answered = make_action(june, by=officer, due_kind="next_meeting")
    arrange_in_year(body=body, on=date(2023, 9, 21), by=officer)
    move_meeting(september, to=date(2023, 10, 3), why="Storm", by=officer)
    put_on_programme(action, item=first, by=officer)
    reassign(action, owner=member.person, why="Reorganised", by=officer)
    set_due(action, on=date(2023, 12, 1), why="Agreed", by=officer)
    propose_completion(action, text="Done", by=member)
    open_again(action, meeting=june, why="No figures", by=officer)
    accept_completion(action, meeting=june, by=officer)
    record_answer(answered, item=second, on=date(2023, 9, 18), by=officer)
    hear_item(first, by=officer)
    end_term(body.seats.get(), on=date(2024, 5, 1), by=officer)
    recommendation = make_recommended(body, date(2023, 3, 1), by=officer)
    approve_by_council(recommendation, on=date(2023, 5, 18), by=officer)
    sign_off(recommendation, meeting=june, achieved=True, by=officer)


@pytest.mark.django_db
@pytest.mark.usefixtures("held")
def test_every_change_says_who():
    officer = make_officer(make_body())
    member = make_member(officer.grants.get().body)
    a_year_of_verbs(officer, member)
    for model in (Action, Item, Meeting, Recommendation, Seat):
        rows = get_history_manager_for_model(model).all()
        by = set(rows.values_list("history_user", flat=True))
        assert (model.__name__, by - {officer.pk, member.pk}) == (model.__name__, set())
        assert set(rows.values_list("history_type", flat=True)) == {"+", "~"}


@pytest.mark.django_db
@pytest.mark.usefixtures("held")
def test_changes_with_a_reason_say_it():
    officer = make_officer(make_body())
    a_year_of_verbs(officer, make_member(officer.grants.get().body))
    said = {
        model: set(get_history_manager_for_model(model).values_list("history_change_reason", flat=True)) - {None}
        for model in (Action, Item, Meeting)
    }
    assert said[Item] == {"Data are late"}
    assert said[Meeting] == {"Storm"}
    assert {"Meeting of 21 September 2023 arranged", "Reorganised", "Agreed", "No figures"} - said[Action] == set()
