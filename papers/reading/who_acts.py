# ruff: noqa: E501 - a pattern reads better whole than broken
"""Who acts on a clause, as an ACTION line or an action column beside it names him, put on its follow-ups."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.by_name import who_to
from papers.reading.clauses import Node
from papers.reading.dates import MONTH
from papers.reading.due_rules import Held
from papers.reading.dues import due_beside, find_due
from papers.reading.facts import FollowUp
from papers.reading.owners import is_owner
from papers.reading.segments import segments

_NO_ACTION = re.compile(r"no (?:further |new )?actions?\b", re.I)
_GENERIC = re.compile(r"(?:the )?(?:relevant )?(?:officers?|members|all|staff|team)", re.I)


def with_action(node: Node, found: list[FollowUp], held: Held) -> list[FollowUp]:
    """The owner an ACTION line or an action column names, on the follow-ups of the clause it stands by.

    Of what the narrative promises it says better than the narrative who is to do it.
    """
    if node.action and not node.decided and len(found) == 1:
        found = [replace(found[0], asked=None)]
    where = "action_line" if node.column is None else "column"
    owner = node.column or node.action
    if node.column == "":
        return _own_entry(node, found, held)
    if node.wanted and not found and not owner:
        bracketed = _BRACKETED.search(node.text)
        asked = bracketed["who"] if bracketed and is_owner(bracketed["who"]) else None
        return [FollowUp(asked, "clause" if asked else "none", node.text.strip(" .;"), find_due(node.text, held))]
    if node.action == "" and _NO_ACTION.match(node.text):
        return []
    if node.action == "" and not any(f.asked for f in found):
        words = node.text.strip(" .;")
        asked, stands, task = _split_action(words)
        if asked or not found:
            return [FollowUp(asked, stands, task, find_due(words, held))]
    if not owner and node.action_below:
        return _owned(found, *_owner_and_due(node.action_below), "action_line", held)
    if not owner and node.action == "":
        after = _TRAILING_OWNER.search(node.text)
        named = after["who"].strip() if after and is_owner(after["who"]) else None
        return [FollowUp(f.asked or named, "action_line" if f.asked or named else "none", f.task, f.due) for f in found]
    if not owner:
        return found
    if where == "action_line" and (act := who_to(owner)) is not None:
        return [FollowUp(act[0], where, act[1], find_due(act[1], held))]
    owner, tail = _owner_and_due(owner)
    if not found:
        found = [FollowUp(None, "none", node.text.strip(" ;."), find_due(node.text, held))]
    told = not node.decided and where == "action_line"  # the line says plainer who acts than the narrative above it
    found = [replace(f, asked=None) if told or _invites(node, f.asked) else f for f in found]
    return _owned(found, owner, tail, where, held)


def _invites(node: Node, guest: str | None) -> bool:
    """Whether somebody is only invited, with nothing to do there: whoever is named beside or below is to invite him."""
    to_do = "" if node.column else r"(?! to (?!the\b|an?\b|its\b|our\b|this\b|any\b)[a-z])"
    invited = rf"{re.escape(guest or '')} (?:be|is|are|to be) invited\b{to_do}"
    return guest is not None and re.search(invited, node.text) is not None


def _own_entry(node: Node, found: list[FollowUp], held: Held) -> list[FollowUp]:
    """The follow-ups of an entry of an action column that says all by itself, with the due of a column beside it."""
    words = node.text.strip(" .;")
    parts = [(who_to(part), part) for part in segments(words)]
    if len(parts) > 1 and all(named for named, _ in parts):
        found = [FollowUp(named[0], "column", named[1], find_due(part, held)) for named, part in parts if named]
    elif not any(f.asked for f in found):
        found = [FollowUp(*_split_action(words), find_due(words, held))]
    last = _TRAILING_DUE.search(words)
    due = find_due(f"by {last['when']}", held) if last and len(found) == 1 and found[0].due.kind == "none" else None
    found = [replace(f, due=due or f.due) for f in found]
    return [replace(f, asked_from="column" if f.asked else "none") for f in found]


_TRAILING_DUE = re.compile(
    r"(?:\s[–—-]\s|\s?[(\[])(?P<when>(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8}\.? 20\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})[)\]]?$"
)  # "Manager to send results - Nov 2025"


_TRAILING_OWNER = re.compile(
    r"(?:\s[–—-]\s|[\[(])(?:(?:Owner|Lead|By|Action)\s*[:–-]\s*)?(?P<who>[^–—()\[\]-]{2,80})[\])]?[.;]?$"
)


_BRACKETED = re.compile(r"[\[(](?P<who>[^\[\]()]{2,80})[\])][.;]?$")


def _owned(found: list[FollowUp], owner: str, when: str, where: str, held: Held) -> list[FollowUp]:
    """The follow-ups without an owner of their own, given to `owner`, due when that says where they say nothing."""
    due = due_beside(when, held)
    found = [replace(f, due=due) if f.due.kind == "none" else f for f in found]
    return [
        replace(f, asked=owner, asked_from=where) if f.asked is None or _GENERIC.fullmatch(f.asked) else f
        for f in found
    ]


_WHEN = (
    r"(?:by|before|within|in|next|due|deadline|at|for(?=\s+(?:the\s+)?(?:next|following|meeting|\w+\s+meeting|\d)))\b.*"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+{MONTH}\b|[/.-]\d).*|(?:(?:early|late|mid|end(?: of)?)[ -])?{MONTH}(?:\s+(?:20)?\d\d)?\)?"
    r"|asap\b.*|(?:date )?(?:tb[acd]|to be (?:arranged|agreed|confirmed|determined|fixed|set|announced))\b.*"
)
_OWNER_AND_DUE = re.compile(
    rf"(?P<who>(?:[^,;()]|\((?!{_WHEN})[^()]*\))+?)(?:\s*[,;(–-]\s*|\s+)(?P<tail>{_WHEN})$", re.I
)


def _owner_and_due(words: str) -> tuple[str, str]:
    match = _OWNER_AND_DUE.match(words)
    if match is None:
        return words.strip(" .;)") if words.count(")") > words.count("(") else words.strip(" .;"), ""
    return match["who"].strip(" ,–-/"), match["tail"].strip(" )")


def _split_action(words: str) -> tuple[str | None, str, str]:
    match = re.match(r"(?P<who>[^–—:-]{2,80}?)\s*(?:\s[–—-]\s|:\s|\s+to\s+)(?P<task>.+)$", words)
    if match and is_owner(match["who"]):
        return match["who"].strip(), "action_line", match["task"]
    if (act := who_to(words)) is not None:
        return act[0], "action_line", act[1]
    match = re.match(r"(?P<task>.+?)\s*(?:[–—-]|\()\s*(?P<who>[^–—()-]{2,80})\)?$", words)
    if match and is_owner(match["who"]):
        return match["who"].strip(), "action_line", match["task"]
    return None, "none", words
