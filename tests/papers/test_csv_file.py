"""A table saved as CSV reads as the table it was."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.reading.as_json import as_dict
from papers.reading.document import read
from papers.reading.errors import NotAPaper
from papers.reading.files import text_of_bytes

PLAN = """Forward plan published 14 November 2025 for the four month period 1 December 2025 - 31 March 2026,,,,,
Decision title,Decision maker,Date of decision,Key decision,Exempt,Contact officer
"Electric buses, second phase",Cabinet,16/12/2025,Yes,No,"Kit Warren, Fleet Lead"
"Household fund
fifth round",Executive Director of Adults,05 January 2026,No,No,Fen Adeyemi
Budget and council tax | 2026/27,Full Council,2026-02-25,Yes,Part exempt,Ros Calder
"""
TRACKER = """Ref;Meeting;Action;Owner;Due;Status
A1;12/06/2025;Circulate the flood map;Flood Risk Manager;30/09/2025;Complete
A2;12/06/2025;"Report on parking; with costs";Head of Transport;20 January 2026;In progress
"""
PROGRAMME = """Meeting date\tItem\tPurpose\tLead officer
10 September 2025\tFostering sufficiency\tHolding to account\tAnn Reed
3 December 2025\tBudget proposals for the council\tPre-scrutiny\tCy Dent
"""


def read_csv(text, kind="auto", encoding="utf-8"):
    return as_dict(read(text_of_bytes(text.encode(encoding), name="table.csv"), kind=kind))


def test_forward_plan_is_read_with_its_edition():
    reading = read_csv(PLAN)
    (plan,) = reading["forward_plans"]
    assert (reading["kind"], plan["published"], plan["from"], plan["to"]) == (
        "plan",
        "2025-11-14",
        "2025-12-01",
        "2026-03-31",
    )
    assert [(e["title"], e["decision_maker"], e["due"], e["contact"], e["key"]) for e in plan["entries"]] == [
        ("Electric buses, second phase", "Cabinet", "2025-12-16", "Kit Warren, Fleet Lead", True),
        ("Household fund fifth round", "Executive Director of Adults", "2026-01-05", "Fen Adeyemi", False),
        ("Budget and council tax ¦ 2026/27", "Full Council", "2026-02-25", "Ros Calder", True),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_spreadsheets_write_it_in_several_ways(encoding):
    assert len(read_csv(PLAN, encoding=encoding)["forward_plans"][0]["entries"]) == 3


def test_tracker_with_semicolons_is_read_as_what_it_is_said_to_be():
    rows = read_csv(TRACKER, kind="tracker")["trackers"]
    assert [(row["ref"], row["text"], row["owner"], row["due"], row["closed"]) for row in rows] == [
        ("A1", "Circulate the flood map", "Flood Risk Manager", "2025-09-30", True),
        ("A2", "Report on parking; with costs", "Head of Transport", "2026-01-20", False),
    ]


def test_programme_with_tabs_is_read():
    meetings = read_csv(PROGRAMME)["programme"]
    assert [(each["meeting"]["date"], [row["title"] for row in each["rows"]]) for each in meetings] == [
        ("2025-09-10", ["Fostering sufficiency"]),
        ("2025-12-03", ["Budget proposals for the council"]),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Present: Councillors Ash, Beck, Cole, Dunn\nApologies: Councillors Ely, Fox, Gray, Hill\nThe Committee met.",
        "RESOLVED: That the report, its appendices, and the plan, be noted.\nThe item, date, and officer, were agreed.",
        "| Item | Date | Officer |\n| a, b | c, d | e, f |\n| g, h | i, j | k, l |",
        "name,date,item\n",
        'Item,Date,Officer\n"never closed,1,2\n',
    ],
)
def test_what_is_no_table_stays_as_it_is(prose):
    assert text_of_bytes(prose.encode()) == prose


@given(st.lists(st.lists(st.text(alphabet='ab,"; |\n', max_size=6), max_size=6), max_size=8), st.sampled_from(",;\t"))
def test_no_rows_whatever_break_the_reader(rows, delimiter):
    text = "Item" + delimiter + "Date" + delimiter + "Officer\n" + "\n".join(delimiter.join(row) for row in rows)
    with suppress(NotAPaper):
        read(text_of_bytes(text.encode()), kind="auto")
