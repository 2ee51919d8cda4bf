"""The pages of papers: giving one, the list, how far its reading is, its file, reading it again, removing it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from council.domain.setting_up import grant_role
from council.enums import Role
from intake.domain.receive import receive_paper
from intake.domain.waiting import QUICK, read_waiting
from intake.enums import Decided, Sort
from intake.models import Proposal, Reading, Recording
from intake.rules import MOST_BYTES
from jobs.work import WorkState
from jobs.working import HELD_FOR
from papers.reading.document import MOST_CHARACTERS
from tests.factories import MINUTES, make_body, make_manager, make_officer, make_reading

pytestmark = pytest.mark.django_db
CONTENT = MINUTES.encode()
TOO_LARGE = "The file is larger than 20 MB. Split it, or give one paper of it."
OF_ONE = ("intake_reading", "intake_progress", "intake_again", "intake_forget", "intake_file")


def upload(client, content=CONTENT, name="minutes.txt", **more):
    file = SimpleUploadedFile(name, content)
    return client.post("/intake/new/", {"way": "upload", "file": file, "kind": "auto", **more})


def paste(client, text=MINUTES, **more):
    return client.post("/intake/new/", {"way": "paste", "text": text, "kind": "auto", **more})


def errors(page):
    return {name: list(said) for name, said in page.context["form"].errors.items()}


def propose(reading, *decisions):
    for number, decided in enumerate(decisions):
        Proposal.objects.create(
            reading=reading, sort=Sort.MINUTE, key=f"minute:{number}", title="Dredging", decided=decided
        )


@pytest.fixture
def given(officer, body):
    return make_reading(by=officer, body=body, name="harbours secret.txt")


# Giving a paper


def test_short_paper_is_read_at_once_and_leads_to_its_review(signed_in, officer):
    client = signed_in("officer")
    page = upload(client)
    reading = Reading.objects.get()
    assert (page.status_code, page.url) == (302, f"/intake/{reading.pk}/")
    assert (reading.state, reading.committee, reading.paper.kept_by) == (
        WorkState.DONE, "HARBOURS SCRUTINY COMMITTEE", officer,
    )  # fmt: skip
    assert client.get(page.url).status_code == 200


def test_long_paper_waits_for_a_worker(signed_in):
    client = signed_in("officer")
    page = upload(client, MINUTES.encode() + b" " * QUICK + b".")
    reading = Reading.objects.get()
    assert reading.state == WorkState.WAITING
    assert "Waiting to be read." in client.get(page.url).content.decode()
    read_waiting()
    assert Reading.objects.get().state == WorkState.DONE


def test_pasted_text_is_read(signed_in):
    paste(signed_in("officer"))
    reading = Reading.objects.get()
    assert (reading.paper.name, reading.state) == ("HARBOURS SCRUTINY COMMITTEE.txt", WorkState.DONE)


@pytest.mark.parametrize(
    "text",
    [MINUTES + "é" * 1_000_000, MINUTES + "€" * (MOST_CHARACTERS - 1_000)],
    ids=["two megabytes", "nearly four million characters"],
)
def test_long_text_is_taken(signed_in, text):
    assert paste(signed_in("officer"), text).status_code == 302
    assert Reading.objects.get().paper.size == len(text.encode())


def test_text_over_the_bound_is_refused_with_what_to_do(signed_in):
    page = paste(signed_in("officer"), "x" * (MOST_CHARACTERS + 1))
    assert errors(page) == {"text": ["The text is longer than 4 million characters. Paste one paper at a time"]}
    assert Reading.objects.count() == 0


def test_whole_request_over_the_bound_says_that_it_may_be_too_large(signed_in, settings):
    page = paste(signed_in("officer"), "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1))
    assert (page.status_code, "it may be too large" in page.content.decode()) == (400, True)


def test_bounds_of_what_is_sent_leave_room_for_the_longest_text(settings):
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE > 4 * MOST_CHARACTERS
    assert settings.DATA_UPLOAD_MAX_NUMBER_FILES == 1


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "minutes.txt", "The file is empty. Choose the file that holds the paper"),
        (b" \n", "minutes.txt", "The file is empty. Choose the file that holds the paper."),
        (b"MZ\x90\x00", "run.exe", "Choose a Word document (.docx), a PDF, a text file or a saved web page."),
        (b"x" * (MOST_BYTES + 5_000_000), "pack.pdf", TOO_LARGE),
    ],
    ids=["empty", "blank", "program", "too large"],
)  # fmt: skip
def test_file_that_cannot_be_a_paper_is_refused_with_what_to_do(signed_in, content, name, said):
    page = upload(signed_in("officer"), content, name)
    assert (page.status_code, errors(page), Reading.objects.count()) == (200, {"file": [said]}, 0)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (
            {"kind": ""},
            {"way": ["Choose whether to upload a file or paste text"], "kind": ["Choose what the paper is"]},
        ),
        ({"way": "upload", "kind": "auto"}, {"file": ["Select the file that holds the paper"]}),
        ({"way": "paste", "kind": "auto"}, {"text": ["Paste the text of the paper"]}),
        ({"way": "paste", "kind": "auto", "text": " \n "}, {"text": ["Paste the text of the paper"]}),
        ({"way": "paste", "kind": "novel", "text": "x"}, {"kind": ["Choose what the paper is from the list"]}),
    ],
)
def test_form_says_what_is_missing(signed_in, sent, said):
    page = signed_in("officer").post("/intake/new/", sent)
    assert (errors(page), Reading.objects.count()) == (said, 0)


def test_hostile_name_is_shown_as_text(signed_in):
    client = signed_in("officer")
    upload(client, b"Dear diary", "../../<img src=x onerror=alert(1)>.txt")
    assert Reading.objects.get().paper.name == "img src=x onerror=alert(1).txt"
    assert "<img src=x" not in client.get("/intake/").content.decode()


def test_known_file_leads_to_its_review_and_says_since_when_and_by_whom(signed_in, given, officer):
    read_waiting()
    client = signed_in("manager")
    answer = upload(client, bytes(given.paper.file.content), "copy.txt")
    assert answer.url == f"/intake/{given.pk}/"
    page = client.get(answer.url)
    said = f"{officer} gave this paper on Tuesday 19 September 2023, as harbours secret.txt. This is its review."
    assert [str(message) for message in page.context["messages"]] == [said]


def test_file_under_review_by_others_is_refused_without_a_trace(signed_in, given, officer):
    page = upload(signed_in("officer elsewhere"), bytes(given.paper.file.content))
    words = page.content.decode()
    assert (page.status_code, str(officer) in words, "harbours secret" in words) == (200, False, False)
    assert list(errors(page)) == ["file"]


def test_officer_of_several_committees_chooses_which_reviews_it(signed_in, officer, body):
    client, other, strange = signed_in("officer"), make_body("Adults two"), make_body("Roads")
    assert "body" not in client.get("/intake/new/").context["form"].fields
    grant_role(user=officer, role=Role.OFFICER, body=other)
    assert sorted(client.get("/intake/new/").context["form"].fields["body"].queryset, key=str) == [other, body]
    assert errors(paste(client, body=strange.pk)) == {"body": ["Choose the committee from the list"]}
    paste(client, body=other.pk)
    assert Reading.objects.get().body == other


# The list


def test_list_says_where_each_paper_stands(signed_in, officer, body):
    states = {}
    for name, words in {
        "waiting.txt": {},
        "running.txt": {"claimed_at": timezone.now(), "attempts": 1},
        "failed.txt": {"state": WorkState.FAILED},
        "open.txt": {"state": WorkState.DONE},
        "decided.txt": {"state": WorkState.DONE},
        "closed.txt": {"state": WorkState.DONE, "closed_at": timezone.now()},
    }.items():
        reading = states[name] = make_reading(by=officer, body=body, name=name)
        Reading.objects.filter(pk=reading.pk).update(**words)
    propose(states["open.txt"], Decided.OPEN, Decided.ACCEPTED, Decided.DISCARDED)
    propose(states["decided.txt"], Decided.ACCEPTED)
    rows = signed_in("officer").get("/intake/").context["rows"]
    assert [" ".join(strip_tags(str(row[2]).replace("<br>", ", ")).split()) for row in rows] == [
        "Finished",
        "All decided , 1 of 1 decided",
        "To decide , 2 of 3 decided",
        "Could not be read",
        "Being read",
        "Waiting to be read",
    ]


def test_empty_list_says_what_to_do(signed_in):
    page = signed_in("officer").get("/intake/").content.decode()
    assert ("No paper is under review" in page, page.count('href="/intake/new/"')) == (True, 1)


def test_list_goes_by_pages(signed_in, officer, body):
    for _ in range(26):
        make_reading(by=officer, body=body)
    client = signed_in("officer")
    assert [len(client.get("/intake/", {"page": page}).context["rows"]) for page in ("1", "2", "x")] == [25, 1, 25]


def test_list_costs_the_same_for_one_as_for_three(signed_in, body, count_queries):
    client = signed_in("officer")

    def one_more():
        reading = make_reading(by=make_officer(body), body=body)
        propose(reading, Decided.OPEN, Decided.ACCEPTED)

    one_more()
    cost = count_queries(lambda: client.get("/intake/"))
    one_more()
    one_more()
    assert (len(client.get("/intake/").context["rows"]), count_queries(lambda: client.get("/intake/"))) == (3, cost)


# Who finds what


@pytest.mark.parametrize("role", ["officer elsewhere", "member", "author", "nobody"])
def test_paper_of_a_committee_is_not_found_by_others(signed_in, given, role):
    client = signed_in(role)
    found = {name: client.get(reverse(name, args=[given.pk])).status_code for name in OF_ONE}
    assert found == dict.fromkeys(OF_ONE, 404)
    assert "harbours secret" not in client.get("/intake/").content.decode()
    assert client.post(reverse("intake_forget", args=[given.pk])).status_code == 404
    assert Reading.objects.count() == 1


def test_paper_without_a_committee_is_found_by_who_gave_it_and_managers(client, officer, body):
    reading = make_reading(by=officer)
    found = {}
    for name, user in {"giver": officer, "colleague": make_officer(body), "manager": make_manager()}.items():
        client.force_login(user)
        found[name] = client.get(f"/intake/{reading.pk}/").status_code, len(client.get("/intake/").context["rows"])
    assert found == {"giver": (200, 1), "colleague": (404, 0), "manager": (200, 1)}


def test_whoever_gave_a_paper_and_is_no_officer_any_more_finds_nothing(client, officer):
    reading = make_reading(by=officer)
    officer.grants.all().delete()
    client.force_login(officer)
    assert [client.get(at).status_code for at in ("/intake/", "/intake/new/", f"/intake/{reading.pk}/")] == [404] * 3


# How far it has come


def progress(client, reading, looks="", htmx=True):
    more = {"headers": {"HX-Request": "true"}} if htmx else {}
    return client.get(f"/intake/{reading.pk}/progress/?looks={looks}", **more)


def test_part_asks_again_while_a_reading_waits(signed_in, given):
    words = progress(signed_in("officer"), given).content.decode()
    assert ("<html" in words, "Waiting to be read." in words) == (False, True)
    assert f'hx-get="/intake/{given.pk}/progress/?looks=1" hx-trigger="every 1s"' in words


@pytest.mark.parametrize(
    ("looks", "says_ask_it", "every"),
    [("19", False, 1), ("20", True, 1), ("120", True, 5), ("99999", False, 1), ("²", False, 1)],
)
def test_long_wait_says_whom_to_ask(signed_in, given, looks, says_ask_it, every):
    page = progress(signed_in("officer"), given, looks)
    asked = "ask IT whether the worker is running" in page.content.decode()
    assert (asked, page.context["every"]) == (says_ask_it, every)


def test_part_says_how_far_a_reading_is(signed_in, given):
    Reading.objects.update(claimed_at=timezone.now(), attempts=1, done=120, total=300, doing="Reading page 120 of 300")
    words = progress(signed_in("officer"), given).content.decode()
    assert ("Reading page 120 of 300" in words, 'max="100" value="40">40%</progress>' in words) == (True, True)


def test_progress_without_a_known_end_has_no_value(signed_in, given):
    Reading.objects.update(claimed_at=timezone.now(), attempts=1, doing="Looking for meetings")
    words = progress(signed_in("officer"), given).content.decode()
    assert ("Looking for meetings" in words, 'max="100"></progress>' in words) == (True, True)


def test_part_says_that_a_worker_was_lost_and_when_it_is_tried_again(signed_in, given):
    client = signed_in("officer")
    Reading.objects.update(claimed_at=timezone.now() - HELD_FOR, attempts=1)
    assert "Whatever was reading it has stopped." in progress(client, given).content.decode()
    again = timezone.now() + timedelta(minutes=5)
    Reading.objects.update(claimed_at=None, next_try_at=again, outcome="Something went wrong in the service.")
    words = progress(client, given).content.decode()
    at = f"{timezone.localtime(again):%I:%M%p}".lstrip("0").replace(":00", "").lower()
    assert (f"It is tried again at {at}." in words, "Something went wrong in the service." in words) == (True, True)


def test_part_says_why_a_reading_failed_and_what_can_be_done_and_asks_no_more(signed_in, officer, body):
    reading = make_reading(by=officer, body=body, text="Dear diary")
    read_waiting()
    words = progress(signed_in("officer"), reading).content.decode()
    assert ("hx-get" in words, "it names no committee" in words) == (False, True)
    assert (f'href="/intake/{reading.pk}/again/"' in words, 'href="/intake/new/"' in words) == (True, True)


def test_part_leads_on_to_the_review_when_it_is_read(signed_in, given):
    client = signed_in("officer")
    read_waiting()
    page, whole = progress(client, given), progress(client, given, htmx=False)
    assert (page.headers["HX-Redirect"], whole.status_code, whole.url) == (
        f"/intake/{given.pk}/", 302, f"/intake/{given.pk}/",
    )  # fmt: skip


def test_progress_without_scripts_is_a_page_with_a_link_to_check_again(signed_in, given):
    words = progress(signed_in("officer"), given, htmx=False).content.decode()
    assert ("<h1" in words, f'href="/intake/{given.pk}/progress/?looks=1">Check again' in words) == (True, True)


# Its file


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("minutes.txt", MINUTES.encode(), "application/octet-stream"),
        ("page.html", b"<script>alert(1)</script>", "application/octet-stream"),
        ("pack.pdf", b"%PDF-1.7\n", "application/pdf"),
        ("pack.pdf", b"<html>", "application/octet-stream"),
        ("minutes.docx", b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_file_is_given_back_as_it_came_to_be_saved(signed_in, officer, body, name, content, content_type):
    reading = receive_paper(content=content, name=name, by=officer, body=body).reading
    page = signed_in("officer").get(f"/intake/{reading.pk}/file/")
    assert (page.content, page["Content-Type"], page["X-Content-Type-Options"]) == (content, content_type, "nosniff")
    assert page["Content-Disposition"] == f'attachment; filename="{name}"'
    assert "sandbox" in page["Content-Security-Policy"]


def test_file_with_a_name_beyond_ascii_is_given_back_under_it(signed_in, officer, body):
    reading = make_reading(by=officer, body=body, name="Cofnodion 🦀 ŵ.txt")
    page = signed_in("officer").get(f"/intake/{reading.pk}/file/")
    assert page["Content-Disposition"] == "attachment; filename*=utf-8''Cofnodion%20%F0%9F%A6%80%20%C5%B5.txt"


# Once more, and not at all


def test_failed_paper_is_read_again_as_another_kind(signed_in, officer, body):
    reading = make_reading(by=officer, body=body, text="Dear diary")
    read_waiting()
    client, at = signed_in("officer"), f"/intake/{reading.pk}/again/"
    assert client.get(at).context["consequences"] == []
    page = client.post(at, {"kind": "letter", "version": 0})
    reading = Reading.objects.get()
    assert (page.url, reading.asked_kind, reading.state) == (f"/intake/{reading.pk}/", "letter", WorkState.FAILED)


def test_reading_again_says_what_is_lost_and_needs_a_kind(signed_in, given):
    read_waiting()
    given.proposals.all().delete()
    propose(given, Decided.OPEN, Decided.ACCEPTED)
    count = given.proposals.count()
    client, at = signed_in("officer"), f"/intake/{given.pk}/again/"
    assert client.get(at).context["consequences"] == [f"What was decided about 1 of its {count} proposals is lost."]
    assert errors(client.post(at, {"version": 0})) == {"kind": ["Choose what the paper is"]}
    assert Proposal.objects.count() == count


def test_reading_again_says_when_somebody_else_was_quicker(signed_in, given):
    client, at = signed_in("officer"), f"/intake/{given.pk}/again/"
    client.post(at, {"kind": "minutes", "version": 0})
    page = client.post(at, {"kind": "agenda", "version": 0})
    assert list(errors(page)) == ["__all__"]
    assert Reading.objects.get().asked_kind == "minutes"


def test_removing_asks_first_and_then_removes(signed_in, given):
    read_waiting()
    given.proposals.all().delete()
    propose(given, Decided.OPEN)
    client, at = signed_in("officer"), f"/intake/{given.pk}/forget/"
    assert client.get(at).context["consequences"] == [
        "The file, its text and its 1 proposal are deleted.", "Nothing on record changes.",
    ]  # fmt: skip
    page = client.post(at)
    assert (page.url, Reading.objects.count()) == ("/intake/", 0)


@pytest.mark.parametrize("name", ["intake_again", "intake_forget"])
def test_paper_on_record_is_neither_read_again_nor_removed(signed_in, given, officer, name):
    read_waiting()
    Recording.objects.create(reading=given, by=officer, counts={"minutes": 1})
    client = signed_in("officer")
    for ask in (client.get, client.post):
        page = ask(reverse(name, args=[given.pk]), follow=True)
        said = "Something of this paper is on record, so it stays as it was read. Change the record instead."
        assert [str(message) for message in page.context["messages"]] == [said]
    assert Reading.objects.get().state == WorkState.DONE
