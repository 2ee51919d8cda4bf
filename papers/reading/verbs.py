# ruff: noqa: E501 - a pattern reads better whole than broken
"""The verbs of resolutions, as patterns: how a committee asks, what is then done, and what is done to things."""

ADVERB = r"(?:(?:also|further|again|formally|therefore|duly|then|now|jointly|respectfully|subsequently|kindly|urgently|strongly|hereby|each|all|not)\s+)*"
BE = r"(?:to be|would be|will be|should be|could be|shall be|must be|have been|has been|had been|being|been|be|is|are|was|were)"
ASK = (
    r"(?:requested|asked|invited|instructed|directed|urged|tasked|encouraged|required|reminded|recommended|authori[sz]ed|charged|mandated|called (?:up)?on|"
    r"advised|commissioned|delegated|empowered|nominated)"
)
# What somebody does after a meeting, as a bare verb. Voting, noting and thanking are done at the meeting.
DO = (
    r"(?:report|inform|write|meet|visit|arrange|include|add|consider|refer|submit|present|provide|circulate|bring|send|share|prepare|produce|review|update|investigate|"
    r"explore|look|examine|liaise|contact|ask|invite|request|seek|obtain|confirm|clarify|check|ensure|raise|organise|organize|schedule|convene|hold|establish|set|"
    r"undertake|carry|conduct|develop|draft|publish|amend|revise|monitor|keep|respond|reply|feed|follow|discuss|work|consult|attend|advise|brief|deliver|issue|"
    r"distribute|forward|pass|email|e-mail|notify|make|take|put|place|give|supply|report back|identify|compile|collate|complete|conclude|finalise|finalize|continue|"
    r"implement|progress|promote|engage|assess|evaluate|audit|scope|commission|return|re-?submit|speak|call|table|upload|extend|facilitate|co-?ordinate|communicate|"
    r"outline|set out|explain|demonstrate|show|find|gather|pursue|press|lobby|approach|chase|escalate|expand|improve|strengthen|increase|reduce|introduce|adopt|"
    r"agree|receive|attach|incorporate|link|map|measure|record|release|remind|remove|replace|re-?consider|reschedule|re-?visit|revisit|secure|sign|support|test|track|"
    r"train|nominate|appoint|recruit|design|create|launch|lead|install|move|defer|postpone|prioritise|propose|append|enquire|inquire|correct|conduct|urge|encourage|"
    r"supplement|re-?circulate|signpost|summarise|highlight|re-?issue|negotiate|action|collect|analyse|quantify|cost|inspect|help|assist|canvass|let|tell|host|build|fund|fix|repair|tackle|address|remedy|allocate|join|advertise|describe|answer|verify|oversee|transfer|upgrade|simplify|translate|interview|benchmark|compare|calculate|estimate|mitigate|maintain|restore|reinstate|renew|suspend|withdraw|instruct|enable|allow|log|finish|re-?convene|sit down|talk to|ring|phone|repeat|rewrite|re-?draft|re-?run|re-?open|relay|alert|formalise|re-?negotiate|lodge|note and report)(?!-)"
)
# The same acts in the passive, done to a thing.
DONE = (
    r"(?:brought(?: back| forward)?|presented|submitted|circulated|provided|reported(?: back)?|added|included|referred(?: back| on)?|arranged|organi[sz]ed|held|"
    r"established|set up|sent|shared|prepared|produced|scheduled|re-?scheduled|considered|re-?considered|deferred|postponed|adjourned|written(?: to)?|sought|undertaken|carried out|"
    r"convened|placed|put|requested|forwarded|passed|obtained|made|reviewed|updated|amended|given|invited|issued|distributed|supplied|drafted|developed|explored|"
    r"investigated|looked (?:at|into)|taken (?:away|forward|up|on board|into account)|fed (?:back|into)|worked up|chased|picked up|monitored|commissioned|revised|re-?visited|revisited|followed up|raised|incorporated|taken|delivered|published|created|formed|"
    r"extended|clarified|confirmed|advised|informed|kept|consulted|contacted|conducted|completed|compiled|emailed|e-mailed|notified|briefed|asked|communicated|tabled|"
    r"returned|re-?submitted|moved|carried forward|programmed|timetabled|allocated|discussed|examined|fed back|tracked|attached|appended|displayed|uploaded|corrected|"
    r"removed|reflected|planned|initiated|pursued|escalated|implemented|strengthened|expanded|improved|finalised|collated|recorded|logged|installed|rolled out|replaced|repaired|reinstated|renewed|lobbied|pressed|replied|"
    r"inspected|assessed|costed|surveyed|audited|scrutinised|commended|relayed|conveyed|remitted|tasked|delegated|received)"
)
