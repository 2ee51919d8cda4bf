"""Facts of one committee's 2023/24, in our own short words: bodies, dates, items, authors, what was asked of whom.

They come from the public papers of Sefton Council's Overview and Scrutiny Committee (Children's Services and
Safeguarding). Nothing here is a quotation; no address or telephone number is real.
"""

from datetime import date, time

HELD_ON, IN_OFFICE_FROM = date(2023, 9, 19), date(2023, 5, 1)
YEAR, YEAR_BEFORE = "2023/24", "2022/23"
COMMITTEE = "Overview and Scrutiny Committee (Children's Services and Safeguarding)"

BODIES = (
    # name, kind, short name, aliases
    (
        COMMITTEE,
        "scrutiny",
        "Children's Services and Safeguarding",
        (
            "Overview and Scrutiny Children's Services and Safeguarding Committee",
            "Children's Services Overview and Scrutiny Committee",
        ),
    ),
    (
        "Overview and Scrutiny Committee (Adult Social Care and Health)",
        "scrutiny",
        "Adult Social Care and Health",
        ("Overview and Scrutiny Committee Health and Social Care (Adults)",),
    ),
    (
        "Overview and Scrutiny Committee (Regulatory, Compliance and Corporate Services)",
        "scrutiny",
        "Regulatory, Compliance and Corporate Services",
        (),
    ),
    ("Overview and Scrutiny Committee (Regeneration and Skills)", "scrutiny", "Regeneration and Skills", ()),
    ("Overview and Scrutiny Management Board", "management_board", "Management Board", ()),
    ("Cabinet", "cabinet", "Cabinet", ()),
    ("Council", "council", "Council", ("full Council",)),
    ("Health and Wellbeing Board", "board", "Health and Wellbeing Board", ()),
)
REMIT = "Children's social care and safeguarding; education, with special educational needs and disabilities."
PORTFOLIOS = ("Children's Social Care", "Education")

DSM = "Democratic Services Manager"
ED = "Executive Director of Children's Social Care and Education"
CLDO = "Chief Legal and Democratic Officer"
AD_EDUCATION = "Assistant Director of Children's Services (Education)"
AD_COMMUNITIES = "Assistant Director of People (Communities)"
DPH = "Director of Public Health"
POSTS = (
    # title, aliases, line post
    (CLDO, ("Chief Legal & Democratic Officer",), None),
    (DSM, (), CLDO),
    ("Senior Democratic Services Officer", (), DSM),
    (
        ED,
        ("Executive Director of Social Care and Education", "Executive Director of Children's Services and Education"),
        None,
    ),
    (AD_EDUCATION, ("Assistant Director Children's Services (Education)",), ED),
    (AD_COMMUNITIES, (), None),
    (DPH, (), None),
)

CABINET = (
    # post, portfolio, who held it in 2023
    ("Cabinet Member – Children's Social Care", "Children's Social Care", "Mhairi Doyle"),
    ("Cabinet Member – Education", "Education", "Diane Roscoe"),
)

# name, title, role, represents, substitute
SEATS = (
    ("Hardman", "Councillor", "chair", "", "Harvey"),
    ("Carlin", "Councillor", "vice-chair", "", "Tweed"),
    ("Danny Burns", "Councillor", "member", "", "Myers"),
    ("Carragher", "Councillor", "member", "", "Corcoran"),
    ("Evans", "Councillor", "member", "", "Lloyd-Johnson"),
    ("Howard", "Councillor", "member", "", "Hart"),
    ("Christopher Page", "Councillor", "member", "", "John Joseph Kelly"),
    ("Prendergast", "Councillor", "member", "", "Brough"),
    ("Richards", "Councillor", "member", "", "McGinnity"),
    ("Spring", "Councillor", "member", "", "John Kelly"),
    ("Maurice Byrne", "", "co-opted", "Healthwatch", ""),
    ("Sandra Cain", "Mrs", "advisory", "Independent Advisory Member", ""),
    ("Karen Christie", "", "co-opted", "Healthwatch", ""),
    ("Stuart Harrison", "", "co-opted", "Diocese", ""),
    ("Joan McCarthy", "", "co-opted", "Archdiocese", ""),
    ("Cheryl Swainbank", "", "co-opted", "Parent Governor Representative", ""),
)

VENUES = {
    "Town Hall, Bootle": ("Bootle Town Hall",),
    "Town Hall, Southport": ("Southport Town Hall",),
}
MEETINGS = (
    # date, venue, room
    (date(2023, 6, 6), "Town Hall, Bootle", ""),
    (date(2023, 9, 26), "Town Hall, Southport", "Birkdale Room"),
    (date(2023, 11, 14), "Town Hall, Bootle", ""),
    (date(2024, 1, 30), "Town Hall, Southport", ""),
    (date(2024, 3, 12), "Town Hall, Bootle", ""),
)
AT = time(18, 30)
PUBLISHED_ON = date(2023, 9, 18)
FORWARD_PLAN = (date(2023, 8, 31), date(2023, 10, 1), date(2024, 1, 31))
"""Published on, from and to. The paper prints 1 January as the last day of the four months; they end on the 31st."""
ADOPTED_BY = "13/1"

CABINET_UPDATES = "Cabinet Member Update Reports"
IMPROVEMENT = "Children's Services Improvement Programme"
PRACTICE = "Children's Social Care Overview of Practice"
CHAT = "Children's Social Care Overview of Practice and CHAT"
SCORECARD = "Education Scorecard"
ABUSE = "Domestic Abuse"
UPDATE = "Work Programme Update"
_THREE = ("Tricia Davies", "Joe Banham", "Debbie Campbell")
ITEMS = {
    # title, authors (an organisation is one string)
    date(2023, 6, 6): (
        ("Sefton Place - Community Emotional Health and Wellbeing Services Update 2022 - 2023",
         "Cheshire and Merseyside Integrated Care Board, Sefton Place"),
        (IMPROVEMENT, ("Jan McMahon",)),
        (PRACTICE, ("Joe Banham",)),
        ("Safeguarding Learning and Development Offer", ("Joe Banham",)),
        (SCORECARD, ("Tricia Davies",)),
        ("Ofsted Inspection Report (Spring Term)", ("Tricia Davies",)),
        ("Parent Governor Representative", ("Debbie Campbell",)),
        (CABINET_UPDATES, ("Tricia Davies", "Laura Knights", "Debbie Campbell")),
        (UPDATE, ("Debbie Campbell",)),
    ),
    date(2023, 9, 26): (
        (CABINET_UPDATES, _THREE),
        (ABUSE, ("Janette Maxwell",)),
        ("Report for Information on Vaping Amongst Young People", ("Helen Armitage",)),
        (IMPROVEMENT, ("Jan McMahon",)),
        (CHAT, ("Joe Banham",)),
        ("Executive Scrutiny Protocol", ("Paul Fraser",)),
        (UPDATE, ("Debbie Campbell",)),
    ),
    date(2023, 11, 14): (
        (CABINET_UPDATES, _THREE),
        (IMPROVEMENT, ("Jan McMahon",)),
        (CHAT, ("Joe Banham",)),
        ("Special Educational Needs and Disabilities Joint Commissioning Plan", ("Eleanor Moulton",)),
        (SCORECARD, ("Tricia Davies",)),
        ("Ofsted Inspection Report (Summer Term)", ("Tricia Davies",)),
        (UPDATE, ("Debbie Campbell",)),
    ),
    date(2024, 1, 30): (
        (CABINET_UPDATES, _THREE),
        (IMPROVEMENT, ("Jan McMahon",)),
        (CHAT, ("Joe Banham",)),
        ("SACRE Annual Report", ("Ian Ross",)),
        (UPDATE, ("Debbie Campbell",)),
    ),
    date(2024, 3, 12): (
        (CABINET_UPDATES, _THREE),
        (IMPROVEMENT, ("Jan McMahon",)),
        (CHAT, ("Joe Banham",)),
        (SCORECARD, ("Tricia Davies",)),
        ("Ofsted Inspection Reports (Autumn Term)", ("Tricia Davies",)),
        (UPDATE, ("Debbie Campbell",)),
    ),
}  # fmt: skip
OFSTED = "Ofsted Inspection Reports"
COMES_BACK = (
    # title, rule, the clause that asked for it, whether Cabinet Members give it, the day it begins, its titles
    (CABINET_UPDATES, "every_meeting", "", True, date(2023, 6, 6), (CABINET_UPDATES,)),
    (CHAT, "every_meeting", "7/3", False, date(2023, 6, 7), (CHAT,)),
    (UPDATE, "every_meeting", "", False, date(2023, 6, 6), (UPDATE,)),
    (SCORECARD, "chosen", "9/3", False, date(2023, 6, 6), (SCORECARD,)),
    (OFSTED, "term", "", False, date(2023, 6, 6),
     ("Ofsted Inspection Report (Spring Term)", "Ofsted Inspection Report (Summer Term)",
      "Ofsted Inspection Reports (Autumn Term)")),
)  # fmt: skip
"""The clause on the scorecard calls it a regular item and names no meetings: it is at three of the year's five."""

# The agenda of 26 September 2023: number, title, report of, the programme row it is
AGENDA = (
    ("1", "Apologies for Absence", "", ""),
    ("2", "Declarations of Interest", "", ""),
    ("3", "Minutes of the Previous Meeting", "", ""),
    ("4", "Petition - The Voice of the Families", "", ""),
    ("5", "Cabinet Member Reports", CLDO, CABINET_UPDATES),
    ("6", "Report for Information on Vaping Amongst Young People", DPH,
     "Report for Information on Vaping Amongst Young People"),
    ("7", "Domestic Abuse Update", AD_COMMUNITIES, ABUSE),
    ("8", "Children's Social Care Overview of Practice", ED, CHAT),
    ("9", "Children's Services Improvement Programme", ED, IMPROVEMENT),
    ("10", "Executive/Scrutiny Protocol", CLDO, "Executive Scrutiny Protocol"),
    ("11", "Work Programme Key Decision Forward Plan", CLDO, UPDATE),
)  # fmt: skip

# The reports of 26 September 2023: FD and LD numbers as printed, or why there are none
COMMENTS = (
    (CABINET_UPDATES, "", "", "Updates of Cabinet Members are not sent for comments"),
    ("Report for Information on Vaping Amongst Young People", "FD.7343/23", "LD5543/23", ""),
    (ABUSE, "FD 7326/23.", "LD 5526/23.", ""),
    (CHAT, "FD.7365/23.....", "LD.5565/23....", ""),
    (IMPROVEMENT, "FD.7366/23", "LD.5566/23", ""),
    ("Executive Scrutiny Protocol", "FD7302/23", "LD5502/23", ""),
    (UPDATE, "", "", "The report on the work programme is not sent for comments"),
)

# What the committee asked to see: the clause, the report it is first looked for in, in our short words
CHECKLIST = (
    ("7/3/i", date(2023, 9, 26), CHAT, "a CHAT narrative"),
    ("7/3/ii", date(2023, 9, 26), CHAT, "data on child exploitation"),
    ("9/2/i", date(2023, 11, 14), SCORECARD, "NEET data"),
    ("9/2/ii", date(2023, 11, 14), SCORECARD, "national averages"),
)
TICKED = ("7/3/i", "the part on CHAT data")

# kind, title, date, state, when in words, organisers
INFORMAL = (
    ("informal", "Work Programme Session", date(2023, 6, 6), "held", "", ("Debbie Campbell",)),
    (
        "informal",
        "Feedback from an Ofsted Monitoring Visit",
        date(2023, 8, 31),
        "held",
        "",
        ("Debbie Campbell", "Ristardh Hare", "Paul Boyce"),
    ),
    ("informal", "Emotional Health & Wellbeing Services", date(2023, 9, 21), "arranged", "", ("Debbie Campbell",)),
    (
        "informal",
        "SEND Inspection",
        None,
        "anticipated",
        "mid-September 2023",
        ("Debbie Campbell", "Tricia Davies", "Chris Lee"),
    ),
    ("site_visit", "Meet the Making a Difference (MAD) Group", None, "to_be_arranged", "", ("Debbie Campbell",)),
    ("site_visit", "Menai Wellbeing Centre", None, "to_be_arranged", "", ("Debbie Campbell",)),
    ("site_visit", "Children's Services at Magdalen House, Bootle", None, "to_be_arranged", "", ("Debbie Campbell",)),
)
TRAINING = (
    ("Scrutiny workshop, session 1", date(2023, 5, 30), "held"),
    ("Scrutiny workshop, session 2", date(2023, 7, 25), "held"),
    ("Scrutiny workshop, session 3", date(2023, 10, 2), "anticipated"),
)

WARNINGS = (
    ("weekday_mismatch", 5110, "14 November 2023 is a Tuesday; the programme prints Monday."),
    ("weekday_mismatch", 5130, "12 March 2024 is a Tuesday; the programme prints Monday."),
    ("venue_conflict", 5130, "12 March 2024 is at Southport in the programme and at Bootle in Minute 14."),
    ("period_length", 4947, "The forward plan's four-month period is printed as three months and a day."),
    ("unresolved_reference", 400, "Minute 13 (2) refers to Minute 7 (4), which does not exist."),
)
CARRIED_OVER = "Police and Multi-Agency Safeguarding Hub representatives"

# Who asked. The petitioners' words are told in ours; the day it came in is not in the papers, so the agenda's is taken.
PETITION = ("More independent members with lived experience", "The Voice of the Families", 35, 5)
PROTOCOL = "Executive Scrutiny Protocol"
REFERRED = ("Two additions to the Executive/Scrutiny Protocol", "Minutes of 20 June 2023", date(2023, 6, 20))
TOPICS_FROM = ("Members, at informal sessions", date(2023, 7, 11))
"""The day as paragraph 5.3 of the report prints it; its table of sessions has none on that day."""
TOPICS = ("Special Educational Needs and Disabilities", "Health Inequalities", "Child Protection and Safeguarding")
SHORT_LISTED = "Raised most concern among members; the report of 26 September proposes it for approval"
GUESTS = ("Police", "Multi-Agency Safeguarding Hub")
GUESTS_BECAUSE, GUESTS_ASKED_ON = "Agreed on 6 March 2023, Minute 59 (2) (a)", date(2023, 3, 6)

# Asked in June and not answered on the night: item, in our own words, who owes it, answer, answered, circulated
QUESTIONS = (
    (PRACTICE, "How many return home interviews were offered after children went missing from a placement?", ED,
     "A table by quarter went to members, with the share of interviews that were taken up.",
     date(2023, 6, 16), date(2023, 6, 19)),
    (SCORECARD, "How did attendance in the spring term compare with the year before?", ED, "", None, None),
)  # fmt: skip
ANSWER_MOVED_TO, ANSWER_MOVED_BECAUSE = date(2023, 9, 29), "Figures for the whole school year come in September"

ADULTS = "Overview and Scrutiny Committee (Adult Social Care and Health)"
SKILLS = "Overview and Scrutiny Committee (Regeneration and Skills)"
VAPING = "Report for Information on Vaping Amongst Young People"
ELSEWHERE = (
    # committee, day, the day its agenda went out (nothing where that is past), what it hears of the committee's reports
    (ADULTS, date(2023, 9, 5), None, (ABUSE, VAPING)),
    (SKILLS, date(2023, 9, 19), date(2023, 9, 11), (ABUSE,)),
)
"""Two reports of September went to other committees first."""
