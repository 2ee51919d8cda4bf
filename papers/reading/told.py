# ruff: noqa: E501 - a pattern reads better whole than broken
"""Where a paragraph that resolves goes over into telling what was said."""

from __future__ import annotations

import re

from papers.reading.by_name import who_to
from papers.reading.openings import action_in
from papers.reading.undertakings import sentences

_TELLS = re.compile(
    r"(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Members?|Officers?|The|In|On|Following|After|During|[A-Z]\w+ [A-Z]\w+)\b(?:(?!\bbe\b)[^.]){0,160}?\b(?:said|stated|asked|advised|noted|thanked|confirmed|explained|reported|requested|undertook|commented|suggested|expressed|felt|reminded|welcomed|queried|informed|replied|responded|hoped)\b"
)
_IS_ASKED = re.compile(
    r"(?!Members\b)(?:(?!\b(?:said|asked|requested|had|that)\b)[^,;.]){3,90}? (?:was|were) (?:also |further |therefore )?(?:asked|requested|instructed|invited) to\b"
)  # "Outcome: the plan was noted. The Clerk was asked to find a date."
_STILL_RESOLVES = re.compile(
    r"^(?:That|To|It was|It is|The \w+ (?:also|further))\b|^(?:(?!\b(?:was|were|had)\b)[^.])*(?<!to )(?<!will )(?<!would )(?<!should )(?<!could )\bbe\b"
)


def told_after(text: str, opening: re.Match[str]) -> str:
    """From the first sentence that tells what somebody said: "… to note the plan. Councillor Lee asked that …"."""
    parts = sentences(text[opening.end() :])
    headed = text[opening.end() :].lstrip().startswith(":")
    told = re.search(r"[a-z]{4}$", opening.group()) is not None
    at = next(
        (
            n
            for n, each in enumerate(parts)
            if n
            and not (headed and _IS_ASKED.match(each))
            and (_TELLS.match(each) or (told and not _still_resolves(each)))
        ),
        len(parts),
    )
    return " ".join(parts[at:])


def _still_resolves(sentence: str) -> bool:
    """Whether a sentence goes on with what was agreed: "LJ to tell the young people", "Action: Priya Shah"."""
    found = _STILL_RESOLVES.search(sentence) or action_in(sentence) or who_to(sentence)
    return found is not None
