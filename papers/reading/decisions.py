# ruff: noqa: E501 - a pattern reads better whole than broken
"""Where minutes decide: the words that open a resolution, how far it runs, and the paragraphs that are its clauses."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.action_fields import take_fields
from papers.reading.action_lines import own_whole, stand_below, stand_beside
from papers.reading.beside import says_nothing
from papers.reading.blocks import NUMBERED_ACTION, Block, closes_actions, with_code
from papers.reading.clauses import Node, split_inline
from papers.reading.labels import Label, meanings, take_label
from papers.reading.lines import MARK
from papers.reading.openings import (
    ACTION_LIST,
    ENDS_OPENING,
    REASONS_BELOW,
    REQUEST_LIST,
    START,
    STOP,
    WHO_SAYS,
    action_in,
)
from papers.reading.owners import is_owner
from papers.reading.paragraphs import Para
from papers.reading.requests import request_in
from papers.reading.segments import segments
from papers.reading.told import told_after
from papers.reading.undertakings import sentences

_HOW = re.compile(r"^[\s:–—-]*\((?!\w{1,3}\))[^()]{3,120}\)(?=\s*[:–—-]|\s+(?i:that|to)\b|\s*$)")  # "(by 6 votes to 3)"
_VOTES = re.compile(r"^by [\w ]{1,30}?votes? to \w+(?:,? with \w+ abstentions?)?,?\s+", re.I)
_LEAD = re.compile(r"^[\s:;,\-–—.\])]*")
_ADDRESSEE = re.compile(
    r"^to\s+(?:(?:the\s+)?(?:full\s+)?(?:cabinet|council|executive)\b[^:–—-]{0,60}?)\s*(?:[:–—-]+|(?=\bthat\b)|$)", re.I
)
_STEM_ONLY = re.compile(
    r"^[\"“‘']?(?:t\s?h\s?a\s?t\s*|to\s*|(?:that,?\s+)?for\s+the\s+reasons?\b[^;]*|as\s+follows\s*|the\s+following(?:\s+\w+){0,3}\s*|(?:that\s+)?(?:the\s+)?(?:[\w&’'-]+,?\s+){0,9}?(?:(?:sub-)?committee|board|panel|commission|members|cabinet|council|forum|(?:scrutiny|select|overview) group)\s*(?:agree[sd]?|resolve[sd]?|decide[sd]?)?(?:\s+(?:to|that))?\s*)?[:;.,\-–—\s]*$",
    re.I,
)
RESUMES = re.compile(r"^(?:that\b|T ?H ?A ?T\b)", re.I)
CLAUSE_LIKE = re.compile(
    r"\bbe\s+(?:\w+ly\s+)?(?:noted|requested|asked|agreed|approved|received|invited|deferred|added|submitted|presented|referred|endorsed|recommended|thanked|confirmed|circulated|provided|supported|accepted|brought|included|held|arranged|instructed|authorised|signed)\b",
    re.I,
)
JOINS = re.compile(r"(?:;|;\s*and|,\s*and|:|,)\s*$", re.I)


_SUBJUNCTIVE = re.compile(
    r"(?:(?!\b(?:asked|suggested|felt|requested|commented|said|proposed|considered|queried|stated|expressed|thought|would|should|could|to)\b)[^.;:]){3,160}?\bbe\s+\w"
)
_RECOMMENDS_TO = re.compile(
    r"(?:(?:that )?the following (?:recommendations?|comments|proposals) be (?:put|made|submitted|referred|forwarded|commended) to|to recommend\b[\s:–-]*\(?to) (?P<who>(?:the )?(?:full )?(?:cabinet|council|executive)|(?-i:(?:the |both |each |all )?[A-Z])[^:;.()]{2,70}?)\)?\s*(?::|that\b|$)\s*",
    re.I,
)
_TO_BODY = re.compile(r"to (?P<who>(?:the )?[A-Z][^:–—]{2,80}?)\s*(?::|[–—-]\s)")
_LEADS = re.compile(r"(?::-?|[–—])$")
NO_DECISION = re.compile(
    r"^(?:the meeting (?:closed|ended|concluded|finished)\b.{0,40}\. )?(?:the )?(?:date of )?(?:the )?next (?:\w+ )?meeting\b[^.;]{0,60}\b(?:would|will|is to|was to)\b|^.{0,60}\bnoted that (?:the|its) next meeting\b|^(?:resolved|recommended|reserved|decided) items$|^decisions?\s*:?\s*(?:apologies\b|there (?:was|were)\b|none\b)",
    re.I,
)
_OWNER_MARK = re.compile(
    r"\s*(?:[\[(](?:ACTION|Action|Owner|OWNER|Lead|By|Responsible)(?:\s+(?:for|by|officer|owner))?\s*[:–—-]\s*(?P<a>[^()\[\]]{2,120})[\])][.;,]?(?:\s+(?:and|or))?|[.;]?\s+(?:ACTION|Action)(?:\s+(?:for|by|owner))?\s*[:–—-]\s*(?P<b>[^.;:]{2,80})\.?|[\[(](?P<c>[A-Z][^()\[\]]{1,60}?) to (?:action|arrange|lead|progress|follow up)[\])]\.?)$"
)


def blocks_in(paras: list[Para]) -> tuple[list[Block], list[Para]]:
    """The resolutions among the paragraphs of one item, and the paragraphs that are narrative."""
    found: list[Block] = []
    narrative: list[Para] = []
    block: Block | None = None
    reasons = False  # what stands below gives them, up to the next resolution
    acted: Node | None = None  # what the ACTION line just above asks
    paras = [part for para in paras for each in _each_decision(para) for part in _with_its_lead_apart(each)]
    for index, para in enumerate(paras):
        if para.text.startswith(MARK):
            if not (index + 1 < len(paras) and paras[index + 1].text.startswith(MARK)):
                first = next(n for n in range(index, -1, -1) if n == 0 or not paras[n - 1].text.startswith(MARK))
                stand_beside(found, block, narrative, paras[first : index + 1])
            continue
        if acted is not None and take_fields(acted, para):
            continue
        para = with_code(para, block)
        acted = None
        listed = block is not None and NUMBERED_ACTION.match(para.text) and closes_actions(block)
        action = action_in(_unbracketed(para.whole) if para.cells is None and not listed else "")
        if action is not None and not START.match(para.text):
            acted = stand_below(found, block, narrative, para, action)
            continue
        if block is not None and block.nodes and block.nodes[-1].introduces and WHO_SAYS.fullmatch(para.text):
            continue
        goes_on = block is not None and block.nodes and _is_subheading(para, paras[index + 1 : index + 2], block)
        reasons = reasons or REASONS_BELOW.fullmatch(para.text) is not None
        opening = _opening(para) if para.cells is None and not goes_on and _may_open(para, block) else None
        if opening and not STOP.match(para.text) and not NO_DECISION.search(para.text):
            narrative += _said_around(para, opening)
            reasons = False
            block = _open(para, opening)
            found.append(block)
        elif block is not None and _is_subheading(para, paras[index + 1 : index + 2], block):
            block.wanted = REQUEST_LIST.search(para.text) is not None
        elif block is not None and _goes_on(block, para):
            _add(block, para)
        elif para.cells is None or not block:
            block = None
            narrative += [] if reasons else [para]
    own_whole(found)
    return found, narrative


def _unbracketed(text: str) -> str:
    return text.strip("()[]") if text.startswith(("(", "[")) else text


def _each_decision(para: Para) -> list[Para]:
    """A paragraph that decides twice as two: "The Panel AGREED to … . The Panel further AGREED that …"."""
    if para.cells is not None or len(_CAPITAL_WORD.findall(para.text)) < 2:
        return [para]
    parts: list[str] = []
    for sentence in sentences(para.text):
        if parts and _CAPITAL_WORD.search(parts[-1]) and _CAPITAL_WORD.search(sentence) and START.match(sentence):
            parts.append(sentence)
        else:
            parts[-1:] = [" ".join([*parts[-1:], sentence])]
    return [para if len(parts) == 1 else replace(para, text=words) for words in parts]


_CAPITAL_WORD = re.compile(r"\b(?:AGREED|RESOLVED|DECIDED)\b")


def _with_its_lead_apart(para: Para) -> list[Para]:
    """A paragraph whose last sentence only opens the list below it, as two: "… the report. Members –"."""
    if para.cells is not None or not _LEADS.search(para.text):
        return [para]
    *told, last = sentences(para.text)
    if not told or START.match(last) is None:
        return [para]
    return [replace(para, text=" ".join(told)), replace(para, text=last, label=None, bullet=False)]


def _opening(para: Para) -> re.Match[str] | None:
    """The words that open a resolution: at the start of a paragraph, or at its end for the paragraphs below."""
    found = START.match(para.text)
    if found is not None:
        return found
    last = ENDS_OPENING.search(para.text)
    return last if last is not None and (last["mark"] or last.group().isupper()) else None


def _said_around(para: Para, opening: re.Match[str]) -> list[Para]:
    """The narrative before the words that open a resolution, and the sentences after it that only tell."""
    before, after = para.text[: opening.start()].strip(" ,"), told_after(para.text, opening)
    return [replace(para, text=words, label=None) for words in (before, after) if words]


def _is_subheading(para: Para, below: list[Para], block: Block) -> bool:
    """A few words between the clauses of a resolution that divide them: "INFORMATION REQUESTS" over clause (3)."""
    if (
        para.cells is not None
        or para.label
        or para.bullet
        or len(para.text) > 60
        or para.text.endswith((".", ";", ","))
    ):
        return False
    label = below[0].label if below and below[0].cells is None else None
    if label is None or _STEM_ONLY.match(para.text) or not (para.bold or para.text.isupper() or block.nodes):
        return False
    last = next((node.label for node in reversed(block.nodes) if node.label), None)
    values = dict(meanings(label.mark))
    if last is None or last.setting != label.setting:
        return 1 in values.values() and not block.nodes
    return any(values.get(kind) == value + 1 for kind, value in meanings(last.mark))


def _may_open(para: Para, block: Block | None) -> bool:
    """A clause of an open resolution that begins "the Committee agreed" opens nothing new."""
    return block is None or not (para.label or para.bullet) or para.text.startswith(("RESOLVED", "It was RESOLVED"))


def _open(para: Para, opening: re.Match[str]) -> Block:
    words = para.text[opening.end() :].removesuffix(told_after(para.text, opening))
    rest = _VOTES.sub("", _LEAD.sub("", _HOW.sub("", words, count=1), count=1), count=1).strip()
    block = Block(
        para.line,
        loose=opening.group().strip().islower()
        or opening.group().lower().startswith(("decision", "action", "outcome")),
        actions=ACTION_LIST.match(opening.group()) is not None and "agreed to" not in opening.group(),
    )
    block.said = opening.group()
    body = _TO_BODY.match(rest) if "recommend" in block.said.lower() else None
    if body is not None and is_owner(body["who"]):
        block.to, rest = body["who"], rest[body.end() :].strip()
    recommends = _RECOMMENDS_TO.match(rest)
    if recommends and is_owner(recommends["who"]) and not _is_one_clause(rest[recommends.end() :]):
        block.to, rest = recommends["who"], rest[recommends.end() :]
    block.wanted = REQUEST_LIST.search(opening.group()) is not None and (
        para.text.rstrip().endswith((":", ":-")) or para.text == opening.group()
    )
    addressee = _ADDRESSEE.match(rest)
    if addressee and "recommend" in block.said.lower():
        block.to = re.sub(r"^to\s+|[\s:–—-]+$", "", addressee.group(), flags=re.I)
        rest = _LEAD.sub("", rest[addressee.end() :], count=1)
    asked = _ASKED_ABOVE.search(block.said) if not rest.strip(" :-") else None
    if asked and is_owner(asked["who"]):
        rest = f"{asked.group()}:"
    if not _is_stem_only(block, rest) and not (block.actions and says_nothing(rest)):
        add_words(block, rest, para)
    noted = re.search(r"noted$", opening.group().strip(), re.I) is not None
    for node in block.nodes if noted else ():
        asks = _NOTED_AND.match(node.text)
        node.noted = asks is None
        node.text = f"noted {asks['what']} and {asks['asks'].lower()} {asks['rest']}" if asks else node.text
    return block


_ASKED_ABOVE = re.compile(
    r"\b(?:requested|asked|invited|instructed|urged|wished)\s+(?P<who>[^:]{2,90}?)\s+to$"
)  # "The Committee asked the Director to:", over what is asked of him
_NOTED_AND = re.compile(
    r"(?P<what>[^.;]{3,300}?),? and (?:also |further )?(?P<asks>(?i:agreed|requested|instructed|asked|recommended|invited)) (?P<rest>(?:to|that|the|officers|an?|[A-Z])\b.+)$"
)  # "NOTED the report and INSTRUCTED the Chief Officer to …"


def _is_one_clause(rest: str) -> bool:
    """Whether what is recommended runs on as one clause, which then says itself to whom."""
    return bool(rest) and len(split_inline(rest)) == 1 and not rest.endswith((":", ":-"))


def _goes_on(block: Block, para: Para) -> bool:
    text = para.text
    if para.cells is not None or (STOP.match(text) and not (para.label or para.bullet)):
        return False
    if para.label or para.bullet or not block.nodes:
        return not (para.label and not para.bullet and block.nodes and not _belongs(block, para))
    last = block.nodes[-1]
    if RESUMES.match(text) or JOINS.search(last.text) or not re.search(r"[.;:?!)\]]$", last.text):
        return True
    asks = request_in(segments(text)[0] if segments(text) else text) is not None
    if block.actions or (block.loose and CLAUSE_LIKE.search(text)):
        return asks
    return asks and _SUBJUNCTIVE.match(text) is not None and reads_as_clause(text)


def _belongs(block: Block, para: Para) -> bool:
    """A labelled paragraph belongs to the resolution unless the resolution had no labels and had ended."""
    return (
        any(node.label for node in block.nodes)
        or block.nodes[-1].introduces
        or not block.nodes[-1].text.endswith(".")
        or block.loose
    )


_OTHER_BODY = re.compile(r"^(?:that\s+)?(?P<who>(?:the\s+)?(?:full\s+)?(?:cabinet|executive|council))\W*$", re.I)


def _is_stem_only(block: Block, words: str) -> bool:
    """Whether the words only introduce the clauses; "That the Cabinet:" says besides to whom they are recommended."""
    if not _STEM_ONLY.match(words) or CLAUSE_LIKE.search(words):
        return False
    other = _OTHER_BODY.match(words)
    block.to = block.to or (other["who"] if other else None)
    return True


def _add(block: Block, para: Para) -> None:
    if not block.nodes and block.loose and re.match(r"(?:apologies\b|there (?:was|were)\b|none\b)", para.text, re.I):
        return
    quotes = para.text.startswith(('"', "“", "‘", "'"))  # the words of a motion
    if (quotes or not block.nodes) and not para.label and not para.bullet and _is_stem_only(block, para.text):
        return
    last = block.nodes[-1] if block.nodes else None
    if (
        last
        and not para.label
        and not para.bullet
        and para.text[:1].islower()
        and not re.search(r"[.;:]$|\band$", last.text)
    ):
        last.text = f"{last.text} {para.text}"
    else:
        add_words(block, para.text, para)


def add_words(block: Block, words: str, para: Para) -> None:
    whole = f"{para.label.printed} {words}" if para.label and words == para.text else words
    parts = split_inline(whole)
    if len(parts) == 1:
        label = para.label if words == para.text else None
        label, words = (label, words) if label else _label_of(words)
        block.nodes.append(
            _marked_node(block, Node(words, para.line, label, para.bullet and words == para.text, para.indent))
        )
        return
    for label, text in parts:
        if label is None and _STEM_ONLY.match(text):
            continue
        block.nodes.append(_marked_node(block, Node(text, para.line, label, False, para.indent)))


def _marked_node(block: Block, node: Node) -> Node:
    """The clause with the owner that a mark at its end names: "… (ACTION: Head of Service)"; under a heading of actions it acts."""
    mark = _OWNER_MARK.search(node.text)
    if mark:
        node.action = (mark["a"] or mark["b"] or mark["c"]).strip()
    elif block.actions and not node.introduces:
        node.action = ""
    node.decided = not block.actions
    node.wanted = block.wanted and not node.introduces
    return node


def _label_of(words: str) -> tuple[Label | None, str]:
    label, rest = take_label(re.sub(r"^(?:that|to)\s+(?=\(\w\))", "", words, flags=re.I))
    return (label, rest) if label and rest and label.mark in ("1", "a", "i", "A", "I") else (None, words)


def reads_as_clause(text: str) -> bool:
    return len(text) < 1200 and not re.search(r"\b(?:was|were|had been)\b|\bwould$", text.split(" be ")[0])
