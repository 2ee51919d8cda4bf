"""Taking papers in: kept as they came, known again, refused before anything is kept, and read once."""

import hashlib
from datetime import date

import pytest

from committees.models import Paper, PaperFile
from council.refusal import Refusal
from intake.domain.receive import receive_paper, receive_text
from intake.models import Reading
from intake.rules import MOST_BYTES
from jobs.work import WorkState
from tests.factories import MINUTES, make_body, make_manager, make_officer, make_reading

pytestmark = pytest.mark.django_db
CONTENT = MINUTES.encode()
OTHERS = (
    "This paper was given before, and you are not an officer of the committee that has it under review. "
    "Ask a scrutiny manager."
)


def counts():
    return Paper.objects.count(), PaperFile.objects.count(), Reading.objects.count()


def test_paper_is_kept_as_it_came_and_waits_to_be_read(hold_date, officer, body):
    hold_date(date(2023, 9, 19))
    received = receive_paper(content=CONTENT, name="../Minutes.TXT", by=officer, kind="minutes", body=body)
    paper = Paper.objects.get()
    assert (paper.name, paper.size, paper.sha256) == (
        "Minutes.txt",
        len(CONTENT),
        hashlib.sha256(CONTENT).hexdigest(),
    )
    assert (paper.kept_by, paper.kept_at.date(), paper.read_as, bytes(paper.file.content)) == (
        officer,
        date(2023, 9, 19),
        "",
        CONTENT,
    )
    reading = Reading.objects.get()
    assert (received.reading, received.before) == (reading, False)
    assert (reading.paper, reading.state, reading.asked_kind, reading.body) == (
        paper,
        WorkState.WAITING,
        "minutes",
        body,
    )


def test_same_file_again_is_answered_with_its_earlier_reading(officer, body):
    first = receive_paper(content=CONTENT, name="minutes.txt", by=officer, kind="minutes", body=body)
    again = receive_paper(content=CONTENT, name="copy.txt", by=make_officer(body), kind="agenda")
    assert (again.reading, again.before, counts()) == (first.reading, True, (1, 1, 1))
    assert (again.reading.paper.name, again.reading.asked_kind) == ("minutes.txt", "minutes")


def test_file_that_others_review_is_refused_without_a_word_of_who_or_what(officer, body):
    receive_paper(content=CONTENT, name="secret name.txt", by=officer, body=body)
    with pytest.raises(Refusal) as refused:
        receive_paper(content=CONTENT, name="copy.txt", by=make_officer(make_body()))
    assert (str(refused.value), counts()) == (OTHERS, (1, 1, 1))


def test_paper_without_a_committee_is_others_until_one_is_known(officer, body):
    receive_paper(content=CONTENT, name="minutes.txt", by=officer)
    with pytest.raises(Refusal, match="given before"):
        receive_paper(content=CONTENT, name="minutes.txt", by=make_officer(body))
    assert receive_paper(content=CONTENT, name="minutes.txt", by=make_manager()).before


def test_paper_that_was_put_on_record_without_a_review_gets_one(officer, body):
    words = {"name": "adopted.txt", "sha256": hashlib.sha256(CONTENT).hexdigest(), "kept_by": make_manager()}
    paper = Paper.objects.create(body=body, **words)
    with pytest.raises(Refusal, match="given before"):
        receive_paper(content=CONTENT, name="minutes.txt", by=make_officer(make_body()))
    assert counts() == (1, 0, 0)
    received = receive_paper(content=CONTENT, name="minutes.txt", by=officer)
    assert (received.before, received.reading.paper, received.reading.body) == (False, paper, body)
    assert bytes(PaperFile.objects.get().content) == CONTENT


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "minutes.txt", "The file is empty. Choose the file that holds the paper."),
        (b" \r\n\t", "minutes.txt", "The file is empty. Choose the file that holds the paper."),
        (
            b"x" * (MOST_BYTES + 1),
            "minutes.txt",
            "The file is larger than 20 MB. Split it, or give one paper of it.",
        ),
        (b"MZ\x90", "run.exe", "Choose a Word document (.docx), a PDF, a text file or a saved web page."),
        (CONTENT, "minutes", "Choose a Word document (.docx), a PDF, a text file or a saved web page."),
        (CONTENT, "", "Choose a Word document (.docx), a PDF, a text file or a saved web page."),
    ],
    ids=["empty", "blank", "too large", "program", "no suffix", "no name"],
)
def test_what_cannot_be_a_paper_is_refused_before_anything_is_kept(officer, content, name, says):
    with pytest.raises(Refusal) as refused:
        receive_paper(content=content, name=name, by=officer)
    assert (str(refused.value), counts()) == (says, (0, 0, 0))


def test_largest_paper_is_kept(officer):
    received = receive_paper(content=b"x" * MOST_BYTES, name="pack.txt", by=officer)
    assert received.reading.paper.size == MOST_BYTES


def test_kind_and_committee_are_of_those_that_may_be_chosen(officer, body):
    with pytest.raises(Refusal, match="Choose what the paper is"):
        receive_paper(content=CONTENT, name="minutes.txt", by=officer, kind="novel")
    with pytest.raises(Refusal, match="You are not an officer of Adults"):
        receive_paper(content=CONTENT, name="minutes.txt", by=officer, body=make_body("Adults"))
    assert counts() == (0, 0, 0)


def test_pasted_text_is_kept_as_a_text_file_named_by_its_first_line(officer):
    received = receive_text(text=MINUTES.replace("\n", "\r\n"), by=officer)
    paper = received.reading.paper
    assert (paper.name, bytes(paper.file.content)) == ("HARBOURS SCRUTINY COMMITTEE.txt", CONTENT)


def test_pasted_text_is_known_as_the_file_it_was_copied_from(officer):
    first = receive_paper(content=CONTENT, name="minutes.txt", by=officer)
    assert receive_text(text=MINUTES.replace("\n", "\r\n"), by=officer).reading == first.reading


def test_paper_of_others_leaves_no_trace_of_a_new_one(officer, body):
    make_reading(by=officer, body=body)
    before = counts()
    with pytest.raises(Refusal):
        receive_paper(content=CONTENT, name="x.txt", by=make_officer(make_body()), body=body)
    assert counts() == before
