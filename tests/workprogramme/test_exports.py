"""The programme as CSV."""

import csv
from datetime import date

import pytest

from council.models import Body
from tests.factories import make_body, make_item, make_meeting, make_officer, make_person
from workprogramme import exports
from workprogramme.domain.planner import items_of_year
from workprogramme.exports import programme_csv

pytestmark = pytest.mark.django_db


def test_row_tells_meeting_item_writers_and_next_stage(held):
    officer = make_officer(make_body("Children"))
    body = Body.objects.get(name="Children")
    meeting = make_meeting(body, date(2023, 11, 14), by=officer)
    authors = (make_person("Ada Brown"), make_person("Bo Green"))
    item = make_item(meeting, "Scorecard", by=officer, authors=authors, exempt_note="The child in placement 7")
    response = programme_csv(items_of_year(body, meeting.year), "programme.csv")
    text = response.getvalue().decode("utf-8-sig")
    assert list(csv.reader(text.splitlines()))[1] == [
        "2023-11-14", "1", item.ref, "Scorecard", "Ada Brown / Bo Green", "", "Scheduled", "Not stated", "Not stated",
        "Title and author confirmed", "2023-10-03",
    ]  # fmt: skip
    assert "placement 7" not in text


def test_export_stops_at_a_bound_and_says_so(held, monkeypatch):
    body = make_body("Children")
    officer = make_officer(body)
    meeting = make_meeting(body, date(2023, 11, 14), by=officer)
    for _ in range(3):
        make_item(meeting, by=officer)
    files = []
    for most in (3, 2):
        monkeypatch.setattr(exports, "MOST_ROWS", most)
        text = programme_csv(items_of_year(body, meeting.year), "programme.csv").getvalue().decode("utf-8-sig")
        files.append(list(csv.reader(text.splitlines()))[1:])
    assert [len(rows) for rows in files] == [3, 3]
    assert files[1][-1] == ["Only the first 2 items are listed."]
