"""Working rows off, on readings of papers: once each, by the lease, whatever goes wrong."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from intake.models import Reading
from jobs.lease import FIRST_WAIT
from jobs.work import WorkState
from jobs.working import FAULT, GIVEN_UP, HELD_FOR, Job, LeaseLost, Tally, is_lost, report, work_off
from tests.factories import make_manager, make_reading

pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """What happens to a worker that the machine ends in the middle of its work."""


class NotThis(ValueError):
    """What the work refuses."""


@pytest.fixture
def rows():
    by = make_manager()
    return [make_reading(by=by) for _ in range(3)]


@pytest.fixture
def clock():
    with time_machine.travel("2023-09-19 12:00+00:00", tick=False) as moved:
        yield moved


def keep(row, result):
    row.text = result
    row.save(update_fields=["text"])


def job(do, **more):
    return Job(do=do, keep=keep, **more)


def raising(error, by=lambda row: True, done=None):
    def do(row):
        if done is not None:
            done.append(row.pk)
        if by(row):
            raise error
        return "read"

    return do


def kept():
    rows = Reading.objects.order_by("pk")
    return list(rows.values_list("state", "text", "claimed_at", "attempts"))


DONE = (WorkState.DONE, "read", None, 1)


def test_every_row_that_waits_is_done_and_its_result_kept(rows):
    assert work_off(Reading.objects.all(), job(lambda row: "read")) == Tally(done=3)
    assert kept() == [DONE, DONE, DONE]


def test_rows_that_are_done_or_failed_or_not_asked_for_are_left(rows):
    first, second, third = rows
    Reading.objects.filter(pk=first.pk).update(state=WorkState.DONE)
    Reading.objects.filter(pk=second.pk).update(state=WorkState.FAILED)
    assert work_off(Reading.objects.exclude(pk=third.pk), job(lambda row: "read")) == Tally()


def test_fault_in_one_stops_none_of_the_others_and_leaves_no_claim(rows, clock, caplog):
    faulty = raising(ZeroDivisionError(), by=lambda row: row.pk == rows[1].pk)
    assert work_off(Reading.objects.all(), job(faulty)) == Tally(done=2, later=1)
    assert kept() == [DONE, (WorkState.WAITING, "", None, 1), DONE]
    waiting = Reading.objects.get(pk=rows[1].pk)
    assert (waiting.next_try_at, waiting.outcome) == (timezone.now() + FIRST_WAIT, FAULT)
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_fault_is_tried_again_later_and_then_given_up(rows, clock):
    faulty, only, tallies = job(raising(ZeroDivisionError())), Reading.objects.filter(pk=rows[0].pk), []
    for _ in range(4):
        tallies += [work_off(only, faulty), work_off(only, faulty)]
        clock.shift(timedelta(hours=1))
    later, failed, nothing = Tally(later=1), Tally(failed=1), Tally()
    assert tallies == [later, nothing, later, nothing, failed, nothing, nothing, nothing]
    row = only.get()
    assert (row.state, row.outcome, row.attempts, row.claimed_at) == (WorkState.FAILED, GIVEN_UP, 3, None)


def test_fault_in_keeping_takes_back_what_was_kept(rows):
    def keep_half(row, result):
        keep(row, result)
        raise ZeroDivisionError

    assert work_off(Reading.objects.all(), Job(do=lambda row: "read", keep=keep_half)) == Tally(later=3)
    assert kept() == [(WorkState.WAITING, "", None, 1)] * 3


def test_refusal_fails_at_once_with_its_words(rows):
    refusing = job(raising(NotThis("No. " * 200)), refusals=(NotThis,), words_in="refused")
    assert work_off(Reading.objects.filter(pk=rows[0].pk), refusing) == Tally(failed=1)
    row = Reading.objects.get(pk=rows[0].pk)
    assert (row.state, row.refused, row.claimed_at) == (WorkState.FAILED, ("No. " * 200)[:500], None)


def test_work_of_a_killed_worker_is_taken_over_once_its_claim_is_stale_and_done_once(rows, clock):
    only, begun = Reading.objects.filter(pk=rows[0].pk), []
    with pytest.raises(Killed):
        work_off(only, job(raising(Killed(), done=begun)))
    clock.shift(HELD_FOR - timedelta(seconds=1))
    working = job(raising(None, by=lambda row: False, done=begun))
    assert (work_off(only, working), is_lost(only.get())) == (Tally(), False)
    clock.shift(1)
    assert is_lost(only.get())
    assert (work_off(only, working), work_off(only, working)) == (Tally(done=1), Tally())
    assert (begun, kept()[0]) == ([rows[0].pk] * 2, (WorkState.DONE, "read", None, 2))


def test_row_that_kills_its_workers_is_given_up(rows, clock):
    only = Reading.objects.filter(pk=rows[0].pk)
    for _ in range(3):
        with pytest.raises(Killed):
            work_off(only, job(raising(Killed())))
        clock.shift(HELD_FOR)
    assert work_off(only, job(raising(Killed()))) == Tally(failed=1)
    assert (only.get().state, only.get().outcome) == (WorkState.FAILED, GIVEN_UP)


def test_slow_worker_whose_row_was_taken_over_keeps_nothing(rows, clock):
    only = Reading.objects.filter(pk=rows[0].pk)

    def slow(row):
        clock.shift(HELD_FOR)
        assert work_off(only, job(lambda row: "read")) == Tally(done=1)
        return "read too late"

    assert work_off(only, job(slow)) == Tally()
    assert kept()[0] == (WorkState.DONE, "read", None, 2)


def test_row_that_is_deleted_meanwhile_is_let_go(rows):
    def deleted(row):
        Reading.objects.filter(pk=row.pk).delete()
        return "read"

    assert work_off(Reading.objects.all(), job(deleted)) == Tally()
    assert Reading.objects.count() == 0


def test_row_that_another_claimed_meanwhile_is_left_to_them(rows, clock):
    def others_claim_the_rest(row):
        Reading.objects.exclude(pk=row.pk).update(claimed_at=timezone.now(), attempts=1)
        return "read"

    assert work_off(Reading.objects.all(), job(others_claim_the_rest)) == Tally(done=1)


def test_report_writes_how_far_it_is_and_holds_the_lease(rows, clock):
    seen = []

    def do(row):
        for page in (1, 2):
            clock.shift(HELD_FOR - timedelta(seconds=1))
            report(row, page, 2, f"Reading page {page} of 2")
            found = Reading.objects.get(pk=row.pk)
            seen.append((found.done, found.total, found.doing, found.percent, is_lost(found)))
        return "read"

    assert work_off(Reading.objects.filter(pk=rows[0].pk), job(do)) == Tally(done=1)
    assert seen == [(1, 2, "Reading page 1 of 2", 50, False), (2, 2, "Reading page 2 of 2", 100, False)]


def test_report_is_written_at_most_twice_a_second_but_always_for_a_new_part(rows, clock, django_assert_num_queries):
    def do(row):
        with django_assert_num_queries(4):
            report(row, 0, 0, "Opening the file")
            for page in range(1, 301):
                report(row, page, 300, f"Reading page {page} of 300")
            report(row, 0, 0, "Looking for actions")
            report(row, 0, 0, "Looking for actions")
            report(row, 0, 0, "Looking for meetings")
        return "read"

    assert work_off(Reading.objects.filter(pk=rows[0].pk), job(do)) == Tally(done=1)


def test_report_stops_whoever_lost_the_lease(rows, clock):
    def do(row):
        Reading.objects.filter(pk=row.pk).update(claimed_at=None, attempts=0)
        with pytest.raises(LeaseLost):
            report(row, 1, 2, "Reading")
        raise LeaseLost

    assert work_off(Reading.objects.filter(pk=rows[0].pk), job(do)) == Tally()
    assert kept()[0] == (WorkState.WAITING, "", None, 0)
