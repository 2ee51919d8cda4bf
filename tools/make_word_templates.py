"""Make the Word templates that are shipped: ``python tools/make_word_templates.py``.

A template is an ordinary Word document with placeholders such as ``{{ committee }}``; docs/papers.md lists them. Rows
and paragraphs that come once for each of something stand between ``{%tr for … %}`` or ``{%p for … %}`` and its end.
"""

import datetime as dt
import zipfile
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table

WORD = Path(__file__).resolve().parent.parent / "papers" / "writing" / "word"
FONT, GREY = "Arial", "EEEFEF"
PROGRAMME = ("No.", "Report/Item", "Report author/organiser")
MADE = dt.datetime(2023, 9, 19)
BLANK = "{{ %s }}"
OWN_STYLES = {
    # size in points, bold
    "Committee": (11, True),
    "Edition": (10, False),
    "Asked": (11, True),
    "Numbered": (11, False),
    "Table text": (10, False),
    "Table head": (10, True),
}


class Template:
    """A template while it is written: placeholders, loops and tables, one under the other."""

    def __init__(self, *, wide: bool = False) -> None:
        self.word = Document()
        self._set_page(wide)
        self._set_styles()
        self._foot()
        properties = self.word.core_properties
        properties.author, properties.title, properties.language = "", "", "en-GB"
        properties.comments, properties.created, properties.modified = "", MADE, MADE

    def head(self) -> None:
        """Committee, title, and which edition of which meeting."""
        self.line("{{ committee }}", "Committee")
        self.line("{{ title }}", "Title")
        self.line("{% if meeting %}{{ meeting }}. {% endif %}{{ edition }}", "Edition")

    def line(self, text: str, style: str = "Normal") -> None:
        """A paragraph."""
        self.word.add_paragraph(text, style=style)

    def each(self, name: str, of: str, *lines: tuple[str, str]) -> None:
        """Paragraphs, each a text and its style, that come once for every one of a list."""
        self.line(f"{{%p for {name} in {of} %}}")
        for text, style in lines:
            self.line(text, style)
        self.line("{%p endfor %}")

    def only_if(self, what: str) -> "_Between":
        """What is written within comes only where there is something."""
        return _Between(self, f"{{%p if {what} %}}", "{%p endif %}")

    def for_each(self, name: str, of: str) -> "_Between":
        """What is written within, tables too, comes once for every one of a list."""
        return _Between(self, f"{{%p for {name} in {of} %}}", "{%p endfor %}")

    def table(self, heads: tuple[str, ...], widths: tuple[float, ...], of: str, cells: tuple[str, ...]) -> None:
        """A table with a header that is repeated on each page, and a row for every one of a list called ``row``."""
        table = self.word.add_table(rows=4 if heads else 3, cols=len(cells), style="Table Grid")
        table.autofit = False
        rows = list(table.rows)
        if heads:
            for cell, text in zip(rows[0].cells, heads, strict=True):
                _write(cell, text, "Table head")
                _shade(cell)
            _repeat(rows.pop(0))
        _write(rows[0].cells[0], f"{{%tr for row in {of} %}}")
        for cell, text in zip(rows[1].cells, cells, strict=True):
            _write(cell, text)
        _write(rows[2].cells[0], "{%tr endfor %}")
        _set_widths(table, widths)

    def facts(self, of: str) -> None:
        """A box of facts with their labels."""
        self.table((), (5.4, 12.0), of, ("{{ row.label }}", "{{ row.value }}"))
        for row in self.word.tables[-1].rows:
            row.cells[0].paragraphs[0].style = "Table head"
            _shade(row.cells[0])
        self.line("")

    def new_page(self) -> None:
        """What follows begins on a new page."""
        self.word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def save(self, path: Path) -> None:
        """Keep the template, with the same bytes each time."""
        self.line("", "Table text")  # Word wants a paragraph after a table
        self.word.save(str(path))
        with zipfile.ZipFile(path) as archive:
            parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for filename, content in parts:
                archive.writestr(zipfile.ZipInfo(filename, (2023, 9, 19, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)

    def _set_page(self, wide: bool) -> None:
        section = self.word.sections[0]
        section.page_width, section.page_height = (Cm(29.7), Cm(21)) if wide else (Cm(21), Cm(29.7))
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = Cm(1.6 if wide else 1.8)
        section.top_margin, section.bottom_margin, section.footer_distance = Cm(1.8), Cm(2.4), Cm(1.1)

    def _set_styles(self) -> None:
        styles = self.word.styles
        looks = {"Normal": 11, "Title": 20, "Heading 1": 14, "Heading 2": 12, "List Bullet": 11, "List Bullet 2": 11}
        for name, size in looks.items():
            _font(styles[name], size, bold=name.startswith(("Title", "Heading")))
        for name, (size, bold) in OWN_STYLES.items():
            style = styles.add_style(name, 1)
            style.base_style = styles["Normal"]
            _font(style, size, bold=bold)
        for name in ("Table text", "Table head"):
            styles[name].paragraph_format.space_before = styles[name].paragraph_format.space_after = Pt(2)
        styles["List Bullet 2"].paragraph_format.left_indent = Cm(1.9)
        for name in ("Asked", "Numbered"):
            form = styles[name].paragraph_format
            form.left_indent, form.first_line_indent = Cm(1.25), Cm(-1.25)
            form.tab_stops.add_tab_stop(Cm(1.25))
        for name in ("Heading 1", "Heading 2"):
            styles[name].paragraph_format.space_before = Pt(12)
            styles[name].paragraph_format.space_after = Pt(4)
        styles["Title"].paragraph_format.space_after = Pt(2)
        _no_border(styles["Title"])
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "en-GB")
        styles["Normal"].element.get_or_add_rPr().append(language)

    def _foot(self) -> None:
        paragraph = self.word.sections[0].footer.paragraphs[0]
        paragraph.style = self.word.styles["Edition"]
        paragraph.add_run("{{ edition }}. Page ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        paragraph._p.append(field)


class _Between:
    def __init__(self, template: Template, first: str, last: str) -> None:
        self.template, self.first, self.last = template, first, last

    def __enter__(self) -> None:
        self.template.line(self.first)

    def __exit__(self, *raised: object) -> None:
        self.template.line(self.last)


def _font(style, size: int, *, bold: bool) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, False
    style.font.color.rgb = RGBColor(0x0B, 0x0C, 0x0C)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def _no_border(style) -> None:
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _write(cell, text: str, style: str = "Table text") -> None:
    """Write in a cell, a paragraph for each line."""
    first, *others = text.split("\n")
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(first)
    for line in others:
        cell.add_paragraph(line, style=style)


def _shade(cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", GREY)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeat(row) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _set_widths(table: Table, widths: tuple[float, ...]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)


def programme(template: Template, meetings: str) -> None:
    """Appendix A: a table a meeting, and what is on none yet."""
    widths, cells = (1.4, 10.4, 5.6), ("{{ row.number }}", "{{ row.title }}", "{{ row.authors }}")
    with template.for_each("meeting_table", meetings):
        template.line("{{ meeting_table.heading }}", "Heading 2")
        template.table(PROGRAMME, widths, "meeting_table.rows", cells)
    with template.only_if("unplaced"):
        template.line("Not on a meeting yet", "Heading 2")
        template.table(("Ref.", *PROGRAMME[1:]), widths, "unplaced", cells)


def schedule(template: Template, rows: str) -> None:
    """Appendix B: informal meetings and visits."""
    cells = (
        "{{ row.number }}",
        "{{ row.title }}\n{{ row.when }}\n{%p if row.detail %}\n{{ row.detail }}\n{%p endif %}",
        "{{ row.organisers }}",
    )
    template.table(("No.", "Report/Item", "Organiser"), (1.4, 10.4, 5.6), rows, cells)


def report(template: Template) -> None:
    """The work programme report with both appendices."""
    template.facts("facts")
    template.each("text", "purpose", ("{{ text }}", "Normal"))
    template.line("What has changed", "Heading 1")
    template.line("{{ opening }}")
    template.each("change", "changes", ("{{ change }}", "List Bullet"))
    template.line("Recommendations", "Heading 1")
    template.line("That the committee:")
    template.each("row", "recommendations", ("{{ row.number }}\t{{ row.text }}", "Numbered"))
    with template.for_each("section", "sections"):
        template.line("{{ section.number }}. {{ section.heading }}", "Heading 1")
        with template.for_each("paragraph", "section.paragraphs"):
            for test, style in (("paragraph.asked", "Asked"), ("not paragraph.asked", "Numbered")):
                with template.only_if(test):
                    template.line("{{ paragraph.number }}\t{{ paragraph.text }}", style)
            template.each("point", "paragraph.points", ("{{ point }}", "List Bullet 2"))
    with template.only_if("closing"):
        template.line("About this report", "Heading 1")
        template.facts("closing")
    template.new_page()
    template.line("Appendix A: work programme {{ year }}", "Heading 1")
    programme(template, "appendix_a")
    with template.only_if("appendix_b"):
        template.new_page()
        template.line("Appendix B: informal meetings and visits {{ year }}", "Heading 1")
        schedule(template, "appendix_b")


def appendix_a(template: Template) -> None:
    """Appendix A by itself."""
    programme(template, "meetings")


def appendix_b(template: Template) -> None:
    """Appendix B by itself."""
    schedule(template, "rows")


def tracker(template: Template) -> None:
    """The action tracker, on wide pages."""
    template.line("{{ overdue }}")
    widths = (1.5, 3.4, 5.8, 4.4, 3.6, 4.4, 3.4)
    with template.only_if("actions"):
        template.line("Actions", "Heading 1")
        names = ("ref", "minute", "task", "owner", "due", "standing", "answered_by")
        heads = ("Ref.", "Minute", "What was asked", "Of whom", "Due", "Where it stands", "Answered by")
        template.table(heads, widths, "actions", tuple(BLANK % f"row.{name}" for name in names))
    with template.only_if("recommendations"):
        template.line("Recommendations", "Heading 1")
        names = ("ref", "minute", "text", "owner", "next_update", "state", "views")
        heads = ("Ref.", "Minute", "Recommendation", "To, led by", "Next update", "State", "Views")
        template.table(heads, widths, "recommendations", tuple(BLANK % f"row.{name}" for name in names))


def front_sheet(template: Template) -> None:
    """The front sheet of an agenda."""
    template.facts("facts")
    template.table(("Member", "Substitute"), (8.7, 8.7), "members", ("{{ row.member }}", "{{ row.substitute }}"))
    for title, of in (("Also on the committee", "others"), ("Committee officers", "officers")):
        with template.only_if(of):
            template.line(title, "Heading 1")
            template.each("name", of, ("{{ name }}", "List Bullet"))
    template.each("text", "note", ("{{ text }}", "Normal"))
    template.line("Agenda items", "Heading 1")
    names = ("number", "title", "report_of", "pages")
    cells = tuple(BLANK % f"row.{name}" for name in names)
    template.table(("No.", "Item", "Report of", "Pages"), (1.4, 8.4, 5.6, 2.0), "agenda", cells)


def brief(template: Template) -> None:
    """The chair's brief."""
    template.line("{{ where }}")
    template.line("On the agenda", "Heading 1")
    with template.for_each("item", "items"):
        template.line("{{ item.number }} {{ item.title }}", "Heading 2")
        template.each("fact", "item.facts", ("{{ fact }}", "Normal"))
        with template.only_if("item.asked"):
            template.line("What was asked that comes back here:")
            template.each("line", "item.asked", ("{{ line }}", "List Bullet"))
    lists = {
        "overdue": "Overdue",
        "unplaced": "Asked for, with no place and no answer",
        "updates": "Updates owed on recommendations",
        "carried": "Carried over, and still to be settled",
        "open": "Everything else that is open",
    }
    for of, title in lists.items():
        template.line(title, "Heading 1")
        template.each("line", of, ("{{ line }}", "List Bullet"))
        with template.only_if(f"not {of}"):
            template.line("None.")
    template.line("Forward plan", "Heading 1")
    template.line("{{ plan }}")
    template.each("line", "decisions", ("{{ line }}", "List Bullet"))


PAPERS = {
    "report": report,
    "appendix-a": appendix_a,
    "appendix-b": appendix_b,
    "tracker": tracker,
    "front-sheet": front_sheet,
    "brief": brief,
}


def make(folder: Path) -> list[Path]:
    """Write every template into a folder."""
    for name, write in PAPERS.items():
        template = Template(wide=name == "tracker")
        template.head()
        write(template)
        template.save(folder / f"{name}.docx")
    return [folder / f"{name}.docx" for name in PAPERS]


if __name__ == "__main__":
    WORD.mkdir(exist_ok=True)
    print(*make(WORD), sep="\n")
