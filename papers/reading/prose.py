# ruff: noqa: E501 - a pattern reads better whole than broken
"""What the narrative of a minute itself decides, asks or promises, sentence by sentence."""

from __future__ import annotations

import re

from papers.reading.asked import accepter, agrees_to, asked_in_prose, decided_in_prose
from papers.reading.blocks import Block
from papers.reading.by_name import apart_by_name, asked_by_name, who_to
from papers.reading.clauses import Node
from papers.reading.due_rules import Held
from papers.reading.likeness import overlap
from papers.reading.openings import action_in
from papers.reading.paragraphs import Para
from papers.reading.requests import request_in
from papers.reading.undertakings import (
    Promise,
    marked_action,
    promised,
    promised_in_list,
    sentences,
    speaker_in,
    without_mark,
)

_RESOLVES = re.compile(
    r"(?-i:.*\b(?:RESOLVED|AGREED|DECIDED)\b)|(?:[^,]{3,160}, )?(?:it was|(?:the )?(?:[\w&'’()-]+ ){0,6}?(?:committee|board|panel|commission|members|forum|councillors)) (?:(?:\w+ly|then|also|further|therefore) )?(?:agreed|resolved|decided|requested)\b",
    re.I,
)  # a sentence that is a resolution, and not just a half of one that tells what was agreed
_ANSWERS = re.compile(
    r"(?:In (?:response|reply|answer)\b|(?:It was|Members were|The \w+ (?:was|were)) (?:explained|advised|told|informed|confirmed)\b)"
)  # what was asked for was given at once
_STATUS = re.compile(
    r"\s[-–—:]\s*(?:still |now |all )?(?:outstanding|ongoing|on-going|completed?|done|in progress|actioned|closed|carried forward|not yet \w+)\b",
    re.I,
)  # how far an action of an earlier meeting has come
_EARLIER = re.compile(
    r"(?:The |All |Outstanding )?(?:actions?|action (?:log|points|list)|matters|undertakings|requests) (?:\w+ ){0,2}?(?:from|at|of) (?:the |its |our )?(?:last|previous|earlier)\b",
    re.I,
)  # a sentence that goes through what an earlier meeting asked
_OF_THAT = re.compile(r"\b(?:this|it|these|them|that)\b")  # what the sentence before asks for
_TWO = re.compile(
    r", and (?=(?:the |Mr |Mrs |Ms |Dr |Councillor |Cllr )[A-Z][^,;.]{2,80}? (?:would|will|undertook to|offered to|agreed to) (?!be\b|have\b|not\b))|;\s+(?=[A-Z]|(?:the|this|these|it|he|she|they)\s)|,?\s+and\s+(?=(?:we|it was (?:agreed|requested)|the (?:committee|panel|board|commission)(?:\s+\w+ly)?\s+(?:asks|requests|recommends))\b)"
)


def prose_blocks(narrative: list[Para], *, alone: bool, held: Held) -> list[Block]:
    """What the narrative decides, asks or promises: "Following discussion it was agreed that …", "she undertook to …".

    `alone` says that the item has no resolution of its own, so that what was agreed in the narrative is one.
    """
    prose = _Prose(alone, held)
    for para in narrative:
        prose.begin(para)
        for sentence in sentences(para.text) if para.cells is None else ():
            prose.take(sentence, para.line)
    return prose.found


class _Prose:
    """The narrative of one item while it is read: what was found, and the sentences said so far."""

    def __init__(self, alone: bool, held: Held) -> None:
        self.alone = alone
        self.held = held
        self.found: list[Block] = []
        self.said: list[str] = []
        self.speaker: str | None = None  # of the list being read: "the Lead Member and officers –"
        self.listed = False

    def begin(self, para: Para) -> None:
        """A paragraph: one that ends in a colon or dash says who speaks in the list below it."""
        self.listed = para.bullet or para.label is not None
        if not self.listed:
            self.speaker = speaker_in(para.text)

    def take(self, sentence: str, line: int) -> None:
        """One sentence: an action line, an answer to the request before it, or words that decide, ask or promise."""
        if (action := action_in(sentence)) is not None:
            self._act_on_above(action.strip(" .;"), line)
            return
        if _EARLIER.match(sentence):
            self.said.append(sentence)
            return
        marked = marked_action(sentence)
        if marked and who_to(marked):
            self.take(without_mark(sentence), line)
            self._act_on_above(marked, line)
            return
        if marked is not None:
            self.found.append(Block(line, [self._marked(sentence, marked, line)], loose=True))
            return
        last = self._last(line)
        if last is not None and (who := accepter(sentence)) is not None:
            last.promise = last.promise or Promise(who, "clause", last.text)
        else:
            if _ANSWERS.match(sentence) and last is not None and last.promise is None and last.asked_only:
                self.found.pop()
            for part in _TWO.split(sentence):
                for each in apart_by_name(part, self.held.people):
                    self._read(each, line)
        self.said.append(sentence)

    def _read(self, words: str, line: int) -> None:
        if _STATUS.search(words):
            return
        decided = decided_in_prose(words)
        promise = promised(words, self.said, self.held) if decided is None else None
        if promise is None and decided is None and (named := asked_by_name(words, self.held.people)):
            promise = Promise(named.owner, "clause", named.task)
        if promise is None and decided is None and self.listed and self.speaker:
            promise = promised_in_list(words, self.speaker)
        asked = asked_in_prose(words) if decided is None and promise is None else None
        if decided or promise or asked:
            resolved = self.alone and bool(decided) and _RESOLVES.match(words) is not None
            if asked and (who := agrees_to(words)) is not None:
                promise = Promise(who, "clause", asked)
            only = asked is not None
            self._add(Node(decided or asked or words, line, promise=promise, decided=resolved, asked_only=only))

    def _add(self, node: Node) -> None:
        self.found.append(Block(node.line, [node], loose=True))

    def _last(self, line: int) -> Node | None:
        """The clause made of the sentence just before, in the same paragraph."""
        last = self.found[-1].nodes[-1] if self.found and self.said else None
        return last if last is not None and last.line == line and last.text.strip(" .") in self.said[-1] else None

    def _act_on_above(self, rest: str, line: int) -> None:
        """An action in the run of the narrative: a request of its own, or the owner of the sentence before it."""
        last = self._last(line)
        if who_to(rest) or request_in(rest) is not None or not self.said:
            same = last is not None and (_is_of_that(rest) or overlap(last.text, rest) >= 0.3)
            if last is not None and last.promise is None and same:
                self.found.pop()
            self._add(Node(rest, line, action="", decided=False))
        elif last is not None:
            last.action, last.decided = rest, False
        else:
            self._add(Node(self.said[-1], line, action=rest, decided=False))

    def _marked(self, sentence: str, owner: str, line: int) -> Node:
        """A sentence of narrative that ends "(ACTION: Head of Service)"."""
        words = without_mark(sentence)
        promise = promised(words, self.said)
        self.said.append(words)
        return Node(words, line, action=owner or (None if promise else ""), promise=promise, decided=False)


def _is_of_that(action: str) -> bool:
    """Whether an action is about what was said above it: "Parking Manager to circulate", "Clerk to send this"."""
    act = who_to(action)
    return _OF_THAT.search(action) is not None or (act is not None and len(act[1].split()) == 1)


def without_repeats(blocks: list[Block]) -> list[Block]:
    """The blocks of an item, a promise of the narrative left out where a list of actions or a resolution has it too."""
    asked = [n for block in blocks for n in block.nodes if n.promise is None and (n.action is not None or n.decided)]
    blocks = sorted(blocks, key=lambda block: block.line)
    return [
        b
        for b, after in zip(blocks, [*blocks[1:], Block(0)], strict=False)
        if not (b.nodes and b.nodes[0].promise and any(_repeats(b.nodes[0], n) for n in asked))
        and not (b.nodes and after.nodes and _says_again(b.nodes[0], after.nodes[0]))
    ]


def _says_again(node: Node, below: Node) -> bool:
    """Whether the ACTION line right below a promise says who is to do what that calls "it"."""
    request = request_in(below.text) if node.promise and below.action is not None and below.promise is None else None
    if node.promise is None or request is None:
        return False
    verb, *rest = node.promise.task.split()
    return request.task.split()[:1] == [verb] and (
        request.task == verb
        or _OF_THAT.fullmatch(" ".join(rest[:1])) is not None
        or overlap(node.promise.task, request.task) >= 0.5
    )


def _repeats(node: Node, other: Node) -> bool:
    """Whether a promise is the action of somebody of the same name or post who is to do the same."""
    promise = node.promise
    request = request_in(other.text)
    owner = (request.owner if request else None) or other.action or ""
    if promise is None or request is None or not _names(promise.owner or "") & _names(owner):
        return False
    verbs = promise.task.split()[:1] == request.task.split()[:1]
    return overlap(promise.task, request.task) >= (0.3 if verbs else 0.6)


def _names(owner: str) -> set[str]:
    """The words with capitals in an owner, by which two printings of one owner are known."""
    return set(re.findall(r"\b[A-Z][a-z]{2,}", owner)) - {"The"}
