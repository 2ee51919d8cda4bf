"""A paper with more blank lines says the same, each fact on the line where it now stands."""

import pytest

from papers.reading.as_json import as_dict
from papers.reading.blanks import blanks_as_one
from papers.reading.document import read
from papers.reading.files import text_of_file
from tests.papers.mutations import FIXTURES
from tests.papers.test_properties import lines_in, without_lines

PAPERS = [path for path in sorted(FIXTURES.iterdir()) if path.suffix != ".json"]
DENSE = ("stourdale-plan-dense.txt", "strathannoch-programme-table.md", "wexcombe-programme-table.html")


def with_more(text, count):
    return text.replace("\n\n", "\n" * (count + 2))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_every_paper_is_the_same_text_to_the_reader_with_more_blank_lines(path):
    text = text_of_file(path)
    once = blanks_as_one(text)[0]
    assert [blanks_as_one(with_more(text, count))[0] for count in (1, 2, 9)] == [once] * 3


@pytest.mark.parametrize("name", DENSE)
@pytest.mark.parametrize("count", [1, 2, 9])
def test_more_blank_lines_change_nothing_but_lines(name, count):
    text = text_of_file(FIXTURES / name)
    sparse = with_more(text, count)
    plain, spaced = as_dict(read(text)), as_dict(read(sparse))
    assert without_lines(spaced) == without_lines(plain)
    assert [_words(sparse, line) for line in lines_in(spaced)] == [_words(text, line) for line in lines_in(plain)]


def _words(text, line):
    return text.split("\n")[line - 1]


def test_the_lines_that_are_kept_keep_their_numbers():
    assert blanks_as_one("\n \na\n\n\nb\n") == ("\na\n\nb\n", [1, 3, 4, 6, 7])
