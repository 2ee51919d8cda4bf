"""An edition with one of everything, and one with nothing: by them a template is tried before it is used."""

from datetime import date, time

from papers.writing.awaited import ToShow, WrittenAnswer
from papers.writing.edition import (
    AgendaLine,
    CarriedMatter,
    Change,
    Decision,
    Edition,
    FormalMeeting,
    ForwardPlan,
    Heading,
    InformalRow,
    Officer,
    RecommendationLine,
    Row,
    SeatLine,
    Since,
    TrackerLine,
)

_HEADING = Heading("M1", date(2023, 9, 26), at=time(18, 30), venue="Town Hall", room="Committee room")
_ROW = Row(
    "I1", 1, "Flood & coast <plan>", authors=("Ada Brown", "Ben Cole"), report_of="Director of Place",
    asked_by="6 (1) of 6 June 2023", portfolio="Environment", decision_on=date(2023, 10, 5),
    to_show=(ToShow("Heights of the tide", "6 (1), 6 June 2023", "paragraph 3.2"), ToShow("What it costs")),
)  # fmt: skip
_ASKED = date(2023, 6, 6)

BARE = Edition(
    council="Your council", committee="Scrutiny Committee", called="Scrutiny", year="2023/24", number=1,
    made_on=date(2023, 5, 1), words=(),
)  # fmt: skip
FULL = Edition(
    council="Your council",
    committee="Environment Scrutiny Committee",
    called="Environment",
    year="2023/24",
    number=2,
    made_on=date(2023, 9, 18),
    meeting=_HEADING,
    published_on=date(2023, 9, 18),
    adopted="13 (1) of 6 June 2023",
    item_limit=6,
    meetings=(FormalMeeting(_HEADING, (_ROW,)), FormalMeeting(Heading("M2", date(2023, 11, 14)))),
    informal=(
        InformalRow("M3", 1, "Site visit", "Sea wall", "At low tide\nWear boots", "31 August 2023",
                    date(2023, 8, 31), time(10), "Promenade", "Held", ("Ada Brown", "Ben Cole")),
    ),
    training=(InformalRow("M4", 1, "Training", "Asking questions", when="to be arranged", state="To be arranged"),),
    unplaced=(Row("I2", 0, "Beach safety", organisation="Coastguard"), Row("I3", 0, "Rock pools")),
    carried_over=(CarriedMatter("I2", "Beach safety", words="Agreed on 6 March 2023"),),
    forward_plan=ForwardPlan(
        date(2023, 8, 31), date(2023, 10, 1), date(2024, 1, 31),
        (Decision("Sea wall contract", "Cabinet", date(2023, 11, 2), "2 November 2023", "Director of Place"),),
    ),
    tracker=(
        TrackerLine("A1", "Report on the sea wall", "Director of Place", _ASKED, "6 (1)", ("9 (2)",), "next meeting",
                    date(2023, 9, 26), date(2023, 9, 12), 1, "On the programme", "Sea wall (I1)", "I1", overdue=True),
        TrackerLine("A2", "Write to the Coastguard", "Democratic Services Manager", _ASKED, overlooked=True,
                    standing="Nothing on record yet"),
        TrackerLine("A3", "Count the groynes", "Director of Place", _ASKED, standing="On its way"),
    ),
    recommendations=(
        RecommendationLine("R1", "Raise the sea wall", _ASKED, "7 (1)", "Cabinet", "Director of Place", "Approved",
                           date(2023, 7, 1), date(2023, 9, 1), "On track", "Slipped"),
    ),
    seats=(
        SeatLine("Councillor Dee", "Chair", substitute="Councillor Eve"),
        SeatLine("Fay Green", "Co-opted member", "Healthwatch"),
    ),
    officers=(Officer("Ada Brown", "Democratic Services Manager", "ada.brown@council.example"),),
    agenda=(AgendaLine("1", "Work programme", "Director of Place", "3-12", "I1"),),
    since=Since(1, date(2023, 6, 1), "6 June 2023"),
    written_answers=(
        WrittenAnswer("How many groynes are there?", _ASKED, "Director of Place", date(2023, 6, 20)),
        WrittenAnswer("When is low tide?", _ASKED, answered_on=date(2023, 6, 13)),
        WrittenAnswer("Who owns the pier?", _ASKED, circulated_on=date(2023, 6, 13)),
    ),
    changes=(Change("moved", "I1", "Flood plan", "6 June 2023", "26 September 2023", "More time was needed"),),
)  # fmt: skip
