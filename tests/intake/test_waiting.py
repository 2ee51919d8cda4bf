"""Reading what waits: the text kept, what the paper is, why another could not be read; begun anew, and removed."""

import os
import subprocess
import sys
from datetime import date

import pytest
from django.conf import settings

from committees.domain.minutes import record_minute
from committees.models import Paper, PaperFile
from council.refusal import Refusal, Stale
from intake.domain.decide import accept
from intake.domain.papers import forget, read_again
from intake.domain.receive import receive_paper
from intake.domain.waiting import QUICK, is_quick, read_at_once, read_waiting
from intake.enums import Kind, Sort
from intake.models import Decision, Proposal, Reading, Recording
from intake.tasks import read
from jobs.work import WorkState
from jobs.working import Tally
from papers.reading.document import KINDS
from tests.factories import MINUTES, make_meeting, make_reading

pytestmark = pytest.mark.django_db
NOISE = bytes(range(256)) * 40
NOTHING_IN_IT = (
    "There is nothing of a council paper in this text: no meeting, item, resolution, programme or report was found."
)


def found(reading):
    return Reading.objects.get(pk=reading.pk)


def propose(reading, key="minute:1", **more):
    return Proposal.objects.create(reading=reading, sort=Sort.MINUTE, key=key, title=key, **more)


def test_kinds_are_those_the_reader_knows():
    assert sorted(Kind.values) == sorted(KINDS)


def test_paper_that_waits_is_read(officer):
    reading = make_reading(by=officer)
    assert (read_waiting(), read_waiting()) == (Tally(done=1), Tally())
    reading = found(reading)
    assert (reading.state, reading.committee, reading.refused) == (WorkState.DONE, "HARBOURS SCRUTINY COMMITTEE", "")
    assert (reading.text.splitlines()[0], reading.paper.read_as) == ("HARBOURS SCRUTINY COMMITTEE", "minutes")


def test_one_paper_is_read_at_once_and_the_others_wait(officer):
    waits, wanted = make_reading(by=officer), make_reading(by=officer)
    assert read_at_once(wanted) == Tally(done=1)
    assert (found(waits).state, found(wanted).state) == (WorkState.WAITING, WorkState.DONE)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (NOISE, "noise.txt is not text: save the paper as plain text (.txt) and read that file."),
        (b"MZ\x90\x00" + NOISE, "noise.txt is not text: save the paper as plain text (.txt) and read that file."),
        (b"Dear diary", "This is not a council paper: it names no committee, board, council or councillor."),
        (b"The council met.", NOTHING_IN_IT),
    ],
    ids=["noise", "program", "no council", "nothing in it"],
)
def test_what_is_no_paper_is_kept_with_why_it_could_not_be_read(officer, content, says):
    reading = receive_paper(content=content, name="noise.txt", by=officer).reading
    assert read_waiting() == Tally(failed=1)
    assert (found(reading).state, found(reading).refused) == (WorkState.FAILED, says)
    assert bytes(PaperFile.objects.get().content) == content


def test_what_no_database_keeps_is_left_out_of_the_text(officer):
    reading = make_reading(by=officer, text=MINUTES.replace("DREDGING", "DRED\x00GING"))
    read_waiting()
    assert ("\x00" in found(reading).text, "DRED GING" in found(reading).text) == (False, True)


def test_short_text_is_quick_and_other_files_are_not(officer):
    contents = {"text": MINUTES, "long": MINUTES + "x" * QUICK, "pdf": "%PDF-1.7", "word": "PK\x03\x04"}
    quick = {name: is_quick(make_reading(by=officer, text=text).paper) for name, text in contents.items()}
    assert quick == {"text": True, "long": False, "pdf": False, "word": False}


def test_task_reads_what_waits(officer):
    reading = make_reading(by=officer)
    assert read.apply().state == "SUCCESS"
    assert found(reading).state == WorkState.DONE


def test_wake_up_that_cannot_be_sent_is_logged_and_harms_nothing(tmp_path):
    surroundings = {**os.environ, "DATA_DIR": str(tmp_path), "REDIS_URL": "redis://127.0.0.1:1/0"}
    wake = [
        sys.executable,
        "manage.py",
        "shell",
        "-v",
        "0",
        "-c",
        "from intake.tasks import read; from jobs.waking import wake; wake(read)",
    ]
    ended = subprocess.run(wake, env=surroundings, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, "the next beat does" in ended.stderr) == (0, True)


def test_paper_is_read_again_as_another_kind(officer):
    reading = make_reading(by=officer)
    read_waiting()
    accept(propose(reading), by=officer)
    begun = read_again(reading, kind="programme", by=officer, version=0)
    assert (begun.state, begun.asked_kind, begun.text, begun.attempts, begun.version) == (
        WorkState.WAITING, "programme", "", 0, 1,
    )  # fmt: skip
    assert (Proposal.objects.count(), Decision.objects.count()) == (0, 0)


def test_paper_that_could_not_be_read_is_read_again(officer):
    reading = make_reading(by=officer, text="Dear diary")
    read_waiting()
    read_again(reading, kind="letter", by=officer)
    assert (found(reading).state, found(reading).refused) == (WorkState.WAITING, "")
    assert read_waiting() == Tally(failed=1)


def test_reading_that_goes_on_is_stopped_by_a_new_one(officer):
    reading = make_reading(by=officer)
    Reading.objects.update(claimed_at="2023-09-19T12:00+00:00", attempts=1)
    assert read_again(reading, kind="minutes", by=officer).claimed_at is None
    assert read_waiting() == Tally(done=1)


def test_paper_is_not_read_again_where_somebody_did_meanwhile(officer):
    reading = make_reading(by=officer)
    read_again(reading, kind="minutes", by=officer, version=0)
    with pytest.raises(Stale):
        read_again(reading, kind="agenda", by=officer, version=0)
    with pytest.raises(Refusal, match="Choose what the paper is"):
        read_again(reading, kind="novel", by=officer)
    assert found(reading).asked_kind == "minutes"


def test_paper_of_which_something_is_on_record_stays_as_it_was_read(officer):
    reading = make_reading(by=officer)
    read_waiting()
    Recording.objects.create(reading=reading, by=officer, counts={"minutes": 1})
    for verb, words in ((read_again, {"kind": "agenda"}), (forget, {})):
        with pytest.raises(Refusal, match="Something of this paper is on record"):
            verb(reading, by=officer, **words)
    assert (found(reading).state, Paper.objects.count()) == (WorkState.DONE, 1)


def test_paper_is_removed_with_all_that_is_its_own_and_nothing_else(officer):
    reading, other = make_reading(by=officer), make_reading(by=officer)
    read_waiting()
    accept(propose(reading), by=officer)
    kept = list(other.proposals.all())
    forget(reading, by=officer)
    assert [list(model.objects.all()) for model in (Paper, Reading, Proposal, Decision)] == [
        [other.paper], [other], kept, [],
    ]  # fmt: skip
    assert PaperFile.objects.get().paper == other.paper
    with pytest.raises(Refusal, match="Somebody else removed this paper"):
        forget(reading, by=officer)


def test_paper_on_record_without_a_review_is_not_removed(officer, body):
    reading = make_reading(by=officer)
    record_minute(
        meeting=make_meeting(body, date(2023, 9, 5), by=officer), number="1", title="One", paper=reading.paper
    )
    with pytest.raises(Refusal, match="Something on record came from this paper"):
        forget(reading, by=officer)
    assert (Paper.objects.count(), Reading.objects.count()) == (1, 1)
