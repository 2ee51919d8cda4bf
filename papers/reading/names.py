# ruff: noqa: E501 - a pattern reads better whole than broken
"""The people that a list or a sentence names: those present, substitutes, those who apologised."""

from __future__ import annotations

import re

from papers.reading.facts import Attendance
from papers.reading.lines import fold

TITLED = r"(?:Councillors?|Cllrs?\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Prof(?:essor|\.)?|Rev(?:erend|d)?\.?|Sir|Dame|Lord|Lady|Alderman|Father|Canon)"


_PLURAL = re.compile(r"^(?P<of>(?:County|Borough|District|City|Town|Parish)\s)?(?:Councillors|Cllrs)\.?:?\s+", re.I)


ROLE = re.compile(r"\s*\((?P<role>[^()]{1,80})\)")


NAME = re.compile(
    rf"^(?:{TITLED}\s+)*(?:[A-Z][\w.'’-]*)(?:[\s-]+(?:(?:de|van|von|der|la|Mc|O')\s)?[A-Z][\w.'’-]*){{0,4}}$"
)


_NOT_NAME = re.compile(
    r"^(?:no\.?(?: item)?|councillors?|cllrs?|members|(?:minute|item|ref)\b.*)$|^the\b|\b(?:members? of the public|public|press|none|nil|quorum|vacanc(?:y|ies)|committee|council|meeting|officers?$|representatives? of)\b|\d",
    re.I,
)


_OF_A_POST = re.compile(
    r"\b(?:Officer|Director|Manager|Head|Lead|Chief|Chair\w*|Council|Services?|Team|Executive|Advis[eo]r|Solicitor|Accountant|Assistant|Members?|Holder|Cabinet|Committee|Trust|Board|Group|Support|Clerk|Engineer|Planner|Analyst|Partner|Governance|Democratic|Scrutiny|Representative|Governor|Police|NHS|Deputy|Leader|Mayor|Principal|Senior|Commissioner|Superintendent|Inspector|Foundation|University|Coordinator|Consultant|Healthwatch|Academy|Diocese|Association|Union|Forum|Network|Panel|Church|College|Hospital|School|Federation|Alliance|Society|Authority|Limited|Ltd|LLP)\b"
)


def is_full_name(name: str) -> bool:
    """Whether words are somebody's first name and surname, and no post: "Una Butland", not "Programme Director"."""
    return len(name.split()) in (2, 3) and _OF_A_POST.search(name) is None and not name.isupper()


_TELLS_MORE = re.compile(r"\s+(?:in the chair|(?:from|for|representing|taking|chairing|as|via|on|by)\s+[\w ]+)$", re.I)
_FIRST = re.compile(r"[A-Z][a-z]{1,11}")
_FIRST_NAMES = re.compile(
    r"[A-Z][a-z]{1,11}(?: \([\w ,-]{2,30}\))?,\s+(?:[A-Z][a-z]{1,11}\b(?! [A-Z])|Cllr|Councillor)"
)


_CHAIR_NAMED = re.compile(
    rf"\b(?:The )?(?:(?:Vice|Deputy)[- ])?(?:Chair(?:man|woman|person)?|Convener) \((?P<name>{TITLED}\s[^()]{{2,60}})\)"
)  # "The Chair (Councillor Parsloe)"


def names_in(text: str) -> list[str]:
    """The people named in a list: "Councillors Hall, Danny Burns and Lee (Chair)" as three councillors."""
    text = fold(re.sub(r"^[-•*]\s*", "", text)).strip(" .;")
    text = _CHAIR_NAMED.sub(r"\g<name>, ", text)
    text = re.sub(
        r"^(?:[Aa]pologies (?:for absence )?)?(?:(?:were|was|had been|have been) )?(?:received|submitted|given|tendered|noted|reported)?\s*(?:from|by|on behalf of|for)\s+",
        "",
        text,
    )
    text = re.sub(r"^(?:named )?substitutes?(?: members?)?\s*:\s*", "", text, flags=re.I)
    title = ""
    names: list[str] = []
    plain = _FIRST_NAMES.match(text) is not None
    text = re.sub(rf";\s+(?:and\s+)?(?={TITLED}\s)", "; \u241e", text)
    for part in re.split(r";|,(?![^()]*\))|(?:\band\b|\s&\s)(?![^()]*\))", text):
        if "\u241e" in part:  # somebody with a title of his own after a semicolon: the list of councillors is over
            title, part = "", part.replace("\u241e", "")
        part = re.sub(r"(?<=[\w)])\s?[*†‡#^]+(?!\w)", "", part)  # a mark that a note explains
        part = re.sub(r"^\s*(?:Co-?opted|Independent|Substitutes?|(?:Non-?)?[Vv]oting)[\w -]{0,30}:\s+", "", part)
        is_person = ROLE.search(part) is not None or re.match(r"\s*[A-Z]\.\s?[A-Z]", part) is not None
        part = re.sub(r"^(?:from|on behalf of|for)\s+", "", ROLE.sub("", part).strip(" .:–—-"))
        plural = _PLURAL.match(part)
        if plural:
            title, part = f"{plural['of'] or ''}Councillor ", part[plural.end() :]
        own = re.match(rf"{TITLED}\s", part)
        if re.match(r"(?:Councillor|Cllr)\b", part):
            title = ""
        name = _TELLS_MORE.sub("", re.split(r"\s[–—-]\s", part)[0].strip())
        if not part:
            continue
        if (
            not name
            or _NOT_NAME.search(name)
            or not NAME.match(name)
            or (names and not (own or title or is_person or is_full_name(name) or (plain and _FIRST.fullmatch(name))))
        ):
            if names and not title:
                break
            continue
        names.append(f"{title}{name}")
    return names


_SUBSTITUTE = re.compile(
    rf"\((?:(?:substituted|replaced|represented) by|substitutes?\s*[:–-]?|with)\s+(?P<a>{TITLED}\s[^()]{{2,60}}?)(?:\s+(?:as substitute|substituting|attending)[^()]{{0,40}})?\)"
    rf"|\((?P<b>{TITLED}\s[^()]{{2,60}}?)\s+(?:substitut(?:ing|ed|e)|attend(?:ing|ed)|in attendance|as (?:a )?substitute|deputis(?:ing|ed))[^()]{{0,60}}\)",
    re.I,
)


def substitutes_in(text: str, line: int) -> list[Attendance]:
    """Who came for somebody that sent apologies: "Councillor Hall (Councillor Lee substituting)" gives Lee as present."""
    found = (match["a"] or match["b"] for match in _SUBSTITUTE.finditer(text))
    return [Attendance(name.strip(), "present", line) for name in found if NAME.match(name.strip())]


_NEXT_SENTENCE = re.compile(
    r"(?<=[a-z)]{2})(?<!Cllr)(?<!Mrs)(?<!Prof)(?<!Rev)(?<!Mr)(?<!Ms)(?<!Dr)\.\s+(?=[A-Z])|(?<=[a-z]{4})\.\s"
)
_APOLOGISED = re.compile(
    r"apolog(?:ies|y) (?:for (?:absence|non-attendance|lateness) )?(?:had been |were |was |have been )?(?:received|submitted|given|tendered|noted|reported|accepted|made|offered|sent|intimated)(?: on behalf of| from| by| for)?\s*:?\s*(?P<names>.+)"
    r"|\b(?:received|submitted|given|tendered|intimated)\s+(?:from|by|on behalf of|for)\s+(?P<others>.+)",
    re.I,
)


def apologies_in(text: str, line: int) -> list[Attendance]:
    """Who apologised, from the sentence of the minute on apologies."""
    came = [Attendance(match["who"] or match["with"], "present", line) for match in _REPLACED_BY.finditer(text)]
    text = _REPLACED_BY.sub("", text)
    text = re.sub(r"[^.]{0,60}\bfor lateness\b[^.]{0,200}\.\s*", "", text)
    match = _APOLOGISED.search(text) or re.match(r"(?P<names>(?:Councillors?|Cllrs?)\s.+)$", text)
    if match is None:
        return []
    words = match.groupdict().get("names") or match.groupdict().get("others") or ""
    first = _NEXT_SENTENCE.split(words)[0]
    sentence = re.split(
        r",? (?:for whom|in whose|whose|on whose)\b|,? (?:with|and) (?=(?:Councillor|Cllr)[^,;]{3,50}? (?:attend|substitut|deputis|was in attendance))",
        first,
    )[0]
    names: list[str] = []
    for part in re.split(r";", sentence):
        if _CAME_FOR.search(ROLE.sub("", part)):
            continue
        names.extend(_apology_names(part))
    return [
        *(Attendance(name, "apologies", line) for name in names),
        *substitutes_in(sentence, line),
        *_stand_ins(text, line),
        *came,
    ]


_REPLACED_BY = re.compile(
    rf",? (?:(?:who was|and was|being) )?(?:substituted|replaced|represented|deputised for) by (?P<who>{TITLED}\s[A-Z][\w.'’-]*(?: [A-Z][\w'’-]*){{0,3}}),?"
    rf"|,? with (?P<with>{TITLED}\s[A-Z][\w.'’-]*(?: [A-Z][\w'’-]*){{0,3}}) (?:acting |attending )?(?:as (?:an? |the )?(?:named )?substitute|substituting|deputising|in attendance|attending)(?: (?:in|for) (?:his|her|their) (?:place|stead))?(?=\s*(?:[,.;]|and\b|$))"
)  # "from Cllr Groom, substituted by Cllr Dewhurst"


_CAME_FOR = re.compile(r"\b(?:attend(?:ed|ing)|in attendance|substitut(?:ed|ing)|deputis(?:ed|ing))\b")
_STOOD_IN = re.compile(
    rf"(?P<who>{TITLED}\s[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,3}}) (?:(?:was|were|had been) )?(?:attend(?:ed|ing)|present|in attendance|substitut(?:ed|ing)|act(?:ed|ing)|deputis(?:ed|ing))(?: as)?(?: an?| the)?(?: named)?(?: substitut\w+)?(?: member)? (?:(?:for|in (?:the )?place of) |(?:Councillor|Cllr) [A-Z][\w'’-]*?['’]s? substitute)"
)


def _stand_ins(text: str, line: int) -> list[Attendance]:
    """Who came for somebody, as a sentence tells it: "Councillor Smith attended as substitute for Councillor Kidger"."""
    return [Attendance(match["who"], "present", line) for match in _STOOD_IN.finditer(text)]


def _apology_names(part: str) -> list[str]:
    part = ROLE.sub("", part)
    titled = re.findall(
        r"(?:Councillor|Cllr\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Rev\.?)\s+[A-Z][\w.'’-]*(?:\s+[A-Z][\w'’-]+){0,3}",
        part,
    )
    plural = re.search(r"(?:Councillors|Cllrs)\s+(.+)", part)
    if plural:
        return names_in(f"Councillors {plural.group(1)}")
    return [name.strip(" .") for name in titled] or _untitled(part)


def _untitled(part: str) -> list[str]:
    """Names without titles, as some councils print them: two words or more, each with a capital."""
    names = [
        re.split(r"\s[–—-]\s|,", each)[0].strip(" .")
        for each in re.split(r",\s*|\s+and\s+", re.split(r"[.;]\s", part)[0])
    ]
    return [
        name
        for name in names
        if re.fullmatch(r"(?:[A-Z][\w'’.-]*\s+){1,3}[A-Z][\w'’-]+", name) and not _NOT_NAME.search(name)
    ]


def each_person_once(found: list[Attendance]) -> list[Attendance]:
    """The attendance without those named a second time in the same way of attending: "Councillor Lee (Chair)" and Jo Lee."""
    kept: list[Attendance] = []
    for each in found:
        if not any(each.attended_as == one.attended_as and _same_person(each.name, one.name) for one in kept):
            kept.append(each)
    return kept


def _same_person(one: str, other: str) -> bool:
    """Whether two printed names can be one person's: of one surname, and no first names or initials that differ."""
    a, b = (re.sub(rf"\b{TITLED}\s", "", f"{name} ").replace(".", " ").split() for name in (one, other))
    if not a or not b or a[-1].casefold() != b[-1].casefold():
        return False
    if len(a) == 1 or len(b) == 1:
        return True
    short = min(len(a[0]), len(b[0])) <= 2
    return a[0][:1] == b[0][:1] if short else a[0].casefold() == b[0].casefold()
