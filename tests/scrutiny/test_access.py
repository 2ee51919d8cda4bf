"""Who gets what at every address of the service: a table of address by role. An address without a row fails."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.urls import URLPattern, get_resolver, reverse

from tests.scrutiny.world import DAY, NAME, ROLES, SECRET, make_world

pytestmark = pytest.mark.django_db

MARKS = {200: "y", 404: ".", 405: "-"}
"""y: the page. i: led to the sign-in. >: led on to another page. .: not found. -: not asked this way."""

OPEN, NEVER = "yyyyyyyy", "--------"
KNOWN = "i.yyyyyy"
OFFICERS, MANAGERS = "i....yyy", "i......y"
RUNS, RUNS_IT = "i....y.y", "i....>.>"
WRITES, PREPARE = "i..y....", "i..y.y.y"
NOT_THIS_WAY, READ_ONLY = "i.------", "i-------"
"""Open to anybody; to those the record knows; to officers; to managers; to officers of the committee, and what their
press does; to the authors of the item, alone and with its officers.
Not asked this way: a page sent to, or a press looked at; where standing is asked first, and where the way is."""

# Name, of what (a place of the world), looking at it and sending it an empty form, for each of ROLES:
# public, nobody, member, author, holder, officer, stranger, manager.
TABLE = (
    ("home", "", OPEN, NEVER),
    ("sign_in", "", "y>>>>>>>", "y>>>>>>>"),
    ("sign_out", "", NEVER, ">>>>>>>>"),
    ("change_password", "", "iyyyyyyy", "iyyyyyyy"),
    ("dates", "", OPEN, NEVER),
    ("accessibility", "", OPEN, NEVER),
    ("privacy", "", OPEN, NEVER),
    ("health", "", OPEN, NEVER),
    ("robots", "", OPEN, NEVER),
    ("theme_css", "", OPEN, NEVER),
    ("holidays", "", "i......y", "i......y"),
    ("holiday_remove", "holiday", READ_ONLY, "i......y"),
    ("setup_committees", "", MANAGERS, READ_ONLY),
    ("committees_merge", "", MANAGERS, MANAGERS),
    ("committee_rename", "committee", MANAGERS, MANAGERS),
    ("committee_split", "committee", MANAGERS, MANAGERS),
    ("committee_split", "ended", "i.......", "i......."),
    ("committee_hand_on", "ended", RUNS, RUNS),
    ("committee_hand_on", "committee", "i.......", "i......."),
    ("reorganisation", "reorganisation", KNOWN, NOT_THIS_WAY),
    ("reorganisation_csv", "reorganisation", KNOWN, NOT_THIS_WAY),
    ("committees", "", KNOWN, NOT_THIS_WAY),
    ("committee", "ended", KNOWN, NOT_THIS_WAY),
    ("committee", "committee", KNOWN, NOT_THIS_WAY),
    ("programme", "year", KNOWN, NOT_THIS_WAY),
    ("programme_csv", "year", KNOWN, NOT_THIS_WAY),
    ("series_list", "committee", KNOWN, NOT_THIS_WAY),
    ("series_csv", "committee", KNOWN, NOT_THIS_WAY),
    ("series_new", "committee", RUNS, RUNS),
    ("series", "series", KNOWN, NOT_THIS_WAY),
    ("series_edit", "series", RUNS, RUNS),
    ("series_end", "series", RUNS, RUNS),
    ("series_resume", "series", NOT_THIS_WAY, RUNS_IT),
    ("series_items", "series", RUNS, RUNS),
    ("series_place", "series", RUNS, RUNS),
    ("series_leave_out", "series", "i.......", "i......."),
    ("left_out_take_back", "left out", NOT_THIS_WAY, RUNS_IT),
    ("item_leave_series", "item", NOT_THIS_WAY, RUNS_IT),
    ("attendance", "year", KNOWN, NOT_THIS_WAY),
    ("attendance_csv", "year", KNOWN, NOT_THIS_WAY),
    ("invitations", "meeting", KNOWN, NOT_THIS_WAY),
    ("invitations_csv", "meeting", KNOWN, NOT_THIS_WAY),
    ("invitations_sent", "meeting", RUNS, RUNS),
    ("invitation_answer", "invited", RUNS, RUNS_IT),
    ("guest_add", "meeting", RUNS, RUNS),
    ("item_guest_add", "item", RUNS, RUNS),
    ("invitation_withdraw", "invitation", RUNS, RUNS),
    ("editions", "year", KNOWN, NOT_THIS_WAY),
    ("edition", "edition", KNOWN, NOT_THIS_WAY),
    ("edition_text", "edition", KNOWN, NOT_THIS_WAY),
    ("edition_compare", "year", KNOWN, NOT_THIS_WAY),
    ("edition_freeze", "year", RUNS, RUNS_IT),
    ("reports", "", OFFICERS, NOT_THIS_WAY),
    ("reports_of", "year", RUNS, RUNS),
    ("print", "print", RUNS, RUNS_IT),
    ("print_progress", "print", RUNS_IT, NOT_THIS_WAY),
    ("print_file", "print", RUNS, NOT_THIS_WAY),
    ("wordings", "", "i......y", NOT_THIS_WAY),
    ("wording", "paragraph", "i......y", "i......>"),
    ("word_templates", "", "i......y", NOT_THIS_WAY),
    ("word_template", "paper kind", "i......y", "i......y"),
    ("word_template_use", "paper kind", NOT_THIS_WAY, "i......>"),
    ("word_template_file", "paper kind", "i......y", NOT_THIS_WAY),
    ("programme_adopt", "year", RUNS, RUNS),
    ("year_end", "year", RUNS, RUNS_IT),
    ("year_end_csv", "year", RUNS, NOT_THIS_WAY),
    ("item_new", "year", RUNS, RUNS),
    ("warning_settle", "warning", RUNS, RUNS),
    ("warning_reopen", "warning", NOT_THIS_WAY, RUNS_IT),
    ("meeting_new", "committee", RUNS, RUNS),
    ("committee_cycle", "committee", RUNS, RUNS),
    ("meeting", "meeting", KNOWN, NOT_THIS_WAY),
    ("meeting_minutes", "meeting", KNOWN, NOT_THIS_WAY),
    ("meeting_move", "meeting", RUNS, RUNS),
    ("meeting_cancel", "meeting", RUNS, RUNS),
    ("meeting_reinstate", "meeting", NOT_THIS_WAY, RUNS_IT),
    ("meeting_published", "meeting", RUNS, RUNS),
    ("meeting_held", "meeting", RUNS, RUNS),
    ("item", "item", KNOWN, NOT_THIS_WAY),
    ("item", "suggested", KNOWN, NOT_THIS_WAY),
    ("item_move", "item", RUNS, RUNS),
    ("hearing_new", "item", RUNS, RUNS),
    ("hearing_move", "hearing", "i....yyy", "i....yyy"),
    ("hearing_take_off", "hearing", "i....yyy", "i....yyy"),
    ("item_accept", "suggested", NOT_THIS_WAY, RUNS_IT),
    ("item_decline", "suggested", RUNS, RUNS),
    ("item_move", "tray", RUNS, RUNS),
    ("item_reroute", "item", RUNS, RUNS),
    ("item_defer", "item", RUNS, RUNS),
    ("item_withdraw", "item", RUNS, RUNS),
    ("item_authors", "item", RUNS, RUNS),
    ("item_whose", "item", RUNS, RUNS),
    ("stage_done", "stage", PREPARE, "i..>.>.>"),
    ("stage_done", "stage late", PREPARE, PREPARE),
    ("item_comments", "item", PREPARE, "i..>.>.>"),
    ("comments_take_back", "comments", NOT_THIS_WAY, "i..>.>.>"),
    ("point_tick", "point", PREPARE, PREPARE),
    ("tick_take_back", "tick", NOT_THIS_WAY, "i..>.>.>"),
    ("point_add", "offered", RUNS, RUNS),
    ("point_end", "point end", RUNS, RUNS),
    ("item_ask_move", "item", WRITES, WRITES),
    ("item_take_back_move", "asked to move", NOT_THIS_WAY, "i..>...."),
    ("item_move_asked", "asked to move", RUNS, "i....y.y"),
    ("my_reports", "", KNOWN, NOT_THIS_WAY),
    ("my_reports_csv", "", KNOWN, NOT_THIS_WAY),
    ("stage_reopen", "stage done", NOT_THIS_WAY, "i..>.>.>"),
    ("actions", "", KNOWN, READ_ONLY),
    ("actions_csv", "", KNOWN, READ_ONLY),
    ("action", "action", KNOWN, READ_ONLY),
    ("action", "draft", RUNS, READ_ONLY),
    ("action_update", "action", "i...yy.y", "i...yy.y"),
    ("action_pass_on", "action", "i...yy.y", "i...yy.y"),
    ("action_update", "proposed", "i...>>.>", "i...yy.y"),
    ("action_take_back", "proposed", "i...yy.y", "i...yy.y"),
    ("action_accept", "proposed", RUNS, RUNS),
    ("action_reopen", "proposed", RUNS, RUNS),
    ("action_answer", "action", RUNS, RUNS),
    ("action_programme", "action", RUNS, RUNS),
    ("action_programme", "action", RUNS, RUNS),
    ("action_due", "action", RUNS, RUNS),
    ("action_owner", "action", RUNS, RUNS),
    ("action_end", "action", RUNS, RUNS),
    ("action_accept_draft", "draft", RUNS, RUNS),
    ("written_answers", "", KNOWN, NOT_THIS_WAY),
    ("written_answers_csv", "", KNOWN, NOT_THIS_WAY),
    ("written_answer", "written", KNOWN, NOT_THIS_WAY),
    ("answer_give", "written", "i...yy.y", "i...yy.y"),
    ("answer_circulated", "answered", RUNS, RUNS),
    ("answer_due", "written", RUNS, RUNS),
    ("answer_owner", "written", RUNS, RUNS),
    ("answer_end", "written", RUNS, RUNS),
    ("question_new", "was held", RUNS, RUNS),
    ("forward_plan", "", KNOWN, NOT_THIS_WAY),
    ("decision_new", "", OFFICERS, OFFICERS),
    ("plan_published", "", OFFICERS, OFFICERS),
    ("pre_scrutiny_ask", "entry", "i.y.....", "i.y....."),
    ("pre_scrutiny_decide", "request", RUNS, RUNS),
    ("suggest", "", "i.>.....", "i.>....."),
    ("suggest_to", "committee", "i.y.....", "i.y....."),
    ("requests", "", KNOWN, NOT_THIS_WAY),
    ("requests_csv", "", KNOWN, NOT_THIS_WAY),
    ("request", "asked", "i.y..y.y", NOT_THIS_WAY),
    ("request", "petition", "i.y..y.y", NOT_THIS_WAY),
    ("request", "asked exempt", "i.y..y.y", NOT_THIS_WAY),
    ("request_view", "asked", RUNS, RUNS),
    ("request_accept", "asked", RUNS, RUNS),
    ("request_topic", "asked", RUNS, RUNS),
    ("request_answer", "asked", RUNS, RUNS),
    ("request_decline", "asked", RUNS, RUNS),
    ("request_decline", "petition", RUNS_IT, RUNS),
    ("request_place", "notice", RUNS, RUNS_IT),
    ("petition_hear", "petition", RUNS, RUNS),
    ("petition_outcome", "petition", RUNS, RUNS),
    ("request_forget", "petition", RUNS, RUNS_IT),
    ("referral_new", "", OFFICERS, OFFICERS),
    ("request_new", "committee", RUNS, RUNS),
    ("petition_new", "committee", RUNS, RUNS),
    ("call", "year", RUNS, NOT_THIS_WAY),
    ("call_open", "year", RUNS, RUNS),
    ("call_longer", "year", RUNS, RUNS),
    ("call_answer", "call answer", "i...yy.y", "i...yy.y"),
    ("topics", "year", KNOWN, NOT_THIS_WAY),
    ("topics_csv", "year", KNOWN, NOT_THIS_WAY),
    ("topic_new", "year", "i.y..y.y", "i.y..y.y"),
    ("topic", "topic", KNOWN, NOT_THIS_WAY),
    ("topic_score", "topic", "i.y..y.y", "i.y..y.y"),
    ("topic_score", "topic aside", "i.>..>.>", "i.>..>.>"),
    ("topic_short_list", "topic", RUNS, RUNS),
    ("topic_set_aside", "topic", RUNS, RUNS),
    ("topic_approve", "topic", RUNS, RUNS),
    ("topic_back", "topic aside", RUNS, RUNS),
    ("asking", "", "i......y", "i......y"),
    ("asking_of", "committee", "i......y", "i......y"),
    ("public_suggest", "", OPEN, OPEN),
    ("public_received", "", OPEN, NEVER),
    ("public_requests", "", OPEN, NEVER),
    ("recommendations", "", KNOWN, READ_ONLY),
    ("recommendation_new", "committee", RUNS, RUNS),
    ("recommendation", "led", KNOWN, READ_ONLY),
    ("recommendation_update", "led", "i...yy.y", "i...yy.y"),
    ("recommendation_update", "made", "i...>>.>", "i......."),
    ("intake", "", OFFICERS, READ_ONLY),
    ("intake_new", "", OFFICERS, OFFICERS),
    ("intake_reading", "paper", RUNS, READ_ONLY),
    ("intake_progress", "paper", RUNS_IT, READ_ONLY),
    ("intake_progress", "paper waiting", RUNS, READ_ONLY),
    ("intake_again", "paper", RUNS, RUNS),
    ("intake_forget", "paper", RUNS, RUNS_IT),
    ("intake_file", "paper", RUNS, READ_ONLY),
    ("sync_runs", "", "i......y", "i......y"),
    ("sync_run", "run", "i......y", READ_ONLY),
    ("review_text", "paper", RUNS, READ_ONLY),
    ("review_news", "paper", RUNS, READ_ONLY),
    ("review_keys", "paper", READ_ONLY, RUNS_IT),
    ("review_committee", "paper", READ_ONLY, RUNS_IT),
    ("review_certain", "paper", READ_ONLY, RUNS_IT),
    ("review_undo", "paper", READ_ONLY, RUNS_IT),
    ("review_record", "paper", RUNS, RUNS),
    ("review_recorded", "paper", RUNS_IT, READ_ONLY),
    ("review_card", "proposal", RUNS_IT, READ_ONLY),
    ("review_decide", "proposal", READ_ONLY, "i......."),
    ("review_edit", "proposal", RUNS, RUNS),
    ("review_merge", "proposal", RUNS, RUNS),
    ("reminders", "", OFFICERS, READ_ONLY),
    ("mail_files", "", OFFICERS, READ_ONLY),
    ("mail_file", "mail file", RUNS, READ_ONLY),
    ("mail_file_html", "mail file", RUNS, READ_ONLY),
    ("reminder_mail", "mail", RUNS, READ_ONLY),
    ("reminder_mail_again", "mail", READ_ONLY, RUNS_IT),
    ("recommendation_approved", "made", RUNS, RUNS),
    ("recommendation_view", "update", RUNS, RUNS),
    ("recommendation_sign_off", "led", RUNS, RUNS),
)


def every_name(patterns=None) -> Iterator[str]:
    """The name of every address; one without a name is called by its pattern."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name or str(pattern.pattern)
        else:
            yield from every_name(pattern.url_patterns)


def test_every_address_has_a_row():
    assert {name for name, *_ in TABLE} == set(every_name())


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """One world for the whole table, taken back at its end."""
    mail = {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": str(tmp_path_factory.mktemp("mail")),
    }
    with override_settings(HELD_DATE=DAY, **mail), django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def mail_to_files(settings, world):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"


QUICK = ("public", "nobody", "member", "author")
EACH_ROLE = [role if role in QUICK else pytest.param(role, marks=pytest.mark.slow) for role in ROLES]
"""Whoever may do much is shown much, which takes long; the quick tests ask for those who may do little."""

SITS = {("item", "item"), ("action", "action")}
LEAVE = {"member": SITS, "officer": SITS | {("action", "draft")}, "manager": SITS | {("action", "draft")}}


@pytest.mark.parametrize("role", EACH_ROLE)
def test_everybody_is_shown_what_the_table_says_and_what_is_exempt_or_private_only_by_leave(world, role):
    answers = {row[:2]: taken_back(world, role, "get", *row[:2]) for row in TABLE}
    shown = {row[:2]: mark(answers[row[:2]]) for row in TABLE}
    assert shown == {row[:2]: row[2][ROLES.index(role)] for row in TABLE}
    exempt = {place for place, page in answers.items() if SECRET.encode() in b"".join(page)}
    assert exempt == LEAVE.get(role, set())
    named = {place for place, page in answers.items() if NAME.encode() in b"".join(page)}
    assert named == ({("request", "petition")} if role in ("officer", "manager") else set())


@pytest.mark.parametrize("role", EACH_ROLE)
def test_everybody_may_send_what_the_table_says(world, role):
    sent = {row[:2]: mark(taken_back(world, role, "post", *row[:2])) for row in TABLE}
    assert sent == {row[:2]: row[3][ROLES.index(role)] for row in TABLE}


def taken_back(world, role, method, name, place):
    """What a role is answered at an address; whatever that changed is taken back."""
    with transaction.atomic():
        response = ask_as(world.users[role], method, path_of(world, name, place))
        transaction.set_rollback(True)
    return response


def path_of(world, name, place):
    return reverse(name, kwargs=world.places[place])


def ask_as(user, method, path):
    client = Client()
    if user:
        client.force_login(user)
    return getattr(client, method)(path)


def mark(response) -> str:
    """One letter for an answer, by MARKS; the status itself for one that no row should hold."""
    if response.status_code == 302:
        return "i" if response.url.startswith("/accounts/sign-in/") else ">"
    return MARKS.get(response.status_code, f"<{response.status_code}>")
