"""What a paper is called: names of files made safe to keep, to show and to give back, and names for pasted text."""

import re
import unicodedata

MOST = 120
SUFFIXES = (".docx", ".pdf", ".txt", ".text", ".md", ".html", ".htm", ".mhtml", ".mht", ".csv")
"""How the name of a file ends that can be read."""
NO_NAME = "Paper"

_FORBIDDEN = re.compile(r'[<>:"|?*]')


def suffix_of(name: str) -> str:
    """How a name ends, in small letters; nothing where that is not the end of a file that can be read."""
    return next((suffix for suffix in SUFFIXES if name.strip().lower().endswith(suffix)), "")


def safe_name(name: str) -> str:
    """The name of a file without folders, control and direction marks, at most ``MOST`` characters with its end."""
    suffix = suffix_of(name)
    last = re.split(r"[/\\]", name.strip())[-1]
    stem = last[: len(last) - len(suffix)]
    return _bounded(_plain(stem)) + suffix


def name_of_text(text: str) -> str:
    """The name of a pasted text: its first line that says something, as a text file."""
    first = next((line for line in text[:5_000].splitlines() if any(map(str.isalnum, line))), "")
    return _bounded(_plain(re.sub(r"[/\\]", " ", first)).lstrip("#").strip()) + ".txt"


def _plain(name: str) -> str:
    name = unicodedata.normalize("NFC", name)
    shown = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in name)
    return " ".join(_FORBIDDEN.sub(" ", shown).split()).strip(". ")


def _bounded(stem: str) -> str:
    return stem[:MOST].strip(". ") or NO_NAME
