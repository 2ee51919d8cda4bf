# ruff: noqa: E501 - a pattern reads better whole than broken
"""The reader: the text of a council paper in, everything it says out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from papers.reading import checks
from papers.reading.agenda import read_agenda
from papers.reading.aligned import as_tables
from papers.reading.columns import split_columns
from papers.reading.dates import find_dates, find_time
from papers.reading.dues import Held
from papers.reading.errors import NotAPaper
from papers.reading.facts import (
    ForwardPlan,
    InformalEvent,
    Item,
    Meeting,
    Programme,
    Reading,
    Reference,
    Report,
    TrackerRow,
    Warning,
)
from papers.reading.furniture import set_aside_furniture
from papers.reading.gathering import called, each_once, minuted, planned, settled
from papers.reading.informal import read_informal
from papers.reading.informal_lists import read_informal_lists
from papers.reading.lines import Line, cell_text, read_lines
from papers.reading.minutes import NEXT_MEETING, Minutes, find_items, read_items
from papers.reading.places import Head, read_head
from papers.reading.plan import read_editions, read_entries
from papers.reading.plan_blocks import edition_on_front, is_plan, read_blocks
from papers.reading.programme import Found, as_programme, calls_itself_programme, read_programme
from papers.reading.recommendations import read_recommendations
from papers.reading.references import references_in
from papers.reading.reports import read_report
from papers.reading.schedule import read_schedule
from papers.reading.seats import read_seats
from papers.reading.sections import Sections, action_rows, find_sections
from papers.reading.trackers import calls_itself_tracker, read_trackers

KINDS = ("auto", "minutes", "agenda", "pack", "programme", "plan", "tracker", "report", "letter", "recommendations")
MOST_CHARACTERS = 4_000_000  # the largest packs of councils have about a tenth of that
_FINDINGS = re.compile(
    r"\b(?:final report|(?:feedback|inquiry|review) report|report of the [\w ]{0,60}(?:group|panel|inquiry|review)|peer (?:challenge|review)|scrutiny (?:inquiry|review)|inquiry into)\b",
    re.I,
)
_BODY = re.compile(r"\b(?:committee|board|panel|council|cabinet|commission|scrutiny|councillors?)\b", re.I)
_COUNCIL = re.compile(
    r"^(?:THE )?(?:[A-Z][\w'’&.-]*|OF|of|AND|and|UPON|upon|the)(?: (?:[A-Z][\w'’&.-]*|OF|of|AND|and|UPON|upon|the)){0,6} (?:COUNCIL|Council|COMBINED AUTHORITY|Combined Authority)$|^(?:Council of the|City of|London Borough of|Royal Borough of) [A-Z][\w &'-]{2,60}$"
)


def read(text: str, *, kind: str = "auto") -> Reading:
    """Read one council paper.

    `kind` is one of KINDS; "auto" tells it from what the paper holds. Raises NotAPaper, with one line saying how
    to mend it, when the text holds nothing of a council paper; ValueError for a kind that is not one of KINDS.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind} is no kind of paper: use one of {', '.join(KINDS)}")
    _refuse_noise(text)
    reading = _read(set_aside_furniture(split_columns(read_lines(as_tables(text)))), kind)
    if not _says_something(reading):
        raise NotAPaper(
            "There is nothing of a council paper in this text: no meeting, item, resolution, programme or report was found."
        )
    return reading


def _refuse_noise(text: str) -> None:
    if not text.strip():
        raise NotAPaper("The text is empty: choose the file that holds the paper.")
    if len(text) > MOST_CHARACTERS:
        raise NotAPaper(
            f"This text is longer than {MOST_CHARACTERS // 1_000_000} million characters: read one paper of it at a time."
        )
    sample = text[:100_000]
    if _BODY.search(sample) is None and _BODY.search(text[100_000:]) is None:
        raise NotAPaper("This is not a council paper: it names no committee, board, council or councillor.")
    spaces = sum(sample.count(c) for c in " \n\t")
    if len(sample) > 5_000 and spaces < len(sample) / 60:
        raise NotAPaper("This text has hardly any spaces between its words: save the paper as text again.")


def _read(lines: list[Line], kind: str) -> Reading:
    informal, informal_warnings, taken = read_informal(lines, _people(lines))
    listed, listed_lines = read_informal_lists(lines, taken)
    informal, taken = [*informal, *listed], taken | listed_lines
    programme = (
        read_programme(lines, near=None, taken=taken | action_rows(lines))
        if kind in ("pack", "programme", "agenda", "report")
        or (kind == "auto" and not (is_plan(lines) or calls_itself_tracker(lines)))
        else []
    )
    trackers, tracker_lines = (
        read_trackers(lines, taken | action_rows(lines)) if kind in ("auto", "pack", "tracker") else ([], set())
    )
    taken |= (
        tracker_lines | {row.line for found in programme for row in found.rows} | {found.line for found in programme}
    )
    tracked = kind == "auto" and bool(trackers) and calls_itself_tracker(lines)
    sections = find_sections(lines, kind="tracker" if tracked else kind, taken=taken)
    items = read_agenda(list(sections.agenda)) if sections.agenda else _letter_items(sections.letter)
    head = _front_head(sections, items)
    minutes = find_items(list(sections.minutes)) if sections.minutes else None
    if minutes is not None:
        read_items(minutes, _held(minutes, head, programme))
        other = kind == "auto" and _is_other(lines, minutes, planned=bool(programme))
        minutes = minutes if _is_minutes(minutes, kind) and not other else None
    if not (programme or minutes or sections.agenda or sections.letter or sections.reports):
        programme = (
            read_schedule([line for line in lines if line.number not in listed_lines])
            if kind in ("auto", "programme")
            else []
        )
    reports = tuple(read_report(list(report)) for report in sections.reports)
    committee = _committee(head, minutes, reports, lines)
    resolved = checks.resolved_dates(minutes.items) if minutes else {}
    programmes = as_programme(programme, lines, committee)
    meetings = _meetings(
        sections, items, head, minutes, programme, reports, resolved, committee, lines, informal, trackers
    )
    plans, plan_warnings = _plans(lines, taken, kind, reported=bool(reports))
    recommendations = (
        tuple(read_recommendations(lines)) if _may_recommend(kind, minutes, sections, programme or trackers) else ()
    )
    warnings = [*informal_warnings, *plan_warnings, *checks.owner_warnings(trackers)]
    warnings += _warnings(lines, minutes, programme, programmes, resolved)
    reading = Reading(
        "",
        _council(lines),
        meetings,
        programmes,
        tuple(informal),
        plans,
        reports,
        recommendations,
        tuple(trackers),
        _references_outside(lines, minutes),
        tuple(sorted(set(warnings), key=lambda w: (w.line, w.code, w.text))),
    )
    return replace(reading, kind=kind if kind != "auto" else _kind(reading, sections, minutes))


def _warnings(
    lines: list[Line],
    minutes: Minutes | None,
    programme: list[Found],
    programmes: tuple[Programme, ...],
    resolved: dict[dt.date, checks.Settled],
) -> list[Warning]:
    """What is amiss with the dates, the minutes and the programme."""
    found = checks.weekday_warnings(lines)
    if minutes:
        items = minutes.items
        found += [*minutes.warnings, *checks.reference_warnings(items), *checks.year_warnings(items)]
        found += checks.numbering_warnings(items)
    headings = {each.printed.on: each.line for each in programme if each.printed and each.printed.on}
    return found + checks.venue_warnings(programmes, headings, resolved)


def _front_head(sections: Sections, items: tuple[Item, ...]) -> Head | None:
    """The head of the agenda or the letter, all that stands above the first item; None when the paper has neither."""
    if sections.letter:
        return read_head(list(sections.letter[:40]))
    if not sections.agenda:
        return None
    above = _head_of(_above(sections, items))
    return above if above.committee and above.printed else _head_of([*sections.front, *sections.agenda[:25]])


def _head_of(lines: list[Line]) -> Head:
    return read_head([made for line in lines if (made := _plain(line)) is not None][:90])


def _plain(line: Line) -> Line | None:
    """A line for the head of a paper: a row of a label and its value as one line, no line of any other row."""
    if line.cells is None:
        return replace(line, furniture=False)
    filled = [cell_text(cell).strip(" :") for cell in line.cells]
    return Line(line.number, f"{filled[0]}: {filled[1]}") if len(filled) == 2 and all(filled) else None


def _before(lines: list[Line], number: int) -> list[Line]:
    """What a paper prints above its first row or block."""
    first = next((at for at, line in enumerate(lines) if line.cells or line.number >= number), len(lines))
    return lines[: min(first, 40)]


def _held(minutes: Minutes, head: Head | None, programme: list[Found]) -> Held:
    """What is known of meetings before the clauses are read: this one, and those that come after."""
    on = minutes.head.printed.on if minutes.head.printed else None
    later = [found.printed.on for found in programme if found.printed and found.printed.on]
    if head is not None and head.printed and head.printed.on:
        later.append(head.printed.on)
    for heading, body in minutes.sections:
        if re.search(r"\b(?:next|future|dates?)\b.*\bmeetings?\b|\bmeetings?\b.*\bdates?\b", heading.title, re.I):
            later += [d.on for para in body for d in find_dates(para.text) if d.on]
    foretold = (para.text for _, body in minutes.sections for para in body if NEXT_MEETING.search(para.text))
    later += [d.on for text in foretold for d in find_dates(text) if d.on]
    return Held(on, tuple(day for day in later if on is None or day > on))


def _is_minutes(minutes: Minutes, kind: str) -> bool:
    decides = any(item.clauses for item in minutes.items)
    named = minutes.head.committee is not None or bool(minutes.attendance)
    return decides or (named and len(minutes.items) >= 3) or kind == "minutes"


def _is_other(lines: list[Line], minutes: Minutes, *, planned: bool) -> bool:
    """Whether a paper without attendance says at its head that it is a plan, a programme that is `planned` in it, or
    the report of an inquiry or a peer team."""
    head = [line for line in lines if line.text][:8]
    finds = any(_FINDINGS.search(line.text) and len(line.text) < 120 for line in head)
    planned = planned and any(calls_itself_programme(line.text) for line in head)
    return not minutes.attendance and (finds or planned or is_plan(head[:5]))


def _committee(
    head: Head | None, minutes: Minutes | None, reports: tuple[Report, ...], lines: list[Line]
) -> str | None:
    """One name for the committee: as the paper prints it, in small letters where it prints it so anywhere."""
    name = (head.committee if head else None) or (minutes.head.committee if minutes else None)
    addressed = {to for report in reports for to in report.to}
    if name is None and len(addressed) == 1:
        return addressed.pop()
    if name is None and not minutes:
        name = read_head(lines[:40]).committee
    if name is None or not name.isupper() or bool(minutes) != bool(head):
        return name
    wanted = name.casefold()
    spelt = [line.text[at : at + len(name)] for line in lines if (at := line.text.casefold().find(wanted)) >= 0]
    return next((each for each in spelt if not each.isupper() and each.casefold() == wanted), name)


def _meetings(
    sections: Sections,
    items: tuple[Item, ...],
    head: Head | None,
    minutes: Minutes | None,
    programme: list[Found],
    reports: tuple[Report, ...],
    resolved: dict[dt.date, checks.Settled],
    committee: str | None,
    lines: list[Line],
    informal: list[InformalEvent],
    trackers: list[TrackerRow],
) -> tuple[Meeting, ...]:
    found: list[Meeting] = []
    if minutes is not None:
        found.append(minuted(minutes, committee))
    if head is not None:
        seats = read_seats(_above(sections, items)) or read_seats(_below(sections, items))
        found.append(called(head, committee, seats, items))
    if not found and len({(r.to, r.dates) for r in reports}) == 1 and len(reports[0].dates) == 1:
        found.append(Meeting(committee, reports[0].dates[0]))
    times = {line.number: find_time(line.text) for line in sections.minutes} if resolved else {}
    if not found:
        found += _own(lines, bool(programme or informal), trackers, committee)
    own = {meeting.date for meeting in found}
    found += settled({day: place for day, place in resolved.items() if day not in own or place.venue}, committee, times)
    found += planned(programme, committee)
    return each_once(_times_from_programme(found, programme))


def _own(lines: list[Line], planned_only: bool, trackers: list[TrackerRow], committee: str | None) -> list[Meeting]:
    """The meeting a tracker is for; of a programme no more than whose it is, for it is no meeting's own."""
    if trackers:
        return [called(_head_of(_before(lines, trackers[0].line)), committee, (), ())]
    return [Meeting(committee, None)] if planned_only and committee else []


def _times_from_programme(found: list[Meeting], programme: list[Found]) -> list[Meeting]:
    """A meeting's own paper says its time first, then the heading of the programme, then a minute on dates."""
    headings = {f.printed.on: (find_time(f.heading), f.line) for f in programme if f.printed and f.printed.on}
    return [
        replace(m, time=headings[m.date][0], time_line=headings[m.date][1])
        if m.date in headings and headings[m.date][0] and not m.held and not m.items and not m.seats
        else m
        for m in found
    ]


def _above(sections: Sections, items: tuple[Item, ...]) -> list[Line]:
    """The front sheet: all that stands above the first item."""
    first = items[0].line if items else 0
    return [line for line in (*sections.front, *sections.agenda) if not first or line.number < first]


def _below(sections: Sections, items: tuple[Item, ...]) -> list[Line]:
    """What an agenda prints below its last item."""
    return [line for line in sections.agenda if items and line.number > items[-1].line]


def _letter_items(letter: tuple[Line, ...]) -> tuple[Item, ...]:
    start = next((i for i, line in enumerate(letter) if re.match(r"agenda (?:no|item)", line.text, re.I)), None)
    if start is None:
        return ()
    end = next((i for i in range(start, len(letter)) if re.match(r"yours\b", letter[i].text, re.I)), len(letter))
    items = read_agenda(list(letter[start + 1 : end]), first=None)
    replaces = any(re.search(r"\breplacement\b", line.text, re.I) for line in letter[:start])
    return tuple(
        replace(
            item, flags=(*item.flags, "replacement") if replaces and "replacement" not in item.flags else item.flags
        )
        for item in items
    )


def _plans(
    lines: list[Line], taken: set[int], kind: str, *, reported: bool
) -> tuple[tuple[ForwardPlan, ...], list[Warning]]:
    plans, warnings = read_editions(lines)
    named = kind == "plan" or (kind == "auto" and not reported and is_plan(lines))
    entries = read_entries(lines, taken, named=named) if kind in ("auto", "plan", "pack") else []
    if named:
        entries = entries or read_blocks(lines, taken)
        front = edition_on_front(lines) if entries and not plans else None
        plans = [front] if front else plans
    if entries and plans:
        plans[0] = replace(plans[0], entries=tuple(entries))
    elif entries:
        plans = [ForwardPlan(None, None, None, None, False, tuple(entries))]
    return tuple(plans), warnings


def _may_recommend(kind: str, minutes: Minutes | None, sections: Sections, rows: Sequence[object]) -> bool:
    if kind == "recommendations":
        return True
    return kind == "auto" and not (minutes or sections.reports or sections.agenda or sections.letter or rows)


def _references_outside(lines: list[Line], minutes: Minutes | None) -> tuple[Reference, ...]:
    inside = range(minutes.first_line, minutes.last_line + 1) if minutes else range(0)
    return tuple(r for line in lines if line.number not in inside for r in references_in(line.text, line.number))


def _people(lines: list[Line]) -> set[str]:
    """People whom cells or contact lines of the paper name by themselves."""
    found = set()
    for line in lines:
        if line.cells and len(line.text) < 400:
            for cell in line.cells:
                for part in cell.split("/"):
                    if re.fullmatch(r"\s*[A-Z][a-z'’]+ (?:Mc)?[A-Z][A-Za-z'’]+\s*", part):
                        found.add(part.strip())
    return found


def _council(lines: list[Line]) -> str | None:
    return next(
        (
            line.text
            for line in lines[:25]
            if line.cells is None
            and 8 < len(line.text) < 80
            and _COUNCIL.match(line.text)
            and not re.match(r"(?:Councillor|Cllr)s?\b", line.text)
        ),
        None,
    )


def _kind(reading: Reading, sections: Sections, minutes: Minutes | None) -> str:
    if sections.letter:
        return "letter"
    parts = [bool(sections.agenda), minutes is not None, bool(reading.reports)]
    if sum(parts) > 1:
        return "pack"
    for present, kind in zip(
        (*parts, bool(reading.programme), bool(reading.trackers), any(p.entries for p in reading.forward_plans)),
        ("agenda", "minutes", "report", "programme", "tracker", "plan"),
        strict=True,
    ):
        if present:
            return kind
    return "recommendations" if reading.recommendations else "plan" if reading.forward_plans else "programme"


def _says_something(reading: Reading) -> bool:
    meetings = any(m.items or m.seats or m.attendance for m in reading.meetings)
    plans = any(plan.published or plan.entries for plan in reading.forward_plans)
    return bool(
        meetings
        or reading.programme
        or reading.informal
        or plans
        or reading.reports
        or reading.recommendations
        or reading.trackers
    )
