"""A saved web page gives the paper that is on it: without menus, with the labels of its lists."""

import pytest

from papers.reading.errors import NotAPaper
from papers.reading.files import text_of_bytes


def lines_of(page):
    data = page.encode() if isinstance(page, str) else page
    return [line for line in text_of_bytes(data).split("\n") if line.strip()]


PAGE = """<!DOCTYPE html><html><head><title>Minutes</title></head><body class="has-menu">
<form id="aspnetForm"><div id="cookie-notice">Cookies</div><div class="mgSubMenu"><a>Back</a></div>
<header><a>Council</a></header>{before}
<div id="content"><h1>Minutes</h1><p>The Committee met &amp; agreed,&nbsp;twice.</p>
<aside>Related</aside><p>It was <b>RESOLVED</b> that it be noted. {words}</p></div>{after}<footer>Contact</footer>
<script>var a = "<p>no</p>";</script></form></body></html>""".replace("{words}", "And so on. " * 20)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<nav><ul><li>Home</li></ul></nav>", ""),
        ('<div role="navigation">Home</div>', '<div class="share-links">Share</div>'),
        ('<ol class="govuk-breadcrumbs"><li>Home</li></ol>', '<div style="display: none">hidden</div>'),
        ('<p class="skip-link">Skip</p>', '<div hidden>hidden</div><div aria-hidden="true">x</div>'),
    ],
)
def test_only_the_paper_is_read(before, after):
    assert lines_of(PAGE.replace("{before}", before).replace("{after}", after)) == [
        "# Minutes",
        "The Committee met & agreed,\u00a0twice.",
        "It was RESOLVED that it be noted. " + ("And so on. " * 20).strip(),
    ]


def test_the_main_part_is_read_where_a_page_names_one():
    words = "The Committee met. " * 9
    page = (
        f"<body><p>Welcome to the site</p><main><header><h1>Minutes</h1></header><p>{words}</p></main><p>Bye</p></body>"
    )
    assert lines_of(page) == ["# Minutes", words.strip()]


def test_lists_have_the_labels_a_browser_prints():
    page = """<div><ol start="3"><li>c<ol type="a"><li>one</li><li><p>two</p><p>more</p></li></ol></li>
    <li value="9">i</li></ol>
    <ol type="i"><li>x</li></ol><ol style="list-style-type: upper-alpha"><li>y</li></ol>
    <ol style="list-style: none"><li>(a) typed</li></ol><ol><li>(b) typed too</li></ol><ul><li>dot</li></ul></div>"""
    assert lines_of(page) == [
        "3. c", "  a. one", "  b. two", "  more", "9. i", "i. x", "A. y", "(a) typed", "(b) typed too", "• dot",
    ]  # fmt: skip


def test_tables_are_rows_and_spans_are_read_once():
    page = """<table><caption>Programme</caption><thead><tr><th>No.</th><th>Item</th><th>Lead</th></tr></thead>
    <tbody><tr><td rowspan="2">1</td><td><p>Bins</p><p>and lanes</p></td><td>AB</td></tr>
    <tr><td colspan="2">a note | aside</td></tr></tbody></table>"""
    assert lines_of(page) == [
        "Programme",
        "| No. | Item | Lead |",
        "| 1 | <p>Bins</p> <p>and lanes</p> | AB |",
        "|  | a note ¦ aside |  |",
    ]


def test_tables_that_lay_out_a_page_are_read_as_paragraphs():
    page = """<table><tr><td>menu</td><td><h1>Agenda</h1><table class="mgItemTable">
    <tr><td class="mgItemNumberCell">1.</td><td><p>Apologies</p></td></tr>
    <tr><td>2.</td><td><p><b>Minutes</b></p><p>Of the last meeting</p></td></tr></table></td></tr></table>"""
    assert lines_of(page) == ["menu", "# Agenda", "1. Apologies", "**2. Minutes**", "Of the last meeting"]


def test_line_breaks_bold_paragraphs_and_the_right_of_the_page_are_kept():
    page = """<div><p>Cllr A<br>Cllr B</p><p><b>12. Parking</b></p><p style="text-align:right">ACTION</p>
    <p>26<sup>th</sup></p></div>"""
    assert lines_of(page) == ["Cllr A", "Cllr B", "**12. Parking**", " " * 60 + "ACTION", "26th"]


@pytest.mark.parametrize(
    "page",
    [
        "<p>The café’s committee</p>".encode("utf-8-sig"),
        "<p>The café’s committee</p>".encode("utf-16"),
        "<p>The café’s committee</p>".encode("utf-16-le"),
        '<html><head><meta charset="windows-1252"></head><body><p>The café’s committee</p>'.encode("cp1252"),
        b'<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'
        + "<p>The café’s committee</p>".encode("cp1252"),
        '<?xml version="1.0" encoding="utf-8"?><html><body><p>The café’s committee</p>'.encode(),
        '<html><meta charset="no-such"><p>The café’s committee</p>'.encode(),
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=XX\n\n--XX\n"
        b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"<p>The caf=C3=A9=E2=80=99s committee</p>\n--XX--\n",
    ],
)
def test_the_letters_of_a_page_are_told_by_its_mark_or_what_it_says(page):
    assert lines_of(page) == ["The café’s committee"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<html><body>" + "<div>" * 9_000 + "committee", "is a web page nested too deeply"),
        ("<html><body>" + "<p>committee" * 200_001, "is a larger web page than a paper"),
    ],
)
def test_a_page_too_deep_or_too_large_is_refused_in_one_line(page, words):
    with pytest.raises(NotAPaper) as refusal:
        text_of_bytes(page.encode(), name="page.html")
    assert str(refusal.value).startswith(f"page.html {words}")


def test_pictures_inside_a_page_do_not_make_it_large():
    assert lines_of(f'<p>The committee<img src="data:image/png;base64,{"A" * 9_000_000}"></p>') == ["The committee"]
