"""An edition as text: the same facts give the same bytes and read back as the same facts."""

import json
from dataclasses import dataclass, replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.writing.canonical import NotCanonical, canonical_json, read_canonical
from papers.writing.edition import Edition, FormalMeeting, Heading, Row, as_text, facts_hash, from_text

SEPTEMBER = Heading("M2", date(2023, 9, 26), at=time(18, 30), venue="Town Hall, Southport", room="Birkdale Room")
ROW = Row("I1", 1, "Domestic Abuse", authors=("Janette Maxwell", "Jo Bähr"))
EDITION = Edition(
    council="Sefton Council", committee="Children's Services", called="Children", year="2023/24", number=2,
    made_on=date(2023, 9, 18), meeting=SEPTEMBER, meetings=(FormalMeeting(SEPTEMBER, (ROW,)),),
)  # fmt: skip


def test_text_has_sorted_keys_dates_as_written_and_no_white_space():
    assert canonical_json(SEPTEMBER) == (
        '{"at":"18:30:00","kind":"Formal meeting","on":"2023-09-26","ref":"M2","room":"Birkdale Room",'
        '"state":"Arranged","venue":"Town Hall, Southport"}'
    )


def test_edition_reads_back_as_the_same_facts_and_gives_the_same_bytes():
    text = as_text(EDITION)
    assert from_text(text) == EDITION
    assert as_text(from_text(text)) == text


@given(st.builds(Edition, forward_plan=st.none()))
def test_any_edition_reads_back_as_the_same_bytes(edition):
    assert as_text(from_text(as_text(edition))) == as_text(edition)


def test_field_that_an_older_text_lacks_takes_its_default():
    told = json.loads(as_text(EDITION))
    del told["tracker"], told["meetings"][0]["rows"][0]["because"]
    assert from_text(json.dumps(told)) == EDITION


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "This is not JSON"),
        ("[]", "Edition is to be an object"),
        ('{"number":1}', "lacks"),
        ('{"ref":"I1","number":1,"title":"A","colour":"red"}', "unknown fields"),
    ],
)
def test_text_that_is_no_edition_is_refused(text, message):
    with pytest.raises(NotCanonical, match=message):
        read_canonical(Row if "colour" in text else Edition, text)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("number", True, "number is to be int"),
        ("number", 1.5, "number is to be int"),
        ("title", None, "title is to be str"),
        ("authors", "Ada", "authors is to be a list"),
        ("decision_on", "14 November", "decision_on is to be a date"),
    ],
)
def test_value_of_another_kind_is_refused(field, value, message):
    told = {"ref": "I1", "number": 1, "title": "A", field: value}
    with pytest.raises(NotCanonical, match=message):
        read_canonical(Row, json.dumps(told))


@pytest.mark.parametrize("value", [1.5, datetime(2023, 9, 26), ["a list"], {"a": "mapping"}])
def test_what_has_no_kept_form_is_refused(value):
    @dataclass(frozen=True)
    class Fact:
        value: object

    with pytest.raises(NotCanonical, match="no kept form"):
        canonical_json(Fact(value))


def test_same_facts_have_the_same_facts_hash_whatever_their_number_and_day():
    later = replace(EDITION, number=3, made_on=date(2023, 11, 6))
    assert facts_hash(later) == facts_hash(EDITION)
    assert facts_hash(replace(later, year="2024/25")) != facts_hash(EDITION)


def test_weekday_is_computed_and_authors_are_printed_in_one_column():
    assert Heading("M4", date(2023, 11, 14)).weekday == "Tuesday"
    assert Heading("M5", date(2024, 3, 12)).weekday == "Tuesday"
    assert ROW.author_column == "Janette Maxwell/Jo Bähr"
    assert Row("I2", 2, "Update", organisation="Sefton Place").author_column == "Sefton Place"
