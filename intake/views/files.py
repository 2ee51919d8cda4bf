"""The file of a paper, given back exactly as it came and never shown by this service."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from committees.models import PaperFile
from intake.views.finding import find_reading

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ANYTHING = "application/octet-stream"


@login_required
@require_safe
def paper_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The original, to be saved: a browser neither shows it nor guesses what it is."""
    paper = find_reading(request, pk).paper
    kept = PaperFile.objects.filter(paper=paper).first()
    if kept is None:
        raise Http404
    content = bytes(kept.content)
    headers = {
        "Content-Disposition": content_disposition_header(True, paper.name),
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=_type_of(paper.name, content), headers=headers)


def _type_of(name: str, content: bytes) -> str:
    if name.endswith(".pdf") and content.startswith(b"%PDF-"):
        return "application/pdf"
    if name.endswith(".docx") and content.startswith(b"PK"):
        return WORD
    return ANYTHING
