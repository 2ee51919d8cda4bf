"""The other real papers: a peer challenge, a replacement letter, the reports to a board."""

import json
from pathlib import Path

import pytest

from papers.reading.as_json import as_dict
from papers.reading.files import read_file

PAPERS = Path(__file__).parents[2].parent / "shared" / "papers"

pytestmark = pytest.mark.skipif(not PAPERS.exists(), reason="the real papers are not at hand")


def test_peer_challenge_gives_its_paragraphs_for_consideration():
    truth = json.loads((PAPERS / "truth.json").read_text(encoding="utf-8"))["peer_challenge_recommendations"]
    read = as_dict(read_file(PAPERS / "peer-challenge-2022-07.txt"))
    assert read["kind"] == "recommendations"
    assert [(r["number"], r["line"]) for r in read["recommendations"]] == [
        (str(t["paragraph"]), t["line"]) for t in truth
    ]
    assert (read["meetings"], read["warnings"]) == ([], [])


def test_replacement_letter_names_the_item_it_changes():
    read = as_dict(read_file(PAPERS / "replacement-item-2022-01-04.txt"))
    (meeting,) = read["meetings"]
    (item,) = meeting["items"]
    assert (read["kind"], meeting["date"], item["number"], item["title"], item["pages"], item["flags"]) == (
        "letter",
        "2022-01-04",
        "8",
        "Cabinet Member Reports",
        "3-6",
        ["replacement"],
    )


def test_board_reports_have_their_heads():
    read = as_dict(read_file(PAPERS / "health-and-wellbeing-board-2020-12-09.txt"))
    assert [(r["subject"], r["fd"], r["ld"], r["contact"], r["line"]) for r in read["reports"]] == [
        ("Adult Social Care Market Position Statement and Vision", "FD.6201/20", "LD.4393/20", "Eleanor Moulton", 1),
        ("Integrated Commissioning Update", "FD.6202/20", "LD.4394/20", "Eleanor Moulton", 1655),
    ]
    assert (read["kind"], read["recommendations"], read["warnings"]) == ("report", [], [])
