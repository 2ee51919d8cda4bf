"""Folding: how two spellings of one name are recognised as the same, without ever guessing."""

import re
import unicodedata

_TITLES = {"councillor", "councilor", "cllr", "mr", "mrs", "ms", "miss", "dr", "alderman", "the", "reverend", "rev"}
_SMALL_WORDS = {"the", "of", "for", "a", "an"}


def _words(text: str) -> list[str]:
    plain = text.lower().replace("&", " and ").replace("’", "'").replace("'", "")
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return re.findall(r"[^\W_]+", bare)


def fold(text: str) -> str:
    """Fold the name of a body or post: case, accents, ``&``, punctuation, "of", "for" and "the" do not count."""
    return " ".join(word for word in _words(text) if word not in _SMALL_WORDS)


def fold_person(text: str) -> str:
    """Fold a person's name: case, accents, punctuation and titles such as Councillor or Mrs do not count.

    A surname alone stays a surname: two people who share one are never merged.
    """
    words = _words(text)
    return " ".join(word for word in words if word not in _TITLES) or " ".join(words)


def fold_place(text: str) -> str:
    """Fold a venue: "Bootle Town Hall", "Town Hall, Bootle." and "THE TOWN HALL, BOOTLE" are one place."""
    return " ".join(sorted(set(_words(text)) - {"the", "at", "in"}))
