"""The numbers under which finance (FD) and legal officers (LD) commented on a report, however they are printed."""

import re

COMMENT_NUMBER = re.compile(r"\b(?P<which>FD|LD)[. ]{0,2}(?P<number>\d{3,6}/\d{2})\b")
_TYPED = re.compile(r"(?:(?P<which>[A-Za-z]{2})[\s.:]*)?(?P<number>[0-9]{3,6})\s*/\s*(?:20)?(?P<year>[0-9]{2})[\s.…]*")
_OFFICERS = {"FD": "finance", "LD": "legal"}


def comment_number(text: str, which: str) -> str:
    """The number as it is kept: "FD 7326/23." and "7326/23" are ``FD.7326/23``; ``which`` is FD or LD.

    The numbers of a pair usually differ by the same amount all year; that is a habit, so it is not held against them.
    Raises ``ValueError``, saying how to mend it, for anything else and for the number of the other officer.
    """
    typed = _TYPED.fullmatch(text.strip())
    if typed is None:
        raise ValueError(f"Enter the {which} number with its year, like {which}.7343/23")
    said = (typed["which"] or which).upper()
    if said != which:
        other = f"the {_OFFICERS[said]} one" if said in _OFFICERS else f"no {which} number"
        raise ValueError(f"{said}.{typed['number']}/{typed['year']} is {other}. Enter the one that begins with {which}")
    return f"{which}.{typed['number']}/{typed['year']}"
