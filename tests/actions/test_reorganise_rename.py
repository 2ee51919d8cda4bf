"""Committees renamed, and what comes to be open of an ended one handed on."""

import pytest

from actions.domain.assigning import Choices
from actions.domain.reorganise import hand_on, rename_committee
from committees.models import Reorganisation
from council.directory import body_at, find_body
from council.refusal import Refusal
from tests.actions.reorganised import DAY, DECIDED, again, merge, split, told
from tests.factories import (
    make_action,
    make_body,
    make_post,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]


def test_renamed_committee_stays_the_same_under_both_names_and_addresses(children, november, manager):
    made = rename_committee(
        children, name="Families Scrutiny Committee", short_name="Families", from_on=DAY, by=manager, **DECIDED
    )
    renamed = again(children)
    assert (renamed.name, renamed.slug, renamed.ended_on, renamed.meetings.get()) == (
        "Families Scrutiny Committee", "families", None, november,
    )  # fmt: skip
    assert find_body("CHILDREN & YOUNG PEOPLE SCRUTINY COMMITTEE") == renamed
    assert (body_at("children"), body_at("families")) == (renamed, renamed)
    assert (made.was_called, made.now_called) == (children.name, "Families Scrutiny Committee")


def test_committee_can_get_its_old_name_back(children, manager):
    was_called, was_at = children.name, children.slug
    for name, short_name in (("Families Committee", "Families"), (was_called, "Children")):
        rename_committee(again(children), name=name, short_name=short_name, from_on=DAY, by=manager, **DECIDED)
    back = again(children)
    assert (back.name, back.slug, [str(alias) for alias in back.aliases.all()]) == (
        was_called, was_at, ["Families Committee"],
    )  # fmt: skip
    assert body_at("families") == back


def test_old_address_is_not_given_to_another_committee(children, manager):
    rename_committee(children, name="Families Committee", from_on=DAY, by=manager, **DECIDED)
    assert make_body("Children's board", short_name="Children").slug == "children-2"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Adult Care Scrutiny Committee", "is a name of Adult Care Scrutiny Committee"),
        ("Children and Young People Scrutiny Committee", "It is called"),
        ("!", "is not a name"),
    ],
)
def test_renaming_is_refused(children, adults, manager, name, says):
    with pytest.raises(Refusal, match=says):
        rename_committee(children, name=name, short_name="Children", from_on=DAY, by=manager, **DECIDED)
    assert not Reorganisation.objects.exists()


def test_ended_committee_is_not_renamed(children, adults, manager):
    merge(children, adults, by=manager)
    with pytest.raises(Refusal, match="no committee that stands today"):
        rename_committee(children, name="Another", from_on=DAY, by=manager, **DECIDED)


def test_what_the_last_minutes_ask_for_is_handed_on_with_its_date(children, adults, june, november, manager):
    families = merge(children, adults, by=manager)
    action = make_action(june, by=manager, due_kind="next_meeting")
    assert (action.body, action.due_on) == (children, november.on)
    hand_on(again(children), by=manager)
    assert (again(action).body, again(action).due_on) == (families, november.on)
    assert told(children)[-1] == ("action", action.pk, "Families", "")
    with pytest.raises(Refusal, match="Nothing of Children waits"):
        hand_on(again(children), by=manager)


def test_of_a_split_committee_what_comes_later_goes_by_portfolio_or_as_chosen(children, june, care, parts, manager):
    split(children, *parts, by=manager)
    by_post, other = make_action(june, by=manager, owner=make_post(portfolio=care)), make_action(june, by=manager)
    with pytest.raises(Refusal, match=rf"Say to which committee each of these goes: {other.ref}\."):
        hand_on(again(children), by=manager)
    hand_on(again(children), by=manager, choices=Choices(to={f"action-{other.pk}": 1}))
    assert [again(one).body.name for one in (by_post, other)] == ["Care Committee", "Education Committee"]
