"""Items are found in whatever form their numbers are printed."""

import pytest

from papers.reading.document import read

HEAD = """ENVIRONMENT SCRUTINY COMMITTEE

Minutes of the meeting held on Tuesday 15 April 2025 at 6.00 pm in the Council Chamber, Town Hall

Present: Councillors A Smith (Chair), B Jones, C Patel and D Wright

"""
BODY = {
    "Apologies for Absence": "Apologies for absence were received from Councillor P Bell.",
    "Declarations of Interest": "There were no declarations of interest.",
    "Winter Gritting": (
        "RESOLVED: That\n\n(1) the report be noted; and\n\n(2) the Head of Highways be asked to report back."
    ),
    "Date of Next Meeting": "It was noted that the next meeting would be held on 3 June 2025.",
}
FORMS = {
    "{n}.   {t}": "{n}",
    "{n}   :  {t}": "{n}",
    "{n} - {t}": "{n}",
    "{n}.0  {T}": "{n}.0",
    "({n})  {T}": "{n}",
    "Item {n}: {t}": "{n}",
    "Minute No. {n} - {t}": "{n}",
    "O&SC {n}/24      {T}": "O&SC {n}/24",
    "CSS{n}-24/25    {t}": "CSS{n}-24/25",
    "HOSC/2024/{n}: {t}": "HOSC/2024/{n}",
    "HSC.{n}    {T}": "HSC.{n}",
    "EUR{n}  {t}": "EUR{n}",
    "Scr.{n}  {t}": "Scr.{n}",
    "{n}/2024 – {t}": "{n}/2024",
    "2024-25/{n}  {t}": "2024-25/{n}",
    "25.{n}  {T}": "25.{n}",
    "{n}. (Item 3) {t}": "{n}",
    "**JHO.{n}**  **{t}**": "JHO.{n}",
    "O&S/{n}/24\n\n{t}": "O&S/{n}/24",
    "Agenda Item {n}\n\n{t}": "{n}",
    "{n}\n\n{t}": "{n}",
    "{T}                                    {n}": "{n}",
    "{T} (Minute {n})": "{n}",
    "**{t}**": None,
    "{t}\n{rule}": None,
    "{T}": None,
    "{t}": None,
    "_{t}_": None,
}


@pytest.mark.parametrize("form", FORMS)
def test_items_of_any_form_are_found(form):
    paper, wanted = HEAD, []
    for n, (title, said) in enumerate(BODY.items(), start=19):
        heading = form.format(n=n, t=title, T=title.upper(), rule="-" * len(title))
        paper += f"{heading}\n\n{said}\n\n"
        number = FORMS[form]
        wanted.append((number and number.format(n=n), title.upper() if "{T}" in form else title))
    items = [item for meeting in read(paper).meetings for item in meeting.items]
    assert [(item.number, item.title) for item in items] == wanted
    assert [f.asked for item in items for c in item.clauses for f in c.follow_ups] == ["the Head of Highways"]


def test_titles_in_the_left_column_head_what_is_said_beside_them():
    rows = [
        ("1. Apologies for", "Apologies for absence were received from"),
        ("Absence", "Councillor P Bell."),
        ("", ""),
        ("2. Declarations of", "There were no declarations of interest made"),
        ("Interest", "at this meeting."),
        ("", ""),
        ("3. Winter Gritting", "RESOLVED: That the Head of Highways be asked"),
        ("", "to report back to the next meeting."),
    ]
    paper = HEAD + "\n".join(f"{left:24}{right}".rstrip() for left, right in rows)
    items = [item for meeting in read(paper).meetings for item in meeting.items]
    assert [(item.number, item.title) for item in items] == [
        ("1", "Apologies for Absence"),
        ("2", "Declarations of Interest"),
        ("3", "Winter Gritting"),
    ]


def test_the_items_of_an_agenda_are_not_its_numbered_notes():
    paper = """PLACE SCRUTINY BOARD

Agenda

Date       Tuesday 4 March 2025

Notes      1. INTERESTS - If a Member requires any advice on any item they are advised to contact the Solicitor.

           2. CONTACT for this agenda is Constitutional Services, who will answer any question that is asked of them.

1     Apologies for Absence

2     Declarations of Interest

3     Clean Air Plan
"""
    items = [item for meeting in read(paper).meetings for item in meeting.items]
    assert [item.title for item in items] == ["Apologies for Absence", "Declarations of Interest", "Clean Air Plan"]
