"""Standing paragraphs and Word templates of printed papers: what every committee shares, for scrutiny managers."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from council.access import carry_out, find_only_if, standing_required
from council.downloads import WORD, as_download
from council.refusal import Refusal
from papers.writing.docx import default_template
from papers.writing.guide import placeholders_of
from papers.writing.kinds import KINDS
from papers.writing.standing import STANDING
from workprogramme.domain.word_templates import take_template, template_in_use, use_template
from workprogramme.domain.wordings import word_paragraph, wordings_in_force
from workprogramme.forms.prints import GiveTemplate, WordParagraph
from workprogramme.models import WordTemplate
from workprogramme.rules import may_set_papers
from workprogramme.views.items import ask

KEPT = 50
"""How many earlier templates of a paper are shown."""


@standing_required
@require_safe
def wordings(request: HttpRequest) -> HttpResponse:
    """List the standing paragraphs as they are worded now."""
    find_only_if(may_set_papers(request.user))
    worded = [(wording, STANDING[wording.key]) for wording in wordings_in_force()]
    context = {"worded": worded, "breadcrumbs": _way({"text": "Standing paragraphs"})}
    return render(request, "reports/wordings.html", context)


@standing_required
def wording(request: HttpRequest, key: str) -> HttpResponse:
    """Word one standing paragraph otherwise."""
    find_only_if(may_set_papers(request.user) and key in STANDING)
    now = {worded.key: worded.text for worded in wordings_in_force()}[key]
    form = WordParagraph(request.POST if request.method == "POST" else None, initial={"text": now})
    if form.is_valid() and carry_out(form, word_paragraph, key, by=request.user, **form.cleaned_data):
        messages.success(request, "The paragraph is worded so in drafts and editions from now on.")
        return redirect("wordings")
    back = reverse("wordings")
    way = _way({"text": "Standing paragraphs", "href": back}, {"text": STANDING[key].label})
    words = {"heading": STANDING[key].label, "submit": "Save the text", "cancel": back}
    return ask(request, form, breadcrumbs=way, **words)


@standing_required
@require_safe
def word_templates(request: HttpRequest) -> HttpResponse:
    """List the papers with the template that each is made with."""
    find_only_if(may_set_papers(request.user))
    used = {template.paper: template for template in WordTemplate.objects.filter(in_use=True).defer("content")}
    papers = [(key, kind, used.get(key)) for key, kind in KINDS.items()]
    context = {"papers": papers, "breadcrumbs": _way({"text": "Word templates"})}
    return render(request, "reports/word_templates.html", context)


@standing_required
def word_template(request: HttpRequest, paper: str) -> HttpResponse:
    """Show the template of one paper with the earlier ones, and take in another."""
    find_only_if(may_set_papers(request.user) and paper in KINDS)
    form = GiveTemplate(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _take(form, paper, request.user):
        messages.success(request, "The template was tried, and is in use from now on.")
        return redirect("word_template", paper)
    kept = WordTemplate.objects.filter(paper=paper).select_related("by__person").defer("content")[:KEPT]
    way = _way({"text": "Word templates", "href": reverse("word_templates")}, {"text": KINDS[paper].label})
    context = {"form": form, "paper": paper, "kind": KINDS[paper], "kept": kept, "breadcrumbs": way}
    context |= {"used": template_in_use(paper), "placeholders": placeholders_of(paper)}
    return render(request, "reports/word_template.html", context)


@standing_required
@require_POST
def word_template_use(request: HttpRequest, paper: str) -> HttpResponse:
    """Use an earlier template of a paper again, or the shipped one where none is named."""
    find_only_if(may_set_papers(request.user) and paper in KINDS)
    wanted = request.POST.get("template", "")
    chosen = _find(paper, wanted) if wanted else None
    use_template(paper, template=chosen, by=request.user)
    messages.success(request, f"{chosen.name if chosen else 'The shipped template'} is in use from now on.")
    return redirect("word_template", paper)


@standing_required
@require_safe
def word_template_file(request: HttpRequest, paper: str) -> HttpResponse:
    """Give out a template to be changed in Word: the one asked for, or the shipped one."""
    find_only_if(may_set_papers(request.user) and paper in KINDS)
    wanted = request.GET.get("template", "")
    chosen = _find(paper, wanted) if wanted else None
    content = bytes(chosen.content) if chosen else default_template(paper)
    return as_download(content, name=chosen.name if chosen else f"{paper}.docx", content_type=WORD)


def _take(form: GiveTemplate, paper: str, by) -> bool:
    given = form.cleaned_data["file"]
    try:
        take_template(paper, content=given.read(), name=given.name, by=by)
    except Refusal as refusal:
        form.add_error("file", str(refusal))
    return form.is_valid()


def _find(paper: str, wanted: str) -> WordTemplate:
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) < 10):
        raise Http404
    return get_object_or_404(WordTemplate, paper=paper, pk=wanted)


def _way(*more: dict) -> list[dict]:
    return [{"text": "Print papers", "href": reverse("reports")}, *more]
