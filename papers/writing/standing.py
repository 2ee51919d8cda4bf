"""The standing paragraphs of a council's papers: what each is for, and how it is worded until the council changes it.

A text may say ``{council}``, ``{committee}`` and ``{year}``. A blank line begins another paragraph. A text that is
emptied is left out of the paper.
"""

from dataclasses import dataclass

from papers.writing.edition import Edition, Wording

MOST_CHARACTERS = 3_000


@dataclass(frozen=True)
class Standing:
    """One standing paragraph: where it stands, and the words of it that are shipped."""

    label: str
    text: str


STANDING = {
    "purpose": Standing(
        "Report: what it is for",
        "This report brings the committee its work programme for {year} as it stands, tells what has changed since it "
        "was last before members, and asks for the decisions listed below.",
    ),
    "programme": Standing(
        "Report: the work programme",
        "Appendix A lists what the committee plans to look at during {year}, meeting by meeting, with the author of "
        "each report. It was drawn up with the heads of service concerned and comes to every meeting, so that members "
        "can change it as the year goes on.",
    ),
    "carried_over": Standing(
        "Report: matters carried over from the year before",
        "The year before, the committee agreed to look at the following. It has not yet been settled how.",
    ),
    "informal": Standing(
        "Report: informal meetings and visits",
        "Appendix B lists the informal meetings and visits of {year}. They brief members and take no decisions; what "
        "comes of them is put to a formal meeting. The list is brought up to date as sessions take place.",
    ),
    "forward_plan": Standing(
        "Report: the forward plan",
        "Members may ask to look at a key decision within the committee’s remit before it is made, so that those who "
        "decide have heard the committee’s views.",
    ),
    "requests": Standing(
        "Report: requests that have no place yet",
        "The committee asked for the following at earlier meetings. None of it is on the programme, nothing has been "
        "arranged for it, and no answer is on record.",
    ),
    "training": Standing(
        "Report: training",
        "The following sessions have been arranged for members and their substitutes.",
    ),
    "reasons": Standing(
        "Report: reasons for the recommendations",
        "A committee settles its own work programme, and can only do so well if it sees the whole of it each time.",
    ),
    "alternatives": Standing(
        "Report: other options considered",
        "None. Without a programme, reports would come when they happen to be ready.",
    ),
    "costs": Standing(
        "Report: costs",
        "None that arise from this report. Each report on the programme sets out its own.",
    ),
    "implications": Standing(
        "Report: legal, equality and climate implications",
        "None that arise from this report. Each report on the programme sets out its own.",
    ),
    "consultation": Standing("Report: consultation", "Heads of service and the authors of the reports were asked."),
    "background": Standing("Report: background papers", "None."),
    "agenda_opening": Standing(
        "Front sheet: how an agenda begins, a line for each item, where none is on record yet",
        "Apologies for absence\nDeclarations of interest\nMinutes of the previous meeting",
    ),
    "front_note": Standing(
        "Front sheet: what it says below the names",
        "If you need help to take part in this meeting, tell the committee officer as early as you can.",
    ),
}


def words_of(edition: Edition, key: str) -> str:
    """A standing paragraph as the edition froze it, or as shipped, with the names filled in."""
    frozen = {wording.key: wording.text for wording in edition.words}
    text = frozen.get(key, STANDING[key].text)
    names = {"council": edition.council, "committee": edition.committee, "year": edition.year}
    for name, value in names.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def paragraphs_of(edition: Edition, key: str) -> tuple[str, ...]:
    """The paragraphs of a standing text, which may be none."""
    return tuple(" ".join(part.split()) for part in words_of(edition, key).split("\n\n") if part.strip())


def shipped() -> tuple[Wording, ...]:
    """Every standing paragraph as shipped."""
    return tuple(Wording(key, standing.text) for key, standing in STANDING.items())
