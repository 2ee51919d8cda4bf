"""The part of a web page that is the paper: menus, banners, breadcrumbs and footers are taken out of it."""

from __future__ import annotations

import re
from typing import Any

_ALWAYS = {"nav", "aside", "dialog"}
_ROUND = {"header", "footer"}
_ROLES = {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "complementary"}
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|crumbs?|nav(?:bar|igation)?|(?:sub|main|top|side)?-?menu|skip|side-?bar|social"
    r"|share|foot(?:er)?|mast-?head|(?:site|page|global)-?header|banner|pagination|toolbar|log-?in|search|feedback"
    r"|back-?to-?top)(?:$|[\s_-])|cookie|breadcrumb|skiplink|SubMenu|mgFooter|sitefooter",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MAIN = ("main-content", "maincontent", "main", "content", "page-content", "mgmaincontent", "main_content", "modgov")
_SHARE = 0.4  # an element with more of the page's words than this is the page itself, whatever it is called
_ENOUGH = 0.3  # of the page's words; what calls itself the main part and has fewer is not


def main_content(root: Any) -> Any:
    """The element that holds the paper; what stands round it is removed from the tree."""
    weights = _weights(root)
    body = root.find("body") if root.tag == "html" else root
    body = root if body is None else body
    for element in list(body.iterdescendants()):
        if isinstance(element.tag, str) and weights[element] < _SHARE * weights[body] and _is_furniture(element):
            _remove(element)
    weights = _weights(body)
    for element in _candidates(body):
        if weights[element] >= _ENOUGH * weights[body]:
            return element
    return body


def _weights(root: Any) -> dict[Any, int]:
    """How many characters of text every element holds."""
    weights: dict[Any, int] = {}
    for element in reversed(list(root.iter())):
        own = len(element.text or "") if element.tag not in ("script", "style") else 0
        weights[element] = own + sum(weights.get(child, 0) + len(child.tail or "") for child in element)
    return weights


def _is_furniture(element: Any) -> bool:
    if element.tag in _ALWAYS or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    if element.tag in ("td", "tr", "tbody", "body", "main", "article", "h1", "li", "p"):
        return False
    named = element.tag in _ROUND or (element.get("role") or "").lower() in _ROLES
    if not named:
        named = _NAMES.search(f"{element.get('id') or ''} {element.get('class') or ''}") is not None
    return named and not _within_paper(element) and next(element.iterdescendants("h1", "main"), None) is None


def _within_paper(element: Any) -> bool:
    return element.tag in _ROUND and any(above.tag in ("main", "article") for above in element.iterancestors())


def _remove(element: Any) -> None:
    """Take an element out, the text after it left where it was."""
    above = element.getparent()
    if above is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        above.text = (above.text or "") + element.tail
    above.remove(element)


def _candidates(body: Any) -> list[Any]:
    """What may be the main part of a page, the surest first."""
    tagged = list(body.iterdescendants("main"))
    roles = [each for each in body.iterdescendants() if each.get("role") == "main"]
    ids = [each for each in body.iterdescendants() if (each.get("id") or "").lower() in _MAIN]
    articles = list(body.iterdescendants("article"))
    return [*tagged[:1], *roles[:1], *ids[:3], *(articles if len(articles) == 1 else [])]
