# ruff: noqa: E501 - a pattern reads better whole than broken
"""The part of a web page that is the paper: menus, banners, breadcrumbs and footers are taken out of it."""

from __future__ import annotations

import itertools
import re
from typing import Any

_ALWAYS = {"nav", "aside", "dialog"}
_ROUND = {"header", "footer"}
_ROLES = {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "complementary"}
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|crumbs?|trail|(?:sub|main|top|side|left|right|site|primary|secondary|section)?-?(?:nav(?:bar|igation)?|menu|links)|skip"
    r"|(?:left|right|side)-?(?:col(?:umn)?|bar|panel|rail|pane|block)|side|related|aside|social|share|feedback|rating|foot(?:er)?|mast-?head|(?:site|page|global)-?header|banner|pagination|toolbar|log-?in|search|feedback"
    r"|back-?to-?top)(?:$|[\s_-])|cookie|breadcrumb|skiplink|SubMenu|mgFooter|sitefooter",
    re.I,
)
_ASIDES = re.compile(
    r"(?:related|useful|quick|popular) (?:pages|links|information|items|content|documents|services|topics)|(?:more|other) (?:pages|links)|related|see also|you (?:may|might) (?:also )?(?:be interested in|like)"
    r"|in this section|on this (?:page|site)|(?:share|print|rate|comment on) this page.*|filter by .*|browse .*|quick links|navigation|menu|follow us|contact us|stay connected|sign up.*|subscribe.*"
    r"|(?:was|is|did|how|have|do|could) (?:this|you|we|useful).*\?|other meetings.*|(?:previous|next|recent|upcoming|forthcoming) meetings?|cookies.*|find out more",
    re.I,
)  # heads what stands beside the paper on a page
_MENU = ("ul", "ol", "form", "p")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
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
    for heading in [each for each in body.iterdescendants(*_HEADINGS) if _ASIDES.fullmatch(_words(each))]:
        _remove_aside(heading, _SHARE * weights[body], weights)
    for menu in _menus(body):
        _remove(menu)
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
    if element.tag == "form" and "search" in (element.get("action") or "").lower():
        return True
    named = element.tag in _ROUND or (element.get("role") or "").lower() in _ROLES
    if not named:
        named = _NAMES.search(f"{element.get('id') or ''} {element.get('class') or ''}") is not None
    return named and not _within_paper(element) and next(element.iterdescendants("h1", "main"), None) is None


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _remove_aside(heading: Any, most: float, weights: dict[Any, int]) -> None:
    """Take out a heading of what stands beside the paper, and what stands under it to the next heading."""
    after = []
    for element in heading.itersiblings():
        if (
            element.tag in _HEADINGS
            or element.tag == "table"
            or next(element.iterdescendants("table", "h1"), None) is not None
        ):
            break
        after.append(element)
    if sum(weights.get(element, 0) for element in after) < most:
        for element in (heading, *after):
            _remove(element)


def _menus(body: Any) -> list[Any]:
    """The elements above the title of a page that hold nothing but links: menus, whatever they are called."""
    if next(body.iterdescendants("h1"), None) is None:
        return []
    above = list(itertools.takewhile(lambda each: each.tag != "h1", body.iterdescendants()))
    held = {each for each in above if each.tag in _MENU and each.getparent().tag not in _MENU}
    titled: set[Any] = set()
    for title in body.iterdescendants("h1", "h2", "table"):
        titled.update(itertools.takewhile(lambda each: each not in titled, title.iterancestors()))
    return [each for each in held - titled if _only_links(each)]


def _only_links(element: Any) -> bool:
    links = list(itertools.islice(element.iterdescendants("a"), 200))
    return len(links) >= 3 and sum(len(_words(link)) for link in links) >= 0.8 * len(_words(element))


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
