"""The XML of an invented council's ModernGov, as the real service shapes it: the same for the same numbers."""

import datetime as dt
import html
from dataclasses import dataclass

COMMITTEES = {
    "101": "Children's Services Scrutiny Committee",
    "102": "Regeneration and Skills Scrutiny Committee",
    "103": "Adult Social Care Scrutiny Committee",
}
FIRST_DAY = dt.date(2024, 1, 9)
SECRET = "Zebrafish settlement of 41,250 pounds"
PEOPLE = (
    ("11", "Councillor Amara Finch", "Chair", "Present"),
    ("12", "Councillor Lewis O'Hara", "Vice-Chair", "Present, as expected"),
    ("13", "Councillor Joan Pike", "Committee Member", "Apologies"),
    ("14", "Councillor Ravi Dunn", "Committee Member", "Absent"),
    ("15", "Miriam Stone", "Officer", "In attendance"),
)


@dataclass(frozen=True)
class Made:
    """A meeting of the invented council."""

    id: str
    committee_id: str
    date: dt.date

    @property
    def committee(self) -> str:
        return COMMITTEES[self.committee_id]


def made(count: int) -> tuple[Made, ...]:
    """So many meetings, the committees in turn, a week apart."""
    turns = list(COMMITTEES)
    return tuple(Made(str(5001 + n), turns[n % len(turns)], FIRST_DAY + dt.timedelta(days=7 * n)) for n in range(count))


def committees() -> str:
    """The answer to GetCommittees, one that is no more among them."""
    rows = [_committee(number, title) for number, title in COMMITTEES.items()]
    rows.append(_committee("90", "Parks & Leisure Panel", expired="True"))
    return _document(f"<committees><committeescount> {len(rows)}</committeescount>{''.join(rows)}</committees>")


def _committee(number: str, title: str, expired: str = "False") -> str:
    return (
        f"<committee><committeeid>{number}</committeeid><committeetitle>{_twice(title)}</committeetitle>"
        f"<committeedeleted>False</committeedeleted><committeeexpired>{expired}</committeeexpired>"
        "<committeecategory>Overview and scrutiny</committeecategory></committee>"
    )


def meetings(committee_id: str, listed: list[Made], shapes: dict[str, str]) -> str:
    """The answer to GetMeetings for one committee."""
    rows = "".join(_listed(each, shapes.get(each.id, "")) for each in listed)
    return _document(
        f"<getmeetings><meetingscount> {len(listed)}</meetingscount><committeescount> 1</committeescount>"
        f"<committee><committeeid>{committee_id}</committeeid>"
        f"<committeetitle>{_twice(COMMITTEES[committee_id])}</committeetitle>"
        f"<committeemeetings>{rows}</committeemeetings></committee></getmeetings>"
    )


def _listed(meeting: Made, shape: str) -> str:
    number = "" if shape == "listed_without_id" else meeting.id
    status = "Cancelled" if shape == "cancelled" else "Confirmed"
    return (
        f"<meeting><meetingid>{number}</meetingid><meetingdate>{meeting.date:%d/%m/%Y}</meetingdate>"
        f"<meetingstatus>{status}</meetingstatus><meetingtime>6.30 pm</meetingtime></meeting>"
    )


def councillors() -> str:
    """The answer to GetCouncillorsByWard, with the addresses that the real one has."""
    rows = "".join(
        f"<councillor><councillorid>{number}</councillorid><fullusername>{_twice(name)}</fullusername>"
        "<politicalpartytitle>Independent</politicalpartytitle><keyposts></keyposts>"
        f"<homeaddress><line1>{number} Hidden Lane</line1><email>home{number}@council.example</email></homeaddress>"
        "</councillor>"
        for number, name, *_ in PEOPLE[:4]
    )
    ward = f"<ward><wardtitle>Harbour</wardtitle><councillors>{rows}</councillors></ward>"
    return _document(f"<councillorsbyward><wards>{ward}</wards></councillorsbyward>")


def meeting(each: Made, shape: str = "") -> str:
    """The answer to GetMeeting, in one of the shapes that the real service has, or with a fault in it."""
    held = shape not in ("not_held", "cancelled")
    number = "" if shape == "missing_id" else str(int(each.id) + 500) if shape == "another" else each.id
    day = "31/02/2024" if shape == "impossible_date" else f"{each.date:%d/%m/%Y}"
    status = {"cancelled": "Cancelled", "restricted_meeting": "Restricted"}.get(shape, "Confirmed; Scrutiny")
    inner = (
        f"<meetingid>{number}</meetingid><meetingdate>{day}</meetingdate><meetingstatus>{status}</meetingstatus>"
        f"<isdisplayallowed>{shape != 'restricted_meeting'}</isdisplayallowed><meetingtime>6.30 pm</meetingtime>"
        "<meetingactualstarttime>\n  </meetingactualstarttime>"
        "<meetinglocation>Town Hall, Bridge Street</meetinglocation>"
        f"<agendapublished>True</agendapublished><minutepublished>{held}</minutepublished>"
        "<meetingroom>\n  </meetingroom><surprise kind='new'>Not known to anybody</surprise>"
        f"<agendaitems>{''.join(_items(each, shape, held=held))}</agendaitems>"
        f"<attendees>{_attendees(held=held)}</attendees>"
    )
    if shape == "namespaced":
        return _document(f'<mg:meeting xmlns:mg="http://mg.example/ns">{_prefixed(inner)}</mg:meeting>')
    if shape == "enveloped":
        return _document(
            '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetMeetingResponse xmlns="x">'
            f"<GetMeetingResult><meeting>{inner}</meeting></GetMeetingResult></GetMeetingResponse></s:Body></s:Envelope>"
        )
    return _document(f"<meeting>{inner}</meeting>")


def _prefixed(inner: str) -> str:
    return inner.replace("</", "\0").replace("<", "<mg:").replace("\0", "</mg:")


def _items(each: Made, shape: str, *, held: bool) -> list[str]:
    """Three items and, where asked for, one that is restricted; or one, or one whose fields are blank."""
    name = ("fostering", "youth clubs", "school places", "bus passes")[int(each.id) % 4]
    minutes = (
        '<p class="MsoNormal">The Committee considered the report of the Head of Service '
        f"on {name} \u2013 it\u2019s late.</p>\n"
        '<p class="MsoNormal"><b>RESOLVED:</b>&nbsp; That</p>\n'
        '<p class="MsoNormal">(1)<span>&nbsp;&nbsp;&nbsp; </span>the report be noted; and</p>\n'
        f'<p class="MsoNormal">(2)&nbsp; the Head of Service be requested to report back on {name} &amp;\ncosts '
        "to the\nnext meeting of the Committee.</p>"
    )
    items = [
        _item(
            1,
            "Apologies for absence",
            "",
            "<p>Apologies were received from Councillor Joan Pike.</p>",
            shape,
            held=held,
        ),
        _item(2, f"{name.capitalize()} &amp; costs", "<p>Report of the Head of Service</p>", minutes, shape, held=held),
        _item(3, "Work programme", "", "<p>RESOLVED: That the work programme be approved.</p>", shape, held=held),
    ]
    if shape == "one_item":
        return items[1:2]
    if shape == "blank":
        return [*items[:2], _item(3, "", "", "", shape, held=held)]
    if shape in ("restricted_item", "restricted_word"):
        word = "True" if shape == "restricted_item" else "Perhaps"
        secret = f"<p>RESOLVED: That the Head of Law be requested to agree the {SECRET} by 1 May 2024.</p>"
        items.append(_item(4, SECRET, f"<p>{SECRET}</p>", secret, shape, held=held, restricted=word))
    return items


def _item(n: int, title: str, agenda: str, minutes: str, shape: str, *, held: bool, restricted: str = "False") -> str:
    body = f'<div class="WordSection1">\n{minutes}\n</div>' if minutes and held else ""
    again = _twice if shape == "twice_escaped" else html.escape
    return (
        f"<agendaitem><agendaitemid>{90 + n}</agendaitemid><agendaitemtitle>{again(title)}</agendaitemtitle>"
        f"<agendatext>{again(agenda)}</agendatext><agendaitemnumber>{n + 3}</agendaitemnumber>"
        f"<agendaitemsubnumber>\n</agendaitemsubnumber><fulldisplaynumberformat>{n}.</fulldisplaynumberformat>"
        f"<minutesnonemptyhtmlbody>{again(body)}</minutesnonemptyhtmlbody><isdecision>False</isdecision>"
        f"<isminutepublished>{held}</isminutepublished><isrestricted>{restricted}</isrestricted>"
        f"<isdisplayallowed>True</isdisplayallowed><minutesitemnumber>{n + 20}</minutesitemnumber>"
        "<linkeddocuments><linkeddoc><title>Report</title><isrestricted>False</isrestricted></linkeddoc></linkeddocuments>"
        "</agendaitem>"
    )


def _attendees(*, held: bool) -> str:
    return "".join(
        f'<attendee membertype="U" memberid="{number}" name="{html.escape(name)}" roledescription="{role}" '
        f'attendance="{attendance if held else "Expected"}" ward="Harbour"><url>https://mg.example/{number}</url></attendee>'
        for number, name, role, attendance in PEOPLE
    )


def _twice(text: str) -> str:
    return html.escape(html.escape(text))


def _document(inner: str) -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n{inner}\n'
