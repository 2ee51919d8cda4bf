"""The real agenda pack of 26 September 2023 against its hand-checked truth."""

import datetime as dt
import json
from pathlib import Path

import pytest

from papers.reading.as_json import as_dict
from papers.reading.files import read_file

PAPERS = next(
    (at for parent in Path(__file__).parents[3:] if (at := parent / "shared" / "papers").exists()), Path("absent")
)
PACK = PAPERS / "agenda-pack-2023-09-26.txt"

pytestmark = pytest.mark.skipif(not PACK.exists(), reason="the real papers are not at hand")

KINDS = {
    "next-meeting": "next_meeting",
    "future-meeting": "future_meeting",
    "date-to-be-determined": "to_be_arranged",
    "explicit-date": "date",
}


@pytest.fixture(scope="module")
def truth():
    return json.loads((PAPERS / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def read():
    return as_dict(read_file(PACK))


@pytest.fixture(scope="module")
def june(read):
    return next(m for m in read["meetings"] if m["date"] == "2023-06-06")


def clauses_of(meeting):
    return {clause["path"]: clause for item in meeting["items"] for clause in item["clauses"]}


def flattened(resolutions):
    for resolution in resolutions:
        yield resolution
        yield from flattened(resolution.get("children", []))


def test_pack_is_a_pack(read):
    assert (read["kind"], read["council"], read["recommendations"], read["trackers"]) == ("pack", None, [], [])


def test_meetings_are_the_five_of_the_year(read):
    assert [(m["date"], m["weekday_printed"], m["time"], m["time_line"], m["held"]) for m in read["meetings"]] == [
        ("2023-06-06", "Tuesday", "18:30", 5086, True),
        ("2023-09-26", "Tuesday", "18:30", 9, False),
        ("2023-11-14", "Monday", "18:30", 5110, False),
        ("2024-01-30", "Tuesday", "18:30", 5121, False),
        ("2024-03-12", "Monday", "18:30", 5130, False),
    ]
    assert {m["committee"] for m in read["meetings"]} == {
        "Overview and Scrutiny Committee (Children's Services and Safeguarding)"
    }


def test_seats_match_the_front_sheet(read, truth):
    seats = next(m for m in read["meetings"] if m["date"] == "2023-09-26")["seats"]
    members = truth["memberships"][0]["members"]
    outside = truth["memberships"][0]["co_opted_and_advisory"]
    sitting = [s for s in seats if s["role"] in ("chair", "vice-chair", "member")]
    assert [(s["name"], s["role"], s["line"]) for s in sitting] == [
        (m["name_as_printed"].split(" (")[0], m["role"], m["line"]) for m in members
    ]
    substitutes = [s for s in seats if s["role"] == "substitute"]
    assert [(s["name"], s["for"]) for s in substitutes] == [
        (m["substitute"], m["name_as_printed"].split(" (")[0]) for m in members
    ]
    others = [s for s in seats if s["role"] in ("co-opted", "advisory")]
    assert [(f"{s['name']}, {s['represents']}", s["role"], s["line"]) for s in others] == [
        (m["name_as_printed"], m["role"], m["line"]) for m in outside
    ]


def test_attendance_matches_the_minutes(june, truth):
    printed = truth["attendance"][0]
    present = [a for a in june["attendance"] if a["as"] == "present"]
    assert [a["line"] for a in present] == [p["line"] for p in printed["present"]]
    assert all(
        a["name"].removeprefix("Councillor ") in p["name_as_printed"]
        for a, p in zip(present, printed["present"], strict=True)
    )
    also = [a for a in june["attendance"] if a["as"] == "also present"]
    named = [p for p in printed["also_present"] if "name_as_printed" in p]
    assert [(a["name"], a["line"]) for a in also] == [
        (p["name_as_printed"].split(",")[0].split(" – ")[0], p["line"]) for p in named
    ]
    assert [a["name"] for a in june["attendance"] if a["as"] == "apologies"] == [
        "Councillor Carragher",
        "Councillor Richards",
        "Councillor McGinnity",
        "Ms. Joan McCarthy",
    ]


def test_minutes_and_clauses_match_truth(june, truth):
    assert [(i["number"], i["title"], i["line"]) for i in june["items"]] == [
        (str(m["minute_no"]), m["title"], m["line"]) for m in truth["minutes"]
    ]
    wanted = [
        (r["id"].split("/", 1)[1], None if r["number"] in (None, "-") else r["number"], r["text"], r["line"])
        for m in truth["minutes"]
        for r in flattened(m["resolutions"])
    ]
    got = [(c["path"], c["label"], c["text"], c["line"]) for i in june["items"] for c in i["clauses"]]
    assert got == wanted
    assert len(got) == 49


def test_clause_sorts_match_truth(june, truth):
    names = {
        "site-visit": "visit",
        "request-for-report": "request_report",
        "request-for-information": "request_information",
        "add-to-work-programme": "add_to_programme",
    }
    wanted = {
        r["id"].split("/", 1)[1]: names.get(r["classification"], r["classification"].replace("-", "_"))
        for m in truth["minutes"]
        for r in flattened(m["resolutions"])
    }
    assert {path: clause["sort"] for path, clause in clauses_of(june).items()} == wanted


def test_follow_ups_match_truth(june, truth):
    wanted = {}
    owners = {}
    for each in truth["follow_ups_flat"]:
        path = each["clause"].split("/", 1)[1]
        if not each["container_only"] and path != "11":
            wanted[path] = (each["asked_as_printed"], KINDS.get(each["due_kind"], each["due_kind"]))
            owners[path] = each["asked_inherited_from_parent"]
    got = {path: clause["follow_ups"] for path, clause in clauses_of(june).items() if clause["follow_ups"]}
    assert {path: (f[0]["asked"], f[0]["due"]["kind"]) for path, f in got.items()} == wanted
    assert {len(f) for f in got.values()} == {1}
    assert len(got) == 26
    assert {path for path, f in got.items() if f[0]["asked_from"] == "stem"} == {
        path for path, inherited in owners.items() if inherited
    }


def test_doubles_leave_nineteen_actions(june, truth):
    clauses = clauses_of(june)
    doubles = {path: c["same_as"] for path, c in clauses.items() if c["same_as"]}
    assert doubles == {
        "13/2/a": "6/2",
        "13/2/a/i": "6/2/a",
        "13/2/a/ii": "6/2/b",
        "13/2/a/iii": "6/2/c",
        "13/2/a/iv": "6/2/d",
        "13/2/b/i": "7/3",
        "13/2/b/ii": "9/3",
        "13/4": "5/1",
    }
    assert len([c for c in clauses.values() if c["follow_ups"] and not c["same_as"]]) == 19


def test_next_meeting_is_dated_from_the_same_paper(june):
    assert clauses_of(june)["7/2"]["follow_ups"][0]["due"] == {
        "kind": "next_meeting",
        "text": "to the next meeting of the Committee",
        "on": "2023-09-26",
    }


def test_issues_and_what_became_of_them(june, truth):
    raised = [(i["text"], i["line"]) for item in june["items"] for i in item["issues"]]
    assert raised == [(i["text"], i["line"]) for m in truth["minutes"] for i in m.get("issues_raised", [])]
    suggested = {i["line"]: i["taken_up_by"] for item in june["items"] for i in item["issues"] if i["suggestion"]}
    assert suggested == {
        s["line"]: s["became"].split("/", 1)[1] if s["became"] else None for s in truth["embedded_suggestions"]
    }


def test_references_are_read(june, read):
    assert [(r["minute"], r["clause"], r["meeting"], r["line"]) for i in june["items"] for r in i["refers_to"]] == [
        ("52", "(3)", "2023-03-06", 241),
        ("54", "(2)", "2023-03-06", 273),
    ]
    assert [(r["minute"], r["clause"]) for r in clauses_of(june)["13/2"]["refers_to"]] == [
        ("5", "(1)"),
        ("6", "(2)"),
        ("7", "(4)"),
        ("9", "(3)"),
    ]
    assert [(r["minute"], r["clause"], r["meeting"], r["line"]) for r in read["refers_to"]] == [
        ("27", None, "2020-07-30", 4570),
        ("59", "(2)(a)", "2023-03-06", 4924),
        ("32", None, "2019-10-15", 5022),
    ]


def test_agenda_items_match_truth(read, truth):
    items = next(m for m in read["meetings"] if m["date"] == "2023-09-26")["items"]
    wanted = [a for a in truth["agenda_items"] if a["meeting"] == "os-css-2023-09-26"]
    assert [(i["number"], i["title"], i["line"], i["pages"], i["report_of"]) for i in items] == [
        (
            str(a["no"]),
            a["title"],
            a["line"],
            f"{a['page_from']}-{a['page_to']}" if "page_from" in a else None,
            a["report_of"]["text"].removeprefix("Report of the ").rstrip(".") if "report_of" in a else None,
        )
        for a in wanted
    ]


def test_programme_rows_match_truth(read, truth):
    got = [
        (p["meeting"]["date"], r["number"], r["title"], r["authors"], r["organisation"], r["line"])
        for p in read["programme"]
        for r in p["rows"]
    ]
    assert got == [
        (
            w["meeting"].removeprefix("os-css-"),
            str(w["no"]),
            w["item"],
            w["authors"],
            w.get("author_organisation"),
            w["line"],
        )
        for w in truth["work_programme_rows"]
    ]
    assert len(got) == 34
    assert {p["year"] for p in read["programme"]} == {"2023/24"}


def test_informal_rows_match_truth(read, truth):
    rows = truth["informal_programme_rows"]["rows"]
    assert [(e["number"], e["title"], e["organisers"], e["line"]) for e in read["informal"]] == [
        (str(r["no"]), r["title"], r["organiser_cell"], r["line"]) for r in rows
    ]
    assert [(e["status"], e["on"], e["when_text"]) for e in read["informal"]] == [
        ("held", "2023-06-06", "6 June 2023"),
        ("held", "2023-08-31", "31 August 2023"),
        ("arranged", "2023-09-21", "21 September 2023"),
        ("anticipated", None, "mid-September 2023"),
        ("to_be_arranged", None, "to be arranged"),
        ("to_be_arranged", None, "to be arranged"),
        ("to_be_arranged", None, "to be arranged"),
    ]


def test_forward_plan_paragraph_is_read(read):
    assert read["forward_plans"] == [
        {
            "published": "2023-08-31",
            "from": "2023-10-01",
            "to_printed": "2024-01-01",
            "to": "2024-01-31",
            "to_inferred": True,
            "entries": [],
        }
    ]


def test_report_heads_match_truth(read, truth):
    wanted = [r for r in truth["reports"] if r["meeting"] == "os-css-2023-09-26"]
    yes = {"No": False, "Yes": True}
    assert [
        (
            r["to"],
            r["dates"],
            r["subject"],
            r["report_of"],
            r["portfolio"],
            r["key"],
            r["in_forward_plan"],
            r["exempt"],
            r["fd"],
            r["ld"],
            r["contact"],
        )
        for r in read["reports"]
    ] == [
        (
            [to["text"] for to in w["report_to"]],
            [to["date"] for to in w["report_to"]],
            w["subject"]["text"],
            w["report_of"]["text"],
            w["portfolio"]["text"],
            yes[w["key_decision"]],
            yes[w["in_forward_plan"]],
            yes[w["exempt"]],
            w["fd_ref"]["normalised"] if w["fd_ref"] else None,
            w["ld_ref"]["normalised"] if w["ld_ref"] else None,
            w["contact"]["text"],
        )
        for w in wanted
    ]


def test_report_recommendations_match_truth(read, truth):
    wanted = [r for r in truth["reports"] if r["meeting"] == "os-css-2023-09-26"]
    assert [(x["number"], x["text"], x["line"]) for r in read["reports"] for x in r["recommendations"]] == [
        (x["number"], " ".join([x["text"], *([x["continued"]["text"]] if "continued" in x else [])]), x["line"])
        for w in wanted
        for x in w["recommendations"]
    ]


def test_warnings_are_those_and_no_others(read):
    assert [(w["code"], w["line"]) for w in read["warnings"]] == [
        ("unresolved_reference", 400),
        ("duplicate_clause", 406),
        ("duplicate_clause", 412),
        ("duplicate_clause", 413),
        ("duplicate_clause", 415),
        ("period_length", 4947),
        ("weekday_mismatch", 5110),
        ("venue_conflict", 5130),
        ("weekday_mismatch", 5130),
        ("empty_owner", 5152),
        ("empty_owner", 5159),
        ("empty_owner", 5160),
        ("empty_owner", 5161),
    ]


def test_every_date_of_a_meeting_is_a_day(read):
    assert all(dt.date.fromisoformat(m["date"]) for m in read["meetings"])
