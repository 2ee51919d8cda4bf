"""The text of a paper as it is shown: marks, folds, pages and notes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.domain.marks import AROUND, MOST, Span, Stretch, Text, as_read

LINES = "\n".join(f"line {number}" for number in range(1, 101))


def marked(text: Text) -> dict[int, tuple[int, ...]]:
    return {line.number: line.keys for stretch in text.stretches() for line in stretch.lines if line.keys}


def test_lines_carry_what_was_read_from_them_and_where_it_begins():
    text = Text("a\nb\nc\nd", [Span(7, 2, 3)], {})
    assert [(line.number, line.words, line.keys, line.begins) for line in text.stretches()[0].lines] == [
        (1, "a", (), ()), (2, "b", (7,), (7,)), (3, "c", (7,), ()), (4, "d", (), ()),
    ]  # fmt: skip


def test_overlapping_spans_share_their_lines():
    text = Text(LINES, [Span(1, 50, 52), Span(2, 51, 51), Span(3, 52, 53)], {})
    assert marked(text) == {50: (1,), 51: (1, 2), 52: (1, 3), 53: (3,)}


@pytest.mark.parametrize("span", [Span(1, 0, 4), Span(1, 101, 102), Span(1, -3, 2)])
def test_spans_out_of_the_text_are_left_out(span):
    assert marked(Text(LINES, [span], {})) == {}


def test_span_that_runs_over_the_end_or_backwards_is_clipped():
    assert marked(Text("a\nb", [Span(1, 2, 9)], {})) == {2: (1,)}
    assert marked(Text("a\nb", [Span(1, 2, 1)], {})) == {2: (1,)}


def test_what_nothing_was_read_in_is_folded_with_a_few_lines_left_round_what_was():
    text = Text(LINES, [Span(1, 50, 50)], {})
    assert [(part.first, part.last, bool(part.lines)) for part in text.stretches()] == [
        (1, 1 + AROUND, True), (5, 46, False), (47, 53, True), (54, 100, False),
    ]  # fmt: skip


def test_short_gap_is_not_folded():
    text = Text(LINES, [Span(1, 50, 50), Span(2, 60, 60)], {})
    assert [(part.first, part.last) for part in text.stretches() if part.lines] == [(1, 4), (47, 63)]


def test_a_note_keeps_its_line_in_sight():
    notes = {70: ["Look at this"], 400: ["of another paper"]}
    text = Text(LINES, [], notes)
    assert [(part.first, part.last) for part in text.stretches() if part.lines] == [(1, 4), (67, 73)]
    assert [line.notes for part in text.stretches() for line in part.lines if line.notes] == [("Look at this",)]


def test_pages_are_told_where_the_text_has_form_feeds():
    text = Text("a\n\fb\nc\n\f\n\fd", [], {})
    assert [(line.number, line.page) for line in text.stretches()[0].lines] == [
        (1, 1), (2, 2), (3, None), (4, 3), (5, 4),
    ]  # fmt: skip
    assert {line.page for line in Text("a\nb", [], {}).stretches()[0].lines} == {None}


def test_blank_lines_are_left_out_and_what_follows_them_stands_apart():
    lines = Text("a\n\nb\nc", [], {}).stretches()[0].lines
    assert [(line.number, line.apart) for line in lines] == [(1, False), (3, True), (4, False)]


def test_a_folded_part_can_be_had_a_bounded_number_of_lines_at_a_time():
    text = Text("\n".join("x" * 5000), [], {})
    shown, rest = text.between(10, 9000)
    assert (len(shown.lines), rest) == (MOST, Stretch(10 + MOST, 5000))
    assert text.between(6000, 7000) == []


def test_no_more_lines_are_shown_than_a_page_can_bear():
    text = Text("\n".join("x" * 9000), [Span(n, n, n) for n in range(1, 9001)], {})
    assert sum(len(part.lines) for part in text.stretches()) == MOST


def test_printed_words_are_one_text():
    assert Text("a\n**b**\n\n| c | d |", [], {}).printed(2, 4) == "b c | d"
    assert Text("a", [], {}).printed(None, None) == ""


@pytest.mark.parametrize(
    ("line", "words"),
    [("|---|---|", ""), ("| 1. | Tram Depot |", "1. | Tram Depot"), ("**Minutes**", "Minutes"), ("\fPage", "Page")],
)
def test_markup_is_taken_off(line, words):
    assert as_read(line) == words


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    count=st.integers(1, 300),
    spans=st.lists(st.builds(Span, st.integers(1, 9), st.integers(-5, 320), st.integers(-5, 320)), max_size=20),
)
def test_every_line_stands_in_exactly_one_stretch(count, spans):
    parts = Text("\n".join("x" * count), spans, {}).stretches()
    numbers = [number for part in parts for number in range(part.first, part.last + 1)]
    assert numbers == list(range(1, count + 1))
