"""A Word template while it is written: its styles and its foot; placeholders, loops and tables, one under the other."""

import datetime as dt
import zipfile
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table

FONT, SHADE = "Arial", "EEEFEF"
INK, QUIET = RGBColor(0x0B, 0x0C, 0x0C), RGBColor(0x48, 0x49, 0x49)
MADE = dt.datetime(2023, 9, 19)
OWN_STYLES = {
    # size in points, bold, space before and after in points
    "Council": (11, False, 0, 2),
    "Committee": (11, True, 0, 10),
    "Edition": (10, False, 0, 12),
    "Lead": (11, False, 0, 3),
    "Recommendation": (11, False, 0, 4),
    "Numbered": (11, False, 0, 6),
    "Asked": (11, True, 0, 6),
    "Table text": (10, False, 3, 3),
    "Table head": (10, True, 3, 3),
    "Table end": (4, False, 0, 6),
    "Foot": (8, False, 0, 0),
}
STYLES = {
    "Normal": (11, False, 0, 6),
    "Title": (20, True, 0, 4),
    "Heading 1": (14, True, 16, 4),
    "Heading 2": (12, True, 12, 4),
    "List Bullet": (11, False, 0, 4),
    "List Bullet 2": (11, False, 0, 4),
}


class Template:
    """A template while it is written: placeholders, loops and tables, one under the other."""

    def __init__(self, *, wide: bool = False) -> None:
        self.word = Document()
        self._set_page(wide)
        self._set_styles()
        self._set_language()
        self._foot(Cm(26.5 if wide else 17.4))
        properties = self.word.core_properties
        properties.author, properties.title, properties.language = "", "", "en-GB"
        properties.comments, properties.created, properties.modified = "", MADE, MADE

    def head(self) -> None:
        """Council, committee, title, and which edition of which meeting."""
        self.line("{{ council }}", "Council")
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

    def table(
        self, heads: tuple[str, ...], widths: tuple[float, ...], of: str, cells: tuple[str, ...], *, whole: bool = False
    ) -> None:
        """A table with a header that is repeated on each page, and a row for every one of a list called ``row``.

        ``whole``: it stands on one page where it fits on one.
        """
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
        if whole:
            for paragraph in (each for row in table.rows for cell in row.cells for each in cell.paragraphs):
                paragraph.paragraph_format.keep_with_next = True
        self.line("", "Table end")

    def facts(self, of: str) -> None:
        """A box of facts with their labels."""
        self.table((), (5.4, 12.0), of, ("{{ row.label }}", "{{ row.value }}"), whole=True)
        for row in self.word.tables[-1].rows:
            row.cells[0].paragraphs[0].style = "Table head"
            _shade(row.cells[0])

    def on_new_page(self, text: str) -> None:
        """A heading that begins a new page."""
        self.line(text, "Heading 1")
        self.word.paragraphs[-1].paragraph_format.page_break_before = True

    def save(self, path: Path) -> None:
        """Keep the template, with the same bytes each time."""
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
        for name in OWN_STYLES:
            styles.add_style(name, 1).base_style = styles["Normal"]
        for name, look in (STYLES | OWN_STYLES).items():
            _look(styles[name], *look)
        for name in ("Council", "Edition", "Foot"):
            styles[name].font.color.rgb = QUIET
        for name in ("Lead", "Numbered", "Heading 1", "Heading 2"):
            styles[name].paragraph_format.keep_with_next = True
        for name in ("Recommendation", "Asked", "Numbered"):
            _hang(styles[name], 0, 1.25)
        styles["List Bullet 2"].paragraph_format.left_indent = Cm(1.9)
        for name in ("Recommendation", "Asked", "Numbered", "List Bullet", "List Bullet 2"):
            styles[name].paragraph_format.keep_together = True
        _no_border(styles["Title"])

    def _set_language(self) -> None:
        """English as it is spoken here, and a document of today's Word rather than of an earlier one."""
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "en-GB")
        self.word.styles["Normal"].element.get_or_add_rPr().append(language)
        for default in self.word.styles.element.xpath("w:docDefaults//w:lang"):
            default.set(qn("w:val"), "en-GB")
        for setting in self.word.settings.element.xpath("//w:compatSetting[@w:name='compatibilityMode']"):
            setting.set(qn("w:val"), "15")

    def _foot(self, width: Cm) -> None:
        paragraph = self.word.sections[0].footer.paragraphs[0]
        paragraph.style = self.word.styles["Foot"]
        paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run("{{ title }}. {{ edition }}\tPage ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" of ")
        _field(paragraph, "NUMPAGES")


class _Between:
    def __init__(self, template: Template, first: str, last: str) -> None:
        self.template, self.first, self.last = template, first, last

    def __enter__(self) -> None:
        self.template.line(self.first)

    def __exit__(self, *raised: object) -> None:
        self.template.line(self.last)


def _field(paragraph, name: str) -> None:
    """What Word counts, such as the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def _hang(style, label: float, text: float) -> None:
    """Set a label, such as a number or a bullet, beside its text, both in centimetres from the margin."""
    form = style.paragraph_format
    form.left_indent, form.first_line_indent = Cm(text), Cm(label - text)
    form.tab_stops.add_tab_stop(Cm(text))


def _look(style, size: int, bold: bool, before: int, after: int) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.1
    for even in style.element.xpath("w:pPr/w:contextualSpacing"):
        even.getparent().remove(even)
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, False
    style.font.color.rgb = INK
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
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
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
