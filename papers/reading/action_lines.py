# ruff: noqa: E501 - a pattern reads better whole than broken
"""Who acts, named below or beside what was said: ACTION lines, and the entries of action columns."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from papers.reading.action_fields import give, parted
from papers.reading.beside import Beside, beside_in, says_nothing
from papers.reading.blocks import Block
from papers.reading.by_name import who_to
from papers.reading.clauses import Node
from papers.reading.owners import is_owner
from papers.reading.paragraphs import Para
from papers.reading.requests import request_in
from papers.reading.segments import segments
from papers.reading.undertakings import promised, sentences
from papers.reading.verbs import DO

_NEAR = 60  # paragraphs above an entry that can stand beside it
_AHEAD = re.compile(
    r"\b(?:(?:[Tt]o|will|would|shall|should|must|can|could|may|is to|are to) be|asked (?:for|that|to (?:see|have|be))|requested|agreed (?:that|to)|undertook|offered|promised|would (?:like|go|write|look|send|check|circulate|bring|let|find|speak|report|arrange|provide|share|come)"
    r"|wish(?:ed)? to|will (?!not\b)\w+|to (?:be|let|send|check|circulate|bring|write|provide|arrange|report|find|speak|share)|should|proposed that)\b"
)  # words of a sentence that leaves something to do
_DECIDED = re.compile(
    r"(?:It was (?:\w+ly )?(?:agreed|resolved|decided|requested)|(?:The )?(?:Members|Committee|Panel|Board|Commission) (?:\w+ly )?(?:agreed|resolved|decided|requested|asked)) (?:that|to (?:be|see|have))\b"
)  # begins a sentence that leaves it for certain
_TOLD_ONLY = re.compile(
    r"\b(?:thought|hoped|felt|believed|feared|doubted|was sure|worried)\b|\b(?:was|were) (?:told|advised|informed|assured) that\b|^(?:(?!\b(?:and|but)\b)[^,.;]){2,60} (?:said|hoped|thought|felt|explained|reported|replied|wondered|believed) (?:that )?[^,;]*$|\bwould have\b|\b(?:asked|wondered) (?:if|whether|why|how|what|when|who)\b[^;]*$"
)


def stand_below(found: list[Block], block: Block | None, narrative: list[Para], para: Para, said: str) -> Node | None:
    """An ACTION line: a request of its own, or the owner of what stands above it; what it is about is given back."""
    said, fields = parted(_TELEPHONE.sub("", said.strip(" .;")))
    if says_nothing(said):
        return None
    asks = "owner" in fields or (who_to(said) or request_in(said)) is not None or (bool(fields) and not is_owner(said))
    target = block.nodes[-1] if block and block.nodes else None
    if not asks and block and not any(_asks(node.text) for node in block.nodes):
        target = _asked_above(found, narrative) or target
        block = block if block.nodes and target is block.nodes[-1] else None
    if not asks and target is None and narrative and narrative[-1].cells is None:
        last = sentences(narrative[-1].text)[-1]
        target = _taken_out(found, narrative, _Sentence(len(narrative) - 1, last, 0))
    if not asks and block and _own_by_label(block.nodes, said, para.line):
        return None
    if not asks and target is not None:
        _own_those_above(block.nodes if block and block.nodes else [target], said, para.line)
        give(target, fields, para.line)
        return target
    node = Node(said, para.line, action="", decided=False)
    give(node, fields, para.line)
    found.append(Block(para.line, [node], loose=True))
    return node


_TELEPHONE = re.compile(r"\s*\([^()]*\d{3}[\d ]{4,12}[^()]*\)$")  # of whoever an ACTION line names
_WITH_LABELS = re.compile(
    r"(?P<who>[^();]{2,80}?)\s*[(\[](?P<labels>[\da-z]{1,3}(?:\s?(?:,|&|and|-)\s?[\da-z]{1,3}){0,6})[)\]]\s*(?:[;,]\s*(?:and\s+)?|$)"
)


def _own_by_label(nodes: list[Node], said: str, line: int) -> bool:
    """Whether an ACTION line names an owner for each label of the resolution: "Head of Law (2); Clerk (3)"."""
    found = list(_WITH_LABELS.finditer(said))
    if not found or "".join(match.group() for match in found) != said:
        return False
    labelled = {node.label.mark: node for node in nodes if node.label}
    named = [(labelled.get(mark), match["who"]) for match in found for mark in re.findall(r"[\da-z]+", match["labels"])]
    if not all(node for node, _ in named):
        return False
    for node, who in named:
        if node is not None:
            node.action, node.owner_line = who, line
    return True


def _own_those_above(nodes: list[Node], owner: str, line: int) -> None:
    """An ACTION line under a resolution owns what has no owner of its own, back to the ACTION line before it."""
    since = next((n for n in range(len(nodes) - 1, -1, -1) if nodes[n].action), -1) + 1
    above = [node for node in nodes[since:-1] if _asks(node.text)]
    for node in above:
        node.action_below, node.owner_line = owner, line
    if not above or _asks(nodes[-1].text):
        nodes[-1].action, nodes[-1].owner_line = owner, line


def _asks(text: str) -> bool:
    return any(request_in(part) for part in segments(text))


_ASKED_FOR = re.compile(
    r"\b(?:[Mm]embers|[Cc]ouncillors?(?: [A-Z][\w'’-]+)?|[Tt]he (?:[Cc]hair\w*|[Cc]onvener|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ommission|[Gg]roup)) (?:also |then )?(?:asked (?:for|that)|requested|wanted to (?:see|have|receive)|wished to (?:see|have|receive))\b"
)


def _asked_above(found: list[Block], narrative: list[Para]) -> Node | None:
    """What members last asked for before a resolution that asks nothing, as a clause: the ACTION line below is about that."""
    above = narrative[-1] if narrative and narrative[-1].cells is None else None
    asked = next((each for each in reversed(sentences(above.text)) if _ASKED_FOR.search(each)), None) if above else None
    if above is None or asked is None:
        return None
    node = Node(asked, above.line, decided=False)
    narrative[-1] = replace(above, text=above.text.replace(asked, "").strip() or "-")
    found.insert(max(0, len(found) - 1), Block(above.line, [node], loose=True))
    return node


def stand_beside(found: list[Block], block: Block | None, narrative: list[Para], entries: list[Para]) -> None:
    """The entries of an action column beside some text: actions in full, or the owners of what the text leaves to do."""
    owners = []
    for para in entries:
        entry = beside_in(para.text)
        if entry.owner or says_task(entry.words) or (entry.due and not is_owner(entry.words)):
            found.append(Block(para.line, [_whole(entry, para.line)], loose=True))
        else:
            owners.append((f"{entry.words} ({entry.due})" if entry.due else entry.words, para.line))
    if block is not None and not block.nodes and owners:
        block.beside = owners.pop(0)
    for (owner, line), node in zip(owners, _left_to_do(found, block, narrative, owners), strict=False):
        node.column, node.owner_line = owner, line
        if node.promise and (node.promise.owner or "") in owner and not _ACTS.match(node.text):
            node.promise = None  # what the column says is printed plainer there


def own_whole(found: list[Block]) -> None:
    """Give what a resolution asks to whoever an action column names beside the word that opens it."""
    for owner, line, node in ((*block.beside, node) for block in found if block.beside for node in block.nodes):
        if node.column is None and node.action is None and not node.introduces and _asks(node.text):
            node.column, node.owner_line = owner, line


def _whole(entry: Beside, line: int) -> Node:
    """The clause that an entry with a task is, by itself or with columns for its owner and its due."""
    if not entry.owner:
        return Node(entry.words, line, column="", due_column=entry.due or None, decided=False)
    return Node(entry.words, line, column=entry.owner, due_column=entry.due or None, decided=False)


_TO_DO = re.compile(r"\bto (?!the\b|an?\b|all\b|cabinet\b|council\b)[a-z]{2,}")
_WHO_AND_TASK = re.compile(r"(?P<who>[^:]{2,90}?)(?::|\s[–—-])\s+(?P<task>[A-Za-z].{3,})")
_DUE_ONLY = re.compile(r"(?:by|before|within|in|at|for|due|deadline|next|asap)\b", re.I)
_IMPERATIVE = re.compile(rf"{DO}\b(?=.*\s(?!(?:of|and|for|the)\b)[a-z]{{2,}})(?:\s+\S+){{2,}}", re.I)


def says_task(words: str) -> bool:
    """Whether an entry says what is to be done, and not just by whom: "KP to send it", "Circulate the plan - KP"."""
    named = _WHO_AND_TASK.fullmatch(words)
    if named is not None and is_owner(named["who"]):
        no_task = _DUE_ONLY.match(named["task"]) or is_owner(named["task"]) or _ends_a_post(named["task"])
        return not no_task or _TO_DO.search(words) is not None
    return _TO_DO.search(words) is not None or _IMPERATIVE.match(words) is not None


_CAPITALS = re.compile(r"[A-Z][\w'’&-]*,?(?: (?:[A-Z][\w'’&-]*,?|and|of|for|the|&)){0,8}")


def _ends_a_post(words: str) -> bool:
    """Whether words after a dash only say of what somebody is the head: "Roads" of "Chief Officer - Roads"."""
    acts = " " in words and re.match(rf"{DO}\b", words, re.I)
    return _CAPITALS.fullmatch(words) is not None and not acts


_ACTS = re.compile(r"(?:[A-Z]\S*\s){1,4}(?:to|will|undertook|agreed|offered|promised)\b")


@dataclass
class _Sentence:
    """A sentence of the narrative: in which paragraph it stands, and how likely it leaves something to do."""

    para: int
    words: str
    rank: int
    after: str = ""


def _left_to_do(
    found: list[Block], block: Block | None, narrative: list[Para], owners: list[tuple[str, int]]
) -> list[Node]:
    """What the text beside some owners leaves to do, one for each: clauses that ask, sentences that look ahead."""
    if not owners:
        return []
    line = owners[0][1]
    nodes = [n for each in found[-_NEAR:] for n in each.nodes[-_NEAR:] if n.line == line and n.decided]
    nodes = [node for node in nodes if node.column is None]
    nodes = nodes or (block.nodes[-1:] if block else [])
    asking = [node for node in nodes if _asks(node.text)]
    at_it = bool(nodes) and nodes[0].line == line
    told = [] if block and not asking and nodes and not at_it else _sentences_beside(narrative, line, only=at_it)
    wanted = [each for each in told if each.rank] if len(asking) < len(owners) else []
    if not asking and not wanted:
        wanted, asking = ([], nodes[-1:]) if nodes else (told[-1:], [])
    chosen = _best(wanted, len(owners) - len(asking))
    made = [*asking, *(_taken_out(found, narrative, each) for each in chosen)][-len(owners) :]
    while made and len(made) < len(owners):
        made.append(replace(made[-1], children=[]))
        found.append(Block(made[-1].line, [made[-1]], loose=True))
    return made


def _sentences_beside(narrative: list[Para], line: int, *, only: bool) -> list[_Sentence]:
    """The sentences of the narrative that stand beside a line, as a row's or a paragraph's do; unless `only` these are
    wanted, else of the last paragraph."""
    near = range(max(0, len(narrative) - _NEAR), len(narrative))
    plain = [at for at in near if narrative[at].cells is None]
    beside = [at for at in plain if narrative[at].line <= line <= narrative[at].last_line]
    beside = beside or ([] if only else plain[-1:])
    made = []
    for at in beside:
        parts = _with_what_is_due(sentences(narrative[at].text))
        made += [
            _Sentence(at, words, _rank(words), " ".join(parts[n + 1 : n + 2])) for n, words in enumerate(parts) if words
        ]
    return made


def _with_what_is_due(parts: list[str]) -> list[str]:
    """The sentences, one without a subject made one with that before it: "Members wanted the figures. To be sent by May."."""
    made: list[str] = []
    for part in parts:
        if made and re.match(r"To be \w", part):
            made[-1] = f"{made[-1]} {part}"
        else:
            made.append(part)
    return made


def _rank(words: str) -> int:
    if _AHEAD.search(words) is None:
        return 0
    if _DECIDED.match(words):
        return 3
    return 1 if _TOLD_ONLY.search(words) else 2


def _best(told: list[_Sentence], count: int) -> list[_Sentence]:
    """The sentences likeliest to leave something to do, in order: the last of each paragraph before others."""
    if count <= 0:
        return []
    last = {
        each.para: at for at, each in enumerate(told) if each.rank == max(o.rank for o in told if o.para == each.para)
    }
    order = sorted(range(len(told)), key=lambda at: (told[at].rank, at in last.values(), at), reverse=True)
    return [told[at] for at in sorted(order[:count])]


def _taken_out(found: list[Block], narrative: list[Para], sentence: _Sentence) -> Node:
    """A sentence of the narrative made a clause of its own: the action beside or below it is about that."""
    para = narrative[sentence.para]
    rest = para.text.replace(sentence.words, "", 1).strip()
    narrative[sentence.para] = replace(para, text=rest or "-")
    promise = promised(sentence.words, [])
    own = promise if promise is not None and promise.owner and promise.stands == "clause" else None
    node = Node(sentence.words, para.line, promise=own, decided=False)
    if _GOES_ON.search(sentence.after):
        node.due_column = sentence.after
    found.append(Block(para.line, [node], loose=True))
    return node


_GOES_ON = re.compile(
    r"\b(?:this|it|that|these|they)\b[^.]{0,80}\b(?:would|could|will|can) be\b|\b(?:would|could|will|can) be (?:done|ready|provided|sent|available)\b"
)
