"""Kept mails: read back from files, whatever else lies there."""

from datetime import date

import pytest

from reminders.domain.mailbox import MOST, kept_mail, kept_mails
from reminders.domain.sweep import sweep
from reminders.rules import FILE_BACKEND
from tests.reminders.records import action, committee, person

HEAD = "Message-ID: <{0}@council.example>\nFrom: a@council.example\nTo: b@council.example\nSubject: Mail {0}\n"
BETWEEN = "-" * 79 + "\n"


def test_mails_of_one_file_are_told_apart(tmp_path):
    (tmp_path / "one.log").write_text(f"{HEAD.format(1)}\nFirst\n{BETWEEN}{HEAD.format(2)}\nSecond\n{BETWEEN}")
    found = kept_mails(tmp_path)
    assert [(mail.subject, mail.place, mail.text.strip(), mail.html) for mail in found] == [
        ("Mail 2", 2, "Second", ""),
        ("Mail 1", 1, "First", ""),
    ]
    assert kept_mail(tmp_path, "one", 1).subject == "Mail 1"


@pytest.mark.parametrize(("stem", "place"), [("one", 3), ("two", 1), ("../one", 1)])
def test_mail_that_is_not_there_is_nothing(tmp_path, stem, place):
    (tmp_path / "one.log").write_text(f"{HEAD.format(1)}\nFirst\n{BETWEEN}")
    assert kept_mail(tmp_path / "in", stem, place) is None
    assert kept_mail(tmp_path, stem.replace("../", "no"), place) is None


def test_what_is_no_mail_is_passed_over(tmp_path):
    (tmp_path / "noise.log").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "empty.log").touch()
    assert kept_mails(tmp_path) == []


def test_folder_that_is_not_there_holds_nothing(tmp_path):
    assert kept_mails(tmp_path / "mail") == []


def test_mails_shown_are_bounded(tmp_path):
    (tmp_path / "many.log").write_text("".join(f"{HEAD.format(n)}\nWords\n{BETWEEN}" for n in range(MOST + 50)))
    assert len(kept_mails(tmp_path)) == MOST


@pytest.mark.django_db
def test_mails_that_a_sweep_wrote_are_read_back_whole(settings, tmp_path, hold_date):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = FILE_BACKEND, str(tmp_path)
    hold_date(date(2023, 10, 17))
    body = committee()
    for name in ("Ada Å", "Ben B", "Cleo C"):
        action(body, f"Report by {name} – ½", date(2023, 10, 24), owed_by_person=person(name))
    sweep()
    found = kept_mails(tmp_path)
    assert sorted(mail.subject for mail in found) == [
        f"Coming: Report by {name} – ½" for name in ("Ada Å", "Ben B", "Cleo C")
    ]
    assert {"* Report by Ben B – ½" in mail.text for mail in found if "Ben" in mail.subject} == {True}
    assert [mail.html.count("<li ") for mail in found] == [1, 1, 1]
