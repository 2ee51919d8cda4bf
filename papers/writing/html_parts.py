"""The parts of a paper in HTML. Every text that comes in is escaped here, and nowhere else."""

from collections.abc import Iterable
from html import escape

from papers.writing.paper import Fact, printable


def text(words: str) -> str:
    """A text for a place between tags: escaped, its lines kept."""
    return escape(printable(words)).replace("\n", "<br>")


def heading(level: int, words: str, *, new_page: bool = False) -> str:
    """A heading, of 1 to 3."""
    return f"<h{level}{_class('paper__page' if new_page else '')}>{text(words)}</h{level}>"


def paragraph(words: str, look: str = "", *, label: str = "") -> str:
    """A paragraph, with its label, such as its number, set beside it."""
    return f"<p{_class(look)}>{_label(label)}{text(words)}</p>" if words else ""


def paragraphs(words: Iterable[str]) -> str:
    """Paragraphs one after the other."""
    return "\n".join(paragraph(each) for each in words)


def together(*parts: str) -> str:
    """Parts that stand on one page where they fit on one."""
    return f'<section class="paper__together">{"".join(parts)}</section>'


def bullets(points: Iterable[str]) -> str:
    """A list; nothing where there is nothing in it."""
    items = "".join(f"<li>{text(point)}</li>" for point in points)
    return f"<ul>{items}</ul>" if items else ""


def labelled(rows: Iterable[tuple[str, str]]) -> str:
    """A list whose labels are given, such as recommendations."""
    items = "".join(f"<li>{_label(label)}{text(words)}</li>" for label, words in rows)
    return f'<ul class="paper__recommendations">{items}</ul>'


def table(
    columns: Iterable[tuple[str, str]], rows: Iterable[Iterable[str]], *, caption: str = "", title_at: int = 1
) -> str:
    """A table under its caption: columns are names, each with the class that sets its width.

    ``title_at``: the column that says what its row is about, and so is the row's header.
    """
    head = "".join(f'<th scope="col"{_class(look)}>{text(name)}</th>' for name, look in columns)
    told = f"<caption>{text(caption)}</caption>" if caption else ""
    body = "".join(f"<tr>{_cells(row, title_at)}</tr>" for row in rows)
    return f"<table>{told}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def facts(rows: Iterable[Fact]) -> str:
    """A box of facts, each with its label."""
    body = "".join(f'<tr><th scope="row">{text(fact.label)}</th><td>{text(fact.value)}</td></tr>' for fact in rows)
    return f'<table class="paper__facts"><tbody>{body}</tbody></table>'


def _cells(row: Iterable[str], title_at: int) -> str:
    return "".join(
        f'<th scope="row">{text(cell)}</th>' if place == title_at else f"<td>{text(cell)}</td>"
        for place, cell in enumerate(row)
    )


def _label(label: str) -> str:
    return f'<span class="paper__label">{text(label)} </span>' if label else ""


def _class(look: str) -> str:
    return f' class="{look}"' if look else ""
