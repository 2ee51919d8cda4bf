"""Which proposals a review shows: all, those to decide, the unsure, the decided; and of which sort."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

from intake.enums import Sort
from intake.models import Proposal
from intake.views.reviewing import Review

SHOWN = {"": "All", "open": "To decide", "unsure": "Unsure", "decided": "Decided"}
_FITS = {
    "": lambda one: True,
    "open": lambda one: one.is_open,
    "unsure": lambda one: one.is_open and not one.is_certain,
    "decided": lambda one: not one.is_open,
}
_PLURALS = {
    Sort.ATTENDANCE: "Attendance", Sort.DECISION: "Forward plan", Sort.WORDING: "Wordings",
    Sort.CHANGE: "Changes to the record",
}  # fmt: skip


@dataclass(frozen=True)
class Filter:
    """One way to narrow the list."""

    text: str
    count: int
    href: str
    is_chosen: bool


@dataclass(frozen=True)
class Filters:
    """All the ways, and what is chosen."""

    shown: list[Filter]
    sorts: list[Filter]


def chosen(here: str) -> tuple[str, str]:
    """What an address asks for: which to show, and of which sort; nothing where it asks for what there is not."""
    asked = parse_qs(urlsplit(here).query)
    shown, sort = asked.get("show", [""])[0], asked.get("sort", [""])[0]
    return (shown if shown in SHOWN else ""), (sort if sort in Sort.values else "")


def fitting(review: Review) -> list[Proposal]:
    """The proposals that the page shows."""
    shown, sort = chosen(review.here)
    return [one for one in review.proposals if _FITS[shown](one) and (not sort or one.sort == sort)]


def filters_of(review: Review) -> Filters:
    """The links that narrow the list, each with how many it shows."""
    shown, sort = chosen(review.here)
    of_sort = [one for one in review.proposals if not sort or one.sort == sort]
    fit = [one for one in review.proposals if _FITS[shown](one)]
    present = [kind for kind in Sort if any(one.sort == kind for one in review.proposals)]
    return Filters(
        [
            Filter(text, sum(map(_FITS[name], of_sort)), _address(review, name, sort), name == shown)
            for name, text in SHOWN.items()
        ],
        [Filter("Everything", len(fit), _address(review, shown, ""), not sort)]
        + [
            Filter(plural(kind), sum(one.sort == kind for one in fit), _address(review, shown, kind), kind == sort)
            for kind in present
        ],
    )


def plural(sort: Sort) -> str:
    """A sort as a heading over several: "Actions"."""
    return _PLURALS.get(sort) or f"{sort.label}s"


def _address(review: Review, shown: str, sort: str) -> str:
    query = urlencode({name: value for name, value in (("show", shown), ("sort", sort)) if value})
    return f"{review.reading.get_absolute_url()}{'?' if query else ''}{query}"
