"""The numbers of finance and legal comments, as they are printed and as they are kept."""

import pytest

from papers.reading.comment_numbers import comment_number


@pytest.mark.parametrize(
    ("printed", "which", "kept"),
    [
        ("FD.7343/23", "FD", "FD.7343/23"),
        ("LD5543/23", "LD", "LD.5543/23"),
        ("FD 7326/23.", "FD", "FD.7326/23"),
        ("FD.7365/23.....", "FD", "FD.7365/23"),
        ("LD.5565/23....", "LD", "LD.5565/23"),
        (" fd: 7302/2023 ", "FD", "FD.7302/23"),
        ("5502/23", "LD", "LD.5502/23"),
        ("FD.7343 / 23", "FD", "FD.7343/23"),
    ],
)
def test_number_is_kept_in_one_shape(printed, which, kept):
    assert comment_number(printed, which) == kept


@pytest.mark.parametrize(
    ("printed", "which", "message"),
    [
        ("", "FD", "Enter the FD number with its year, like FD.7343/23"),
        ("FD.7343", "FD", "Enter the FD number with its year, like FD.7343/23"),
        ("FD.12/23", "FD", "Enter the FD number with its year, like FD.7343/23"),
        ("FD.7343/1923", "FD", "Enter the FD number with its year, like FD.7343/23"),
        ("tba", "LD", "Enter the LD number with its year, like LD.7343/23"),
        ("FD.7343/23 and FD.7344/23", "FD", "Enter the FD number with its year, like FD.7343/23"),
        ("FD.٧٣٤٣/٢٣", "FD", "Enter the FD number with its year, like FD.7343/23"),
        ("LD.5543/23", "FD", "LD.5543/23 is the legal one. Enter the one that begins with FD"),
        ("FD.7343/23", "LD", "FD.7343/23 is the finance one. Enter the one that begins with LD"),
        ("HR.7343/23", "LD", "HR.7343/23 is no LD number. Enter the one that begins with LD"),
    ],
)
def test_anything_else_is_told_how_to_mend_it(printed, which, message):
    with pytest.raises(ValueError) as refused:
        comment_number(printed, which)
    assert str(refused.value) == message
