"""What goes to whom on 17 October 2023, as if every sweep since the held date had run: the whole table."""

import json

import pytest
from django.core.management import call_command

from reminders.models import Mail, Reminder

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year")]

CABINET, IMPROVEMENT = "Cabinet Member Update Reports", "Children's Services Improvement Programme"
CHAT, UPDATE = "Children's Social Care Overview of Practice and CHAT", "Work Programme Update"
SEND = "Special Educational Needs and Disabilities Joint Commissioning Plan"
SCORECARD, OFSTED = "Education Scorecard", "Ofsted Inspection Report (Summer Term)"
WRITES = {
    "Debbie Campbell": (CABINET, UPDATE),
    "Eleanor Moulton": (SEND,),
    "Jan McMahon": (IMPROVEMENT,),
    "Joe Banham": (CABINET, CHAT),
    "Tricia Davies": (CABINET, SCORECARD, OFSTED),
}
# On 17 October the title is ten working days late, comments are due in five and clearance in ten. The first draft is
# due that very day, and the final report in thirteen: neither has a step.
LATE = (("late-10", "Title and author confirmed", "2023-10-03"),)
COMING = (
    ("before-5", "Finance and legal comments", "2023-10-24"),
    ("before-10", "Clearance", "2023-10-31"),
)


def expected() -> list[tuple]:
    """Each mail of the day: to whom, urgent, and its reminders."""
    return [
        (person, urgent, [(step, f"{stage}: {title}", due) for step, stage, due in steps for title in titles])
        for person, titles in WRITES.items()
        for urgent, steps in ((True, LATE), (False, COMING))
    ]


def preview(on: str, capsys) -> list[tuple]:
    call_command("remind", on=on, json=True)
    mails = json.loads(capsys.readouterr().out)["mails"]
    return [
        (mail["to"], mail["urgent"], [(told["step"], told["title"], told["due_on"]) for told in mail["reminders"]])
        for mail in mails
    ]


def test_preview_of_17_october_is_the_whole_table(capsys):
    assert preview("2023-10-17", capsys) == expected()


def test_preview_writes_and_sends_nothing(capsys, mailoutbox):
    preview("2023-10-17", capsys)
    assert (Reminder.objects.count(), Mail.objects.count(), mailoutbox) == (0, 0, [])


def test_first_draft_due_on_the_day_itself_was_told_the_day_before(capsys):
    told = [told for _, _, tolds in preview("2023-10-16", capsys) for told in tolds]
    assert [told for told in told if told[0] == "before-1"] == [
        ("before-1", f"First draft: {title}", "2023-10-17") for titles in WRITES.values() for title in titles
    ]
