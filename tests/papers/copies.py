"""Copies of a paper's text as the files that councils send: a Word document, a PDF, a saved web page."""

import html
import io
import re

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from papers.reading.labels import meanings

LABEL = re.compile(r"(?P<open>\(?)(?P<mark>\d{1,2}|[a-z]|[ivx]{2,4})(?P<close>[.)]{1,2})\s+(?=\S)")
BULLET = re.compile(r"[-•*]\s+")
WORD_KINDS = {"digit": "decimal", "letter": "lowerLetter", "roman": "lowerRoman"}
HTML_KINDS = {"digit": "1", "letter": "a", "roman": "i"}


def blocks(text):
    """The text as tables (lists of rows of cells), headings (level, words), paragraphs (lists of lines) and gaps."""
    found = []
    for line in text.split("\n"):
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if found and found[-1][0] == "table":
                found[-1][1].append(cells)
            else:
                found.append(("table", [cells]))
        elif not line.strip():
            found.append(("gap", None))
        elif match := re.match(r"(#{1,6})\s+(.*)", line):
            found.append(("heading", (len(match[1]), match[2])))
        elif re.match(r" {40,}\S", line):
            found.append(("right", line.strip()))
        elif found and found[-1][0] == "lines" and not (LABEL.match(line.strip()) or BULLET.match(line.strip())):
            found[-1][1].append(line)
        else:
            found.append(("lines", [line]))
    return [
        (kind, [row for row in body if not set("".join(row)) <= set("-: ")] if kind == "table" else body)
        for kind, body in found
    ]


def label_of(line, before):
    """The kind, the value and the printed pattern of a label, going on from the one before where it can."""
    match = LABEL.match(line.strip())
    if match is None:
        return None
    pattern = f"{match['open']}%1{match['close']}"
    ways = [(kind, value, pattern) for kind, value in meanings(match["mark"])]
    return next((way for way in ways if before and way == (before[0], before[1] + 1, before[2])), ways[0])


# Word


def as_word(text):
    """The text as a Word document: lists counted by Word, tables, headings, bold words."""
    document = docx.Document()
    lists = WordLists(document)
    for kind, body in blocks(text):
        if kind == "heading":
            runs(document.add_paragraph(style=f"Heading {body[0]}"), body[1])
        elif kind == "table":
            add_table(document, body)
        elif kind == "right":
            document.add_paragraph(body).alignment = WD_ALIGN_PARAGRAPH.RIGHT
        elif kind == "lines":
            lists.add(document.add_paragraph(), body)
    return saved(document)


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def runs(paragraph, line):
    for index, piece in enumerate(line.split("**")):
        for number, part in enumerate(re.split(r" {4,}", piece)):
            if number:
                paragraph.add_run().add_tab()
            paragraph.add_run(part).bold = index % 2 == 1 or None


def add_table(document, rows):
    width = max(len(row) for row in rows)
    table = document.add_table(rows=0, cols=width)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=False):
            parts = [part for part in re.split(r"</?p>", words) if part.strip()] or [""]
            runs(cell.paragraphs[0], parts[0].strip())
            for part in parts[1:]:
                runs(cell.add_paragraph(), part.strip())


class WordLists:
    """Numbered paragraphs, each run of labels that count on being one list of Word."""

    def __init__(self, document):
        self.numbering = document.part.numbering_part.element
        self.count = 900
        self.before = None

    def add(self, paragraph, lines):
        label = label_of(lines[0], self.before)
        first = lines[0].strip()
        if label:
            first = first[LABEL.match(first).end() :]
            number = self.number(label)
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number
            self.before = label
        for index, line in enumerate([first, *(each.strip() for each in lines[1:])]):
            if index:
                paragraph.add_run().add_break()
            runs(paragraph, line)

    def number(self, label):
        kind, value, pattern = label
        if self.before and (kind, value, pattern) == (self.before[0], self.before[1] + 1, self.before[2]):
            return self.count
        self.count += 1
        self.numbering.insert(0, abstract(self.count, [(WORD_KINDS[kind], pattern)]))
        self.numbering.append(numbering(self.count, self.count, start=value))
        return self.count


def abstract(key, levels):
    """A list definition with these levels, each (format, pattern)."""
    element = OxmlElement("w:abstractNum")
    element.set(qn("w:abstractNumId"), str(key))
    for at, (kind, pattern) in enumerate(levels):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(at))
        for tag, value in (("w:start", "1"), ("w:numFmt", kind), ("w:lvlText", pattern)):
            level.append(valued(tag, value))
        element.append(level)
    return element


def numbering(key, of, *, start=None):
    """A numbering that counts in a list definition, from `start` where given."""
    element = OxmlElement("w:num")
    element.set(qn("w:numId"), str(key))
    element.append(valued("w:abstractNumId", str(of)))
    if start is not None:
        override = OxmlElement("w:lvlOverride")
        override.set(qn("w:ilvl"), "0")
        override.append(valued("w:startOverride", str(start)))
        element.append(override)
    return element


def valued(tag, value):
    element = OxmlElement(tag)
    element.set(qn("w:val"), value)
    return element


# Web page

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A paper</title><style>p {{ margin: 0 }}</style>
<script>var committee = "not this";</script></head>
<body><div id="ccc-cookie-banner" class="cookie-banner"><p>We use cookies on the committee pages.</p></div>
<a class="skip-link" href="#main">Skip to main content</a>
<header role="banner"><p>Council website</p></header>
<nav><ul><li><a href="/">Home</a></li><li><a href="/c">Committees</a></li></ul></nav>
<ol class="breadcrumb"><li>Home</li><li>Your council</li></ol>
<div id="content">
{content}
</div>
<footer><p>Contact the council</p></footer></body></html>"""


def as_page(text):
    """The text as a saved web page, menus and banners round it."""
    return PAGE.format(content="\n".join(page_blocks(text))).encode()


def page_blocks(text):
    before = None
    for kind, body in blocks(text):
        if kind == "heading":
            yield f"<h{body[0]}>{marked(body[1])}</h{body[0]}>"
        elif kind == "right":
            yield f'<p style="text-align: right">{marked(body)}</p>'
        elif kind == "table":
            rows = "".join(f"<tr>{''.join(f'<td>{cell_html(cell)}</td>' for cell in row)}</tr>" for row in body)
            yield f"<table><tbody>{rows}</tbody></table>"
        elif kind == "lines":
            first = body[0].strip()
            label = label_of(first, before)
            words = "<br>\n".join(marked(line.strip()) for line in body)
            if BULLET.match(first):
                yield f"<ul><li>{words[BULLET.match(first).end() :]}</li></ul>"
            elif label and label[2] == "%1.":
                words = "<br>\n".join(marked(each) for each in [first[LABEL.match(first).end() :], *body[1:]])
                yield f'<ol type="{HTML_KINDS[label[0]]}" start="{label[1]}"><li>{words}</li></ol>'
            else:
                yield f"<p>{words}</p>"
            before = label or before


def marked(line):
    words = html.escape(line, quote=False)
    if words.count("**") == 1:  # bold over several lines
        words = f"**{words.replace('**', '')}**"
    words = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", words)
    return re.sub(r" {4,}", lambda gap: "&nbsp;" * len(gap[0]), words)


def cell_html(cell):
    return re.sub(r"&lt;(/?p)&gt;", r"<\1>", marked(cell))


# PDF

SIZE = 10
STYLE = ParagraphStyle("body", fontName="Times-Roman", fontSize=SIZE, leading=SIZE * 1.15, alignment=TA_LEFT)
WIDTH = A4[0] - 144


class Line(Flowable):
    """A line whose parts stand at their columns, the last at the right of the page where it stood there."""

    def __init__(self, parts, columns):
        super().__init__()
        self.parts, self.columns = parts, columns

    def wrap(self, width, height):
        return width, SIZE * 1.15

    def draw(self):
        end = 0.0
        for part, column in zip(self.parts, self.columns, strict=True):
            words = part.replace("**", "")
            at = min(max(column * WIDTH / 85, end + 18 if end else 0), WIDTH - stringWidth(words, "Times-Roman", SIZE))
            self.canv.setFont("Times-Roman", SIZE)
            self.canv.drawString(at, 2, words)
            end = at + stringWidth(words, "Times-Roman", SIZE)


def as_pdf(text, *, title=None):
    """The text as a PDF: lines wrapped to the page, ruled tables, page numbers, a running title where given."""
    out = io.BytesIO()

    def furniture(canvas, document):
        canvas.setFont("Times-Roman", 8)
        canvas.drawCentredString(A4[0] / 2, 30, f"Page {document.page}")
        if title:
            canvas.drawString(72, A4[1] - 40, title)

    document = SimpleDocTemplate(out, pagesize=A4, leftMargin=72, rightMargin=72, topMargin=60, bottomMargin=60)
    document.build(list(flowables(text)), onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def flowables(text):
    for kind, body in blocks(text):
        if kind == "gap":
            yield Spacer(1, SIZE)
        elif kind == "heading":
            yield Paragraph(f"<b>{marked(body[1])}</b>", ParagraphStyle("h", STYLE, fontName="Times-Bold"))
        elif kind == "table":
            yield pdf_table(body)
        elif kind == "right":
            yield Line([body], [80])
        else:
            for number, line in enumerate(body):
                yield pdf_line(line, hanging=number == 0)


def pdf_line(line, *, hanging):
    if re.search(r"\S {4,}\S", line) or re.match(r" {30,}", line):
        spots = [match.start() for match in re.finditer(r"(?:(?<= {4})|^)\S", line)]
        parts = [line[a:b].strip() for a, b in zip(spots, [*spots[1:], len(line)], strict=True)]
        return Line(parts, spots)
    indent = (len(line) - len(line.lstrip())) * 5
    match = LABEL.match(line.strip()) or BULLET.match(line.strip())
    if match and hanging:
        style = ParagraphStyle("hang", STYLE, leftIndent=indent + 24, bulletIndent=indent)
        return Paragraph(marked(line.strip()[match.end() :]), style, bulletText=match[0].strip())
    return Paragraph(marked(line.strip()), ParagraphStyle("in", STYLE, leftIndent=indent))


def pdf_table(rows):
    width = max(len(row) for row in rows)
    share = [max(len(row[i]) if i < len(row) else 0 for row in rows) ** 0.5 + 3 for i in range(width)]
    cells = [[pdf_cell(row[i] if i < len(row) else "") for i in range(width)] for row in rows]
    return Table(
        cells,
        colWidths=[each * WIDTH / sum(share) for each in share],
        style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    )


def pdf_cell(words):
    parts = [part.strip() for part in re.split(r"</?p>", words) if part.strip()]
    return [Paragraph(marked(part), ParagraphStyle("cell", STYLE, spaceAfter=6)) for part in parts]
