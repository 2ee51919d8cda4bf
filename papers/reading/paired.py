"""Labels in one column and values in another, set with spaces and broken over lines, made into rows with bars.

A form printed again and again, as forward plans are, is told by its labels: several of them come back.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

_PAIR = re.compile(r"(?P<label>\S+(?: \S+)*) {2,}(?P<value>\S.*)")
_LEAST = 3  # labels that come back, and times that they do in all for each
_LONGEST_LABEL = 40
_SLACK = 2  # columns that a value may stand from the others'


@dataclass
class _Pair:
    """A label and its value, each with the lines it is broken over, and the index of the first of them."""

    index: int
    label: list[str]
    value: list[str] = field(default_factory=list)


def pairs_as_rows(lines: list[str]) -> list[str]:
    """The lines, labels and values of a form that comes back made into rows of two cells; others as they are."""
    column = _column(lines)
    if column is None:
        return lines
    made = list(lines)
    pair: _Pair | None = None
    pairs: list[_Pair] = []
    for index, line in enumerate(lines):
        label, value = line[:column].strip(), line[column:].strip()
        if (
            not line.strip()
            or _is_over(line, column)
            or (pair is None and not (label and value and label[0].isupper()))
        ):
            pair = None
        elif pair is None or (label and value and not label[0].islower()):
            pair = _Pair(index, [label], [value])
            pairs.append(pair)
        else:
            pair.label += [label] if label else []
            pair.value += [value] if value else []
            made[index] = ""
    width = max((len(part) for each in pairs for part in each.value), default=0)
    for each in pairs:
        made[each.index] = _row(each, width)
    return made


def _column(lines: list[str]) -> int | None:
    """Where the values stand, when some lines are labels and values and the labels come back; else None."""
    found: dict[int, Counter[str]] = {}
    for line in lines:
        match = _PAIR.fullmatch(line.rstrip()) if line[:1].isalpha() and "|" not in line else None
        if match and len(match["label"]) <= _LONGEST_LABEL:
            found.setdefault(match.start("value"), Counter())[match["label"]] += 1
    back = {at: [n for n in labels.values() if n > 1] for at, labels in found.items()}
    best = max(back, key=lambda at: sum(back[at]), default=None)
    enough = best is not None and len(back[best]) >= _LEAST and sum(back[best]) >= 2 * _LEAST
    return best if enough and best is not None and len(back[best]) > len(found[best]) / 3 else None


def _is_over(line: str, column: int) -> bool:
    """Whether the words of a line run over the edge between the columns."""
    label = line[:column]
    value = line[column:]
    return bool(label.strip() and value.strip()) and (not label.endswith("  ") or value.startswith(" " * (_SLACK + 1)))


def _row(pair: _Pair, width: int) -> str:
    """The pair as a row; where a line of the value ends though the next word would fit, a paragraph of it ends."""
    parts = pair.value[:1]
    for above, line in zip(pair.value, pair.value[1:], strict=False):
        if len(above) + 1 + len(line.split()[0]) <= width - _SLACK:
            parts.append(line)
        else:
            parts[-1] += f" {line}"
    value = parts[0] if len(parts) == 1 else "".join(f"<p>{part}</p>" for part in parts)
    return f"| {' '.join(pair.label)} | {value.replace('|', '/')} |"
