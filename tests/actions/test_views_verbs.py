"""What can be recorded of an action: who may, what is asked, what is refused, and that nothing typed is lost."""

from datetime import date

import pytest
from django.contrib.messages import get_messages

from actions.domain.actions import no_longer_required, set_due
from actions.domain.two_voices import accept_completion, give_update, record_answer
from actions.models import Action, ActionSlip, Answer, Update, Verdict
from council.enums import DueKind
from tests.factories import (
    make_action,
    make_body,
    make_item,
    make_meeting,
    make_member,
    make_officer,
    make_post,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

OFFICERS = ("accept", "open-again", "date", "owner", "answer", "programme", "end", "accept-draft")
OWNERS = ("update", "take-back")
PARTS = ("asks_for-day", "asks_for-month", "asks_for-year")


@pytest.fixture
def june():
    body = make_body("Children's services")
    return make_meeting(body, date(2023, 6, 6), by=make_officer(body))


@pytest.fixture
def september(june, officer):
    return make_meeting(june.body, date(2023, 9, 26), by=officer)


@pytest.fixture
def officer(june):
    return make_officer(june.body, "Dana Officer")


@pytest.fixture
def holder():
    return make_user("Hari Holder")


@pytest.fixture
def action(june, officer, holder):
    return make_action(
        june, "Report on complaints", by=officer, owner=make_post("Director of Care", holder.person),
        due_kind=DueKind.DATE, due_on=date(2023, 9, 30),
    )  # fmt: skip


@pytest.fixture
def post(client, action):
    """Send a form as somebody: ``post(officer, "date", on="2023-10-10", why="…")``; the version is the action's own."""

    def send(user, verb, **data):
        client.force_login(user)
        return client.post(f"/actions/{action.ref}/{verb}/", {"version": now(action).version, **data})

    return send


def now(action) -> Action:
    return Action.objects.get(pk=action.pk)


def errors(response) -> dict:
    return {name: list(messages) for name, messages in response.context["form"].errors.items()}


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize("verb", [*OFFICERS, *OWNERS])
@pytest.mark.parametrize("who", ["member", "officer elsewhere", "another holder"])
def test_verbs_are_not_found_for_those_who_may_not(client, action, verb, who):
    user = {
        "member": lambda: make_member(action.body),
        "officer elsewhere": lambda: make_officer(make_body()),
        "another holder": make_user,
    }[who]()
    client.force_login(user)
    address = f"/actions/{action.ref}/{verb}/"
    answers = client.get(address).status_code, client.post(address, {"version": 0}).status_code
    assert (answers, now(action).version) == ((404, 404), 0)


@pytest.mark.parametrize("verb", OFFICERS)
def test_what_the_committee_decides_is_not_found_for_the_holder(client, action, holder, verb):
    client.force_login(holder)
    address = f"/actions/{action.ref}/{verb}/"
    assert (client.get(address).status_code, client.post(address, {"version": 0}).status_code) == (404, 404)


def test_verbs_send_a_stranger_to_sign_in(client, action):
    answer = client.get(f"/actions/{action.ref}/update/")
    assert (answer.status_code, answer.url) == (302, f"/accounts/sign-in/?next=/actions/{action.ref}/update/")


@pytest.mark.parametrize("verb", ["accept", "date", "owner", "answer", "programme", "end", "update"])
def test_pages_of_what_is_possible_show_their_form(client, action, officer, verb):
    client.force_login(officer)
    response = client.get(f"/actions/{action.ref}/{verb}/")
    assert (response.status_code, "Report on complaints" in response.text) == (200, True)


@pytest.mark.parametrize("verb", ["accept-draft", "open-again", "take-back"])
def test_pages_of_what_is_not_possible_now_lead_back_and_say_so(client, action, officer, verb):
    client.force_login(officer)
    response = client.get(f"/actions/{action.ref}/{verb}/")
    assert (response.status_code, response.url, len(said(response))) == (302, f"/actions/{action.ref}/", 1)


def test_holder_says_it_is_on_track(post, action, holder):
    response = post(holder, "update", standing="on_track", text="Figures gathered")
    update = Update.objects.get()
    assert (response.status_code, response.url) == (302, f"/actions/{action.ref}/")
    assert (update.standing, update.text, update.by, update.on) == (
        "on_track", "Figures gathered", holder, date(2023, 9, 19)
    )  # fmt: skip
    assert (now(action).state, said(response)) == ("in_progress", ["Your update is on record."])


def test_holder_proposes_completion_and_is_told_what_happens_next(post, action, holder):
    response = post(holder, "update", standing="done", text="The report is out")
    assert (now(action).state, now(action).met_on) == ("proposed", date(2023, 9, 19))
    assert said(response)[0].startswith("You have said that this is done. The committee decides at a meeting")


def test_holder_takes_back_that_it_is_done(post, action, holder):
    post(holder, "update", standing="done", text="The report is out")
    post(holder, "take-back", text="One chapter is missing")
    assert (now(action).state, now(action).met_on) == ("open", None)
    assert list(Update.objects.values_list("text", flat=True)) == ["One chapter is missing", "The report is out"]


def test_taking_back_keeps_the_day_of_an_answer(post, action, officer, holder):
    record_answer(action, note="Sent round", on=date(2023, 7, 1), by=officer)
    post(holder, "update", standing="done", text="The report is out")
    post(holder, "take-back", text="One chapter is missing")
    assert now(action).met_on == date(2023, 7, 1)


def test_holder_asks_for_a_date_and_an_officer_finds_it_filled_in(client, post, action, officer, holder):
    new = dict(zip(PARTS, ("10", "10", "2023"), strict=True))
    response = post(holder, "update", standing="slipped", text="Partners are late", **new)
    client.force_login(officer)
    form = client.get(f"/actions/{action.ref}/date/").context["form"]
    assert (Update.objects.get().asks_for, now(action).due_on) == (date(2023, 10, 10), date(2023, 9, 30))
    assert (form["on"].value(), form["why"].value()) == (date(2023, 10, 10), "Partners are late")
    assert "until then the date stays as it is" in said(response)[0]


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ({}, {
            "standing": ["Answer the question: Where does it stand?"],
            "text": ["Say what has been done, and what comes next"],
        }),
        ({"standing": "slipped", "text": "Late"}, {"asks_for": ["Enter the new date you ask for"]}),
        (
            {"standing": "slipped", "text": "Late", "asks_for": "2023-09-18"},
            {"asks_for": ["New date you ask for must be the same as or after 19 September 2023"]},
        ),
        (
            {"standing": "slipped", "text": "Late", **dict(zip(PARTS, ("31", "2", "2024"), strict=True))},
            {"asks_for": ["New date you ask for must be a real date"]},
        ),
    ],
)  # fmt: skip
def test_update_says_what_to_put_right_and_keeps_what_was_typed(post, action, holder, data, faults):
    response = post(holder, "update", **data)
    assert (errors(response), Update.objects.count(), now(action).version) == (faults, 0, 0)
    assert response.context["form"]["text"].value() == data.get("text")


def test_update_ignores_a_date_typed_under_another_answer(post, action, holder):
    post(holder, "update", standing="on_track", text="Fine", **{"asks_for-day": "31", "asks_for-month": "2"})
    assert Update.objects.get().asks_for is None


def test_update_of_an_action_that_ended_meanwhile_is_refused_and_kept(post, action, officer, holder):
    no_longer_required(action, why="Done elsewhere", agreed_by="The chair", by=officer)
    response = post(holder, "update", standing="on_track", text="My long text")
    refused = ["This action is no longer required, so it takes no updates."]
    assert (errors(response), Update.objects.count()) == ({"__all__": refused}, 0)
    assert response.context["form"]["text"].value() == "My long text"


def test_two_officers_saving_the_same_action_the_second_sees_what_changed(client, action, officer):
    first = make_officer(action.body, "Ola Officer")
    set_due(action, on=date(2023, 10, 20), why="Half term", by=first)
    client.force_login(officer)
    typed = {"version": 0, "on": "2023-10-10", "why": "Partners asked"}
    response = client.post(f"/actions/{action.ref}/date/", typed)
    stale = "Somebody else changed this action while you had it open. Nothing of yours was saved: "
    assert errors(response)["__all__"][0].startswith(stale)
    assert (now(action).due_on, ActionSlip.objects.count()) == (date(2023, 10, 20), 1)
    assert "Half term – by Ola Officer" in response.text
    form = response.context["form"]
    assert (form["why"].value(), form["version"].value()) == ("Partners asked", now(action).version)


def test_second_officer_can_save_after_having_seen_what_changed(client, action, officer):
    set_due(action, on=date(2023, 10, 20), why="Half term", by=make_officer(action.body))
    client.force_login(officer)
    typed = {"version": 0, "on": "2023-10-10", "why": "Partners asked"}
    shown = client.post(f"/actions/{action.ref}/date/", typed).context["form"]
    response = client.post(f"/actions/{action.ref}/date/", {**typed, "version": shown["version"].value()})
    assert (response.status_code, now(action).due_on, ActionSlip.objects.count()) == (302, date(2023, 10, 10), 2)


@pytest.mark.parametrize("verb", [*OFFICERS, *OWNERS])
def test_no_verb_saves_over_a_newer_version(client, june, officer, verb, september):
    draft = verb == "accept-draft"
    action = make_action(june, by=officer, owner=make_post(), draft=draft)
    if verb in {"take-back", "open-again"}:
        give_update(action, standing="done", text="Sent", by=officer)
    Action.objects.filter(pk=action.pk).update(version=7)
    typed = {
        "version": 6, "meeting": "" if verb == "programme" else june.pk,
        "why": "Because", "on": "2023-10-10", "agreed_by": "The chair",
        "owner": make_post().pk, "note": "Sent", "standing": "on_track", "text": "Fine",
        "item": make_item(september, by=officer).pk if verb == "programme" else "",
    }  # fmt: skip
    client.force_login(officer)
    before = Action.objects.values().get(pk=action.pk), Update.objects.count()
    response = client.post(f"/actions/{action.ref}/{verb}/", typed)
    assert errors(response)["__all__"][0].startswith("Somebody else changed this action")
    assert (Action.objects.values().get(pk=action.pk), Update.objects.count()) == before
    assert (Verdict.objects.count(), Answer.objects.count(), ActionSlip.objects.count()) == (0, 0, 0)


def test_officer_records_that_the_committee_accepted_it(post, action, june, officer):
    response = post(officer, "accept", meeting=june.pk, minute_text="20 (1)")
    verdict = Verdict.objects.get()
    assert (now(action).state, verdict.satisfied, verdict.minute_text, verdict.by) == (
        "complete", True, "20 (1)", officer
    )  # fmt: skip
    assert said(response) == [f"{action.ref} is complete: the committee accepted it on 6 June 2023."]


def test_meetings_to_choose_are_the_committees_formal_ones_since_it_asked_up_to_today(
    client, action, june, september, officer
):
    make_meeting(june.body, date(2023, 5, 1), by=officer)
    make_meeting(june.body, date(2023, 9, 1), by=officer, kind="informal")
    make_meeting(make_body(), date(2023, 9, 5), by=officer)
    july = make_meeting(june.body, date(2023, 7, 4), by=officer)
    client.force_login(officer)
    form = client.get(f"/actions/{action.ref}/accept/").context["form"]
    assert list(form.fields["meeting"].queryset) == [july, june]


def test_meeting_to_come_cannot_have_accepted_it(post, action, september, officer):
    response = post(officer, "accept", meeting=september.pk)
    assert (errors(response), now(action).state) == ({"meeting": ["Choose the meeting from the list"]}, "open")


def test_officer_opens_it_again_with_a_new_date(post, action, june, officer):
    accept_completion(action, meeting=june, by=officer)
    post(officer, "open-again", meeting=june.pk, why="No lessons in it", due_on="2023-11-14")
    assert (now(action).state, now(action).due_on, now(action).met_on) == ("open", date(2023, 11, 14), None)


def test_committee_may_be_dissatisfied_with_an_answer_to_what_is_still_open(post, action, june, officer):
    record_answer(action, note="Sent round", on=date(2023, 7, 1), by=officer)
    post(officer, "open-again", meeting=june.pk, why="No lessons in it")
    assert (now(action).state, now(action).met_on, Verdict.objects.get().why) == ("open", None, "No lessons in it")


def test_officer_records_an_answer_by_an_item_on_the_day_of_its_meeting(post, action, september, officer):
    item = make_item(september, "Complaints", by=officer)
    post(officer, "answer", item=item.pk)
    answer = Answer.objects.get()
    assert (answer.item, answer.on, now(action).met_on) == (item, date(2023, 9, 26), date(2023, 9, 26))


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ({}, {
            "item": ["Select the item that answers it, or say how it was answered"],
            "on": ["Enter the date it was answered"],
        }),
        ({"note": "Sent round"}, {"on": ["Enter the date it was answered"]}),
        ({"note": "Sent round", "on": "2023-06-05"}, {"on": ["Answered on must be the same as or after 6 June 2023"]}),
        ({"item": 999, "on": "2023-07-01"}, {"item": ["Choose the programme item from the list"]}),
    ],
)  # fmt: skip
def test_answer_says_what_to_put_right(post, action, officer, data, faults):
    found = errors(post(officer, "answer", **data))
    assert ({name: found[name] for name in faults}, Answer.objects.count()) == (faults, 0)


def test_item_of_another_committee_cannot_answer(post, action, officer):
    elsewhere = make_item(make_meeting(make_body(), date(2023, 9, 5), by=officer), by=officer)
    assert "item" in errors(post(officer, "answer", item=elsewhere.pk))


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ({"on": "2023-09-18", "why": "Late"}, {"on": ["New date must be the same as or after 19 September 2023"]}),
        ({"on": "2023-10-10"}, {"why": ["Say why the date moves"]}),
        ({"why": "Late"}, {"on": ["Enter the new date"]}),
        ({"on-day": "29", "on-month": "2", "on-year": "2025", "why": "Late"}, {"on": ["New date must be a real date"]}),
    ],
)
def test_another_date_says_what_to_put_right(post, action, officer, data, faults):
    response = post(officer, "date", **data)
    assert (errors(response), now(action).due_on) == (faults, date(2023, 9, 30))


def test_officer_sets_another_date_through_the_ledger(post, action, officer):
    response = post(officer, "date", on="2023-10-10", why="Partners asked", agreed_by="The chair")
    slip = ActionSlip.objects.get()
    assert (slip.from_on, slip.to_on, slip.why, slip.agreed_by, slip.by) == (
        date(2023, 9, 30), date(2023, 10, 10), "Partners asked", "The chair", officer
    )  # fmt: skip
    assert (now(action).first_due_on, said(response)) == (
        date(2023, 9, 30), [f"{action.ref} is now due on Tuesday 10 October 2023."]
    )  # fmt: skip


def test_officer_changes_who_was_asked(post, action, officer):
    other = make_post("Director of Education")
    response = post(officer, "owner", owner=other.pk, why="Moved between directorates")
    assert (now(action).owed_by_post, said(response)) == (
        other, [f"{action.ref} is now with the Director of Education."]
    )  # fmt: skip


def test_officer_ends_it_with_reason_and_agreement(post, action, officer):
    missing = post(officer, "end")
    post(officer, "end", why="Done elsewhere", agreed_by="The chair")
    assert errors(missing) == {"why": ["Say why it is no longer required"], "agreed_by": ["Say who agreed"]}
    assert (now(action).state, now(action).state_because, now(action).agreed_by) == (
        "not_required", "Done elsewhere", "The chair"
    )  # fmt: skip


def test_officer_accepts_a_draft(client, june, officer):
    draft = make_action(june, by=officer, draft=True)
    client.force_login(officer)
    shown = client.get(f"/actions/{draft.ref}/accept-draft/")
    client.post(f"/actions/{draft.ref}/accept-draft/", {"version": draft.version})
    assert (shown.status_code, now(draft).state) == (200, "open")


def test_officer_names_the_item_that_will_answer_it(post, action, september, officer):
    item = make_item(september, by=officer)
    response = post(officer, "programme", item=item.pk)
    assert (now(action).item, now(action).state, said(response)) == (
        item, "open", [f"{action.ref}: On the programme, 26 September 2023."]
    )  # fmt: skip


def test_officer_names_a_visit_and_an_item_as_one_change(post, action, june, september, officer):
    visit = make_meeting(
        june.body, None, by=officer, kind="site_visit", state="to_be_arranged", year=june.year, title="Family hub"
    )
    item = make_item(september, by=officer)
    post(officer, "programme", item=item.pk, meeting=visit.pk)
    assert (now(action).item, now(action).arranged_as) == (item, visit)


@pytest.mark.parametrize("make", ["nothing", "formal meeting", "item elsewhere"])
def test_what_will_answer_it_is_chosen_from_the_committees_own(post, action, september, officer, make):
    elsewhere = make_meeting(make_body(), date(2023, 9, 5), by=officer)
    data = {
        "nothing": {},
        "formal meeting": {"meeting": september.pk},
        "item elsewhere": {"item": make_item(elsewhere, by=officer).pk},
    }[make]
    found = errors(post(officer, "programme", **data))
    assert (found, now(action).item, now(action).arranged_as) == (
        {
            "nothing": {"item": ["Select the item, meeting or visit that will answer it"]},
            "formal meeting": {"meeting": ["Choose the meeting or visit from the list"]},
            "item elsewhere": {"item": ["Choose the programme item from the list"]},
        }[make],
        None,
        None,
    )
