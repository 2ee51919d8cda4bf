"""The standing paragraphs of printed papers: those in force, and wording one otherwise."""

from django.db import transaction

from council.history import create_by, save_by
from council.refusal import Refusal
from papers.writing.edition import Wording as Worded
from papers.writing.standing import MOST_CHARACTERS, STANDING
from workprogramme.models import Wording


def wordings_in_force() -> tuple[Worded, ...]:
    """Every standing paragraph, in the council's words where it has its own."""
    own = dict(Wording.objects.values_list("key", "text"))
    return tuple(Worded(key, own.get(key, standing.text)) for key, standing in STANDING.items())


@transaction.atomic
def word_paragraph(key: str, *, text: str, by) -> Wording:
    """Word a standing paragraph otherwise, for drafts and editions to come; an empty text leaves it out.

    Raises ``Refusal`` for a paragraph that is unknown, or a text that is too long.
    """
    if key not in STANDING:
        raise Refusal("There is no such paragraph.")
    text = "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip()
    if len(text) > MOST_CHARACTERS:
        raise Refusal(f"The text is too long. Shorten it to {MOST_CHARACTERS:,} characters.")
    wording = Wording.objects.select_for_update().filter(key=key).first()
    if wording is None:
        return create_by(Wording, by=by, key=key, text=text)
    if wording.text != text:
        wording.text = text
        save_by(wording, by=by, fields=["text"])
    return wording
