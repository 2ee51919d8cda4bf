"""Word templates: those that are shipped, and what a council's own may and may not say."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document

from papers.writing.docx import TemplateBroken, check_template, default_template, docx_of
from papers.writing.guide import placeholders_of
from papers.writing.kinds import KINDS, paper_of
from papers.writing.sample import FULL
from tools.make_word_templates import make

GUIDE = (Path(__file__).parents[2] / "docs" / "papers.md").read_text()


def template(*lines, rows=()):
    """A template with these paragraphs, and a table of one column with these rows."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if rows:
        table = document.add_table(rows=len(rows), cols=1)
        for row, text in zip(table.rows, rows, strict=True):
            row.cells[0].text = text
    return saved(document)


def saved(document):
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def with_part(name, content, *, instead_of=b"", kind="tracker"):
    """The shipped template with another part, or with something else in a part."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(default_template(kind))) as was, zipfile.ZipFile(kept, "w") as now:
        for part in was.namelist():
            told = was.read(part)
            now.writestr(part, told.replace(instead_of, content) if part == name and instead_of else told)
        if not instead_of:
            now.writestr(name, content)
    return kept.getvalue()


def lines_of(word):
    return [paragraph.text for paragraph in Document(io.BytesIO(word)).paragraphs if paragraph.text]


@pytest.mark.parametrize("kind", KINDS)
def test_shipped_template_can_be_filled(kind):
    check_template(kind, default_template(kind))
    assert lines_of(docx_of(paper_of(kind, FULL), default_template(kind))) != lines_of(default_template(kind))


def test_shipped_templates_are_those_the_tool_makes(tmp_path):
    for path in make(tmp_path):
        with zipfile.ZipFile(path) as made, zipfile.ZipFile(io.BytesIO(default_template(path.stem))) as shipped:
            assert [made.read(name) for name in made.namelist()] == [shipped.read(name) for name in shipped.namelist()]


def test_template_of_a_council_is_filled_with_its_own_words_and_order():
    own = template(
        "{{ council }}: {{ title }}", "{%p for change in changes %}", "- {{ change }}", "{%p endfor %}",
        "{% if not unplaced %}All placed{% else %}Some wait{% endif %}",
    )  # fmt: skip
    check_template("report", own)
    assert lines_of(docx_of(paper_of("report", FULL), own)) == [
        "Your council: Work programme 2023/24 and forward plan",
        "- Moved: Flood plan, from 6 June 2023 to 26 September 2023. Reason: More time was needed.",
        "Some wait",
    ]


def test_placeholder_that_word_broke_into_runs_is_still_found():
    document = Document()
    paragraph = document.add_paragraph("{{ coun")
    paragraph.add_run("cil ").bold = True
    paragraph.add_run("}}")
    assert lines_of(docx_of(paper_of("report", FULL), saved(document))) == ["Your council"]


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (template("{{ committe }}"), "placeholder “committe”, which this paper does not have"),
        (
            template("{{ committee }}", "{%p for row in recommendations %}", "{{ row.txt }}", "{%p endfor %}"),
            "“txt”",
        ),
        (template("{{ committee"), "has a mistake"),
        (template("{%p for change in changes %}", "{{ change }}"), "has a mistake"),
        (template("Nothing to fill in"), "has no placeholder"),
        (template("{{ committee }}", rows=("{%tr for row in changes %}", "{%p endfor %}")), "begins in one paragraph"),
        (template("{{ committee.upper() }}"), "a call with brackets"),
        (template("{{ committee|upper }}"), "a filter"),
        (template("{% set a = 1 %}{{ committee }}"), "{% set %}"),
        (template("{{ 'a' * 1000000000 }}"), "“mul”"),
        (template("{{ committee.__class__ }}"), "The template"),
        (template("{% for a in 'abc' %}{{ a }}{% endfor %}"), "over something that is no list"),
        (template("".join(f"{{% for a{n} in changes %}}" for n in range(5)) + "{% endfor %}" * 5), "more than 4 deep"),
        (template("{% include 'x' %}"), "“include”"),
        (b"Dear diary", "not a Word document"),
        (b"", "not a Word document"),
        (default_template("report")[:2_000], "not a Word document"),
        (with_part("word/vbaProject.bin", b"x"), "has macros"),
        (
            with_part(
                "word/_rels/document.xml.rels",
                b'<Relationship Id="rId99" Type="http://x/attachedTemplate" Target="https://x.example/t.dotm" '
                b'TargetMode="External"/></Relationships>',
                instead_of=b"</Relationships>",
            ),
            "from elsewhere",
        ),
        (with_part("word/document.xml", b"<w:broken", instead_of=b"<w:body"), "begins in one paragraph"),
    ],
)
def test_template_that_cannot_be_used_is_refused_in_one_clear_line(made, says):
    with pytest.raises(TemplateBroken) as broken:
        check_template("report", made)
    assert says in str(broken.value)
    assert ("\n" in str(broken.value), len(str(broken.value)) <= 300) == (False, True)


def test_bomb_is_refused_before_it_is_unpacked():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 60_000_000)
    with pytest.raises(TemplateBroken, match="unpacks to far more"):
        check_template("report", kept.getvalue())


def named_in_template(kind):
    """The names that the shipped template fills in: alone, or of one of a list."""
    with zipfile.ZipFile(io.BytesIO(default_template(kind))) as archive:
        told = re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode())
    loops = set(re.findall(r"for (\w+) in", told))
    return {name.rpartition(".")[2] for name in re.findall(r"\{\{ ?([\w.]+) ?\}\}", told) if name not in loops}


def names_of(kind):
    return {name for each in placeholders_of(kind) for name in (each.name.rpartition(".")[2], *each.each)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_placeholder_of_a_shipped_template_is_told(kind):
    assert named_in_template(kind) - names_of(kind) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_placeholder_is_in_the_document(kind):
    assert names_of(kind) - set(re.findall(r"`(?:\w+\.)?(\w+)`", GUIDE)) == set()


def test_lists_within_lists_are_told_under_their_name():
    told = [(each.name, each.many, each.each) for each in placeholders_of("brief")]
    assert ("items", True, ("number", "title", "facts", "asked", "to_show")) in told
    assert ("item.asked", True, ()) in told
    assert ("where", False, ()) in told
