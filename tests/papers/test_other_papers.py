"""The other real papers: a peer challenge, a replacement letter, the reports to a board."""

import json
from pathlib import Path

import pytest

from papers.reading.as_json import as_dict
from papers.reading.files import read_file

PAPERS = next(
    (at for parent in Path(__file__).parents[3:] if (at := parent / "shared" / "papers").exists()), Path("absent")
)

HEADER = "to dates subject report_of portfolio key in_forward_plan exempt fd ld contact line".split()  # noqa: SIM905

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
    assert (meeting["committee"].casefold(), item["report_of"], read["recommendations"], read["warnings"]) == (
        "overview and scrutiny committee (adult social care and health)",
        "Chief Legal and Democratic Officer",
        [],
        [],
    )


def test_board_reports_have_their_heads():
    truth = json.loads((PAPERS / "truth.json").read_text(encoding="utf-8"))
    read = as_dict(read_file(PAPERS / "health-and-wellbeing-board-2020-12-09.txt"))
    said = {"N": False, "No": False}
    assert [tuple(r[key] for key in HEADER) for r in read["reports"]] == [
        (
            [to["text"] for to in w["report_to"]],
            [to["date"] for to in w["report_to"]],
            w["subject"]["text"],
            w["report_of"]["text"],
            w["portfolio"]["text"],
            *(said[w[key]] for key in ("key_decision", "in_forward_plan", "exempt")),
            *(w[key]["normalised"].strip(".") for key in ("fd_ref", "ld_ref")),
            w["contact"]["text"],
            w["report_to"][0]["line"],
        )
        for w in truth["reports"]
        if w["meeting"] == "hwb-2020-12-09"
    ]
    assert (read["kind"], read["recommendations"], read["warnings"]) == ("report", [], [])


def test_board_reports_have_their_recommendations():
    truth = json.loads((PAPERS / "truth.json").read_text(encoding="utf-8"))
    read = as_dict(read_file(PAPERS / "health-and-wellbeing-board-2020-12-09.txt"))
    assert [(x["number"], x["text"], x["line"]) for r in read["reports"] for x in r["recommendations"]] == [
        (x["number"], x["text"], x["line"])
        for w in truth["reports"]
        if w["meeting"] == "hwb-2020-12-09"
        for x in w["recommendations"]
    ]
