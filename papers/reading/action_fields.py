"""What the labels below an ACTION line, or after it on its own line, say of it: "Action by: …", "By when: …"."""

from __future__ import annotations

import re

from papers.reading.clauses import Node
from papers.reading.paragraphs import Para
from papers.reading.table_heads import DUE_HEADS, OWNER_HEADS

_FIELD = re.compile(r"(?:^|(?<=[.;,)])\s+|\s+[–—|-]\s+)(?P<label>[A-Z][a-z]+(?: [a-z]+){0,2})\s*:\s+(?=\S)")


def take_fields(node: Node, para: Para) -> bool:
    """Whether a line only tells by whom or by when the action above is to be done, which the action is then given."""
    task, fields = parted(para.whole) if para.cells is None else ("-", {})
    if task or not fields or ("owner" in fields and node.action):
        return False
    give(node, fields, para.line)
    return True


def give(node: Node, fields: dict[str, str], line: int) -> None:
    """The action with the owner and the due that its labels name."""
    if "owner" in fields:
        node.action, node.owner_line = fields["owner"], line
    node.due_column = fields.get("due", node.due_column)


def parted(words: str) -> tuple[str, dict[str, str]]:
    """What is to be done, and what the labels after it say: "Circulate the plan. Owner: AT. By when: 5 May"."""
    marks = [(match, name) for match in _FIELD.finditer(words) if (name := _name(match["label"]))]
    if not marks:
        return words, {}
    ends = [match.start() for match, _ in marks[1:]] + [len(words)]
    values = {name: words[match.end() : end].strip(" .;,–—|-") for (match, name), end in zip(marks, ends, strict=True)}
    return words[: marks[0][0].start()].strip(" .;,–—|-"), values


def _name(label: str) -> str | None:
    return "due" if DUE_HEADS.match(label) and label != "By" else "owner" if OWNER_HEADS.match(label) else None
