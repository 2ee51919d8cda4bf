"""The council's own Word templates: taking one in, using an earlier one again, going back to the shipped one."""

from django.db import transaction

from council.refusal import Refusal
from papers.writing.docx import TemplateBroken, check_template, default_template, sha256_of
from papers.writing.kinds import KINDS
from workprogramme.models import WordTemplate
from workprogramme.rules import check_can_be_template


def template_in_use(paper: str) -> WordTemplate | None:
    """The council's own template for a paper, or nothing where the shipped one is in use."""
    return WordTemplate.objects.filter(paper=paper, in_use=True).first()


def content_of(template: WordTemplate | None, paper: str) -> bytes:
    """The bytes of a template, or of the shipped one where there is none."""
    return bytes(template.content) if template else default_template(paper)


def take_template(paper: str, *, content: bytes, name: str, by) -> WordTemplate:
    """Try a template and use it for a paper from now on; the same file again is used again.

    Raises ``Refusal``, in one line that says what to mend, where it cannot be filled: the one in use stays.
    """
    check_can_be_template(paper, content)
    try:
        check_template(paper, content)
    except TemplateBroken as broken:
        raise Refusal(str(broken)) from broken
    with transaction.atomic():
        kept = {"name": _safe(name), "content": content, "by": by}
        template, _ = WordTemplate.objects.get_or_create(paper=paper, sha256=sha256_of(content), defaults=kept)
        return _use(paper, template)


@transaction.atomic
def use_template(paper: str, *, template: WordTemplate | None, by) -> WordTemplate | None:
    """Use an earlier template of a paper again, or the shipped one. Raises ``Refusal`` for a template of another."""
    if paper not in KINDS or (template and template.paper != paper):
        raise Refusal("That template is of another paper.")
    return _use(paper, template)


def _use(paper: str, template: WordTemplate | None) -> WordTemplate | None:
    list(WordTemplate.objects.select_for_update().filter(paper=paper).values_list("pk"))
    WordTemplate.objects.filter(paper=paper, in_use=True).update(in_use=False)
    if template:
        template.in_use = True
        template.save(update_fields=["in_use"])
    return template


def _safe(name: str) -> str:
    """The name of a file as it is shown: without folders and control marks."""
    last = name.replace("\\", "/").split("/")[-1]
    return " ".join("".join(mark if mark.isprintable() else " " for mark in last).split())[:200] or "Template.docx"
