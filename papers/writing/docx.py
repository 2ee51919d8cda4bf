"""A paper as a Word document, by filling a template: the one that is shipped, or the council's own."""

import hashlib
import io
import re
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree

from papers.reading.errors import NotAPaper
from papers.reading.zipped import opened
from papers.writing.kinds import paper_of
from papers.writing.paper import Paper, placeholders, printable
from papers.writing.placeholders import NotPlain, PlainTemplates
from papers.writing.sample import BARE, FULL

WORD = Path(__file__).parent / "word"
MOST_TITLE = 255  # of the property of a Word document
_LINKS = ("hyperlink",)


class TemplateBroken(ValueError):
    """A Word template that cannot be filled; the message is one line that says what to mend."""


def default_template(kind: str) -> bytes:
    """The template that is shipped for a paper."""
    return (WORD / f"{kind}.docx").read_bytes()


def docx_of(paper: Paper, template: bytes) -> bytes:
    """The paper as a Word document. Raises ``TemplateBroken`` where the template cannot be filled."""
    return _filled(paper, placeholders(paper), template)


def _filled(paper: Paper, facts: dict[str, Any], template: bytes) -> bytes:
    try:
        word = _WellFormed(io.BytesIO(template))
        word.render(facts, PlainTemplates(), autoescape=True)
        _name(word.docx.core_properties, paper)
        filled = io.BytesIO()
        word.save(filled)
        Document(io.BytesIO(filled.getvalue()))
    except Exception as error:  # a template from outside may be broken in any way
        raise TemplateBroken(_why(error)) from error
    return filled.getvalue()


class _WellFormed(DocxTemplate):  # type: ignore[misc]
    """A template whose loops begin and end alike: the library would mend the others, by leaving words out."""

    def fix_tables(self, xml: str) -> Any:
        """Set the widths of tables. Raises ``lxml.etree.XMLSyntaxError`` where a loop cut the document up."""
        etree.fromstring(xml)
        return super().fix_tables(xml)


def _name(properties: Any, paper: Paper) -> None:
    """Say in the properties of a document what it is and whose: templates fill them with escaped text, so not there."""
    properties.title = printable(f"{paper.title}, {paper.committee}")[:MOST_TITLE]
    properties.author = printable(paper.council)[:MOST_TITLE]


def check_template(kind: str, template: bytes) -> None:
    """Fill a template of a paper with everything there can be, twice of each, and with nothing.

    Raises ``TemplateBroken``, in one line that says what to mend.
    """
    _check_is_plain(template)
    full = paper_of(kind, FULL)
    docx_of(paper_of(kind, BARE), template)
    if _words(_filled(full, _twice(placeholders(full)), template)) == _words(template):
        raise TemplateBroken("The template has no placeholder, such as {{ committee }}, so every paper would be alike.")


def _twice(facts: Any) -> Any:
    if isinstance(facts, dict):
        return {name: _twice(value) for name, value in facts.items()}
    return [_twice(part) for part in facts] * 2 if isinstance(facts, list) else facts


def sha256_of(content: bytes) -> str:
    """The hash by which a template is known."""
    return hashlib.sha256(content).hexdigest()


def _check_is_plain(template: bytes) -> None:
    """A Word document without macros and without parts that it fetches from elsewhere."""
    try:
        with opened(template, name="The template") as archive:
            names = archive.namelist()
            linked = [_linked(archive.read(name)) for name in names if name.endswith(".rels")]
    except (NotAPaper, zipfile.BadZipFile, OSError) as error:
        raise TemplateBroken(f"This is not a Word document. Save it in Word as a .docx. {error}") from error
    if "word/document.xml" not in names:
        raise TemplateBroken("This is not a Word document. Save it in Word as a .docx.")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise TemplateBroken("The template has macros. Save it in Word as a Word document without macros (.docx).")
    if any(linked):
        raise TemplateBroken("The template takes a picture or another part from elsewhere. Put it into the document.")


def _linked(relations: bytes) -> bool:
    """Whether relations name a part outside of the document, other than something to click on."""
    found = re.findall(rb"<Relationship\b[^>]*>", relations)
    outside = [relation for relation in found if b'TargetMode="External"' in relation]
    return any(not any(f"/{link}".encode() in relation for link in _LINKS) for relation in outside)


def _words(word: bytes) -> str:
    root: Any = Document(io.BytesIO(word)).element.body
    return "".join(root.itertext())


def _why(error: Exception) -> str:
    if isinstance(error, UndefinedError):
        named = re.search(r"'([^']+)' is undefined|has no attribute '([^']+)'", str(error))
        name = next((part for part in named.groups() if part), "") if named else ""
        return f"The template has the placeholder “{name}”, which this paper does not have. Correct or remove it."
    if isinstance(error, NotPlain):
        return f"The template cannot be used: {error}."
    if isinstance(error, SecurityError):
        return "The template reaches for more than the facts of the paper. Use the placeholders of the guide."
    if isinstance(error, TemplateSyntaxError):
        return f"The template has a mistake {_near(error)}: {error.message}."
    if isinstance(error, etree.XMLSyntaxError):
        return "A loop or condition begins in one paragraph, cell or row and ends in another. Begin and end it alike."
    return "The template cannot be filled. Save it again in Word as a .docx, or begin anew from the shipped one."


def _near(error: TemplateSyntaxError) -> str:
    """Words of the template beside a mistake."""
    lines = [line.strip() for line in getattr(error, "docx_context", ()) if line.strip()]
    braced = [line for line in lines if "{" in line]
    return f"near “{(braced or lines)[0][:60]}”" if lines else "in a placeholder"
