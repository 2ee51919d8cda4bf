# ruff: noqa: E501 - a pattern reads better whole than broken
"""What sort of thing a clause decides, in the words of the contract."""

from __future__ import annotations

import re

_RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (sort, re.compile(pattern, re.I))
    for sort, pattern in (
        (
            "deferred",
            r"\b(?:item|report|matter|consideration|application|decision|it)\b[^.;]{0,120}\b(?:be|was|is) (?:further )?(?:deferred|postponed|adjourned)\b|^(?:that )?(?:to )?defer(?:s|red)?\b|\bbe deferred\b",
        ),
        (
            "appointment",
            r"\b(?:nominations?|appointments?)\b.{0,160}\bbe (?:approved|agreed|accepted|confirmed|made|noted)\b|\bbe (?:re-?)?(?:appointed|elected|nominated|co-?opted)\b|\b(?:was|were) (?:duly )?(?:re-?)?(?:appointed|elected)\b|^(?:that )?(?:to )?(?:re-?)?(?:appoint|elect|nominate)s?\b",
        ),
        ("standing_item", r"\b(?:standing|regular) (?:agenda )?item\b"),
        (
            "visit",
            r"\b(?:site |study |fact[- ]finding )?visits?\b(?=.{0,140}\bbe (?:arranged|organised|organized|undertaken|held|made|scheduled|set up|carried out))|\b(?:arrange|organise|organize|undertake|make|set up|schedule|facilitate)s?\b.{0,60}\bvisits?\b|^(?:that )?(?:the )?(?:committee|members|panel|board)? ?(?:to )?visit\b|\bto visit\b|\bsite visit\b",
        ),
        (
            "informal_meeting",
            r"\b(?:informal|briefing|workshop|seminar|training|away[- ]day|all[- ]member|task and finish|working group|working party)\b.{0,200}\bbe (?:held|arranged|organised|organized|convened|scheduled|set up|established|provided|delivered|formed)\b|\b(?:arrange|organise|organize|hold|convene|set up|schedule|deliver|establish)s?\b.{0,40}\b(?:informal|briefing|workshop|seminar|training|task and finish|working group|working party)\b|\bconsidered at an informal\b",
        ),
        (
            "add_to_programme",
            r"\b(?:added to|included (?:in|on|within)|placed on|put on|incorporated (?:in|into)|scheduled (?:in|on|into)|add\b.{0,160}\bto|include\b.{0,160}\b(?:in|on|within)|place\b.{0,160}\bon|put\b.{0,120}\bon)\b.{0,80}\b(?:work(?:ing)? (?:programme|plan|program)|forward (?:work )?(?:plan|programme)|work ?plan|agenda)\b",
        ),
        (
            "recommend",
            r"\b(?:be|is|was) recommended (?:to|that)\b|^(?:that )?(?:to )?recommends?\b|\brecommend(?:s|ed)? (?:to|that)\b|\brecommendations? .{0,60}\bbe (?:made|submitted|referred|forwarded) to\b|\bbe (?:referred|forwarded|commended) to (?:the )?(?:full )?(?:cabinet|council|executive)\b|^(?:that )?(?:the )?(?:cabinet|executive|council)\b.{0,30}\b(?:be (?:requested|asked|urged)|considers?|reviews?|ensures?)\b",
        ),
        (
            "request_information",
            r"\binclud(?:e|es|ed|ing)\b.{0,160}\b(?:with)?in (?:all )?(?:future|subsequent|the next) (?!meeting)",
        ),
        (
            "request_report",
            r"\b(?:report(?:s|ing)? back|further reports?|update reports?|progress reports?|written updates?|(?:a|an|another|the|annual|quarterly|regular|six[- ]month(?:ly)?|progress|further|verbal|final) (?:[\w-]+ ){0,3}?(?:reports?|updates?|presentation|paper)\b.{0,160}\b(?:be (?:submitted|presented|brought|provided|reported|prepared|produced|considered|received|made|scheduled|given|issued|tabled)|to (?:the|a|its|each|every|future|be|all))|(?:bring|submit|present|provide|prepare|produce|receive|give|deliver|request(?:s|ed)?|table)\b.{0,60}\b(?:reports?|updates?|presentation|paper)\b|be reported (?:back )?to|reports? to (?:the|a|its|future)|update (?:the )?(?:committee|board|panel|members)|be (?:brought|reported|presented|submitted) (?:back )?(?:to|at|in))\b",
        ),
        (
            "request_information",
            r"\b(?:information|data|figures|details?|clarification|briefing note|statistics|breakdown|written (?:response|answer|reply|briefing)|response|answers?|feedback|copy|copies|narrative|averages|list|summary|circulate[ds]?|provide[ds]?|share[ds]?|supply|inform(?:ed|s)?|clarif(?:y|ied)|confirm)\b",
        ),
        (
            "noted",
            r"\bbe (?:\w+ )?(?:noted|received|acknowledged|welcomed)\b|^(?:that )?(?:to )?(?:note[sd]?|receive[sd]?|acknowledge[sd]?|welcome[sd]?)\b|\bnote[sd]? (?:the|that)\b|\bbe thanked\b|\bthanks\b",
        ),
        (
            "approved",
            r"\bbe (?:\w+ )?(?:approved|adopted|endorsed|ratified|granted)\b|^(?:that )?(?:to )?(?:approve[sd]?|adopt(?:s|ed)?|endorse[sd]?|support(?:s|ed)?)\b|\bendorse[sd]?\b|\bapproves?\b",
        ),
        (
            "agreed",
            r"\bbe (?:\w+ )?(?:agreed|confirmed|accepted|signed|supported)\b|^(?:that )?(?:to )?(?:agree[sd]?|confirm(?:s|ed)?|accept(?:s|ed)?)\b|\bagrees?\b|\bas a correct record\b|\bbe authorised to sign\b",
        ),
    )
)
_DECIDES_ONLY = ("noted", "approved", "agreed")
_ONLY_ASKED = (
    "request_report",
    "request_information",
    "visit",
    "informal_meeting",
    "add_to_programme",
    "standing_item",
)


def sort_of(text: str, *, asks: bool) -> str:
    """The sort of a clause from its words; `asks` when it holds a follow-up."""
    order = (
        _RULES if asks else sorted(_RULES, key=lambda rule: rule[0] not in ("deferred", "appointment", *_DECIDES_ONLY))
    )
    for sort, pattern in order:
        if sort not in (_DECIDES_ONLY if asks else _ONLY_ASKED) and pattern.search(text):
            return sort
    return "other"
