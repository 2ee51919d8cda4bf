"""The work programme report: what changed, the recommendations the record calls for, and the sections behind them."""

from collections.abc import Iterator
from dataclasses import dataclass

from papers.writing.appendices import InformalLine, ItemLine, MeetingTable, appendix_a, appendix_b
from papers.writing.days import day, listed
from papers.writing.edition import Edition
from papers.writing.paper import Fact, Paper, head_of
from papers.writing.report_sections import Section, changes_of, opening, sections_of
from papers.writing.standing import paragraphs_of

CLOSING = {
    "reasons": "Reasons for the recommendations",
    "alternatives": "Other options considered",
    "costs": "Costs",
    "implications": "Legal, equality and climate implications",
    "consultation": "Consultation",
    "background": "Background papers",
}


@dataclass(frozen=True)
class Recommendation:
    """One recommendation. number: "(1)". text: goes on from "That the committee:"."""

    number: str
    text: str


@dataclass(frozen=True)
class Report(Paper):
    """The report.

    facts: the box at its head. purpose: why it comes. opening: how much changed since the last edition, in a sentence;
    changes: each change. recommendations: chosen from the record. closing: reasons, costs and the like. sections: the
    numbered paragraphs. appendix_a, unplaced, appendix_b: the two appendices.
    """

    facts: tuple[Fact, ...]
    purpose: tuple[str, ...]
    opening: str
    changes: tuple[str, ...]
    recommendations: tuple[Recommendation, ...]
    closing: tuple[Fact, ...]
    sections: tuple[Section, ...]
    appendix_a: tuple[MeetingTable, ...]
    unplaced: tuple[ItemLine, ...]
    appendix_b: tuple[InformalLine, ...]


def work_programme_report(edition: Edition, *, draft: bool = False) -> Report:
    """The work programme report of an edition."""
    programme = appendix_a(edition)
    return Report(
        **head_of(edition, f"Work programme {edition.year} and forward plan", draft=draft),
        facts=_facts(edition),
        purpose=paragraphs_of(edition, "purpose"),
        opening=opening(edition),
        changes=changes_of(edition),
        recommendations=recommendations(edition),
        closing=_closing(edition),
        sections=sections_of(edition),
        appendix_a=programme.meetings,
        unplaced=programme.unplaced,
        appendix_b=appendix_b(edition).rows,
    )


def recommendations(edition: Edition) -> tuple[Recommendation, ...]:
    """What the committee is asked to resolve, chosen from the record."""
    found = tuple(_recommended(edition))
    return tuple(
        Recommendation(f"({place})", f"{text}{_end(place, len(found))}") for place, text in enumerate(found, start=1)
    )


def _end(place: int, of: int) -> str:
    return "." if place == of else "; and" if place == of - 1 else ";"


def _recommended(edition: Edition) -> Iterator[str]:
    verb = "notes" if edition.adopted else "adopts"
    yield f"{verb} the work programme for {edition.year} at Appendix A, with any items it adds at this meeting"
    if edition.carried_over:
        yield (
            f"says whether {_titles(tuple(matter.title for matter in edition.carried_over))} should come to a formal "
            "meeting or to an informal one"
        )
    overlooked = [line.ref for line in edition.tracker if line.overlooked and not line.closed]
    if overlooked:
        have = "has" if len(overlooked) == 1 else "have"
        yield f"says how it wishes to take {_count(len(overlooked), 'earlier request')} that {have} no place yet"
    yield from _on_forward_plan(edition)
    if edition.informal:
        yield f"notes the informal meetings and visits for {edition.year} at Appendix B"
    if edition.training:
        yield "notes the training arranged for members"


def _on_forward_plan(edition: Edition) -> Iterator[str]:
    """The plan in remit, or that there is nothing of it (Protocol 6.2)."""
    plan = edition.forward_plan
    if plan is None:
        return
    published = f"the forward plan published on {day(plan.published_on)}"
    if plan.entries:
        yield (
            f"says which, if any, of {_count(len(plan.entries), 'key decision')} within its remit in {published} it "
            "will look at before a decision is made"
        )
    else:
        yield f"notes that {published} holds no key decision within its remit, so that there is none for pre-scrutiny"


def _facts(edition: Edition) -> tuple[Fact, ...]:
    portfolios = sorted({row.portfolio for row in edition.rows if row.portfolio})
    told = {
        "Report to": edition.committee,
        "Date of meeting": day(edition.meeting.on) if edition.meeting else "",
        "Subject": f"Work programme {edition.year} and forward plan",
        "Report of": _report_of(edition),
        "Cabinet portfolios": listed(portfolios),
        "Key decision": "No",
        "Exempt or confidential": "No",
        "Contact officers": listed([officer.name for officer in edition.officers]),
    }
    return tuple(Fact(label, value) for label, value in told.items() if value)


def _report_of(edition: Edition) -> str:
    """Whose report it is, by the line of the agenda that is the work programme."""
    named = (line.report_of for line in edition.agenda if "work programme" in line.title.lower())
    return next((post for post in named if post), "")


def _closing(edition: Edition) -> tuple[Fact, ...]:
    told = {heading: "\n".join(paragraphs_of(edition, key)) for key, heading in CLOSING.items()}
    return tuple(Fact(heading, text) for heading, text in told.items() if text)


def _titles(titles: tuple[str, ...]) -> str:
    return listed([f"“{title}”" for title in titles])


def _count(number: int, what: str) -> str:
    return f"the one {what}" if number == 1 else f"the {number} {what}s"
