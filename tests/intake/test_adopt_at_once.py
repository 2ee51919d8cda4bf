"""Two officers adopting the same paper at once, on PostgreSQL: one of them does, the other is told that it is done."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from committees.models import Meeting, Paper
from intake.domain.adopt import adopt_paper
from papers.reading import facts
from tests.factories import make_user

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]


def test_two_officers_adopting_the_same_paper(hold_date):
    if connection.vendor != "postgresql":
        pytest.skip("people work at once on PostgreSQL")
    hold_date(date(2023, 9, 19))
    officer, together = make_user(), Barrier(2)
    seat = facts.Seat("Ann Lee", "member", None, None, 1)
    meeting = facts.Meeting("Harbours and Trams", date(2023, 11, 14), seats=(seat,))

    def adopt(name: str) -> bool:
        together.wait()
        try:
            reading = facts.Reading("agenda", meetings=(meeting,))
            return adopt_paper(reading, name=name, sha256="1", by=officer).before
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(adopt, ["agenda.txt", "copy.txt"])) == [False, True]
    assert (Paper.objects.count(), Meeting.objects.count()) == (1, 1)
