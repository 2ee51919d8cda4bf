"""What the officer's first page names on Sefton's own year: what was lost, and nothing else."""

import pytest
from django.urls import reverse

from council.models import User
from scrutiny.asked import waiting_on
from scrutiny.oversights import oversights_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year")]

CHOSEN = "Regularly, at chosen meetings (Minute 9 (3) of 6 June 2023): this one is neither chosen nor left out"
NAMED = [
    (
        "Not ticked at clearance",
        "Children's Social Care Overview of Practice and CHAT",
        "Meeting of 26 September 2023: data on child exploitation",
    ),
    (
        "Expected, without a place",
        "Education Scorecard",
        f"26 September 2023. {CHOSEN}",
    ),
    (
        "Expected, without a place",
        "Education Scorecard",
        f"30 January 2024. {CHOSEN}",
    ),
    (
        "Invited, on no meeting yet",
        "Police and Multi-Agency Safeguarding Hub representatives",
        "Police, Multi-Agency Safeguarding Hub. Agreed on 6 March 2023, Minute 59 (2) (a)",
    ),
    (
        "Reports asked for, and nowhere",
        "Report on the work with Leeds to attract social workers",
        "The only one of the 4 asked for in 6 (2) of 6 June 2023 that is neither on the programme nor answered",
    ),
    *(
        ("Does not agree in the papers", words, f"Agenda pack, 26 September 2023, line {line}")
        for words, line in (
            ("Minute 13 (2) refers to Minute 7 (4), which does not exist.", 400),
            ("The forward plan's four-month period is printed as three months and a day.", 4947),
            ("14 November 2023 is a Tuesday; the programme prints Monday.", 5110),
            ("12 March 2024 is a Tuesday; the programme prints Monday.", 5130),
            ("12 March 2024 is at Southport in the programme and at Bootle in Minute 14.", 5130),
        )
    ),
]
NOBODYS = "Nobody named"
"""Actions of which the minutes name nobody: true of six, and told beside what was lost."""


def test_first_page_names_what_was_lost_and_nothing_else(client):
    officer = User.objects.get(username="officer")
    told = [(each.kind, each.what, each.stands) for each in (*waiting_on(officer), *oversights_of(officer))]
    assert [each for each in told if each[0] != NOBODYS] == NAMED
    assert len(told) - len(NAMED) == 6
    client.force_login(officer)
    page = client.get(reverse("home")).content.decode()
    assert all(what.replace("'", "&#x27;") in page for _, what, _ in NAMED)
