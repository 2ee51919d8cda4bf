# ruff: noqa: E501 - a pattern reads better whole than broken
"""The words that open a resolution or a list of actions, those that end one, and the lines that name an action's owner."""

from __future__ import annotations

import re

BODY = r"(?:[Cc]ommittee|COMMITTEE|[Bb]oard|BOARD|[Pp]anel|PANEL|[Cc]ommission|COMMISSION|[Ss]ub-[Cc]ommittee|[Ff]orum|[Cc]abinet|[Ee]xecutive|[Cc]ouncil|[Mm]embers|MEMBERS|[Mm]eeting|[Gg]roup|[Cc]ouncillors|[Cc]hair|[Cc]onvener)"
_THE = r"(?:(?:[Tt]hat\s+)?(?:[Tt]he|[Tt]his|THE)\s+)?"
WHO = rf"{_THE}(?:[\w&,'’()/-]+\s+){{0,10}}?{BODY},?\s+"
ADVERBS = r"(?:(?:unanimously|therefore|also|further|then|duly|subsequently|collectively|and|formally|in turn|accordingly|having \w+ (?:\w+ ){0,8}\w+,?)\s+){0,3}"
_NOUN = r"(?:decisions|agreed\s+(?:changes|amendments|additions)|resolutions?|resolved|agreed|actions|action\s+(?:points?|items?|list|log)|recommendations?|outcomes?|conclusions?|next\s+steps|follow[- ]?ups?|requests?|way\s+forward|determination)"
# What stands round such a noun where it heads a list: "Agreed actions", "Recommendations to Cabinet", "Summary of actions".
_BEFORE_NOUN = r"(?:(?:the|our|agreed|further|additional|formal|summary|list|of|committee|committee's|committee’s|panel|panel's|panel’s|board|board's|board’s|commission's|commission’s|scrutiny|member|members'|members’|final|new|and|&|/|motion)\s+){0,4}"
_AFTER_NOUN = (
    r"(?:\s*/\s*(?:\w+\s+){0,3}?\w+)?(?:\s+(?:agreed|arising|points?|required|requested|made|taken|items?|log|information\s+(?:requested|to\s+be\s+provided)|and\s+(?:\w+\s+){0,2}\w+|of\s+the\s+\w+|"
    r"(?:from|for|at|by)\s+(?!(?:our |the |its )?(?:last|previous|earlier|January|February|March|April|May|June|July|August|September|October|November|December)\b)(?:the\s+|this\s+)?(?:\w+\s+){0,3}?\w+|to\s+(?:the\s+)?(?:\w+\s+){0,4}?(?:cabinet|executive|council|mayor|leader|trusts?|board|committee|panel|commissioner|minister|government|partners|officers|nhs)|for\s+follow[- ]up)){0,2}"
)
_LISTED = r"(?:recommendations?|actions?|requests?|decisions?|resolutions?|undertakings?|information|steps|proposals?|matters?|items?|reports?|amendments?|suggestions?)"
_MADE = r"(?:made|agreed|requested|put\s+forward|identified|noted|taken|recorded|resolved|decided|required|carried)"
_DECIDES = r"(?:agreed|agrees|resolved|resolves|recommended|recommends|requested|requests|decided|decides|concluded|made|put\s+forward|asked\s+(?:for|that)|(?:asked|invited|instructed|urged)(?=\s[^:]{2,90}\sto\s*:)|would\s+like|wished|wishes|sought)"

# What may stand before the word that decides: "After debate the Panel considered the report and AGREED".
_FIRST = r"(?:(?:After|Following|Upon|On|Having|In|At|With)\b[^.;:]{3,160}?,?\s+)?"
_HEARD = r"(?:(?:considered|received|noted|debated|discussed|reviewed|welcomed)\s[^.;:]{3,120}?,?\s+and\s+)?"

START = re.compile(
    rf"^[\[(]?\s*(?:"
    rf"(?i:(?:it\s+was\s+|it\s+is\s+|was\s+)?{ADVERBS}(?:resolved|ordered)\b(?:\s+(?:unanimously|further|also|nem\.?\s?con\.?|by\s+\w+))?)"
    rf"|(?i:it\s+(?:was|is)\s+{ADVERBS}(?:agreed|decided|recommended)\b(?:,?\s+(?:unanimously|nem\.?\s?con\.?|by\s+consensus|by\s+general\s+consent),?)?)"
    rf"|(?i:(?:it\s+was\s+)?(?:duly\s+)?(?:proposed|moved)(?:\s+by\s+[^,;.]{{3,60}}?)?(?:,?\s+(?:and\s+)?(?:duly\s+)?seconded(?:\s+by\s+[^,;.]{{3,60}}?)?)?,?\s+and(?:\s+it\s+was)?\s+{ADVERBS}(?:resolved|agreed)\b)"
    rf"|(?:UNANIMOUSLY\s+)?(?:AGREED|DECIDED)\b(?i:,?\s+(?:unanimously|further|also|nem\.?\s?con\b\.?))*|(?:Agreed|Decided)(?=\s*[:–—-]|\s+(?:that|to)\b|$)|Resolution\s*(?=:)|RESOLUTION(?=\s*[:–—-]|\s*$|\s+(?i:that|to|of)\b|\s+\W?\d)"
    rf"|(?i:decisions?(?:\s+(?:made|taken|of\s+the\s+\w+))?)(?=\s*:|\s*[–—-]\s|\s*(?:\([^()]{{3,80}}\)\s*)?$)|DECISIONS?(?=\s*[:–—-]|\s*$|\s+(?i:that|to)\b|\s+[A-Z]{{4,}}|\s+\W?\d)"
    rf"|RECOMMENDED\b|Recommended(?=\s*$)|(?:Recommended|Recommendations?)(?=\s*[:–—-]|\s+(?:that|to)\b)|RECOMMENDATIONS?(?=\s*[:–—-]|\s*$|\s+(?i:that|to)\b|\s+\W?\d|\s+[A-Z][a-z])|(?:Outcome|OUTCOME|Conclusion)(?=\s*:)"
    rf"|(?i:(?:the\s+)?(?:\w+\s+){{0,5}}?(?:committee|panel|board|members|commission|group)\s+(?:made|agreed|put\s+forward)\s+the\s+following\s+(?:recommendations?|actions?|requests?)(?:\s+to\s+[^:]{{3,60}})?)(?=\s*:)"
    rf"|(?i:(?:[^,:]{{3,160}},\s+)?the\s+following\s+(?:\w+\s+){{0,2}}?{_LISTED}(?:\s+[\w-]+){{0,8}}?\s+(?:were|was)\s+(?:\w+ly\s+)?{_MADE}(?:\s+[^:]{{2,60}})?)(?=\s*:)"
    rf"|NOTED\b|(?i:{_BEFORE_NOUN}{_NOUN}{_AFTER_NOUN})(?=\s*:)|(?:Actions|ACTIONS)(?=\s*:|\s*$)|(?:Action|ACTION)(?=\s*:?\s*$)|(?i:actions?\s+(?:agreed|points?|arising|required)|agreed\s+actions?|recommendations?|outcomes?|conclusions?|next\s+steps|follow[- ]?up(?:\s+actions?)?|resolutions?|(?:further\s+)?(?:information\s+)?requests?(?:\s+for\s+(?:further\s+|additional\s+)?information)?|(?:further\s+|additional\s+)?information\s+(?:requested|(?:to\s+be\s+|)(?:provided|supplied|circulated)))(?=\s*$)|(?i:(?:further\s+|additional\s+)?information\s+to\s+be\s+(?:provided|supplied|circulated)[^:.]{{0,40}})(?=\s*:)"
    rf"|{WHO}{ADVERBS}(?:AGREED|RESOLVED|NOTED|REQUESTED|RECOMMENDED|DECIDED|(?:agreed|resolved|recommended|decided)\b)(?:\s+(?:unanimously|UNANIMOUSLY))?"
    rf"|{_FIRST}{WHO}{_HEARD}{ADVERBS}(?:AGREED|RESOLVED|DECIDED)\b(?:\s+(?:unanimously|UNANIMOUSLY))?"
    rf"|{WHO}{ADVERBS}{_DECIDES}(?:\s+(?!questions?\b|comments?\b|points?\b|issues?\b|concerns?\b|observations?\b|remarks?\b|views?\b|statements?\b|contributions?\b|answers?\b|quer)[\w&'’/-]+){{0,9}}(?=\s*:-?\s*$)"
    rf"|(?:(?:After|Following|Having|Thereafter|Accordingly)\b[^:,]{{0,120}},\s+)?{_THE}(?:(?:[A-Z][\w&'’(),/-]*|and|of|for|the|&)\s+){{0,8}}?{BODY}(?=\s*(?::-?|[–—]|\s-)\s*$)"
    rf")(?:\s*/[-–—])?"
)
ACTION_LIST = re.compile(
    r"^[\[(]?(?:\w+\s+){0,3}?(?:actions?\b|next\s+steps|follow[- ]?ups?\b|information\s+to\s+be\b)", re.I
)  # an opening under which every entry is something to do
ENDS_OPENING = re.compile(
    r"(?:\b(?:it\s+was|was|were|and|then)\s+)?(?:(?:\w+ly|therefore|then)\s+)?(?<!had )(?<!previously )(?<!been )\b(?:RESOLVED|AGREED|DECIDED|RECOMMENDED|resolved|agreed|decided)(?:\s*\([^()]{3,80}\))?(?:\s+(?:that|to|as\s+follows|unanimously))*\s*(?P<mark>:-?|[–—-])?$"
)  # "… and, on being put to the vote, it was RESOLVED:"
REQUEST_LIST = re.compile(r"\b(?:requests?|requested|asked for)\b", re.I)  # every entry below is something asked
STOP = re.compile(
    r"^(?:reasons?\b|(?:alternative|other) options\b|options considered|\(?(?:note|clerk|n\.?b)\b\.?\s?:?|voting\b|votes?\b\s*:|the meeting (?:closed|ended|concluded|finished|adjourned|rose|was adjourned|terminated|commenced|started)"
    r"|(?:there being|with) no (?:further|other) business|minutes?\s*:|chair(?:man|person)?\s*[:._]|signed\b|background\b|(?:the )?date of (?:the )?next meeting\b|councillors?\b.{0,80}\b(?:left|joined|arrived|returned|entered|declared|withdrew|abstained|voted)\b"
    r"|in favour\b|for\s*:|against\s*:|abstentions?\b|duration of meeting|additional documents|supporting documents|contact\s*:|wards? affected|summary of|discussion\s*:|report author|portfolio|time of)",
    re.I,
)
ACTION = re.compile(
    r"^[\[(]?\s*(?-i:ACTION)\s+(?=(?-i:[A-Z]))(?P<bare>(?!PLAN|LOG|LIST|POINT|REQUIRED|BY\b|FOR\b|OWNER)(?=.*(?-i:[a-z])).+)$|^[\[(]?\s*(?:(?:agreed\s+|further\s+|new\s+)?actions?(?:\s+(?:required|points?|items?))?(?:\s+(?:by|for|owner|on))?|AP|action\s+owner|owner|lead(?: officer)?|responsible(?: officer)?|to\s+action)(?:\s*(?:no\.?\s*)?[A-Z]?\d{1,3}(?:[./]\d{1,3})?)?[a-z]?\s*(?::|[-–—]\s)\s*(?P<rest>.+?)[\])]?$",
    re.I,
)
REASONS_BELOW = re.compile(
    r"(?:reasons? for (?:the |this )?(?:decisions?|recommendations?)|(?:alternatives?|other|alternative options|options)(?: options)? (?:considered|rejected)(?: and (?:considered|rejected|discounted))?)\s*:?",
    re.I,
)  # heads what stands below, to the end of the item
WHO_SAYS = re.compile(
    r"(?:(?:that )?the |this )?(?:committee|board|panel|commission|council|meeting)\s*:-?", re.I
)  # between a clause that introduces a motion and its parts


def action_in(text: str) -> str | None:
    """What an ACTION line says after its word: a request, or the owner of what stands above it; None for another line."""
    match = ACTION.match(text)
    words = (match["rest"] or match["bare"]) if match else None
    return f"{words})" if words and words.count("(") > words.count(")") and text.endswith(")") else words
