"""The file of a paper, given back exactly as it came and never shown by this service."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from committees.models import PaperFile
from council.downloads import ANYTHING, PDF, WORD, as_download
from intake.views.finding import find_reading


@login_required
@require_safe
def paper_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The original, to be saved."""
    paper = find_reading(request, pk).paper
    kept = PaperFile.objects.filter(paper=paper).first()
    if kept is None:
        raise Http404
    content = bytes(kept.content)
    return as_download(content, name=paper.name, content_type=_type_of(paper.name, content))


def _type_of(name: str, content: bytes) -> str:
    if name.endswith(".pdf") and content.startswith(b"%PDF-"):
        return PDF
    if name.endswith(".docx") and content.startswith(b"PK"):
        return WORD
    return ANYTHING
