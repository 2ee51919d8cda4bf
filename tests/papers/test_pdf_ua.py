"""Every printed paper passes a check of PDF/UA-1 (ISO 14289-1), as far as a machine can tell."""

import io
from itertools import product

import page
import pytest
from pypdf import PdfReader

from papers.writing.html import page_of
from papers.writing.kinds import KINDS, paper_of
from papers.writing.pdf import pdf_of
from papers.writing.sample import BARE, FULL

pytestmark = pytest.mark.slow

EDITIONS = {"full": FULL, "bare": BARE}


def faults_of(pdf):
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant == (not report.failures)
    return sorted({failure.rule_id for failure in report.failures})


@pytest.fixture(scope="module")
def printed():
    return {(kind, name): pdf_of(paper_of(kind, EDITIONS[name])) for kind, name in product(KINDS, EDITIONS)}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_paper_passes_the_check(printed, kind, edition):
    assert faults_of(printed[kind, edition]) == []


def test_check_sees_what_a_pdf_lacks():
    from weasyprint import HTML  # looks for Pango when it is imported

    untagged = HTML(string=page_of(paper_of("tracker", FULL))).write_pdf()
    assert "PDFUA1-TAGGED-DOCUMENT-001" in faults_of(untagged)


def elements(node):
    """The elements of a tree of tags, each with the way to it."""
    for kid in node.get("/K", ()):
        child = kid.get_object()
        if hasattr(child, "get") and "/S" in child:
            yield child
            yield from elements(child)


def test_each_header_says_which_way_it_heads(printed):
    tree = PdfReader(io.BytesIO(printed["tracker", "full"])).trailer["/Root"]["/StructTreeRoot"]
    rows = [element for element in elements(tree) if element["/S"] == "/TR"]
    heads = [[cell["/A"]["/Scope"] for cell in elements(row) if cell["/S"] == "/TH"] for row in rows]
    assert (heads[0], {tuple(row) for row in heads[1:]}) == (["/Column"] * 7, {("/Row",), ("/Column",) * 7})


def test_foot_of_each_page_is_no_content(printed):
    for each in PdfReader(io.BytesIO(printed["report", "full"])).pages:
        told = each.get_contents().get_data().decode("latin-1")
        assert told.count("/Artifact\n<</Type /Pagination>>\nBDC") >= 2
