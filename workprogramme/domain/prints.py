"""Printing: asking for a paper of an edition or of a draft, making those that wait, each once."""

from django.db import transaction

from council.refusal import Refusal
from jobs.work import WorkState
from jobs.working import Job, Tally, report, work_off
from papers.writing.canonical import hash_of
from papers.writing.docx import TemplateBroken
from papers.writing.edition import Edition as Printed
from papers.writing.edition import as_text, from_text
from papers.writing.kinds import KINDS
from papers.writing.making import FORMS, PDF, make_paper, recipe_of
from papers.writing.pdf import PdfNotPossible
from workprogramme.domain.editions import Altered, read_edition, text_of
from workprogramme.domain.word_templates import content_of, template_in_use
from workprogramme.enums import PrintForm
from workprogramme.models import Edition, Print, PrintFile, Programme

OF_A_MEETING = ("front-sheet", "brief")


def print_edition(edition: Edition, *, paper: str, form: str, by) -> Print:
    """Ask for a paper of a kept edition, to be made unless it was made before.

    Raises ``Refusal`` as ``print_draft`` does, and ``workprogramme.domain.editions.Altered`` where the edition is not
    as it was frozen.
    """
    facts = from_text(text_of(edition))
    said = f"edition {edition.number} of {facts.year}"
    words = {"edition": edition, "facts_sha256": edition.sha256, "said": said}
    return _ask(edition.programme, facts, paper, form, by, ending=f"edition-{edition.number}", **words)


def print_draft(programme: Programme, facts: Printed, *, paper: str, form: str, by) -> Print:
    """Ask for a paper of the facts as they stand, marked as a draft, to be made unless it was made before.

    Raises ``Refusal`` for a paper or form that is unknown, and for a paper of a meeting where none was chosen.
    """
    text = as_text(facts)
    said = f"draft of {facts.made_on.day} {facts.made_on:%B %Y}"
    words = {"facts": text, "facts_sha256": hash_of(text), "said": said}
    return _ask(programme, facts, paper, form, by, ending=f"draft-{facts.made_on.isoformat()}", **words)


@transaction.atomic
def make_again(print_: Print, *, by) -> Print:
    """Begin a print that failed anew, as when what it lacked was installed. One that did not fail stays as it is."""
    print_ = Print.objects.select_for_update(of=("self",)).get(pk=print_.pk)
    if print_.state == WorkState.FAILED:
        anew = {"state": WorkState.WAITING, "attempts": 0, "next_try_at": None, "outcome": "", "asked_by": by}
        for name, value in anew.items():
            setattr(print_, name, value)
        print_.save(update_fields=[*anew])
    return print_


def is_quick(print_: Print) -> bool:
    """Whether it is made while somebody waits for the page: all but PDF."""
    return print_.form != PDF


def print_waiting() -> Tally:
    """Make every paper that waits. Any number may run at once; never inside a transaction."""
    return work_off(_rows(), PRINTING)


def print_at_once(print_: Print) -> Tally:
    """Make one paper, unless somebody makes it already."""
    return work_off(_rows().filter(pk=print_.pk), PRINTING)


def facts_of(print_: Print) -> Printed:
    """What a print is made from. Raises ``workprogramme.domain.editions.Altered`` as ``read_edition`` does."""
    return read_edition(print_.edition) if print_.edition else from_text(print_.facts)


@transaction.atomic
def _ask(programme: Programme, printed: Printed, paper: str, form: str, by, *, ending: str, **words) -> Print:
    if paper not in KINDS or form not in FORMS:
        raise Refusal("Choose the paper and its form from the list.")
    if paper in OF_A_MEETING and printed.meeting is None:
        raise Refusal(f"The {KINDS[paper].label.lower()} is for one meeting. Choose what was made for a meeting.")
    template = template_in_use(paper) if form == PrintForm.WORD else None
    content = content_of(template, paper) if form == PrintForm.WORD else b""
    recipe = recipe_of(paper, form, draft="facts" in words, template=content)
    name = f"{programme.body.slug}-{programme.year.slug}-{paper}-{ending}.{form}"
    defaults = {"programme": programme, "paper": paper, "form": form, "template": template, "asked_by": by, **words}
    key = {"facts_sha256": defaults.pop("facts_sha256"), "recipe": recipe}
    print_, fresh = Print.objects.get_or_create(**key, defaults={**defaults, "name": name[-200:]})
    return print_ if fresh else make_again(print_, by=by)


def _rows():
    return Print.objects.select_related("edition", "template")


def _do(print_: Print) -> bytes:
    report(print_, 0, 0, "Reading the edition")
    facts = facts_of(print_)
    template = content_of(print_.template, print_.paper) if print_.form == PrintForm.WORD else b""

    def heard(page: int) -> None:
        report(print_, page, 0, f"Setting page {page}")

    report(print_, 0, 0, "Setting the pages")
    words = {"draft": print_.edition is None, "template": template, "heard": heard}
    return make_paper(print_.paper, print_.form, facts, **words)


def _keep(print_: Print, content: bytes) -> None:
    PrintFile.objects.update_or_create(made=print_, defaults={"content": content})
    print_.size = len(content)
    print_.save(update_fields=["size"])


PRINTING = Job(do=_do, keep=_keep, refusals=(PdfNotPossible, TemplateBroken, Altered))
