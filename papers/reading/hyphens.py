"""Words that a printer broke at the end of a line made whole, where the paper itself shows how they are written."""

from __future__ import annotations

import re

SOFT = "\u00ad"
_BROKEN = re.compile(
    rf"(?P<head>[^\W\d_]{{2,30}})(?P<hyphen>[-{SOFT}])(?P<bold>\*\*)?\n(?P<indent> *(?:\*\*)?)"
    r"(?P<tail>[^\W\d_]{2,30}(?:-[^\W\d_]{1,30})*)(?P<after>[^\w\s*]*) ?"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def mended(pages: list[str]) -> list[str]:
    """The pages, each with as many lines as before, the rest of a broken word moved up to where it begins.

    A soft hyphen always goes. A hyphen goes where the word is printed elsewhere without one and never with one, stays
    inside the word where it is printed so elsewhere, and else the word is left in its two halves.
    """
    words = {word.casefold() for page in pages for word in _WORD.findall(page)}

    def whole(match: re.Match[str]) -> str:
        head, tail = match["head"], match["tail"]
        if not tail[0].islower():
            return match[0]
        plain, hyphened = f"{head}{tail}", f"{head}-{tail}"
        if match["hyphen"] == SOFT or (plain.casefold() in words and hyphened.casefold() not in words):
            word = plain
        elif hyphened.casefold() in words:
            word = hyphened
        else:
            return match[0]
        return f"{word}{match['after']}{match['bold'] or ''}\n{match['indent']}"

    return [_BROKEN.sub(whole, page).replace(SOFT, "") for page in pages]
