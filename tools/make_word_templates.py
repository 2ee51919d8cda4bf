"""Make the Word templates that are shipped: ``python -m tools.make_word_templates``.

A template is an ordinary Word document with placeholders such as ``{{ committee }}``; docs/papers.md lists them. Rows
and paragraphs that come once for each of something stand between ``{%tr for … %}`` or ``{%p for … %}`` and its end.
"""

from pathlib import Path

from tools.word_template import Template

WORD = Path(__file__).resolve().parent.parent / "papers" / "writing" / "word"
PROGRAMME = ("No.", "Report/Item", "Report author/organiser")
WIDTHS = (1.1, 8.5, 7.8)
BLANK = "{{ %s }}"


def programme(template: Template, meetings: str) -> None:
    """Appendix A: a table a meeting, and what is on none yet."""
    cells = ("{{ row.number }}", "{{ row.title }}", "{{ row.authors }}")
    with template.for_each("meeting_table", meetings):
        template.line("{{ meeting_table.heading }}", "Heading 2")
        template.table(PROGRAMME, WIDTHS, "meeting_table.rows", cells, whole=True)
    with template.only_if("unplaced"):
        template.line("Not on a meeting yet", "Heading 2")
        template.table(("Ref.", *PROGRAMME[1:]), WIDTHS, "unplaced", cells)


def schedule(template: Template, rows: str) -> None:
    """Appendix B: informal meetings and visits."""
    cells = (
        "{{ row.number }}",
        "{{ row.title }}\n{{ row.when }}\n{%p if row.detail %}\n{{ row.detail }}\n{%p endif %}",
        "{{ row.organisers }}",
    )
    template.table(("No.", "Report/Item", "Organiser"), WIDTHS, rows, cells)


def report(template: Template) -> None:
    """The work programme report with both appendices."""
    template.facts("facts")
    template.each("text", "purpose", ("{{ text }}", "Normal"))
    template.line("What has changed", "Heading 1")
    template.line("{{ opening }}")
    template.each("change", "changes", ("{{ change }}", "List Bullet"))
    template.line("Recommendations", "Heading 1")
    template.line("That the committee:")
    template.each("row", "recommendations", ("{{ row.number }}\t{{ row.text }}", "Recommendation"))
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
    template.on_new_page("Appendix A: work programme {{ year }}")
    programme(template, "appendix_a")
    with template.only_if("appendix_b"):
        template.on_new_page("Appendix B: informal meetings and visits {{ year }}")
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
    template.line("Members", "Heading 1")
    template.table(("Member", "Substitute"), (8.7, 8.7), "members", ("{{ row.member }}", "{{ row.substitute }}"))
    _list_if_any(template, "others", "Also on the committee")
    _list_if_any(template, "officers", "Committee officers")
    template.each("text", "note", ("{{ text }}", "Normal"))
    template.line("Items of business", "Heading 1")
    names = ("number", "title", "report_of", "pages")
    cells = tuple(BLANK % f"row.{name}" for name in names)
    template.table(("No.", "Item", "Report of", "Pages"), (1.4, 8.4, 5.6, 2.0), "agenda", cells, whole=True)


def _list_if_any(template: Template, of: str, title: str) -> None:
    """A heading and a list, where there is something in it."""
    with template.only_if(of):
        template.line(title, "Heading 1")
        template.each("line", of, ("{{ line }}", "List Bullet"))


def brief(template: Template) -> None:
    """The chair's brief."""
    template.line("{{ where }}")
    template.line("On the agenda", "Heading 1")
    with template.for_each("item", "items"):
        template.line("{{ item.number }} {{ item.title }}", "Heading 2")
        template.line("{% for fact in item.facts %}{{ fact }}{% if not loop.last %}. {% endif %}{% endfor %}")
        lists = {
            "asked": "What was asked that comes back here:",
            "to_show": "What the committee asked to see in the report:",
        }
        for of, lead in lists.items():
            with template.only_if(f"item.{of}"):
                template.line(lead, "Lead")
                template.each("line", f"item.{of}", ("{{ line }}", "List Bullet"))
    with template.only_if("not items"):
        template.line("Nothing is planned for this meeting yet.")
    lists = {
        "overdue": "Overdue",
        "unplaced": "Asked for, with no place and no answer",
        "updates": "Updates owed on recommendations",
        "carried": "Carried over, and still to be settled",
    }
    for of, title in lists.items():
        template.line(title, "Heading 1")
        template.each("line", of, ("{{ line }}", "List Bullet"))
        with template.only_if(f"not {of}"):
            template.line("None.")
    _list_if_any(template, "written", "Written answers still to come")
    template.line("Forward plan", "Heading 1")
    template.line("{{ plan }}")
    template.each("line", "decisions", ("{{ line }}", "List Bullet"))
    _list_if_any(template, "open", "Everything else that is open")


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
