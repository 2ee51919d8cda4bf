"""What the library leaves open in the tags of a PDF: which way a header heads, and that a running foot is no content.

PDF/UA-1 (ISO 14289-1) wants both: headers tied to their cells (7.5), and what runs on every page an artifact (7.8).
"""

from collections.abc import Iterator
from typing import Any

Objects = dict[bytes, Any]


def finish(document: Any, pdf: Any) -> None:
    """Complete the tags of a PDF before it is written; the library calls this."""
    objects: Objects = {each.reference: each for each in pdf.objects}
    root = objects[pdf.catalog["StructTreeRoot"]]
    in_tree = {element.reference: element for element in _within(root, objects)}
    for element in in_tree.values():
        if element["S"] == "/TH":
            element["A"]["Scope"] = "/Column" if _group_of(element, objects)["S"] == "/THead" else "/Row"
    numbered = objects[root["ParentTree"]]["Nums"]
    owners = dict(zip(numbered[::2], numbered[1::2], strict=True))
    for page in (each for each in objects.values() if isinstance(each, dict) and each.get("Type") == "/Page"):
        _set_feet_apart(objects[page["Contents"]].stream, owners[page["StructParents"]], in_tree)


def _within(element: Any, objects: Objects) -> Iterator[Any]:
    for kid in element.get("K", ()):
        child = objects.get(kid) if isinstance(kid, bytes) else None
        if isinstance(child, dict) and "S" in child:
            yield child
            yield from _within(child, objects)


def _group_of(cell: Any, objects: Objects) -> Any:
    """The part of its table that a cell stands in."""
    return objects[objects[cell["P"]]["P"]]


def _set_feet_apart(stream: list[Any], owners: list[Any], in_tree: Objects) -> None:
    """Mark as artifacts what a page holds and the tree of tags does not: its foot."""
    feet = {number for number, owner in enumerate(owners) if owner not in in_tree}
    for number in feet:
        owners[number] = b"null"
    for place, part in enumerate(stream):
        if isinstance(part, dict) and part.get("MCID") in feet:
            stream[place - 1 : place + 1] = ["/Artifact", type(part)({"Type": "/Pagination"})]
