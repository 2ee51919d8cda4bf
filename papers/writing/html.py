"""A paper as plain HTML: headings, paragraphs, lists and tables with their headers, and every text escaped."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from papers.writing.html_papers import body_of
from papers.writing.paper import Paper, printable

STYLES = (Path(__file__).parent / "look" / "paper.css").read_text(encoding="utf-8")


def article_of(paper: Paper) -> str:
    """The paper as an article for a page that has the styles of papers; its title is the heading of the page."""
    return body_of(paper)


def page_of(paper: Paper) -> str:
    """The paper as a page of its own, with its styles in it and nothing from elsewhere."""
    title = escape(printable(f"{paper.title}, {paper.committee}"))
    told = {"author": paper.council, "description": f"{paper.title}. {paper.edition}", "generator": "Scrutiny"}
    return "\n".join(_page(title, told, body_of(paper)))


def _page(title: str, told: dict[str, str], body: str) -> Iterable[str]:
    yield '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    for name, content in told.items():
        yield f'<meta name="{name}" content="{escape(printable(content))}">'
    yield f"<style>\n{STYLES}</style>\n</head>"
    yield f'<body class="paper-page">\n<main>\n{body}\n</main>\n</body>\n</html>\n'
