"""What holds of every reading, whatever the paper."""

import datetime as dt
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papers.reading.as_json import as_dict, as_json
from papers.reading.document import read
from papers.reading.errors import NotAPaper
from papers.reading.files import text_of_bytes
from papers.reading.pages import pages_of
from tests.papers.mutations import clauses_of, is_in, mutated, papers, words_of

TEXTS = papers()
BEGINNINGS = (b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"{\\rtf", b"\xd0\xcf\x11\xe0")
QUICK = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(QUICK, max_examples=120)
DAMAGED = st.builds(lambda seed: mutated(TEXTS, seed), st.integers(0, 2**32))
WHOLE = st.sampled_from(TEXTS)


def reading_of(text):
    try:
        return read(text)
    except NotAPaper:
        return None


def lines_in(value, name=""):
    """Every line number of a reading."""
    if isinstance(value, dict):
        return [line for key, each in value.items() for line in lines_in(each, key)]
    if isinstance(value, list):
        return [line for each in value for line in lines_in(each, name)]
    return [value] if name in ("line", "time_line") and value is not None else []


def without_lines(value):
    if isinstance(value, dict):
        return {key: without_lines(each) for key, each in value.items() if key not in ("line", "time_line")}
    return [without_lines(each) for each in value] if isinstance(value, list) else value


@QUICK
@given(DAMAGED)
def test_reading_is_the_same_twice(text):
    assert reading_of(text) == reading_of(text)


@QUICK
@given(DAMAGED)
def test_json_is_valid_and_says_what_was_read(text):
    reading = reading_of(text)
    assert reading is None or json.loads(as_json(reading)) == as_dict(reading)


@QUICK
@given(DAMAGED)
def test_line_numbers_are_of_the_paper(text):
    reading = reading_of(text)
    last = text.count("\n") + 1
    assert reading is None or [line for line in lines_in(as_dict(reading)) if not 1 <= line <= last] == []


@QUICK
@given(DAMAGED)
def test_clauses_are_words_of_the_paper(text):
    reading = reading_of(text)
    source = words_of(text)
    assert reading is None or [clause for clause in clauses_of(reading) if not is_in(clause, source)] == []


@QUICK
@given(DAMAGED)
def test_only_earlier_clauses_are_named_as_the_same(text):
    reading = reading_of(text)
    for meeting in reading.meetings if reading else ():
        earlier = set()
        for clause in (clause for item in meeting.items for clause in item.clauses):
            assert clause.same_as is None or clause.same_as in earlier
            earlier.add(clause.path)


@QUICK
@given(WHOLE, st.integers(0, 9), st.integers(0, 9))
def test_blank_lines_round_a_paper_change_nothing_but_lines(text, before, after):
    changed = "\n" * before + text + "\n" * after
    assert without_lines(as_dict(read(changed))) == without_lines(as_dict(read(text)))


@QUICK
@given(WHOLE, st.integers(0, 5), st.sampled_from([" ", "  ", "\t", "\u00a0"]))
def test_spaces_at_the_end_of_lines_change_nothing(text, every, space):
    lines = [line + space if index % (every + 1) == 0 else line for index, line in enumerate(text.split("\n"))]
    assert read("\n".join(lines)) == read(text)


@QUICK
@given(WHOLE, st.integers(1, 3))
def test_more_blank_lines_where_there_are_some_change_nothing_but_lines(text, count):
    changed = text.replace("\n\n", "\n" * (count + 2))
    assert without_lines(as_dict(read(changed))) == without_lines(as_dict(read(text)))


@QUICK
@given(st.binary(max_size=4_000) | st.text(max_size=2_000).map(str.encode))
def test_any_bytes_are_text_or_refused_in_one_line(data):
    try:
        text = text_of_bytes(data, name="file")
    except NotAPaper as refusal:
        assert str(refusal).startswith("file ") and "\n" not in str(refusal)
    else:
        assert len(pages_of(text)) == text.count("\n") + 1


@QUICK
@given(
    st.sampled_from(BEGINNINGS),
    st.binary(max_size=3_000),
)
def test_bytes_that_begin_as_a_known_kind_are_text_or_refused(begin, data):
    try:
        text_of_bytes(begin + data, name="file")
    except NotAPaper as refusal:
        assert str(refusal).startswith("file ") and "\n" not in str(refusal)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("holds", "drawn"),
    [
        (test_reading_is_the_same_twice, [DAMAGED]),
        (test_json_is_valid_and_says_what_was_read, [DAMAGED]),
        (test_line_numbers_are_of_the_paper, [DAMAGED]),
        (test_clauses_are_words_of_the_paper, [DAMAGED]),
        (test_only_earlier_clauses_are_named_as_the_same, [DAMAGED]),
        (test_blank_lines_round_a_paper_change_nothing_but_lines, [WHOLE, st.integers(0, 9), st.integers(0, 9)]),
        (test_more_blank_lines_where_there_are_some_change_nothing_but_lines, [WHOLE, st.integers(1, 3)]),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_it_holds_of_many_more_papers(holds, drawn):
    LONG(given(*drawn)(holds.hypothesis.inner_test))()


def test_dates_are_written_as_iso_dates():
    reading = read(TEXTS[0])
    days = [meeting["date"] for meeting in as_dict(reading)["meetings"]]
    assert days == [meeting.date.isoformat() if meeting.date else None for meeting in reading.meetings]
    assert all(isinstance(meeting.date, dt.date | None) for meeting in reading.meetings)


@pytest.mark.parametrize("text", TEXTS[:3])
def test_a_paper_is_read_the_same_from_bytes_and_from_text(text):
    assert read(text_of_bytes(text.encode())) == read(text)
