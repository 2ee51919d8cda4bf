"""Finance and legal comments on a report, and the stage they meet."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from council.refusal import Refusal
from tests.factories import make_suggestion
from workprogramme.domain.comments import record_comments, take_back_comments
from workprogramme.domain.items import publish_item
from workprogramme.domain.stages import meet_stage, reopen_stage
from workprogramme.models import Comments

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(people):
    return people["author"]


@pytest.fixture
def stage(item):
    return item.stages.get(stage="comments")


def on_record(item):
    return [str(comments) for comments in item.comments.all()]


def met(stage):
    stage.refresh_from_db()
    return stage.met_on, stage.met_by, stage.late_because


@pytest.mark.parametrize(
    ("given", "kept", "done"),
    [
        ({"fd": "FD 7326/23."}, ["FD.7326/23"], False),
        ({"ld": "LD5526/23"}, ["LD.5526/23"], False),
        ({"fd": "7326/23", "ld": "LD5526/23"}, ["FD.7326/23", "LD.5526/23"], True),
        ({"fd": "7326/23", "ld_not_required": "For information"},
         ["FD.7326/23", "LD not required: For information"], True),
        ({"fd_not_required": "Update", "ld_not_required": "Update"},
         ["FD not required: Update", "LD not required: Update"], True),
        ({}, [], False),
    ],
)  # fmt: skip
def test_comments_meet_their_stage_once_both_are_there(item, stage, author, held, given, kept, done):
    record_comments(item, by=author, **given)
    assert (on_record(item), met(stage)) == (kept, (held, author, "") if done else (None, None, ""))


def test_comments_come_one_after_the_other(item, stage, author, officer):
    record_comments(item, fd="FD.7326/23", by=author)
    record_comments(item, ld="LD.5526/23", by=officer)
    assert (on_record(item), met(stage)[1]) == (["FD.7326/23", "LD.5526/23"], officer)


def test_comments_that_are_corrected_keep_their_history_and_the_stage(item, stage, author, officer):
    record_comments(item, fd="7326/23", ld="5526/23", by=author)
    record_comments(item, fd="7327/23", by=officer)
    record_comments(item, fd="7327/23", by=officer)
    fd = item.comments.get(which="FD")
    told = [(row.number, row.history_user) for row in fd.history.order_by("pk")]
    assert told == [("FD.7326/23", author), ("FD.7327/23", officer)]
    assert met(stage)[1] == author


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"fd": "7326"}, "Enter the FD number with its year, like FD.7343/23."),
        ({"fd": "LD.1234/23"}, "LD.1234/23 is the legal one. Enter the one that begins with FD."),
        ({"ld": "5526/23", "ld_not_required": "Update"}, "Enter the LD number or why it is not required, not both."),
        ({"fd": "7326/23", "ld": "5526"}, "Enter the LD number with its year, like LD.7343/23."),
    ],
)
def test_comments_that_cannot_be_read_are_refused_whole(item, author, given, message):
    with pytest.raises(Refusal) as refused:
        record_comments(item, by=author, **given)
    assert (str(refused.value), on_record(item)) == (message, [])


def test_comments_after_their_day_ask_why_and_write_nothing_without(item, stage, author, hold_date):
    hold_date(date(2023, 10, 25))
    with pytest.raises(Refusal) as refused:
        record_comments(item, fd="7326/23", ld="5526/23", by=author)
    said = "Finance and legal comments was due on 24 October 2023. Say why it is late, or was recorded late."
    assert (str(refused.value), on_record(item)) == (said, [])
    record_comments(item, fd="7326/23", ld="5526/23", late_because="Finance was short of staff", by=author)
    assert met(stage) == (date(2023, 10, 25), author, "Finance was short of staff")


def test_comments_taken_back_open_the_stage_again(item, stage, author):
    fd, _ = record_comments(item, fd="7326/23", ld="5526/23", by=author)
    take_back_comments(fd, by=author)
    assert (on_record(item), met(stage)) == (["LD.5526/23"], (None, None, ""))
    told = [(row.history_type, row.history_user) for row in Comments.history.filter(which="FD").order_by("pk")]
    assert told == [("+", author), ("-", author)]


def test_comments_of_a_published_report_are_corrected_but_not_taken_back(item, author, officer, held):
    publish_item(item, on=held, by=officer)
    fd, _ = record_comments(item, fd="7326/23", ld="5526/23", by=author)
    with pytest.raises(Refusal) as refused:
        take_back_comments(fd, by=author)
    assert str(refused.value) == "This item is published, so its comments stay. You can correct them."
    record_comments(item, fd="7327/23", by=officer)
    assert on_record(item) == ["FD.7327/23", "LD.5526/23"]


def test_comments_belong_to_no_suggestion(body, november, officer):
    with pytest.raises(Refusal) as refused:
        record_comments(make_suggestion(body, november.year, by=officer), fd="7326/23", by=officer)
    assert str(refused.value) == "This item is suggested, so no comments belong to it."


def test_stage_of_comments_is_not_marked_by_hand(item, stage, author):
    with pytest.raises(Refusal) as refused:
        meet_stage(stage, by=author)
    assert str(refused.value) == (
        "Enter the FD and LD numbers, or say why they are not required: then this stage is done."
    )


def test_stage_of_comments_stays_done_while_both_are_there(item, stage, author, held):
    record_comments(item, fd="7326/23", ld="5526/23", by=author)
    with pytest.raises(Refusal) as refused:
        reopen_stage(stage, by=author)
    assert "Take one of them back" in str(refused.value)
    assert met(stage)[0] == held


@pytest.mark.parametrize("given", [{}, {"number": "FD.7326/23", "not_required_because": "Update"}])
def test_comments_with_nothing_or_both_are_held_off_by_the_database(item, author, held, given):
    with pytest.raises(IntegrityError), transaction.atomic():
        Comments.objects.create(item=item, which="FD", recorded_by=author, recorded_on=held, **given)
    assert on_record(item) == []
