"""Drafts of proposals: what each sort says, before it is kept as a row.

What a proposal ``says``, by sort. Days and times are ISO text; ``body`` is a committee's key or nothing where the
paper's own committee is meant; ``meeting`` is the key of the meeting's proposal, ``meeting:2023-06-06``; ``who`` is a
choice of ``intake.domain.owners``.

========================  ===========================================================================================
meeting                   committee, body, on, at, venue, held
seat                      committee, body, name, role, represents, stands_for, on, order
attendance                meeting, people: name and attended
agenda_line               meeting, number, title, report_of, pages, order
minute                    meeting, number, title, report_of, order; clauses: path, label, text, sort, line, same_as,
                          order; issues: text, line, suggestion, taken_up_by, order
action                    meeting, path, task, asked, asked_from, who, found_by, candidates, due_kind, due_text, due_on,
                          sort; refers: text, action (key of one on record, or nothing)
suggestion                committee, body, year, on, title, text; meeting and number where a minute holds it
appointment               meeting, path, name, role, represents, from_on, to_on
row                       committee, body, year, on, number, title, authors, organisation, order
informal                  committee, body, year, title, on, when_text, status, kind, organisers
decision                  title, decision_maker, decision_on, decision_text, lead, is_key, is_exempt, published_on
recommendation            number, text, to, made_on
tracked                   ref, task, asked, who, found_by, candidates, due_text, due_on, status, asked_on
wording                   meeting, path, was, now
change                    what (a kind of ``intake.domain.record.changes``), target, was, now
conflict                  committee, body, on, field (venue or at); choices: value, source, line; chosen (place)
========================  ===========================================================================================
"""

from dataclasses import dataclass, field

from intake.enums import Sort


@dataclass(frozen=True)
class Draft:
    """One proposal before it is kept. ``unsure`` says why the reader is not certain; empty means it is."""

    sort: Sort
    key: str
    title: str
    says: dict
    line: int | None = None
    printed: str = ""
    unsure: tuple[str, ...] = field(default=())
    needs: str = ""
    double_of: str = ""
    repeats: int | None = None
