"""A PDF gives its lines in the order they are read, its tables as rows, and a form feed for every page."""

import io
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from papers.reading.errors import NotAPaper
from papers.reading.files import text_of_bytes
from papers.reading.hyphens import mended
from papers.reading.pages import pages_of
from tests.papers.copies import as_pdf

PAPER = (Path(__file__).parent / "fixtures" / "kelford-resolved-dash.txt").read_text(encoding="utf-8")
WORDS = "The Committee considered the report on the state of the roads and of the footpaths. "


def drawn(*pages, pagesize=(595, 842)):
    """A PDF of pages, each a function that draws on a canvas."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=pagesize)
    for draw in pages:
        canvas.setFont("Times-Roman", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def at(x, y, words, font="Times-Roman", size=10):
    def draw(canvas):
        canvas.setFont(font, size)
        canvas.drawString(x, y, words)

    return draw


def all_of(*draws):
    def draw(canvas):
        for each in draws:
            each(canvas)

    return draw


def lines_of(data):
    return [line for line in text_of_bytes(data).split("\n") if line.strip()]


def test_lines_are_read_from_the_top_down_whatever_the_order_they_are_painted_in():
    page = all_of(at(72, 600, "third line of the Committee"), at(72, 700, "first line"), at(72, 650, "second line"))
    assert lines_of(drawn(page)) == ["first line", "second line", "third line of the Committee"]


def test_an_action_column_stands_at_the_right():
    page = all_of(
        at(72, 700, "Members noted the update from the officers of the Council."),
        at(72, 688, "OE to send the dates"),
        at(480, 688, "OE"),
    )
    assert lines_of(drawn(page))[1].split("    ")[0] == "OE to send the dates"
    assert lines_of(drawn(page))[1].endswith("     OE")


def test_a_hanging_label_stays_with_its_words():
    page = all_of(at(72, 700, "(a)"), at(110, 700, "that the report be noted by the Committee"))
    assert lines_of(drawn(page)) == ["(a) that the report be noted by the Committee"]


def test_bold_lines_are_marked_and_a_raised_ordinal_stands_in_its_line():
    width = stringWidth("on Tuesday 26", "Times-Roman", 10)
    page = all_of(
        at(72, 700, "12.", "Times-Bold"),
        at(100, 700, "PARKING REVIEW", "Times-Bold"),
        at(72, 650, "on Tuesday 26"),
        at(72 + width, 654, "th", size=6),
        at(82 + width, 650, "September"),
    )
    assert lines_of(drawn(page)) == ["**12. PARKING REVIEW**", "on Tuesday 26th September"]


def test_two_columns_of_prose_are_read_one_after_the_other():
    left = [at(72, 700 - 12 * n, f"left {n} and some more words to fill the line") for n in range(12)]
    right = [at(320, 700 - 12 * n, f"right {n} and some more words to fill the line") for n in range(12)]
    first = [line.split()[0] for line in lines_of(drawn(all_of(*left, *right)))]
    assert "".join(first).rindex("left") < "".join(first).index("right")


def test_a_ruled_table_is_rows_of_cells_each_cell_once():
    def table(canvas):
        canvas.grid([72, 110, 400, 520], [600, 630, 660, 690])
        for x, y, words in (
            (76, 675, "No."), (114, 675, "Item"), (404, 675, "Lead"), (76, 645, "1"), (114, 648, "Bins in the"),
            (114, 637, "back lanes"), (404, 645, "AB"), (76, 615, "2"), (114, 615, "Roads"), (404, 615, "CD"),
        ):  # fmt: skip
            canvas.drawString(x, y, words)
        canvas.drawString(72, 720, "Work programme of the Committee")

    assert lines_of(drawn(table)) == [
        "Work programme of the Committee",
        "| No. | Item | Lead |",
        "| 1 | Bins in the back lanes | AB |",
        "| 2 | Roads | CD |",
    ]


def test_a_page_turned_sideways_is_read_as_it_is_seen():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(as_pdf(PAPER))))
    upright = text_of_bytes(as_pdf(PAPER))

    def turned(canvas):
        canvas.translate(595, 0)
        canvas.rotate(90)
        at(72, 500, "The Committee met and was seen upright")(canvas)

    sideways = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn(turned))))
    sideways.pages[0].rotate(90)
    out = io.BytesIO()
    sideways.write(out)
    assert lines_of(out.getvalue()) == ["The Committee met and was seen upright"]
    writer.pages[0].rotate(360)
    out = io.BytesIO()
    writer.write(out)
    assert text_of_bytes(out.getvalue()) == upright


def test_text_in_a_form_is_read():
    def draw(canvas):
        canvas.beginForm("kept")
        at(0, 0, "The Committee is in a form")(canvas)
        canvas.endForm()
        canvas.translate(72, 700)
        canvas.doForm("kept")

    assert lines_of(drawn(draw)) == ["The Committee is in a form"]


def test_pages_begin_with_a_form_feed_and_are_counted():
    text = text_of_bytes(drawn(*(at(72, 700, f"The Committee met on page {word}") for word in ("one", "two", "three"))))
    assert [(line.strip("\f"), page) for line, page in zip(text.split("\n"), pages_of(text), strict=True) if line] == [
        ("The Committee met on page one", 1),
        ("The Committee met on page two", 2),
        ("The Committee met on page three", 3),
    ]


def test_pages_of_a_text_without_form_feeds_are_one():
    assert pages_of("a\nb\n") == [1, 1, 1]


def test_running_titles_are_read_once_and_page_numbers_never():
    title = "SCRUTINY COMMITTEE - 9 JULY 2024"
    pages = [
        all_of(
            at(72, 800, title),
            at(72, 600, f"Words of part {n}."),
            at(290, 30, f"Page {n}"),
        )
        for n in range(1, 6)
    ]
    assert [line.strip("\f") for line in lines_of(drawn(*pages))] == [
        title,
        *(f"Words of part {n}." for n in range(1, 6)),
    ]


def test_wrapped_lines_are_one_paragraph():
    assert lines_of(as_pdf(f"{WORDS * 5}\n\n{WORDS * 7}"))[:2] == [(WORDS * 5).strip(), (WORDS * 7).strip()]


@pytest.mark.parametrize(
    ("pages", "whole"),
    [
        (["a commit-\ntee met. The committee\n"], ["a committee\nmet. The committee\n"]),
        (["a follow-\nup to the follow-up\n"], ["a follow-up\nto the follow-up\n"]),
        (["the appren-\ntices came\n"], ["the appren-\ntices came\n"]),
        (["a com\u00ad\nmittee\n"], ["a committee\n\n"]),
        (["pages 5-\n12 of it\n"], ["pages 5-\n12 of it\n"]),
        (["Ann Smith-\nJones came, SmithJones\n"], ["Ann Smith-\nJones came, SmithJones\n"]),
    ],
)
def test_broken_words_are_made_whole_only_where_the_paper_shows_how(pages, whole):
    assert mended(pages) == whole


def test_progress_is_told_page_by_page():
    heard = []
    data = drawn(*[at(72, 700, "The Committee met in the Town Hall")] * 3)
    text_of_bytes(data, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(1, 3), (2, 3), (3, 3)]


# What is refused


def made(objects):
    """A PDF of these objects, the first its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%b%b" % (len(objects) + 1, table, end)


def painted(content, count=1):
    """A PDF whose pages all paint the same compressed content."""
    packed = zlib.compress(content, 9)
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(count))
    return made(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%b]/Count %d/MediaBox[0 0 595 842]>>" % (kids, count),
            b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(packed), packed),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            *[b"<</Type/Page/Parent 2 0 R/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>"] * count,
        ]
    )


def encrypted(user):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(as_pdf(PAPER))))
    writer.encrypt(user, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


TEXT = b"BT /F 10 Tf 72 700 Td (The Committee) Tj ET\n"
STREAM = (
    b"<</Length 20/Type/XObject/Subtype/Form/Resources<</XObject<</X 3 0 R>>>>>>\n"
    b"stream\n/X Do /X Do /X Do   \nendstream"
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 rest", "is a damaged PDF: open it"),
        (as_pdf(PAPER)[:3_000], "is a damaged PDF: open it"),
        (encrypted("secret"), "is protected: save a copy without its password"),
        (painted(b""), "is a picture of its pages, without text: run it through text recognition"),
        (painted(TEXT, count=2_001), "has more than 2,000 pages: split it"),
        (painted(b" " * 50_000_000), "unpacks to far more than a paper holds"),
        pytest.param(painted(b"1 1 m " * 190_000, count=40), "unpacks to far", marks=pytest.mark.slow),
        (painted(b"[" * 100_000), "is a damaged PDF"),
        (made([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]), "is a damaged PDF"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data, words):
    with pytest.raises(NotAPaper) as refusal:
        text_of_bytes(data, name="minutes.pdf")
    assert str(refusal.value).startswith(f"minutes.pdf {words}")
    assert "\n" not in str(refusal.value)


def test_letters_that_no_font_explains_are_refused():
    font = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</g1 3 0 R>>"
    unexplained = font + b"/Encoding<</Type/Encoding/Differences[65/g1]>>/FirstChar 65/LastChar 65/Widths[1]>>"
    data = painted(b"BT /F 10 Tf 72 700 Td (AAAAAAAAAAAAAAAAAAAAAAAAAAAA) Tj ET\n")
    plain = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    with pytest.raises(NotAPaper, match="does not say what its letters are"):
        text_of_bytes(data.replace(plain, unexplained))


def test_a_pdf_that_only_its_owner_may_change_is_read():
    assert text_of_bytes(encrypted("")) == text_of_bytes(as_pdf(PAPER))


def test_forms_that_hold_themselves_end():
    page = b"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</XObject<</X 3 0 R>>>>>>"
    content = b"<</Length 6>>\nstream\n/X Do \nendstream"
    kids = b"<</Type/Pages/Kids[4 0 R]/Count 1/MediaBox[0 0 595 842]>>"
    data = made([b"<</Type/Catalog/Pages 2 0 R>>", kids, STREAM, page, content])
    with pytest.raises(NotAPaper, match="is a picture"):
        text_of_bytes(data)


def test_a_page_that_is_a_drawing_is_left_out():
    words = b"BT /F 10 Tf 72 700 Td (The Committee met in the Town Hall) Tj ET\n"
    with pytest.raises(NotAPaper, match="is a picture"):
        text_of_bytes(painted(words + b"0 0 m 9 9 l S " * 300_000))
