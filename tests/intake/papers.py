"""An invented committee's papers, and the short way from a text to its proposals."""

import hashlib

from committees.models import Paper
from council.models import User
from intake.domain.read import propose_from
from intake.models import Proposal, Reading
from papers.reading.document import read

COMMITTEE = "Overview and Scrutiny Committee (Harbours and Trams)"
MINUTES = """
OVERVIEW AND SCRUTINY COMMITTEE (HARBOURS AND TRAMS)

MEETING HELD AT THE GUILDHALL, WESTPORT
ON THURSDAY 7TH SEPTEMBER, 2023

PRESENT: Councillor Ashdown (in the Chair)
Councillors Birch and Cole

1. APOLOGIES FOR ABSENCE

Apologies for absence were received from Councillor Dale.

2. TRAM DEPOT

The Committee considered the report of the Director of Trams on the depot.

Members of the Committee asked questions/raised matters on the following issues:

- The cost of the depot roof.
- A report on ferry safety could be submitted to a future meeting.

RESOLVED: That

- (1) the report be noted; and
- (2) the Director of Trams be requested to submit a further report on depot costs to the next meeting of the Committee.

3. HARBOUR WALL

RESOLVED: That

- (1) the Harbour Master be requested to report back to future meetings of the Committee on:
- (a) the repair of the north wall; and
- (b) the dredging of the inner basin.
- (2) officers be asked to circulate the survey to Members by 29 September 2023.

4. WORK PROGRAMME

RESOLVED: That

- (1) the Harbour Master be requested to report back to future meetings on the repair of the north wall.
- (2) Mrs Ida Elm be appointed as parent governor representative for a period of two years.
"""
PROGRAMME = """
OVERVIEW AND SCRUTINY COMMITTEE (HARBOURS AND TRAMS)

WORK PROGRAMME 2023/24

Tuesday, 14 November 2023, 6.30 p.m., Guildhall, Westport

| No. | Report/Item | Report Author/Organiser |
|---|---|---|
| 1. | Tram Depot | Ann Lee |
| 2. | Harbour Wall | Ann Lee / Bo Green |

Tuesday, 30 January 2024, 6.30 p.m., Guildhall, Westport

| No. | Report/Item | Report Author/Organiser |
|---|---|---|
| 1. | Ferry Fares | Cy Hill |
"""


def make_reading(text: str, *, by: User, name: str = "paper.txt", body=None) -> Reading:
    """A paper kept and read, its proposals open."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    paper = Paper.objects.create(name=name, sha256=sha256, kept_by=by)
    reading = Reading.objects.create(paper=paper, text=text, state="done", body=body)
    propose_from(reading, read(text))
    return reading


def told(reading: Reading) -> list[tuple[str, str]]:
    """The sort and title of everything proposed, in order."""
    return list(reading.proposals.values_list("sort", "title"))


def the(reading: Reading, key: str) -> Proposal:
    """The proposal of a key."""
    return reading.proposals.get(key=key)
