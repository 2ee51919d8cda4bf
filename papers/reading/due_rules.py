# ruff: noqa: E501 - a pattern reads better whole than broken
"""The ways in which a due is printed, each with its kind and how its date is worked out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from papers.reading.dates import DATE_FIGURES, DATE_WORDS, MONTH, MONTHS, add_months, first_date, month_end
from papers.reading.working_days import after_working_days

NUMBERS = {
    word: n
    for n, word in enumerate(
        [
            "a",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ]
    )
} | {"a": 1, "an": 1, "eighteen": 18, "twenty": 20, "twenty-four": 24, "thirty": 30}
_N = r"(?P<n>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
_BODY = r"(?:Committee|Board|Panel|Commission|Sub-Committee|Group|Forum|Scrutiny)"
_WHOSE = (
    r"(?:(?:the|its|a|an|our|their|this|that)\s+)?(?:(?:(?-i:[A-Z])[\w&'’-]*\s+){0,4}" + _BODY + r"['’]?s?['’]?\s+)?"
)
_OF_BODY = (
    r"(?:\s+of\s+(?:(?:the|this)\s+(?:(?-i:[A-Z])[\w&,'’-]*\s+){0,6}"
    + _BODY
    + r"|(?:the\s+)?(?:full\s+)?(?:Cabinet|Council|Executive))\b)?"
)
_MEETING = r"(?:meeting|cycle of meetings|cycle|session)s?\b"
_PLAIN = r"(?:work(?:ing)? programme|work plan|forward plan|agenda)"
_UP_TO = r"(?:by|before|no later than|not later than|until|ahead of|prior to|in advance of|in time for|due(?: on)?|deadline(?: of)?:?)"
DATE = rf"(?:{DATE_WORDS.pattern}|{DATE_FIGURES.pattern})".replace("?P<", "?P<_").replace("(?P=sep)", "(?P=_sep)")
DATE = re.sub(r"\?P<_\w+>", "?:", DATE).replace("(?P=_sep)", "[/.-]")
YEAR = r"(?:,?\s+(?P<year>20\d\d))?"


@dataclass(frozen=True)
class Held:
    """What is known of the meetings: the date of the one that decides and of those after it, and names of who came."""

    on: dt.date | None = None
    later: tuple[dt.date, ...] = ()
    people: frozenset[str] = frozenset()  # first names, by which notes call those who came
    members: frozenset[str] = frozenset()  # of the committee, their names without a title

    @property
    def next(self) -> dt.date | None:
        return min((day for day in self.later if self.on and day > self.on), default=None)


_FROM_THIS = re.compile(r"\b(?:this|the|today's)\s+(?:\w+\s+)?(?:meeting|date|decision)\b|\b(?:now|today)\b", re.I)
Worked = Callable[[re.Match[str], Held], dt.date | None]


def _explicit(match: re.Match[str], held: Held) -> dt.date | None:
    found = first_date(match.group(), near=held.on)
    return found.on if found else None


def later(match: re.Match[str], held: Held) -> dt.date | None:
    """A day that is still to come; a day gone by is no due."""
    day = _explicit(match, held)
    return day if day and held.on and day > held.on else None


def _month(match: re.Match[str], held: Held) -> dt.date | None:
    month = MONTHS[match["month"].lower().rstrip(".")]
    if match["year"]:
        return month_end(int(match["year"]), month)
    if held.on is None:
        return None
    year = held.on.year + (1 if month < held.on.month else 0)
    return month_end(year, month)


def _period(match: re.Match[str], held: Held) -> dt.date | None:
    if held.on is None:
        return None
    if match.groupdict().get("since") and not _FROM_THIS.search(match["since"]):
        return None  # counted from something whose day is not known
    printed = (match.groupdict().get("n") or "one").lower()
    count = int(printed) if printed.isdigit() else NUMBERS[printed]
    unit = match["unit"].lower()
    if unit.startswith("fortnight"):
        return held.on + dt.timedelta(days=14 * count)
    if (match.groupdict().get("working") or "").strip() and unit.startswith("day"):
        return after_working_days(held.on, count)
    if unit.startswith(("month", "year")):
        return add_months(held.on, count * (12 if unit.startswith("year") else 1))
    return held.on + dt.timedelta(days=count * (7 if unit.startswith("week") else 1))


def _next(match: re.Match[str], held: Held) -> dt.date | None:
    return held.next


def _meeting_in(match: re.Match[str], held: Held) -> dt.date | None:
    """The one meeting known of in the month that is named: "the February meeting"."""
    month = MONTHS[match["month"].lower().rstrip(".")]
    days = {day for day in held.later if day.month == month and match["year"] in (None, str(day.year))}
    return days.pop() if len(days) == 1 else None


def _nothing(match: re.Match[str], held: Held) -> dt.date | None:
    return None


_UNIT = r"(?P<working>working\s+|clear\s+)?(?P<unit>days?|weeks?|fortnights?|months?|years?)['’]?s?['’]?"
_EVENT_NOUN = (
    r"(?:publication|elections?|completion|consultation|inspection|review|visit|pilot|trial|implementation|launch|conclusion|"
    r"receipt|summer|winter|spring|autumn|easter|christmas|budget|cabinet|council|decision|approval|recess|purdah|award|recruitment|"
    r"holidays?|half[- ]term|term|year|meeting|workshop|session|seminar|audit|report|outcome|results?|settlement|assessment|opening|"
    r"exercise|procurement|training|appointment|hearing|adoption|evaluation)"
)
_MEASURED = r"targets?|figures?|data|totals?|rents?|charges?|fees?|costs?|payments?|returns?|statistics|breakdowns?|averages?|bills?|volumes?|numbers?|spend(?:ing)?|income|rates?|performance|profiles?|trends?|collections?|rounds?"  # counted so often, and not asked for so often
_SEASON = r"(?:easter|christmas|(?:the\s+)?(?:early\s+|late\s+|mid[- ])?(?:new year|spring|summer|autumn|winter)(?:\s+(?:term|recess|holidays?|20\d\d))?|(?:early|late|mid)[- ]20\d\d)"

# In the order they are tried: the surer first.
RULES: tuple[tuple[str, re.Pattern[str], Worked], ...] = tuple(
    (kind, re.compile(pattern, re.I), worked)
    for kind, pattern, worked in (
        (
            "to_be_arranged",
            r"(?:(?:on|at|for)\s+)?(?:an?\s+|the\s+)?(?:dates?|times?|venues?|days?|evening|morning|afternoon|occasion)(?:,?(?:\s+and|\s*/)?\s*(?:dates?|times?|venues?)){0,2}\s+(?:yet\s+)?to\s+be\s+"
            r"(?:determined|arranged|agreed|confirmed|fixed|advised|set|decided|notified)"
            r"|\b(?:as\s+soon\s+as|when|once)\s+(?:a|the)\s+(?:\w+\s+)?(?:date|time)\s+(?:can|could)\s+be\s+(?:arranged|agreed|found|fixed|set)"
            r"|\b(?:dates?|time|timing)\s+(?:tbc|tba|t\.b\.c\.?)\b",
            _nothing,
        ),
        (
            "to_be_arranged",
            r"(?:on|at)\s+a\s+(?:mutually\s+)?(?:convenient|suitable)\s+(?:date|time|day|evening)\b",
            _nothing,
        ),
        (
            "meeting",
            rf"(?:to|at|for|{_UP_TO})\s+{_WHOSE}(?:(?:special|ordinary|scheduled|formal|informal)\s+)?{DATE}\s+(?:Committee\s+)?{_MEETING}",
            _explicit,
        ),
        (
            "meeting",
            rf"(?:to|at|for|{_UP_TO})\s+{_WHOSE}(?:(?:special|ordinary|scheduled|formal|additional)\s+)?(?:meeting|session){_OF_BODY},?\s+"
            rf"(?:(?:which\s+is\s+)?(?:to\s+be\s+|being\s+|scheduled\s+(?:to\s+be\s+held\s+|for\s+)?)?(?:held\s+|taking\s+place\s+)?(?:on|for|of)\s+)(?:the\s+)?{DATE}",
            _explicit,
        ),
        (
            "meeting",
            rf"\battend(?:ing)?\s+{_WHOSE}(?:(?:special|ordinary|scheduled|formal|additional)\s+)?(?:meeting|session){_OF_BODY},?\s+(?:to\s+be\s+held\s+|being\s+held\s+|scheduled\s+)?(?:on|of|for)\s+(?:the\s+)?{DATE}",
            _explicit,
        ),
        (
            "meeting",
            rf"\b(?:to|at|before)\s+(?:(?:the\s+|its\s+|this\s+)?(?:[A-Z][\w&'’-]*\s+){{0,5}}{_BODY}(?:['’]s)?|(?:the\s+)?(?:full\s+)?(?:Cabinet|Council|Executive))(?:\s+meeting)?\s+(?:on|of)\s+(?:the\s+)?{DATE}",
            _explicit,
        ),
        (
            "meeting",
            rf"\b(?:agenda|(?:work\s+)?programme|work\s+plan|meeting)\s+(?:for|of|on)\s+(?:the\s+)?(?:meeting\s+(?:on|of)\s+)?{DATE}(?:\s+meeting)?",
            later,
        ),
        (
            "date",
            rf"(?:(?:in|during|for|by)\s+)?(?:the\s+)?(?:week\s+(?:commencing|beginning|ending)|w/?[ce])\s+(?:on\s+)?{DATE}",
            _explicit,
        ),
        (
            "date",
            rf"{_UP_TO}\s+(?:the\s+)?(?:(?:closing|due|target|response|submission)\s+(?:date|deadline)(?:\s+of)?\s+|deadline\s+of\s+|close\s+of\s+(?:play|business)\s+on\s+|(?:5\s?pm|noon|midday|12\s?noon)\s+on\s+|end\s+of\s+)?(?:the\s+)?{DATE}",
            _explicit,
        ),
        (
            "meeting",
            rf"(?:to|at|for|attend|attending|in\s+time\s+for|{_UP_TO})\s+{_WHOSE}(?P<month>{MONTH}){YEAR}\s+(?:Committee\s+|Board\s+|Panel\s+)?meeting\b",
            _meeting_in,
        ),
        (
            "meeting",
            rf"(?:to|at|for|attend|attending|{_UP_TO})\s+{_WHOSE}meeting{_OF_BODY}\s+(?:scheduled\s+for|to\s+be\s+held\s+in|held\s+in|in)\s+(?P<month>{MONTH}){YEAR}\b",
            _meeting_in,
        ),
        ("meeting", r"(?:to|at|for)\s+(?:the|its)\s+first\s+meeting\s+(?:of|in|after)\s+[^,;.]{3,50}", _nothing),
        ("month", rf"(?:to|for|on)\s+(?:the\s+)?(?P<month>{MONTH}){YEAR}\s+agenda\b", _month),
        ("meeting", rf"(?:to|at|for)\s+{_WHOSE}next(?:[- ]but[- ]one\s+meeting|\s+meeting\s+but\s+one)", _nothing),
        (
            "period",
            rf"(?:within|in|inside|over(?=\s+the\s+(?:next|coming|following))|after|no\s+later\s+than|every\s+other)\s+(?:the\s+(?:next|coming|following)\s+|a\s+period\s+of\s+|a\s+further\s+)?(?:approximately\s+|about\s+)?{_N}[\s-]+{_UNIT}"
            r"(?:\s+time\b|(?P<since>\s+(?:of|from|after|following)\b[^,;.]{0,40}))?",
            _period,
        ),
        (
            "period",
            rf"(?:with)?in\s+(?:the\s+(?:next|coming|following)\s+|the\s+(?=fortnight|month\b)){_UNIT}(?!\w)",
            _period,
        ),
        (
            "event",
            r"(?:to|at|for|before|ahead\s+of|prior\s+to)\s+(?:the\s+)?next\s+(?:scheduled\s+|ordinary\s+)?(?:meeting\s+of\s+(?:the\s+)?(?:full\s+)?(?:Cabinet|Council|Executive)\b(?!\s+(?:Scrutiny|Overview))"
            r"|(?:full\s+)?(?:Cabinet|Council|Executive)\s+meeting)",
            _nothing,
        ),
        (
            "recurring",
            rf"(?:(?:as\s+a\s+(?:standing|regular)\s+(?:agenda\s+)?item\s+)?(?:to|at|for|on)\s+)?all\s+(?:future\s+|its\s+|ordinary\s+)?meetings{_OF_BODY}(?:\s+during\s+20\d\d/\d\d)?",
            _nothing,
        ),
        (
            "recurring",
            r"(?:to|at|for)\s+every\s+(?:second|other|third|alternate)\s+meeting",
            _nothing,
        ),
        (
            "every_meeting",
            rf"(?:to|at|for|on|before|ahead\s+of|prior\s+to)?\s*(?:the\s+agenda\s+(?:of|for)\s+)?(?:each|every)\s+(?:future\s+|ordinary\s+|scheduled\s+|formal\s+|{_BODY}\s+)?meeting{_OF_BODY}",
            _nothing,
        ),
        (
            "recurring",
            rf"as\s+a\s+regular\s+(?:agenda\s+)?item(?:\s+(?:for|at|on|to)\s+(?:future\s+)?(?:meetings|agendas){_OF_BODY}(?:\s+during\s+20\d\d/\d\d)?)?",
            _nothing,
        ),
        (
            "recurring",
            r"(?:on\s+a\s+|on\s+an\s+)?(?:(?:bi-?|half[- ])?(?:quarterly|monthly|annual|yearly|weekly|termly)|(?:two|three|four|six)[- ]monthly|regular|ongoing)\s+(?:basis|intervals)"
            rf"(?:\s+from\s+{MONTH}(?:\s+20\d\d)?)?",
            _nothing,
        ),
        (
            "recurring",
            rf"(?<!next )\b(?:(?:quarterly|(?:two|three|four|six)[- ]monthly|(?<!bi-)monthly|bi-?monthly|weekly)\b(?!\s+(?:{_MEASURED})\b)|(?:bi-?)?annually|half[- ]yearly|termly|fortnightly|twice\s+(?:a|per|each)\s+year|twice[- ]yearly)\b"
            rf"(?:\s+(?:from|starting\s+in|starting|beginning)\s+(?:in\s+)?{MONTH}(?:\s+20\d\d)?)?",
            _nothing,
        ),
        (
            "recurring",
            r"(?<!in )(?<!for )(?:every|each)\s+(?:(?:two|three|four|six|\d{1,2}|other|second)\s+)?(?:months?|quarter|year|term|week|municipal\s+year)\b|at\s+regular\s+intervals|regularly\b|as\s+and\s+when\s+(?:required|necessary|needed|appropriate)|"
            r"on\s+(?:every|each)\s+(?:future\s+)?agenda",
            _nothing,
        ),
        (
            "next_meeting",
            rf"(?:(?:to|at|for|in\s+time\s+for|{_UP_TO})\s+)?{_WHOSE}(?:the\s+)?(?:next|following)\s+(?:scheduled\s+|ordinary\s+|formal\s+|available\s+|{_BODY}\s+){{0,2}}{_MEETING}{_OF_BODY}",
            _next,
        ),
        ("next_meeting", r"(?:for|by|at|until)\s+next\s+time\b", _next),
        (
            "future_meeting",
            rf"(?:(?:to|at|for|until)\s+)?{_WHOSE}(?:a\s+)?(?:future|subsequent|later|forthcoming|upcoming)\s+(?:formal\s+|ordinary\s+|scheduled\s+|{_BODY}\s+){{0,2}}(?:meetings?|agendas?|cycle|session)\b{_OF_BODY}",
            _nothing,
        ),
        (
            "month",
            rf"(?:by|before|no\s+later\s+than|in|during|towards)\s+(?:(?:the\s+)?(?:end|start|beginning|middle)(?:\s+of)?\s+|(?:early|late|mid)[- ])?(?P<month>{MONTH})\b\.?{YEAR}(?!\s+\d)",
            _month,
        ),
        (
            "month",
            rf"\b(?:br(?:ought|ing)\s+(?:forward|back)|moved?|defer(?:red)?|adjourn(?:ed)?|delay(?:ed)?|h[eo]ld\s+over|postponed?|re-?scheduled?|put\s+back|carried\s+forward)\b[^.;]{{0,40}}?\b(?:to|until)\s+(?P<month>{MONTH})\b{YEAR}",
            _month,
        ),
        (
            "month",
            rf"(?:to|on|onto|for|in)\s+the\s+(?P<month>{MONTH})\b{YEAR}\s+(?:agenda|work\s+programme|programme|newsletter|bulletin)\b",
            _month,
        ),
        (
            "month",
            rf"\((?P<month>{MONTH}){YEAR}\)\W*$",
            _month,
        ),
        (
            "month",
            rf"(?:(?<=programme\s)|(?<=plan\s)|(?<=agenda\s)|(?<=meeting\s)|(?<=added\s)|(?<=included\s)|(?<=scheduled\s))for\s+(?P<month>{MONTH})\b{YEAR}",
            _month,
        ),
        (
            "recurring",
            r"(?:with)?in\s+(?:all\s+)?future\s+(?!years?\b|(?:municipal|financial)\b|meeting)(?:[\w&'’-]+\s+){0,4}?(?:reports?|updates?|\w+s)\b",
            _nothing,
        ),
        ("recurring", r"^(?:all\s+)?(?:future|subsequent)\s+(?:[\w&'’-]+\s+){0,3}?(?:reports?|updates?)\b", _nothing),
        (
            "recurring",
            r"\b(?:see|have|wants?|wanted|asked that|requested that)\s+(?:all\s+)?future\s+(?:[\w&'’-]+\s+){0,2}?(?:reports|updates)\b",
            _nothing,
        ),
        ("recurring", r"\ban\s+annual\s+(?:\w+\s+){0,2}(?:reports?|updates?|reviews?|presentation)\b", _nothing),
        ("recurring", r"\bregular\s+(?:\w+\s+){0,2}(?:updates?|reports?|reporting|briefings?)\b", _nothing),
        (
            "in_due_course",
            r"(?:in\s+due\s+course|as\s+soon\s+as\s+(?:\w+\s+)?(?:practicable|possible|available|practical)|\basap\b|\ba\.s\.a\.p\b\.?|\bimmediately\b(?!\s+(?:before|after|following|prior))|without\s+(?:undue\s+)?delay|at\s+(?:his|her|their|its)\s+earliest\s+(?:convenience|opportunity)|as\s+soon\s+as\s+(?:it|they|this|these)\s+(?:is|are|becomes?)\s+(?:available|ready|possible|practicable)|at\s+the\s+(?:earliest\s+(?:\w+\s+)?opportunity|appropriate\s+time)|"
            r"as\s+a\s+matter\s+of\s+urgency|urgently\b|shortly\b|at\s+a\s+later\s+(?:date|stage)|in\s+the\s+near\s+future|when\s+(?:possible|appropriate|available)\b|"
            r"(?:on|at)\s+a\s+future\s+date|in\s+the\s+future\b|going\s+forward|at\s+an\s+appropriate\s+(?:time|point))",
            _nothing,
        ),
        (
            "every_meeting",
            r"(?:as|be|become|remain)\s+a\s+standing\s+(?:agenda\s+)?item(?:\s+on\s+(?:the|its|future)\s+agendas?)?",
            _nothing,
        ),
        (
            "event",
            rf"(?:before|by|ahead\s+of|prior\s+to|in\s+advance\s+of|in\s+time\s+for|for|in|early\s+in|during|over|after|following)\s+{_SEASON}(?=\W|$)",
            _nothing,
        ),
        (
            "event",
            r"(?:for|at|to)\s+the\s+(?:informal|special|additional|extraordinary)\s+(?:meeting|session|workshop)s?",
            _nothing,
        ),
        (
            "event",
            r"\bduring\s+(?:20\d\d/\d\d|(?:the\s+)?(?:(?:current|next|coming|forthcoming|remainder\s+of\s+the|20\d\d/\d\d)\s+)?(?:municipal|financial|civic|council|academic)\s+year)(?:\s+20\d\d/\d\d)?",
            _nothing,
        ),
        (
            "event",
            r"(?:by|before|at|until|within)\s+(?:the\s+)?(?:end|start|beginning)\s+of\s+(?:the\s+)?[^,;.]{3,60}",
            _nothing,
        ),
        (
            "event",
            r"(?:before|prior\s+to|ahead\s+of|in\s+advance\s+of|in\s+time\s+for|on\s+completion\s+of|upon|by\s+the\s+time\s+of)\s+[^,;.]{3,80}",
            _nothing,
        ),
        (
            "event",
            rf"(?:(?<!\bthe\s)following|after|once|when|at\s+the\s+conclusion\s+of)\s+(?:the\s+|its\s+|their\s+|any\s+|a\s+)?(?:[\w'’-]+\s+){{0,6}}?{_EVENT_NOUN}\b[^,;.]{{0,60}}",
            _nothing,
        ),
        (
            "event",
            r"\bas\s+soon\s+as\s+(?:it|they|this|these|he|she|the\s+\w+)\s+(?:\w+\s+){0,2}?\w+(?:s|ed)\b|\b(?:when|once)\s+(?:available|published|ready|signed|approved|issued|completed?|finali[sz]ed|received|known|to\s+hand)\b|\bonce\s+(?:[a-z]+ed|known)\b|\b(?:when|once|as\s+soon\s+as|until)\s+(?:the|it|this|these|they|all|that|an?|[a-z]+s)\b[^,;.]{0,60}?\b(?:is|are|has|have|was|were|had)\b[^,;.]{0,40}",
            _nothing,
        ),
        (
            "date",
            rf"\b(?:defer|postpone|adjourn)\w*\b[^.;]{{0,80}}?\b(?:to|until)\s+(?:the\s+)?{DATE}",
            _explicit,
        ),
        (
            "date",
            rf"(?<!held )(?<!dated )(?<!made )(?<!published )\bon\s+(?:the\s+)?{DATE}(?!\s+(?:was|were|had|be\b))",
            later,
        ),
        ("date", rf"\s[–—-]\s+(?:{DATE})\.?$", later),
        ("period", rf"(?:for|over)\s+(?:the\s+(?:next|coming)\s+|a\s+period\s+of\s+){_N}[\s-]+{_UNIT}(?!\w)", _period),
    )
)
