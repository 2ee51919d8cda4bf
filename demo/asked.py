"""Who asked the committee for what, and the topics for review it narrowed down, as its papers tell."""

from committees.models import Meeting
from council.directory import find_body
from council.domain.setting_up import open_year
from council.models import Body, User
from demo import facts
from workprogramme.domain.asked import accept_asked, put_petition_on_agenda, receive_petition, refer_matter
from workprogramme.domain.topics import propose_topic, short_list_topic


def put_requests_on_record(committee: Body, *, by: User) -> None:
    """The petition on September's agenda, the board's additions to the Protocol, and three topics, one short-listed."""
    september = Meeting.objects.deciding().get(body=committee, on=facts.MEETINGS[1][0])
    title, petitioner, signatures, minutes = facts.PETITION
    petition = receive_petition(
        body=committee, title=title, petitioner=petitioner, signatures=signatures, speaking_minutes=minutes,
        asked_on=facts.PUBLISHED_ON, by=by,
    )  # fmt: skip
    put_petition_on_agenda(petition, meeting=september, by=by)
    title, minuted, on = facts.REFERRED
    (referred,) = refer_matter(
        bodies=[committee], from_body=find_body("Overview and Scrutiny Management Board"), title=title,
        as_minuted=minuted, asked_on=on, by=by,
    )  # fmt: skip
    accept_asked(referred, into=september.items.get(title=facts.PROTOCOL), by=by)
    _topics(committee, by=by)


def _topics(committee: Body, *, by: User) -> None:
    who, on = facts.TOPICS_FROM
    year = open_year(facts.YEAR)
    first, *_ = [
        propose_topic(body=committee, year=year, title=title, proposed_by=who, proposed_on=on, by=by)
        for title in facts.TOPICS
    ]
    short_list_topic(first, why=facts.SHORT_LISTED, by=by)
