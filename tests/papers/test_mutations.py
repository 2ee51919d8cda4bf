"""Ten thousand damaged papers: each is read or refused, quickly, and no clause says what its paper does not."""

import pytest

from tests.papers.mutations import tried

CHUNK = 500


def test_damaged_papers_are_read_or_refused():
    found = tried(range(100))
    assert (found.broke, found.slow, found.outside) == ([], [], [])


@pytest.mark.slow
@pytest.mark.parametrize("start", range(100, 10_000, CHUNK))
def test_thousands_of_damaged_papers_are_read_or_refused(start):
    found = tried(range(start, min(start + CHUNK, 10_000)))
    assert (found.broke, found.slow, found.outside) == ([], [], [])
