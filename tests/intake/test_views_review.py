"""The pages of a review: what they show, what each press changes and answers, and who gets none of it."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actions.models import Action
from council.domain.setting_up import create_post
from council.models import Post
from intake.domain.decide import accept, accept_certain, discard
from intake.models import Proposal, Reading
from tests.factories import make_action, make_body, make_manager, make_meeting, make_officer
from tests.intake.june import JUNE
from tests.intake.papers import COMMITTEE, make_reading, the

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def body(held):
    return make_body(COMMITTEE, short_name="Harbours and trams")


@pytest.fixture
def officer(body):
    return make_officer(body, "Olive Adams")


@pytest.fixture
def colleague(body):
    return make_officer(body, "Mona Green")


@pytest.fixture
def posts(db):
    create_post(title="Executive Director of Trams", aliases=("Director of Trams",))
    for title in ("Democratic Services Manager", "Harbour Master", "Director of Ferries and Landings"):
        create_post(title=title)


@pytest.fixture
def reading(body, officer, posts) -> Reading:
    return make_reading(JUNE, by=officer)


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer)
    return client


def action(reading: Reading, path: str) -> Proposal:
    return the(reading, f"action:2023-06-06:{path}:0")


def page(client, reading: Reading, query: str = "") -> str:
    return client.get(f"{reading.get_absolute_url()}{query}").content.decode()


def card_in(html: str, proposal: Proposal) -> str:
    """The words of one card, without its markup."""
    found = re.search(rf'<article[^>]*id="proposal-{proposal.pk}".*?</article>', html, re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).replace("&quot;", '"').split()) if found else ""


def cards_of(html: str) -> list[int]:
    return [int(pk) for pk in re.findall(r'<article[^>]*id="proposal-(\d+)"', html)]


def press(client, proposal: Proposal, verb: str, *, version: int | None = None, **more):
    address = reverse("review_decide", args=[proposal.reading_id, proposal.pk])
    sent = {"verb": verb, "version": proposal.version if version is None else version}
    return client.post(address, sent, **more)


# The page


def test_action_says_what_it_would_create_for_whom_by_which_name_and_by_when(signed_in, reading):
    html = page(signed_in, reading)
    assert "New action for the Executive Director of Trams , due at a future meeting, with no date yet ." in card_in(
        html, action(reading, "4/2/a")
    )
    assert "printed “Director of Trams”, another name of this post" in card_in(html, action(reading, "4/2/a"))
    assert "due at the next meeting, 26 September 2023" in card_in(html, action(reading, "6/1"))
    assert "due by 1 September 2023" in card_in(html, action(reading, "5/3"))
    assert "No post called “Head of Ferries” is on record." in card_in(html, action(reading, "5/2"))
    assert "that nobody owns yet" in card_in(html, action(reading, "6/3"))


def test_double_is_offered_as_one(signed_in, reading):
    card = card_in(page(signed_in, reading), action(reading, "9/2/a/i"))
    assert "Asks the same as 4 (2) (a) . Accepted as one, it makes no action of its own." in card
    assert "Accept as one" in card
    assert "Keep separate" in card


def test_suggestions_stand_with_the_clause_that_took_them_up_and_those_of_no_clause_are_offered(signed_in, reading):
    html = page(signed_in, reading)
    minute = card_in(html, the(reading, "minute:2023-06-06:4"))
    assert (
        "noise from the depot could be submitted to a future meeting of the Committee. Taken up by 4 (2) (a)" in minute
    )
    assert "The possibility of showing visitors round the depot. No clause took this up" in minute
    offered = reading.proposals.get(sort="suggestion", title__contains="visitors")
    assert "Offered" in card_in(html, offered)


def test_text_is_marked_and_leads_to_the_proposals_and_back(signed_in, reading):
    html, proposal = page(signed_in, reading), action(reading, "5/2")
    assert f'<span id="mark-{proposal.pk}"></span><a href="#proposal-{proposal.pk}">' in html
    assert f'href="#mark-{proposal.pk}"' in html
    assert "To look at: </span>This meeting has no Minute 6 (7)" in html


def test_cross_reference_to_an_action_on_record_is_a_link(signed_in, body, officer):
    known = make_action(make_meeting(body, date(2023, 3, 7), by=officer), "Mend the roof", by=officer)
    known.clause.path = "12/1"
    known.clause.save()
    text = JUNE.replace(
        "(2) the Head of Ferries be requested",
        "(2) further to Minute No. 12 (1) of 7 March 2023, the Head of Ferries be requested",
    )
    reading = make_reading(text, by=officer)
    html = page(signed_in, reading)
    assert (
        f'Refers to <a class="govuk-link govuk-link--no-visited-state" href="{reverse("action", args=[known.pk])}">'
        in html
    )
    assert f"{known.ref}: Mend the roof" in card_in(html, action(reading, "5/2"))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 38),
        ("?show=open", 37),
        ("?show=decided", 1),
        ("?show=unsure", 12),
        ("?sort=action", 20),
        ("?sort=action&show=decided", 0),
        ("?show=nonsense", 38),
    ],
)
def test_filters_narrow_the_list(signed_in, reading, officer, query, count):
    discard(the(reading, "minute:2023-06-06:1"), by=officer)
    assert len(cards_of(page(signed_in, reading, query))) == count


def test_what_was_decided_and_by_whom_is_there_on_coming_back(signed_in, reading, officer, colleague):
    accept(action(reading, "9/2/a/i"), by=colleague)
    discard(action(reading, "6/3"), by=officer)
    html = page(signed_in, reading)
    assert "Merged by Mona Green, as one with 4 (2) (a)" in card_in(html, action(reading, "9/2/a/i"))
    assert "also asked for by 9 (2) (a) (i)" in card_in(html, action(reading, "4/2/a"))
    assert "Discarded by you" in card_in(html, action(reading, "6/3"))
    assert "<strong>6 of 38</strong> decided" in html


def without_the_last_minutes(reading: Reading) -> None:
    """Fewer of each sort: the paper without its last minutes."""
    reading.proposals.filter(order__gt=the(reading, "minute:2023-06-06:7").order).exclude(sort="meeting").delete()
    reading.proposals.filter(sort="suggestion").delete()


def test_page_costs_the_same_for_few_proposals_as_for_many(signed_in, reading, django_assert_num_queries):
    page(signed_in, reading)
    with CaptureQueriesContext(connection) as many:
        page(signed_in, reading)
    assert len(many) <= 16
    without_the_last_minutes(reading)
    with django_assert_num_queries(len(many)):
        page(signed_in, reading)


def test_press_costs_the_same_for_few_proposals_as_for_many(signed_in, reading):
    spent = []
    for path in ("4/2/c", "4/2/d"):
        with CaptureQueriesContext(connection) as queries:
            press(signed_in, action(reading, path), "accept", **HTMX)
        spent.append(len(queries))
        without_the_last_minutes(reading)
        reading.proposals.update(decided="open", decided_by=None)
    assert spent[0] == spent[1]


# Presses


def test_press_without_scripts_leads_back_to_the_card(signed_in, reading):
    proposal = action(reading, "4/2/a")
    here = f"{reading.get_absolute_url()}?show=open"
    address = reverse("review_decide", args=[reading.pk, proposal.pk])
    response = signed_in.post(address, {"verb": "accept", "version": 0, "next": here})
    assert (response.status_code, response.url) == (302, f"{here}#proposal-{proposal.pk}")
    assert action(reading, "4/2/a").decided == "accepted"


def test_press_with_htmx_is_answered_with_what_changed_and_where_to_go_on(signed_in, reading):
    proposal = action(reading, "4/2/a")
    response = press(signed_in, proposal, "accept", **HTMX)
    html = response.content.decode()
    taken = ["meeting:2023-06-06", "minute:2023-06-06:4", "action:2023-06-06:4/2/a:0", "action:2023-06-06:9/2/a/i:0"]
    assert cards_of(html) == [the(reading, key).pk for key in taken], "with the double that points at it"
    assert "Accepted 3. 3 of 38 decided." in html
    assert f"proposal-{action(reading, '4/2/b').pk}" in response.headers["HX-Trigger-After-Settle"]


@pytest.mark.parametrize(("verb", "decided"), [("accept", "merged"), ("apart", "accepted"), ("discard", "discarded")])
def test_each_verb_of_a_double(signed_in, reading, verb, decided):
    press(signed_in, action(reading, "9/2/a/i"), verb)
    assert action(reading, "9/2/a/i").decided == decided


def test_stale_press_says_who_decided_what_and_shows_it(signed_in, reading, colleague):
    proposal = action(reading, "4/2/a")
    discard(proposal, by=colleague)
    html = press(signed_in, proposal, "accept", **HTMX).content.decode()
    card = card_in(html, proposal)
    assert "Mona Green discarded this while you had it open. Look at it again, then decide." in card
    assert "Discarded by Mona Green" in card
    assert 'role="alert"' in html
    assert action(reading, "4/2/a").decided == "discarded"


def test_stale_press_without_scripts_is_told_in_the_card_once(signed_in, reading, colleague):
    proposal = action(reading, "4/2/a")
    discard(proposal, by=colleague)
    html = signed_in.get(press(signed_in, proposal, "accept").url).content.decode()
    assert "Mona Green discarded this" in card_in(html, proposal)
    assert "There is a problem" in html
    assert "Mona Green discarded this" not in card_in(page(signed_in, reading), proposal)


@pytest.mark.parametrize("sent", [{}, {"verb": "explode", "version": 0}, {"verb": "choose:0", "version": 0}])
def test_press_of_nothing_is_not_found(signed_in, reading, sent):
    address = reverse("review_decide", args=[reading.pk, action(reading, "4/2/a").pk])
    assert signed_in.post(address, sent).status_code == 404


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30])
def test_press_without_its_version_is_stale(signed_in, reading, version):
    proposal = action(reading, "4/2/a")
    press(signed_in, proposal, "accept", version=version)
    assert action(reading, "4/2/a").decided == "open"


def test_accepting_all_that_is_certain_then_undo(signed_in, reading):
    html = page(signed_in, reading)
    count = int(re.search(r"Accept the (\d+) that are certain", html)[1])
    signed_in.post(reverse("review_certain", args=[reading.pk]))
    assert reading.proposals.exclude(decided="open").count() == count
    signed_in.post(reverse("review_undo", args=[reading.pk]))
    assert reading.proposals.exclude(decided="open").count() == 0


def test_undo_of_nothing_says_so(signed_in, reading):
    html = signed_in.post(reverse("review_undo", args=[reading.pk]), **HTMX).content.decode()
    assert "There is nothing of yours to undo." in html


def test_open_page_learns_what_others_decided(signed_in, reading, colleague):
    news = reverse("review_news", args=[reading.pk])
    seen = re.search(r"news/\?seen=([\d-]+)", page(signed_in, reading))[1]
    assert signed_in.get(f"{news}?seen={seen}", **HTMX).status_code == 204
    discard(action(reading, "6/3"), by=colleague)
    html = signed_in.get(f"{news}?seen={seen}", **HTMX).content.decode()
    assert cards_of(html) == [action(reading, "6/3").pk]
    assert "Mona Green decided on. 1 of 38 decided." in html


def test_single_keys_can_be_switched_off_for_the_session(signed_in, reading):
    assert 'data-keys="on"' in page(signed_in, reading)
    signed_in.post(reverse("review_keys", args=[reading.pk]))
    assert 'data-keys="off"' in page(signed_in, reading)


# Editing


def edit(client, proposal: Proposal, **sent):
    address = reverse("review_edit", args=[proposal.reading_id, proposal.pk])
    return client.post(address, {"version": proposal.version, **sent})


def as_read(proposal: Proposal, **other) -> dict:
    says = proposal.now_says
    return {"task": says["task"], "who": says["who"] or "nobody", "due_kind": says["due_kind"], **other}


def test_edit_opens_on_what_was_read(signed_in, reading):
    address = reverse("review_edit", args=[reading.pk, action(reading, "5/2").pk])
    for more in ({}, HTMX):
        html = signed_in.get(address, **more).content.decode()
        assert 'value="new_post:Head of Ferries" checked' in html
        assert "Remember “Head of Ferries” as another name of whoever I choose" in html
        assert "Use the same owner for the 2 others that print “Head of Ferries”, and accept them too" in html


def test_edit_saved_as_it_was_read_changes_nothing_and_accepts(signed_in, reading):
    proposal = action(reading, "4/2/a")
    edit(signed_in, proposal, **as_read(proposal))
    proposal.refresh_from_db()
    assert (proposal.decided, proposal.edited) == ("accepted", {})


def test_another_post_is_chosen_once_for_all_that_print_the_name_and_remembered(signed_in, reading):
    post = Post.objects.get(title="Director of Ferries and Landings")
    proposal = action(reading, "5/2")
    sent = as_read(proposal, who="other", post=f"post:{post.pk}", remember="on", for_all="on")
    edit(signed_in, proposal, **sent)
    words = {"who": f"post:{post.pk}", "remember": True}
    assert [(action(reading, path).decided, action(reading, path).edited) for path in ("5/2", "5/3", "9/5")] == [
        ("accepted", words)
    ] * 3


def test_new_post_is_made_in_one_step(signed_in, reading):
    proposal = action(reading, "8/3")
    edit(
        signed_in,
        proposal,
        **as_read(proposal, who="new", new_post="Timetables Lead", due_kind="date", **{"due_on": "2023-07-20"}),
    )
    proposal.refresh_from_db()
    assert proposal.edited == {"who": "new_post:Timetables Lead", "due_kind": "date", "due_on": "2023-07-20"}
    assert not Post.objects.filter(title="Timetables Lead").exists(), "nothing exists until it is on record"


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        ({"task": ""}, "Enter the what is asked"),
        ({"who": "other"}, "Select the post"),
        ({"who": "new"}, "Enter the title of the new post"),
        ({"who": "new", "new_post": "harbour master"}, "is on record as Harbour Master"),
        ({"who": "post:99999"}, "Choose the who is asked from the list"),
        ({"due_kind": "date"}, "Enter the date it is due on"),
        ({"due_kind": "nonsense"}, "Choose the when it is due from the list"),
    ],
)
def test_edit_says_what_to_do_about_each_fault(signed_in, reading, sent, error):
    proposal = action(reading, "6/3")
    html = edit(signed_in, proposal, **(as_read(proposal) | sent)).content.decode()
    assert error in html
    assert action(reading, "6/3").decided == "open"


def test_every_sort_that_can_be_edited_has_a_form_that_saves_what_was_read(signed_in, reading, officer):
    for proposal in reading.proposals.exclude(sort="attendance"):
        address = reverse("review_edit", args=[reading.pk, proposal.pk])
        form = signed_in.get(address).context["form"]
        sent = {bound.html_name: bound.value() for bound in form if bound.value() not in (None, "")}
        sent |= {"who": "nobody"} if "who" in form.fields and "who" not in sent else {}
        response = signed_in.post(
            address, {name: "\n".join(value) if isinstance(value, tuple) else value for name, value in sent.items()}
        )
        proposal.refresh_from_db()
        assert (response.status_code, proposal.decided) == (302, "accepted"), (
            proposal.sort,
            response.context and response.context["form"].errors,
        )


def test_attendance_cannot_be_edited_and_a_minute_cannot_be_merged(signed_in, reading):
    attendance, minute = reading.proposals.get(sort="attendance"), the(reading, "minute:2023-06-06:4")
    assert signed_in.get(reverse("review_edit", args=[reading.pk, attendance.pk])).status_code == 404
    assert signed_in.get(reverse("review_merge", args=[reading.pk, minute.pk])).status_code == 404


# Merging


def test_merge_offers_the_likest_of_the_paper_and_of_the_record_and_finds_by_words(signed_in, reading, body, officer):
    known = make_action(make_meeting(body, date(2023, 3, 7), by=officer), "Survey the harbour wall", by=officer)
    make_action(make_meeting(make_body("Others"), date(2023, 3, 7), by=officer), "Survey the wall too", by=officer)
    address = reverse("review_merge", args=[reading.pk, action(reading, "6/1").pk])
    html = signed_in.get(address).content.decode()
    assert f"{known.ref} on record: Survey the harbour wall" in html
    assert "Survey the wall too" not in html
    html = signed_in.get(f"{address}?words=roof").content.decode()
    assert re.findall(r'value="((?:proposal|action):\d+)"', html) == [f"proposal:{action(reading, '4/2/b').pk}"]


def test_merge_into_another_and_into_one_on_record(signed_in, reading, body, officer):
    known = make_action(make_meeting(body, date(2023, 3, 7), by=officer), "Survey the harbour wall", by=officer)
    one, other, into = action(reading, "6/1"), action(reading, "4/2/c"), action(reading, "4/2/d")
    for proposal, code in ((one, f"action:{known.pk}"), (other, f"proposal:{into.pk}")):
        address = reverse("review_merge", args=[reading.pk, proposal.pk])
        assert signed_in.post(address, {"into": code, "version": proposal.version}).status_code == 302
    assert (action(reading, "6/1").into_action, action(reading, "4/2/c").into) == (known, into)


def test_merge_with_nothing_chosen_says_so(signed_in, reading):
    proposal = action(reading, "6/1")
    html = signed_in.post(reverse("review_merge", args=[reading.pk, proposal.pk]), {"version": 0}).content.decode()
    assert "Select the action it is merged with" in html


# Text


def test_folded_lines_are_had_with_and_without_scripts(signed_in, reading):
    address = reverse("review_text", args=[reading.pk])
    assert "TRAM DEPOT" in signed_in.get(f"{address}?from=20&to=30", **HTMX).content.decode()
    assert "Back to the review" in signed_in.get(f"{address}?from=20&to=30").content.decode()
    assert signed_in.get(f"{address}?from=x&to=99999999999").status_code == 200


# On record


def test_nothing_exists_until_it_is_put_on_record_whole(signed_in, reading):
    signed_in.post(reverse("review_certain", args=[reading.pk]))
    assert Action.objects.count() == 0
    address = reverse("review_record", args=[reading.pk])
    html = signed_in.get(address).content.decode()
    seen = re.search(r'name="seen" value="([\d-]+)"', html)[1]
    response = signed_in.post(address, {"seen": seen})
    assert response.url == reverse("review_recorded", args=[reading.pk])
    assert reading.recordings.count() == 1
    html = signed_in.get(response.url).content.decode()
    first = Action.objects.order_by("pk").first()
    assert reverse("action", args=[first.pk]) in html
    assert "are still to decide" in html


def test_what_was_decided_since_is_shown_before_anything_goes_on_record(signed_in, reading, colleague):
    signed_in.post(reverse("review_certain", args=[reading.pk]))
    address = reverse("review_record", args=[reading.pk])
    seen = re.search(r'name="seen" value="([\d-]+)"', signed_in.get(address).content.decode())[1]
    discard(action(reading, "6/3"), by=colleague)
    assert "Something more was decided" in signed_in.post(address, {"seen": seen}).content.decode()
    assert reading.recordings.count() == 0


def test_refused_recording_says_why_and_records_nothing(signed_in, reading, officer, body):
    accept(action(reading, "4/2/a"), by=officer)
    Proposal.objects.filter(pk=action(reading, "4/2/a").pk).update(edited={"who": "post:99999"})
    address = reverse("review_record", args=[reading.pk])
    seen = re.search(r'name="seen" value="([\d-]+)"', signed_in.get(address).content.decode())[1]
    html = signed_in.post(address, {"seen": seen}).content.decode()
    assert "Who was chosen is not on record any more. Choose again." in html
    assert reading.recordings.count() == 0


def test_meeting_moved_by_an_edit_takes_its_minutes_along(signed_in, reading, officer):
    meeting = the(reading, "meeting:2023-06-06")
    edit(signed_in, meeting, **{"on-day": "7", "on-month": "6", "on-year": "2023", "venue": "Guildhall, Westport"})
    accept_certain(reading, by=officer)
    address = reverse("review_record", args=[reading.pk])
    seen = re.search(r'name="seen" value="([\d-]+)"', signed_in.get(address).content.decode())[1]
    signed_in.post(address, {"seen": seen})
    assert {action.clause.minute.meeting.on for action in Action.objects.all()} == {date(2023, 6, 7)}


# Whose paper it is


UNKNOWN = JUNE.replace("(HARBOURS AND TRAMS)", "(PIERS)")


def test_paper_of_a_committee_not_on_record_asks_first_whose_it_is(signed_in, officer, body):
    reading = make_reading(UNKNOWN, by=officer)
    html = page(signed_in, reading)
    assert "Which committee is this paper of?" in html
    assert cards_of(html) == []
    signed_in.post(reverse("review_committee", args=[reading.pk]), {"body": body.pk})
    reading.refresh_from_db()
    assert (reading.body, len(cards_of(page(signed_in, reading)))) == (body, 38)


def test_officer_cannot_say_another_committee(signed_in, officer, body):
    reading = make_reading(UNKNOWN, by=officer)
    signed_in.post(reverse("review_committee", args=[reading.pk]), {"body": make_body("Adults").pk})
    reading.refresh_from_db()
    assert reading.body is None


def test_manager_may_go_on_and_have_the_committee_added(client, officer, body):
    reading = make_reading(UNKNOWN, by=officer)
    client.force_login(make_manager())
    html = page(client, reading)
    assert "is then added as a new committee" in html
    assert len(cards_of(html)) == 38


# Others


def every_address(reading: Reading) -> list[tuple[str, str]]:
    proposal = action(reading, "4/2/a")
    looked = ["intake_reading", "review_text", "review_news", "review_record", "review_recorded"]
    sent = ["review_keys", "review_committee", "review_certain", "review_undo", "review_record"]
    of_one = [
        ("get", "review_card"),
        ("post", "review_decide"),
        ("get", "review_edit"),
        ("post", "review_edit"),
        ("get", "review_merge"),
        ("post", "review_merge"),
    ]
    return [
        *(("get", reverse(name, args=[reading.pk])) for name in looked),
        *(("post", reverse(name, args=[reading.pk])) for name in sent),
        *((way, reverse(name, args=[reading.pk, proposal.pk])) for way, name in of_one),
    ]


def test_officer_of_another_committee_finds_none_of_it(client, reading):
    client.force_login(make_officer(make_body("Adults")))
    for way, address in every_address(reading):
        response = getattr(client, way)(address, {"verb": "accept", "version": 0})
        assert response.status_code == 404, address
        assert b"depot" not in response.content
    assert reading.proposals.open().count() == 38


def test_proposal_of_another_paper_is_not_found_under_this_one(signed_in, reading, officer):
    other = make_reading(JUNE + "\n", by=officer, name="other.txt")
    address = reverse("review_decide", args=[other.pk, action(reading, "4/2/a").pk])
    assert signed_in.post(address, {"verb": "accept", "version": 0}).status_code == 404
